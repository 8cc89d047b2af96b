import { compareDueDates, parseDueDate } from '../domain/due-date.ts';
import { dueInWords } from '../domain/wording.ts';
import type { Sourced } from '../records/records.ts';

/** How values of a record are written in a sentence. */

/** A due date in whole words; one that cannot be read is in quotation marks. */
export function shownDate(date: string | undefined): string {
  if (date === undefined) return 'no date';
  const parsed = parseDueDate(date);
  return parsed.ok ? parsed.date.name : `“${date}”`;
}

/** “in June 2025”, “on 3 May 2025”; a date that cannot be read is in quotation marks. */
export function shownWhen(date: string | undefined): string {
  const parsed = parseDueDate(date ?? '');
  return parsed.ok ? parsed.date.when : `“${date ?? ''}”`;
}

/** “due in June 2025”, “ongoing”, “no due date”; one that cannot be read is in quotation marks. */
export function shownDue(due: string | undefined): string {
  const parsed = parseDueDate(due ?? '');
  if (due !== undefined && !parsed.ok) return `due “${due}”`;
  return dueInWords(parsed.ok ? parsed.date : undefined, {
    start: 'due',
    ongoing: 'ongoing',
    none: 'no due date',
  });
}

/** “the report from June 2025 on the plan “doncaster” (2025-06.yaml)” */
export function reportNamed({ plan, file, value }: Sourced<'report'>): string {
  return `the report from ${shownDate(value.reported)} on the plan “${plan!}” (${file.split('/').at(-1)!})`;
}

/** The order of due dates as an editor typed them; one that is missing or cannot be read comes first. */
export function compareAsTyped(a: string | undefined, b: string | undefined): number {
  const [one, other] = [parseDueDate(a ?? ''), parseDueDate(b ?? '')];
  if (!one.ok || !other.ok) return Number(one.ok) - Number(other.ok);
  return compareDueDates(one.date, other.date);
}

/** “Open on Sundays”, or “none” where there is no text. */
export function quoted(text: string | undefined): string {
  return text === undefined ? 'none' : `“${text}”`;
}

/** The words that differ between two texts, with a few on either side: “… may pay for …” → “… will pay for …”. */
export function difference(before: string | undefined, after: string | undefined): string {
  if (before === undefined || after === undefined) {
    return `${quoted(before && shortWords(before.split(/\s+/)))} → ${quoted(after && shortWords(after.split(/\s+/)))}`;
  }
  const a = before.split(/\s+/);
  const b = after.split(/\s+/);
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const part = (words: string[]) => {
    const from = Math.max(0, start - 3);
    const to = Math.min(words.length, words.length - end + 3);
    const cut = shortWords(words.slice(from, to));
    return `“${from > 0 ? '… ' : ''}${cut}${to < words.length ? ' …' : ''}”`;
  };
  return `${part(a)} → ${part(b)}`;
}

/** A text on one line without its last full stop, and of a long one its first and last words. */
export function inBrief(text: string): string {
  return shortWords(text.trim().split(/\s+/)).replace(/\.$/, '');
}

/** More words than these would hide what else changed. */
const mostWords = 40;

function shortWords(words: readonly string[]): string {
  if (words.length <= mostWords) return words.map(shortWord).join(' ');
  const half = mostWords / 2;
  return [...words.slice(0, half), '…', ...words.slice(-half)].map(shortWord).join(' ');
}

/** A text without spaces counts as one word, however long it is. */
function shortWord(word: string): string {
  return word.length <= 200 ? word : `${word.slice(0, 100)}…`;
}
