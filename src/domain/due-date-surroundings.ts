/**
 * Why a typed due date is not accepted that would be but for what is around it: a remark,
 * a second date, a start without an end; or that says how often, or how long from now, and not when.
 */
import { addDays } from './calendar-day.ts';
import { interval, type Meaning } from './due-date-span.ts';
import { isRefusal, type DateRefusal } from './due-date-refusal.ts';
import type { Ask } from './due-date-slips.ts';

/** What a text means, or undefined where it would not be accepted. */
type Read = (text: string) => Meaning | undefined;

/** The refusal for a date among other words, if it is one of the usual sorts. */
export function refuseSurroundings(text: string, ask: Ask): DateRefusal | undefined {
  const read: Read = (part) => {
    const found = ask(part);
    return isRefusal(found) ? undefined : found;
  };
  return (
    refuseWeek(text, read) ??
    refuseSchoolYear(text) ??
    refuseChanged(text, read) ??
    refuseSeveral(text, read, ask) ??
    refuseRemark(text, read) ??
    refuseNotBefore(text, read) ??
    refuseStart(text, read) ??
    refuseUntil(text, read) ??
    refuseStatus(text, read) ??
    refuseHowOften(text, read) ??
    refuseFromNow(text)
  );
}

function refuseWeek(text: string, read: Read): DateRefusal | undefined {
  const named =
    /^(?:by )?(w\/?[bce]|(?:week|wk) (?:commencing|beginning|starting|ending|of))\b\.?:?\s+(.+)$/i.exec(
      text,
    );
  if (named === null) return undefined;
  const [, word = '', date = ''] = named;
  const day = read(date);
  if (day === undefined || day.precision !== 'day' || day.earliest === null) {
    return { kind: 'week', text };
  }
  const first = /^(?:w\/?e|.*ending)$/i.test(word) ? addDays(day.earliest, -6) : day.earliest;
  return { kind: 'week', text, week: interval(first, addDays(first, 6)) };
}

function refuseSchoolYear(text: string): DateRefusal | undefined {
  const from =
    /^(?:by |in |during |end of )?(?:the )?(?:(?:academic|school) year|ay)\s+(\d{4}|\d{2})\s*[/–-]\s*\d{2,4}$/i.exec(
      text,
    )?.[1];
  return from === undefined
    ? undefined
    : { kind: 'school year', text, from: (Number(from) % 100) + 2000 };
}

const changedFrom =
  /^(.+?)[\s,;:(–—-]+(?:was|previously|originally|formerly|(?:revised|moved|changed|extended|slipped) from)\s+([^()]+?)\)?$/i;
const changedTo =
  /^(.+?)[\s,;:(–—-]*(?:->|→|=>|(?:now|(?:revised|moved|changed|extended|slipped) to)\s)\s*([^()]+?)\)?$/i;

function refuseChanged(text: string, read: Read): DateRefusal | undefined {
  const from = changedFrom.exec(text);
  const to = changedTo.exec(text);
  const first = from?.[2] ?? to?.[1];
  const now = from?.[1] ?? to?.[2];
  const meant = [first, now].map((date) => (date === undefined ? undefined : read(date)));
  return meant[0] && meant[1] && { kind: 'changed date', text, first: meant[0], now: meant[1] };
}

function refuseNotBefore(text: string, read: Read): DateRefusal | undefined {
  const date =
    /^(?:after|post|(?:not|no) (?:before|earlier than|sooner than))[\s-]+(.+)$/i.exec(text)?.[1] ??
    /^(.+?),? at (?:the )?earliest$/i.exec(text)?.[1];
  return date !== undefined && read(date) ? { kind: 'not before', text } : undefined;
}

function refuseUntil(text: string, read: Read): DateRefusal | undefined {
  const date = /^(?:until|till|til|up to|up until|to|through to)\s+(.+)$/i.exec(text)?.[1];
  const by = date === undefined ? undefined : read(`by ${date}`);
  if (by === undefined || by.latest === null) return undefined;
  const example = `${Number(by.latest.slice(0, 4)) - 2} to ${date}`;
  return { kind: 'how long it goes on', text, by, ...(read(example) && { example }) };
}

const statusWords =
  /^(?:(?:now |already |partly |partially )?(?:completed?|done|achieved|delivered|finished|closed|implemented|in progress|under ?way|started|not started|not yet started|on track|on target|delayed|overdue|cancelled|withdrawn|paused|on hold))\b[\s:,;–—-]*(?:(?:in|on|by|since)\s+)?(.*)$/i;

function refuseStatus(text: string, read: Read): DateRefusal | undefined {
  const date = statusWords.exec(text)?.[1]?.replace(/\.$/, '');
  if (date === undefined) return undefined;
  if (date === '') return { kind: 'status', text };
  const when = read(date);
  return when && { kind: 'status', text, when };
}

const unsettled = String.raw`(?:tb[acd]|to be (?:agreed|announced|confirmed|decided)|provisional(?:ly)?|estimated|est)`;
/** In brackets, after or before the date, or a mark that leads to a note elsewhere. */
const remarks = [
  // The mark of a list.
  /^(?:[•▪●◦‣·*]\s*|[-–—]\s+)/,
  /\([^()]*\)|\[[^[\]]*\]/g,
  new RegExp(String.raw`[\s,:;–—-]+${unsettled}\.?$`, 'i'),
  new RegExp(String.raw`^${unsettled}\b\.?[\s,:;–—-]*`, 'i'),
  /[\s,:;–—-]+(?:completed?|done|achieved|delivered|extended|slipped|revised|overdue|at the latest)\.?$/i,
  /\s*[?*†‡;:¹²³]+$/,
  // The time of a day: not one of another time zone, where the day may be another one.
  /[\sT]+(?:at )?(?:\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[ap]m)?|\d{1,2}\s?[ap]m|noon|midnight)$/i,
  // What it depends on, or what comes then, in words alone.
  /[\s,:;–—-]+(?:subject to|depend(?:s|ing|ent) (?:up)?on|if|when|once|unless|provided|pending|following|awaiting|with|for|(?:and )?then|(?:to be )?(?:reviewed|monitored)|reviews?|annual(?:ly)?|quarterly|monthly)\b\D*$/i,
  /^(?:approx(?:imately|\.)?|around|about|circa|c\.|~|(?:aim(?:ing)?|aimed) for|launch(?:ing)?(?: in)?)\s*(?=[\p{L}\d])/iu,
  /^(?:(?:to|must|will|should) be (?:completed?|delivered|in place|finished|launched|implemented|achieved|agreed|published|ready)|(?:complete|deliver|finish|launch|implement|publish|in place|ready))\s+(?=by\b|before\b)/i,
];

function withoutRemarks(text: string): string {
  return remarks.reduce((left, remark) => left.replace(remark, ' ').trim(), text);
}

function refuseRemark(text: string, read: Read): DateRefusal | undefined {
  const date = withoutRemarks(text).replaceAll(/\s+/g, ' ');
  const inBrackets = /[([]([^()[\]]+)[)\]]/.exec(text)?.[1];
  const unbracketed = text
    .replaceAll(/[()[\]]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const kept = [unbracketed, date, inBrackets].find(
    (part) => part !== undefined && read(part) !== undefined,
  );
  if (kept === undefined) return undefined;
  return { kind: 'remark beside the date', text, date: kept };
}

/**
 * Not the stroke of 2018/19 or of 15/03/2023: only one beside a space or before a word. Two lines of
 * a cell have nothing between them but a space.
 */
const between =
  /,?\s+(?:or|and|then|and then)\s+|(?<=\S)\s*[•▪●◦‣·]\s+|\s+\/\s*|\/\s+|\/(?=[a-z])|\s*[;+&]\s*|,\s*|\s+(?=q[1-4]\b)|(?<=\b\d{4}(?:\/\d\d)?) (?!ongoing)(?=\w)/i;

/** ‘Q1/3’, ‘quarters 1, 2 and 3’, of which only the first has a word of its own. */
const listOfQuarters =
  /(?:q|quarters?|qtrs?)\.? ?([1-4](?:(?:\s*[/&+,]\s*|,?\s+(?:and|or)\s+)[1-4](?!\d|\s*[.-]\s*\d|\s*\/\s*\d(?![1-4]?(?!\d))))+)/gi;

function refuseSeveral(text: string, read: Read, ask: Ask): DateRefusal | undefined {
  const parts = inDates(text);
  if (parts.length < 2) return undefined;
  const years = [parts.at(-1), parts[0]].map((part = '') => /\S+$/.exec(part)?.[0] ?? '');
  const dates = parts.map((part) => [part, ...years.map((year) => `${part} ${year}`)].find(read));
  const range = `${dates[0] ?? parts[0]} to ${dates.at(-1) ?? parts.at(-1)}`;
  if (dates.includes(undefined)) {
    const either = ask(range);
    const inRow = parts.every((part, index) => part[1] === String(Number(parts[0]?.[1]) + index));
    if (!isRefusal(either) || either.kind !== 'range of two readings') return undefined;
    return inRow ? { ...either, text } : { kind: 'several dates', text, count: parts.length };
  }
  const run = read(range);
  return {
    kind: 'several dates',
    text,
    count: parts.length,
    ...(run !== undefined && { run, range }),
  };
}

/** The dates of a list, each quarter with its letter, and its year at its end. */
function inDates(text: string): string[] {
  const lettered = text.replace(listOfQuarters, (_, list: string) => list.replace(/[1-4]/g, 'Q$&'));
  const slashed = lettered.replace(/(?<=^q.*\d\d)[-–](?=\d+$)/i, '/');
  return slashed
    .replace(/^(\d{2,4}\/\d{2,4})[:,]? (?=q)(.*)$/i, '$2 $1')
    .split(between)
    .map(withoutRemarks);
}

function refuseStart(text: string, read: Read): DateRefusal | undefined {
  const opening = /^(?:from|since|starting|starts|o)\s+/i;
  const open =
    /\s+(?:onwards?|and ongoing|ongoing|and (?:onwards?|beyond))$|\+$|\s*(?:[-–—]|\bto\b)\s*ongoing$/i;
  const date = text.replace(open, '').replace(opening, '');
  const start = date === text ? undefined : read(date);
  const since = read(`ongoing from ${date}`);
  return start && { kind: 'start without an end', text, start, ...(since && { since }) };
}

const oftenSince = /^(.*?)\s+(?:from|since|starting(?: in)?|beginning(?: in)?)\s+(.+)$/i;
const howOften =
  /^(?:(?:every|each|once an?|twice an?)\s+(?:day|week|month|quarter|year|(?:two|three|six|\d+) (?:weeks|months|years))|(?:bi-?)?(?:daily|weekly|monthly|quarterly|annual(?:ly)?|yearly)|regular(?:ly)?|continuous(?:ly)?|continual(?:ly)?|continuing|rolling|permanent(?:ly)?|always)\.?$/i;

function refuseHowOften(text: string, read: Read): DateRefusal | undefined {
  const [often, date] = oftenSince.exec(text)?.slice(1) ?? [];
  const inWords = /\d/.test(text)
    ? text
    : text.replace(/\s*(?:[,(–—-]|\b(?:in|at|by|every)\b).*$/i, '');
  if ([text, inWords].some((words) => howOften.test(words)) || eachMonth.test(text)) {
    return { kind: 'how often', text };
  }
  if (often === undefined || !howOften.test(often)) return undefined;
  const since = read(`ongoing from ${date}`);
  return since && { kind: 'how often', text, since };
}

/** 'Every March', 'each spring', 'June each year'. */
const eachMonth =
  /^\D*\s(?:every|each) (?:week|month|term|quarter|year)\.?$|^(?:every|each) (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|winter|easter|christmas)[a-z]*\.?$/i;

/** '12 months from launch', 'within 6 months of approval'. */
const fromEvent =
  /^(?:with)?(?:in )?(?:\w+ )?(?:days?|weeks?|months?|years?) (?:from|after|of|following|post|before)\b/i;
const fromNow =
  /^(?:with)?in (?:(?:the )?(?:next|first|coming) )?(?:\w+ )?(?:days?|weeks?|months?|years?)\b|^(?:years?|yrs?|months?|phases?|stages?) \w+(?:\s*(?:[-–&]|to|and)\s*\w+)?$|^(?:short|medium|long)(?:er)?(?:[ -]term)?$|^(?:\d+|one|two|three|four|five|six|nine|twelve)(?:\s*(?:[-–]|to)\s*\d+)? (?:days?|weeks?|months?|years?)$/i;

/** 'Year 1, Year 2', 'by the end of year 2 of the plan', 'first year', 'year end'. */
const ofThePlan =
  /^(?:(?:by|in|at|during|throughout|over)\s+)?(?:(?:the\s+)?(?:end|start|beginning|middle)\s+of\s+)?(?:the\s+)?(?:(?:first|second|third|fourth|fifth|final|last)\s+(?:year|phase|stage)|year[\s-]end|(?:year|yr|month|phase|stage)s?\s+(?:\d{1,2}|one|two|three|four|five)(?:[\s,;/&–-]+(?:(?:and|to)\s+)?(?:(?:year|yr|month|phase|stage)s?\s+)?(?:\d{1,2}|one|two|three|four|five))*)(?:\s+of\s+(?:the\s+)?(?:plan|strategy|programme|project))?\.?$/i;

function refuseFromNow(text: string): DateRefusal | undefined {
  const bare = text.replace(/\s*\([^()]*\)$/, '');
  if (fromEvent.test(text)) return { kind: 'counted from an event', text };
  return fromNow.test(bare) || ofThePlan.test(bare)
    ? { kind: 'counted from an unknown day', text }
    : undefined;
}
