import type { Piece } from './draft.ts';

/** A heading with its number parted from it: “Theme 2: Breaks”, “2. Breaks”, “2.1 Carers are heard”. */
export function numberParted(heading: readonly Piece[]): { number: Piece[]; rest: Piece[] } {
  const [first, ...more] = heading;
  const match =
    /^(?:(?:[Tt]heme|[Pp]riority|[Oo]utcome|[Oo]bjective|[Aa]im|[Gg]oal)\s+)?\d{1,3}(?:\.\d{1,3})*[.:)]?\s*[-–—:]?\s+(?=\p{Lu})/u.exec(
      first?.text ?? '',
    );
  if (first === undefined || match === null) return { number: [], rest: [...heading] };
  return {
    number: [{ ...first, text: match[0].trim() }],
    rest: [{ ...first, text: first.text.slice(match[0].length) }, ...more],
  };
}

/** Whether a text is a number and nothing else: “2.1”, “A3”, “2-1.”. */
export function isNumber(text: string): boolean {
  return /^[A-Za-z]?\d+[a-z]?(?:[.\-/]\d+[a-z]?)*\.?$/.test(text);
}
