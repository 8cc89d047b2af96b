import { monthNames } from '../domain/due-date-span.ts';

/** Each in full and by its first three letters. */
const month = [
  ...monthNames.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`),
  'sept',
].join('|');
const monthAndYear = new RegExp(String.raw`\b(${month})\.?[ -]?[’'‘]?((?:20)?\d\d)\b`, 'gi');
/** “Mar” alone may be a slip, and “may” is mostly no month. */
const monthAfter = new RegExp(String.raw`\b(due|in|by|before|since|until) (${month})\b\.?`, 'gi');
const twoYears = /\b(?:financial year |fy ?)?(20(\d\d)) ?[/–-] ?(20)?(\d\d)\b(?![/–-])/gi;
const dayMonthYear = /(?<![\d/.-])(\d\d?\/\d\d?\/)(\d\d)(?![\d/.-])/g;
const numberedMonth =
  /(?<![\d/.-])(?:(20\d\d)[/-](0[1-9]|1[0-2])|(?:(\d\d?)[/.])?(0?[1-9]|1[0-2])[/.](20\d\d))\b(?![/.-])/g;

/**
 * A query with its months and years as the site names them: “Mar 23” is March 2023, “2018/19” runs
 * from April 2018 to March 2019, and “2022-06” is June 2022. Everything else stays as it was typed.
 */
export function datesSpeltOut(query: string): string {
  return query
    .replaceAll(
      twoYears,
      (typed, first: string, short: string, century: string | undefined, next: string) => {
        if (Number(next) === Number(short) + 1) return `April ${first} March 20${next}`;
        return century === undefined ? typed : `${first} to 20${next}`;
      },
    )
    .replaceAll(dayMonthYear, (_, dayAndMonth: string, year: string) => dayAndMonth + inFull(year))
    .replaceAll(
      numberedMonth,
      (_, year?: string, number?: string, day?: string, otherNumber?: string, otherYear?: string) =>
        [day, monthNames[Number(number ?? otherNumber) - 1], year ?? otherYear]
          .filter((part) => part !== undefined)
          .join(' '),
    )
    .replaceAll(monthAndYear, (_, name: string, year: string) => `${spelt(name)} ${inFull(year)}`)
    .replaceAll(monthAfter, (_, before: string, name: string) => `${before} ${spelt(name)}`);
}

function spelt(name: string): string {
  const start = name.slice(0, 3).toLowerCase();
  return monthNames.find((each) => each.toLowerCase().startsWith(start))!;
}

const inFull = (year: string) => (year.length === 2 ? `20${year}` : year);
