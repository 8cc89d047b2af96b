import { daySpan } from './due-date-span.ts';
import type { DueDate } from './due-date.ts';

/** Small pieces of wording that several components share. */

/** “1 action”, “2 actions”. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** “a, b and c”. */
export function listed(words: readonly string[]): string {
  return asList.format(words);
}

// Making one takes longer than a thousand uses of it.
const asList = new Intl.ListFormat('en-GB');

/** An ISO day as people write it: “22 November 2026”. */
export function dayInWords(day: string): string {
  return daySpan(day).name;
}

/** A date as it stands inside a sentence: “spring 2019”, “March 2022”, “by March 2023”. */
export function inSentence(date: DueDate): string {
  const [first = '', ...rest] = date.display.split(' ');
  return [keepsCapital.has(first) ? first : first.toLowerCase(), ...rest].join(' ');
}

/** “in March 2022”, “on 3 March 2022”. */
export function inOrOn(date: DueDate): string {
  return `${date.precision === 'day' ? 'on' : 'in'} ${inSentence(date)}`;
}

const keepsCapital = new Set([
  ...Array.from({ length: 12 }, (_, month) =>
    new Date(Date.UTC(2000, month)).toLocaleDateString('en-GB', { month: 'long', timeZone: 'UTC' }),
  ),
  'Christmas',
  'Easter',
]);

/** At most `most` characters, cut at a word. */
export function shortened(text: string, most: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= most) return flat;
  const cut = flat.lastIndexOf(' ', most - 1);
  // A text without a space, such as an address, is cut inside the word, but not inside a letter.
  const kept =
    cut > 0 ? flat.slice(0, cut) : flat.slice(0, most - 1).replace(/\p{Surrogate}$/u, '');
  return `${kept}…`;
}
