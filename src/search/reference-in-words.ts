import { gapAfter, readReference, type ReferenceQuery } from './reference-query.ts';
import { weightOf, wordsOf, type OwnCommonWords } from './words.ts';

/** A reference, and what was typed around it. */
export interface ReferenceFound {
  reference: ReferenceQuery;
  /** Whether the words say that it is the number of a theme or an outcome, and of no promise. */
  ofGroup: boolean;
  /** Whether the numbers may as well be hours or pounds: “1.5 dementia”. */
  unsure: boolean;
  /** Empty where nothing else was typed, or only words such as “action” and “number”. */
  rest: string;
}

const numbers = String.raw`\d+(?:[.\-–_/]\d+)+`;
const numbersApart = String.raw`\d+(?: \d+)+`;
/** What plans call the parts into which they put promises. */
const groups = String.raw`\b(?:themes?|outcomes?|priorit(?:y|ies)|objectives?|aims?|goals?)`;
/** What people call a reference, and which tells nothing else. */
const nouns = new Set(['ref', 'reference', 'number', 'no', 'nr', 'row', 'item', 'point', 'line']);

/**
 * Reads a reference out of a query that may say more: “what happened to DON 2.1.2”, “action 2.1.2”.
 * Two numbers alone may be hours or pounds, so they are one only beside words that say nothing else.
 */
export function findReference(
  query: string,
  codes: readonly string[],
  own: OwnCommonWords,
): ReferenceFound | undefined {
  const inGroup = new RegExp(
    String.raw`${groups}(?: no\.?| number)?:? ((?:(?:${codes.join('|')})[ .-]?)?\d+(?:\.\d+)*)(?![\d%])`,
    'i',
  ).exec(query);
  const ofGroup = inGroup !== null;
  const whole = ofGroup ? undefined : readReference(query, codes);
  if (whole !== undefined) return { reference: whole, ofGroup, unsure: false, rest: '' };
  const typed = query.toLowerCase();
  const named = codes
    .filter((code) => typed.includes(code))
    .map((code) => `${code}${gapAfter(code)}(?:${numbers}|${numbersApart})`)
    .join('|');
  const found =
    inGroup ??
    new RegExp(`(?<![a-z0-9])(?:${named === '' ? '$^' : named})(?![a-z0-9])`, 'i').exec(query) ??
    new RegExp(String.raw`(?<![a-z0-9£.])\d+(?:[.\-–]\d+)+(?![a-z0-9%])`, 'i').exec(query);
  const reference = found === null ? undefined : readReference(found[1] ?? found[0], codes);
  if (found === null || reference === undefined) return undefined;
  const around = `${query.slice(0, found.index)} ${query.slice(found.index + found[0].length)}`;
  const others = wordsOf(around).filter((word) => !nouns.has(word));
  const weights = others.map((word) => weightOf(word, own));
  const mayBeOther = weights.some((weight) => weight === 'telling' || weight === 'weak');
  const unsure = mayBeOther && !ofGroup && !reference.named && reference.parts.length < 3;
  return { reference, ofGroup, unsure, rest: weights.includes('telling') ? others.join(' ') : '' };
}
