/**
 * What counts as a word, for the source and for the records alike: a run of letters and digits,
 * with £, % and &, and with an apostrophe inside it ("carer's"). Case counts. White space, hyphens
 * and all other punctuation do not, nor does the shape of an apostrophe.
 */
const WORD = /[\p{L}\p{N}£%&]+(?:'[\p{L}\p{N}]+)*/gu;

/** The mark-up that the scan left in its cells. */
const TAG = /<\/?(?:p|ul|li|u)(?:\s[^<>]*)?>/g;
const RAISED = /\s*<sup>\s*([^<>]*?)\s*<\/sup>/g;

/** Evens out what is no word: the shape of quotation marks and the amount of white space. */
export function normalise(text: string): string {
  return text
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The text of a source cell without the scan's mark-up. `3 <sup>rd</sup>` reads 3rd. */
export function clean(scanned: string): string {
  const text = scanned.replace(RAISED, '$1').replace(TAG, ' ').replace(/•/g, ' ');
  if (/[<>]/.test(text)) throw new Error(`Mark-up that this reader does not know: ${scanned}`);
  return normalise(text);
}

/**
 * The words of a text, in order. Mark-up is not taken out here: in a record it would be a fault.
 */
export function words(text: string): string[] {
  return normalise(text).match(WORD) ?? [];
}

/** A few words around place `at`, that one in square brackets. */
export function around(list: readonly string[], at: number, reach = 4): string {
  const here = at < list.length ? `[${list[at]}]` : '[end of the text]';
  const before = list.slice(Math.max(0, at - reach), at);
  const after = list.slice(at + 1, at + 1 + reach);
  return [
    ...(at > reach ? ['…'] : []),
    ...before,
    here,
    ...after,
    ...(at + 1 + reach < list.length ? ['…'] : []),
  ].join(' ');
}

/** Null if both lists are the same, otherwise the place of the first difference. */
export function difference(expected: readonly string[], found: readonly string[]): string | null {
  const length = Math.max(expected.length, found.length);
  for (let at = 0; at < length; at += 1) {
    if (expected[at] === found[at]) continue;
    return (
      `word ${at + 1} differs\n` +
      `    source: ${around(expected, at)}\n` +
      `    record: ${around(found, at)}`
    );
  }
  return null;
}
