/** The words of every refusal of a due date. They are only here, and no code depends on them. */
import { formsInShort } from './due-date-forms.ts';
import {
  daySpan,
  firstYear,
  interval,
  lastYear,
  monthName,
  monthSpan,
  quarterSpan,
  seasonSpan,
  slashed,
  weekdayNames,
  type Meaning,
} from './due-date-span.ts';
import type { DateRefusal, Offer, OfferedTime } from './due-date-refusal.ts';
import { capitalised } from './words.ts';

/** What is wrong with a text, and exactly what to type instead: plain English on one line each. */
export interface RefusalWords {
  message: string;
  advice: string;
}

/**
 * Where a date was typed, because advice differs: in the line of a record that may be left out, in
 * a box of a form that may stay empty, in a report that moves a date (its line and its box), as the
 * end of a plan, or where a date with a beginning and an end is needed.
 */
export type DatePlace =
  | 'due line'
  | 'due box'
  | 'moved date'
  | 'moved date box'
  | 'end of a plan'
  | 'fixed date';

/** More characters than any due date needs; what is longer is not read at all. */
export const longestDate = 200;

/** Advice for a date that needs a beginning and an end. */
export const fixedDateAdvice =
  'Write a day, a month or a year, such as 14 March 2022, March 2022 or 2022.';

/** Says why a text is no due date, and what to type instead. */
export function dateRefusalInWords(
  refusal: DateRefusal,
  place: DatePlace = 'due line',
): RefusalWords {
  return { message: messageOf(refusal), advice: adviceAt(refusal, place) };
}

/** What is said of a whole range. */
const twoReadings = {
  'which winter': 'could mean either of two winters',
  'which quarter': 'could mean quarters of the calendar year or of a financial year',
  'two years': 'gives two years where one is needed',
  'which year': 'does not say clearly in which year it begins',
};

function messageOf(refusal: DateRefusal): string {
  switch (refusal.kind) {
    case 'empty':
      return 'The due date is empty.';
    case 'no date':
      return `“${refusal.text}” does not give a date.`;
    case 'too long':
      return `“${refusal.start} …” is too long for a due date: it has ${refusal.length.toLocaleString('en-GB')} characters, and the most is ${longestDate}.`;
    case 'how soon':
      return `“${refusal.text}” says how soon, but not by when.`;
    case 'status':
      return `“${refusal.text}” says what happened to it, but not when it is due.`;
    case 'counted from an event':
      return refusal.from === undefined
        ? `“${refusal.text}” counts from a day that it does not give.`
        : `“${refusal.text}” counts from another date.`;
    case 'how often':
      return `“${refusal.text}” says how often, but not by when.`;
    case 'counted from an unknown day':
      return `“${refusal.text}” does not say which month or year that is.`;
    case 'no such month':
      return `“${refusal.text}” is not a day: there is no month ${refusal.month}.`;
    case 'no such day': {
      const month = monthSpan(refusal.year, refusal.month).name;
      return `“${refusal.text}” is not a day: ${month} has ${refusal.days} days.`;
    }
    case 'wrong weekday':
      return `“${refusal.text}” cannot be right: ${refusal.day.name} is a ${weekdayNames[refusal.weekday]}.`;
    case 'month before day':
      return `“${refusal.text}” has the month before the day.`;
    case 'no year':
      return `“${refusal.text}” does not say which year.`;
    case 'year out of range':
      return `“${refusal.text}” has a year outside ${firstYear} to ${lastYear}.`;
    case 'day number of Excel':
      return `“${refusal.text}” is how Excel stores a day: ${refusal.day.name}.`;
    case 'which winter':
      return `“${refusal.text}” could be either of two winters.`;
    case 'which quarter':
      return `“${refusal.text}” could be a quarter of the calendar year or of a financial year.`;
    case 'range of two readings':
      return `“${refusal.text}” ${twoReadings[refusal.of]}.`;
    case 'two years':
      return `“${refusal.text}” gives two years for one date.`;
    case 'day or month first':
      return `“${refusal.text}” could be ${dateOf(refusal.dayFirst)} or ${dateOf(refusal.monthFirst)}.`;
    case 'month or season':
      return `“${refusal.text}” could be October or autumn: Hydref is Welsh for both.`;
    case 'which year end':
      return `“${refusal.text}” could be the end of the calendar year or of a financial year.`;
    case 'which financial year':
      return `“${refusal.text}” names only one of the two years of a financial year.`;
    case 'month in figures':
      return `“${refusal.text}” has the month as a number.`;
    case 'which number is the year':
      return `“${refusal.text}” does not say which of its numbers is a year.`;
    case 'dash between years':
      return `“${refusal.text}” could mean more than one thing, because of the dash.`;
    case 'years not in a row':
      return `“${refusal.text}” is not two years in a row.`;
    case 'list not in a row':
      return `“${refusal.text}” does not list financial years one after the other.`;
    case 'not one winter':
      return `“${refusal.text}” is not one winter.`;
    case 'backwards':
      return `“${refusal.text}” runs backwards.`;
    case 'end not clear':
      return `“${refusal.text}” does not make clear when the time ends.`;
    case 'one date inside the other':
      return `“${refusal.text}” has one date inside the other.`;
    case 'range after a deadline':
      return `“${refusal.text}” gives a range after “${refusal.word}”.`;
    case 'several dates':
      return `“${refusal.text}” gives ${refusal.count === 2 ? 'two' : refusal.count} dates.`;
    case 'remark beside the date':
    case 'words beside the date':
      return `“${refusal.text}” has more than the date in it.`;
    case 'start without an end':
      return `“${refusal.text}” says when it starts, but not when it is due.`;
    case 'not before':
      return `“${refusal.text}” says which date it comes after, but not when it is due.`;
    case 'changed date':
      if (refusal.run !== undefined) return `“${refusal.text}” gives two dates.`;
      return refusal.first === undefined
        ? `“${refusal.text}” says that the date was changed, but gives only the new one in full.`
        : `“${refusal.text}” gives two dates: the first one promised, and the one it was changed to.`;
    case 'ongoing and a date':
      return `“${refusal.text}” says “ongoing”, which has no end, but gives a date as well.`;
    case 'start of it or start in it':
      return `“${refusal.text}” could be when it is due or when it starts.`;
    case 'week':
      return `“${refusal.text}” names a week, but not its first and last day.`;
    case 'school year':
      return `“${refusal.text}” names a school year, which this site does not read.`;
    case 'occasion':
      return `“${refusal.text}” names an occasion, but not its date.`;
    case 'how long it goes on':
      return `“${refusal.text}” does not say whether it will be done by then or go on until then.`;
    case 'unknown word':
      return `“${refusal.text}” cannot be read as a date: “${refusal.word}” is not a word used in dates.`;
    case 'not a date':
      return `“${refusal.text}” cannot be read as a date.`;
  }
}

/**
 * The kinds whose advice is about a promise: to leave its date out, to write one that has no end, or
 * to say the rest elsewhere. It is no help where a date is needed, or for the end of a plan.
 */
const kindsOfPromises = [
  'empty',
  'no date',
  'how soon',
  'status',
  'counted from an event',
  'how long it goes on',
  'how often',
  'counted from an unknown day',
  'several dates',
  'remark beside the date',
  'words beside the date',
  'start without an end',
  'not before',
  'changed date',
  'ongoing and a date',
  'start of it or start in it',
] as const;

type OfPromise = Extract<DateRefusal, { kind: (typeof kindsOfPromises)[number] }>;

function isOfPromise(refusal: DateRefusal): refusal is OfPromise {
  return (kindsOfPromises as readonly string[]).includes(refusal.kind);
}

type PlaceOfPromise = Exclude<DatePlace, 'fixed date' | 'end of a plan'>;

function adviceAt(refusal: DateRefusal, place: DatePlace): string {
  const forms = place === 'fixed date' ? fixedDateAdvice : formsInShort;
  if (refusal.kind === 'not a date') return forms;
  if (refusal.kind === 'unknown word') {
    return refusal.meant === undefined ? forms : `Did you mean ${refusal.meant}? ${forms}`;
  }
  if (!isOfPromise(refusal)) return adviceAnywhere(refusal);
  if (place === 'fixed date') return dateWithin(refusal) ?? fixedDateAdvice;
  if (place === 'end of a plan') {
    return 'Write when the plan ends, such as March 2027, or Ongoing if it has no end.';
  }
  return adviceOnPromise(refusal, place);
}

/** ‘7 June 2023 at 10am’ holds a date that can stand alone. */
function dateWithin(refusal: OfPromise): string | undefined {
  if (refusal.kind !== 'remark beside the date' && refusal.kind !== 'words beside the date') {
    return undefined;
  }
  const isOpen = /^(?:by|before|ongoing)\b/i.test(refusal.date);
  return isOpen ? undefined : `Write ${capitalised(refusal.date)}.`;
}

function adviceOnPromise(refusal: OfPromise, place: PlaceOfPromise): string {
  switch (refusal.kind) {
    case 'empty':
    case 'no date':
    case 'how soon':
      return adviceOnNoDate(refusal.kind === 'how soon', place);
    case 'status':
      return adviceOnStatus(refusal.when, place);
    case 'counted from an event':
      return refusal.from === undefined
        ? `Count from that day, and write the date, such as By March 2025. If the day is not known, ${uncapitalised(leaveOut(place))}.`
        : `Count from ${refusal.from.name}, and write the resulting date, with “By” before it.`;
    case 'how long it goes on':
      return adviceOnEnd(refusal);
    case 'how often':
      return refusal.since === undefined
        ? 'Write Ongoing if it has no end, or the date of the last time, such as March 2025.'
        : `Write ${capitalised(refusal.since.name)} if it has no end, or the date of the last time.`;
    case 'counted from an unknown day':
      return `Work out the date from the dates in the plan, and write it, such as By March 2025. If that cannot be known, ${uncapitalised(leaveOut(place))}.`;
    case 'several dates': {
      const run =
        refusal.run === undefined
          ? 'Write only the one that was promised.'
          : `Write ${capitalised(refusal.run.name)} if the time runs from the first to the last.`;
      return isBox(place)
        ? run
        : `${run} For stages with a date each, write “milestones” in place of “due”.`;
    }
    case 'remark beside the date':
    case 'words beside the date':
      return adviceOnRemark(refusal, place);
    case 'start without an end':
      return adviceOnStart(refusal);
    case 'not before':
      return `Write the date by which it should be done. If there is none, ${uncapitalised(leaveOut(place))}.`;
    case 'changed date':
      return adviceOnChange(refusal, place);
    case 'ongoing and a date':
      return refusal.range === undefined
        ? `Write ${capitalised(refusal.date.name)} if it is due then, or Ongoing if it has no end.`
        : `Write when it begins and when it ends, such as ${refusal.range}. Write Ongoing if it has no end.`;
    case 'start of it or start in it':
      return `Write ${capitalised(refusal.part.name)} if it is due then, or ${capitalised(refusal.since.name)} if it starts then and has no end.`;
  }
}

type HeldAnywhere = Exclude<
  DateRefusal,
  { kind: OfPromise['kind'] | 'unknown word' | 'not a date' }
>;

function adviceAnywhere(refusal: HeldAnywhere): string {
  switch (refusal.kind) {
    case 'too long':
      return 'Write only the date, such as March 2025. The rest can go into a text.';
    case 'wrong weekday':
      return `Write ${refusal.day.name} if that is right. If not, write the day that was meant.`;
    case 'day or month first':
      return `Write ${refusal.dayFirst.write}, or ${refusal.monthFirst.write}.`;
    case 'month or season':
      return `Write ${refusal.readings.map(({ name }) => capitalised(name)).join(', or ')}.`;
    case 'week':
      return refusal.week === undefined
        ? 'Write both days in full, such as 3 to 9 June 2025.'
        : `Write ${refusal.week.name}.`;
    case 'school year':
      if (refusal.at === 'start') return `Write the month, such as September ${refusal.from}.`;
      if (refusal.at === 'end') return `Write the month, such as July ${refusal.from + 1}.`;
      return `Write its first and its last month, such as September ${refusal.from} to July ${refusal.from + 1}.`;
    case 'occasion':
      return 'Write its day or its days, such as 9 to 15 June 2025, or its month, such as June 2025.';
    case 'which year end':
      return `Write End of ${refusal.year} for December, or March ${refusal.year} or March ${refusal.year + 1} for a financial year.`;
    case 'which financial year':
      return offered(refusal.offers) ?? 'Write both years, for example 2024/25.';
    case 'no such month':
      return 'Write the day, the name of the month and the year, for example 15 March 2025. If only the year is known, write that.';
    case 'no such day': {
      const month = monthSpan(refusal.year, refusal.month).name;
      return `Write a day from 1 to ${refusal.days} ${month}, or ${month} for the whole month.`;
    }
    case 'month before day': {
      const day = `${refusal.day} ${monthName(refusal.month)}`;
      return refusal.year === undefined
        ? `Add the year and write the day first, for example ${day} 2025.`
        : `Write ${day} ${refusal.year}.`;
    }
    case 'no year':
      return `Add the year, for example ${refusal.example}.`;
    case 'year out of range':
      return `Write a year from ${firstYear} to ${lastYear}.`;
    case 'day number of Excel':
      return `Write ${refusal.day.name}.`;
    case 'which winter':
      return `Write ${winterInFull(refusal.year - 1)}, or ${winterInFull(refusal.year)}.`;
    case 'which quarter':
      return adviceOnQuarter(refusal.quarter, refusal.year);
    case 'range of two readings': {
      const each = refusal.offers.map(({ write, range }) =>
        write === capitalised(range.name) ? write : `${write} for ${range.name}`,
      );
      return `Write ${each.join(', or ')}.`;
    }
    case 'two years':
      return `Write ${refusal.name} ${refusal.from} or ${refusal.name} ${refusal.to}.`;
    case 'month in figures':
    case 'which number is the year':
      return (
        offered(refusal.offers) ??
        'Write the name of the month in letters, for example 15 March 2025.'
      );
    case 'dash between years':
      return (
        offered(refusal.offers) ??
        'Write 2018/19 for a financial year, 2018 to 2020 for calendar years, or April 2018 for a month.'
      );
    case 'years not in a row':
      return offered(refusal.offers) ?? 'Write two years in a row, for example 2018/19.';
    case 'list not in a row':
      return refusal.from === refusal.to
        ? `Write ${slashed(refusal.from)}.`
        : `Write ${slashed(refusal.from)} to ${slashed(refusal.to)} if the time runs from the first to the last.`;
    case 'not one winter': {
      const first = `Winter ${slashed(refusal.from)}`;
      return refusal.to > refusal.from
        ? `Write ${first} for one winter, or ${first} to Winter ${slashed(refusal.to - 1)} for the time between two.`
        : `Write two years in a row, for example ${first}.`;
    }
    case 'backwards':
      return `Write ${refusal.meant.map(({ name }) => name).join(', or ')}.`;
    case 'end not clear':
      return `Write both ends in the same way, for example ${refusal.example.name}.`;
    case 'one date inside the other':
      return `Write where the time begins and where it ends, for example ${refusal.example.name}.`;
    case 'range after a deadline':
      return `Write By ${daySpan(refusal.range.latest).name}, or ${refusal.range.name} without “${refusal.word}”.`;
  }
}

function leaveOut(place: DatePlace): string {
  return isBox(place) ? 'Leave the box empty' : 'Leave the due line out';
}

function isBox(place: DatePlace): boolean {
  return place === 'due box' || place === 'moved date box';
}

function adviceOnNoDate(saysHowSoon: boolean, place: PlaceOfPromise): string {
  switch (place) {
    // The date that was promised stays, whatever a report leaves out.
    case 'moved date':
      return 'If there is no new date, leave the due line out, and say so in “text”. The site keeps the date that was promised.';
    case 'moved date box':
      return 'If there is no new date, leave the box empty, and say so in the text. The site keeps the date that was promised.';
    default:
      return saysHowSoon
        ? `If the plan gives no date, ${uncapitalised(leaveOut(place))}: the site then says so.`
        : `${leaveOut(place)}: the site then says that no date was given.`;
  }
}

function uncapitalised(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function adviceOnRemark(
  {
    kind,
    text,
    date,
  }: Extract<DateRefusal, { kind: 'remark beside the date' | 'words beside the date' }>,
  place: PlaceOfPromise,
): string {
  const write = `Write ${capitalised(date)}`;
  if (text === `(${date})`) return `${write}.`;
  const promised = kind === 'words beside the date' ? ' if that is what was promised' : '';
  const rest =
    place === 'due line'
      ? 'a text, or below “source” with the plan’s own words'
      : 'the text of the report';
  return `${write}${promised}. The rest can go into ${rest}.`;
}

function adviceOnStatus(when: Meaning | undefined, place: PlaceOfPromise): string {
  const status = isBox(place) ? 'choose the status' : 'give the status in a report';
  const leave = `${leaveOut(place)}, and ${place === 'moved date' ? 'give the status' : status}.`;
  // A date does not move to the day on which something was done.
  if (when === undefined || place === 'moved date' || place === 'moved date box') return leave;
  return `${leave} Write ${capitalised(when.name)} only if the plan had promised it for then.`;
}

function adviceOnStart({
  start,
  since,
}: Extract<DateRefusal, { kind: 'start without an end' }>): string {
  const open = since === undefined ? '' : `Write ${capitalised(since.name)} if it has no end. `;
  return `${open}Write ${capitalised(start.name)} if it should be done by then.`;
}

/** A record keeps what was promised first, and a report says what happened to it. */
function adviceOnChange(
  { first, now, run }: Extract<DateRefusal, { kind: 'changed date' }>,
  place: PlaceOfPromise,
): string {
  const inReport = isBox(place) || place === 'moved date';
  const [before, after] = [first, now].map((date) => date && capitalised(date.name));
  if (run !== undefined) {
    const changed = inReport
      ? `write ${after}`
      : `write ${before} in the record of the action, and ${after} as “due” in a report, with the reason`;
    return `If the date was changed, ${changed}. If the time runs from one to the other, write ${capitalised(run.name)}.`;
  }
  if (inReport) return `Write ${after}. The site shows the first date beside it.`;
  const promised = before
    ? `${before}, as it was promised first`
    : 'the date that was promised first';
  return `In the record of the action, write ${promised}. Write ${after} as “due” in a report, with the reason.`;
}

function adviceOnEnd({
  by,
  example,
}: Extract<DateRefusal, { kind: 'how long it goes on' }>): string {
  const whole = example === undefined ? '' : `, such as ${example}`;
  return `Write ${capitalised(by.name)} if it should be done by then. If it goes on until then, write when it begins too${whole}.`;
}

/** An offer that has other words around the date is the whole text, so it goes in quotation marks. */
function dateOf({ write }: Offer): string {
  return /^\d/.test(write) ? write : `“${write}”`;
}

function winterInFull(year: number): string {
  const { earliest, latest } = seasonSpan('winter', year);
  return `Winter ${slashed(year)} for ${interval(earliest, latest).name}`;
}

/** Quarter 1 of the calendar year is the last one of the financial year before. */
function adviceOnQuarter(quarter: number, year: number): string {
  const calendar = quarter === 1 ? quarterSpan(year - 1, 4) : quarterSpan(year, quarter - 1);
  const financial = quarterSpan(year, quarter);
  return `Write ${calendar.name} for the calendar year, or Q${quarter} ${slashed(year)} for ${financial.name}.`;
}

function offered(offers: readonly Offer[]): string | undefined {
  if (offers.length === 0) return undefined;
  const each = offers.map(
    ({ write, is }) => `${write}${is === undefined ? '' : ` for ${timeOf(is)}`}`,
  );
  return `Write ${each.join(', or ')}.`;
}

function timeOf(time: OfferedTime): string {
  switch (time.unit) {
    case 'financial year':
    case 'financial years':
      return `the ${time.unit} April ${time.from} to March ${time.to}`;
    case 'calendar years':
      return `January ${time.from} to December ${time.to}`;
    case 'one financial year':
      return time.unit;
    default:
      return `the ${time.unit}`;
  }
}
