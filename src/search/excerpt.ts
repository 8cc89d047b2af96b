import type { WeightedPlace } from './ranking.ts';

/** A stretch of an excerpt, and whether it is a word that was looked for. */
export interface Stretch {
  text: string;
  match: boolean;
}

/** How many words an excerpt has at most. */
const mostWords = 30;

/**
 * Cuts of a page’s text the part that has most of what was looked for.
 *
 * @param matches the words of the text that match, by how many words are before them, in order
 */
export function excerptOf(text: string, matches: readonly WeightedPlace[]): Stretch[] {
  const words = text.split(/\s+/);
  const length = Math.min(mostWords, words.length);
  const start = Math.max(0, Math.min(bestStart(matches, mostWords), words.length - length));
  const matching = new Set(matches.map(({ at }) => at));
  const stretches: Stretch[] = [];
  const write = (piece: string, match: boolean) => {
    const last = stretches.at(-1);
    if (last?.match === match) last.text += piece;
    else if (piece !== '') stretches.push({ text: piece, match });
  };
  for (let place = start; place < start + length; place++) {
    if (place > start) write(' ', false);
    write(words[place]!, matching.has(place));
  }
  return stretches;
}

/** Before so many words as fit, the place from which on the matches count most; of several in a row the middle one. */
function bestStart(matches: readonly WeightedPlace[], fitting: number): number {
  const end = (matches.at(-1)?.at ?? -1) + 1;
  if (end <= fitting) return 0;
  const counts = new Float64Array(end + fitting + 1);
  for (const { at, counts: counting } of matches) counts[at]! += counting;
  let sum = counts.subarray(0, fitting).reduce((all, each) => all + each, 0);
  let best = sum;
  let starts = [0];
  for (let start = 0; start < end; start++) {
    // A word more is shown before the first match, so that it does not open the excerpt.
    sum += counts[start + fitting]! - counts[start]!;
    if (sum > best) {
      best = sum;
      starts = [start];
    } else if (sum === best && starts.at(-1) === start - 1) {
      starts.push(start);
    }
  }
  return starts[Math.floor(starts.length / 2)]!;
}

/** Marks where an excerpt starts or stops within a sentence. */
export function withEllipses(stretches: readonly Stretch[]): Stretch[] {
  const text = stretches
    .map((stretch) => stretch.text)
    .join('')
    .trim();
  return [
    ...(/^\p{Ll}/u.test(text) ? [{ match: false, text: '… ' }] : []),
    ...stretches,
    ...(text === '' || /[.!?…:][”’"')\]]*$/u.test(text) ? [] : [{ match: false, text: ' …' }]),
  ];
}
