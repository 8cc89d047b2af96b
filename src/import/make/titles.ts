import { shortened } from '../../domain/words.ts';

/**
 * A title made from a text: its first line or sentence, cut at the end of a word where it is too
 * long. Lines and bullets that are parts of one list are never run together: `…` says that more
 * follow, and what is listed after a colon has commas between.
 *
 * @param most how many characters it may have, the sign for the cut among them
 */
export function titleOf(text: string, most: number): string {
  const { line, hasMore } = firstLine(text);
  const sentence = /^.*?[.!?](?=\s+\p{Lu}|$)/u.exec(line)?.[0] ?? line;
  const said = sentence.length < 8 ? line : sentence;
  const bare = said.replace(/[.;:,]$/, '') || said;
  const title = hasMore && said === line ? `${bare}…` : bare;
  return shortened(title, most).replace(/[\s.;:,–-]+…$/, '…');
}

/** The same title in as many places has to be told apart: adds the reference in brackets. */
export function toldApart(title: string, reference: string, most: number): string {
  const addition = ` (${reference})`;
  return `${titleOf(title, most - addition.length)}${addition}`;
}

const bullet = /(?:^|\s+)[•▪●◦‣·]\s+/g;
const mark = /^(?:[-–*]\s+|\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)]\s+|\d{1,2}(?:\.\d{1,2})+[.)]?\s+)/i;

/** The first line, with what goes on from it. */
function firstLine(text: string): { line: string; hasMore: boolean } {
  // “1) Develop a toolkit 2) Train staff”
  const inLines = /^\s*\(?1\)\s/.test(text)
    ? text.replaceAll(/\s+(?=\(?\d{1,2}\)\s)/g, '\n')
    : text;
  const all = inLines
    .replaceAll(bullet, '\n- ')
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  const worded = all.filter((line) => /[\p{L}\p{N}]/u.test(line));
  const [first = '', ...others] = worded.length > 0 ? worded : all;
  const end = others.findIndex((line, at) => !goesOn(others[at - 1] ?? first, line));
  const own = [first, ...others.slice(0, end < 0 ? undefined : end)].join(' ');
  const more = end < 0 ? [] : others.slice(end);
  const isListed = more.length === 0 ? /^[-–*]\s/.test(own) : mark.test(own) && mark.test(more[0]!);
  const line = (isListed ? own.replace(mark, '') : own) || own;
  if (!line.endsWith(':')) return { line, hasMore: more.length > 0 };
  const items = more.map((item) =>
    item.replace(mark, '').replace(/[\s,;.]*(?:[\s,;](?:and|or))?$/, ''),
  );
  const between = items.some((item) => item.includes(',')) ? '; ' : ', ';
  return { line: [line, items.join(between)].join(' ').trim(), hasMore: false };
}

/** Whether a line goes on with the one above, as where a column is too narrow: it begins in the middle of a sentence. */
function goesOn(above: string, line: string): boolean {
  if (/[.!?;:]$/.test(above) || mark.test(line)) return false;
  return (
    /^[\p{Ll}(&]/u.test(line) || /(?:,|\s(?:and|or|the|an?|of|to|for|in|on|with|by))$/i.test(above)
  );
}
