/**
 * Why a typed due date is not accepted that would be but for what is around it: a remark,
 * a second date, a start without an end; or that says how often, or how long from now, and not when.
 */
import { addDays, isoDay, lastOfMonth } from './calendar-day.ts';
import { interval, slashed, type Meaning } from './due-date-span.ts';
import { isRefusal, type DateRefusal } from './due-date-refusal.ts';
import type { Ask } from './due-date-slips.ts';
import { hasTwoReadings } from './due-date-two-readings.ts';

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
    refuseYearEnd(text) ??
    refuseNamedYear(text, ask) ??
    refuseChanged(text, read) ??
    refuseOngoing(text, read) ??
    refuseAndOngoing(text, read, ask) ??
    refuseSeveral(text, read, ask) ??
    refuseStatus(text, read) ??
    refuseRemark(text, read) ??
    refuseNotBefore(text, read) ??
    refuseStart(text, read, ask) ??
    refuseUntil(text, read) ??
    refuseHowOften(text, read) ??
    refuseFromNow(text, read)
  );
}

const week =
  /^(?:by )?(w\/[bce]|w[bc]|we(?=\s+\d)|(?:week|wk) (?:commencing|beginning|starting|ending|of))\b\.?:?\s+(.+)$/i;
/** ‘First week of June 2025’, which need not begin on the first. */
const weekOf =
  /^(?:by )?(?:the )?(?:end of )?(?:the )?(?:first|second|third|fourth|last|final|\d(?:st|nd|rd|th)) (?:full )?(?:week|wk) (?:of|in)\s+(.+)$/i;

function refuseWeek(text: string, read: Read): DateRefusal | undefined {
  const month = weekOf.exec(text)?.[1];
  if (month !== undefined && read(month)) return { kind: 'week', text };
  const named = week.exec(text);
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
  const [, end, from] =
    /^(?:(?:by|in|during) )?(?:the )?(?:(start|end)(?: of)? )?(?:the )?(?:(?:academic|school) year|ay)\s+(\d{4}|\d{2})(?:\s*[/–-]\s*\d{2,4})?$/i.exec(
      text,
    ) ?? [];
  if (from === undefined) return undefined;
  const starts = (Number(from) % 100) + 2000;
  const at = end?.toLowerCase() as 'start' | 'end' | undefined;
  return { kind: 'school year', text, from: starts, ...(at && { at }) };
}

const yearEnd =
  /^(?:by )?(?:the )?(?:(financial|fiscal) )?(?:year[ -]end|end of (?:the )?(financial )?year|eoy|(fye|eofy))[ ,:]+(\d{4})$/i;

function refuseYearEnd(text: string): DateRefusal | undefined {
  const [, before, within, short, typed] = yearEnd.exec(text) ?? [];
  if (typed === undefined) return undefined;
  const year = Number(typed);
  if ((before ?? within ?? short) === undefined) return { kind: 'which year end', text, year };
  const offers = [year - 1, year].map((from) => ({ write: `End of ${slashed(from)}` }));
  return { kind: 'which financial year', text, offers };
}

/** ‘Q3 2025 (calendar year)’, ‘H1 2025 financial’: which of the two years it is, is said. */
function refuseNamedYear(text: string, ask: Ask): DateRefusal | undefined {
  const [, by = '', part = '', sort = ''] =
    /^(by )?(.+?)[\s,(]+(calendar|financial|fiscal)(?: year)?\)?$/i.exec(text) ?? [];
  if (part === '') return undefined;
  const isCalendar = /^c/i.test(sort);
  const told = (date: string): DateRefusal => ({
    ...{ kind: 'remark beside the date', text },
    date: by.toLowerCase() + date,
  });
  const found = ask(part);
  if (isRefusal(found)) {
    if (found.kind !== 'which quarter') return undefined;
    const { quarter, year } = found;
    const first = isoDay(year, quarter * 3 - 2, 1);
    const calendar = interval(first, lastOfMonth(year, quarter * 3));
    if (isCalendar) return told(by === '' ? calendar.name : calendar.end);
    return told(`Q${quarter} ${slashed(year)}`);
  }
  const [, digit, word, year] =
    /^(?:h([12])|(?:the )?(first|1st|second|2nd) half(?: of)?) (\d{4})$/i.exec(part) ?? [];
  if (year === undefined) return undefined;
  const half = digit ?? (/^(?:f|1)/i.test(word ?? '') ? '1' : '2');
  return told(isCalendar ? part : `H${half} ${slashed(Number(year))}`);
}

const changedFrom =
  /^(.+?)[\s,;:([–—-]+(?:was|previously|originally|formerly|(?:revised|moved|changed|extended|slipped) from)\s+([^()[\]]+?)[)\]]?$/i;
const changedTo =
  /^(?:was |original(?:ly)?(?: (?:date|target))?:? )?(.+?)[\s,;:([.–—-]*(->|→|=>|(?:now|revised(?: date)?:?|(?:revised|moved|changed|extended|slipped) to)\s)\s*([^()[\]]+?)[)\]]?$/i;
/** ‘Delayed until June 2025’, ‘Revised date: March 2025’. */
const newDate =
  /^(?:(?:now )?(?:carried (?:forward|over)|changed|deferred|delayed|extended|moved|postponed|(?:pushed|put) back|rescheduled|slipped) (?:in)?(?:to|until|till)|(?:new(?! year)|revised|updated)(?: (?:completion|due|end|target))?(?: (?:date|deadline|timescale))?(?: to)?:?)\s+(.+)$/i;

function refuseChanged(text: string, read: Read): DateRefusal | undefined {
  const [, now, before] = changedFrom.exec(text) ?? [];
  const [, first = before, arrow, after = now] = changedTo.exec(text) ?? [];
  const only = newDate.exec(text)?.[1];
  const changed = read(only ?? after ?? '');
  if (changed === undefined) return undefined;
  if (only !== undefined) return { kind: 'changed date', text, now: changed };
  const promised = read(first ?? '');
  if (promised === undefined) {
    // ‘was June’
    const isDate = ['2025', '2025/26'].some((year) => read(`${first} ${year}`));
    return isDate ? { kind: 'changed date', text, now: changed } : undefined;
  }
  const run = /[>→]/.test(arrow ?? '') ? read(`${first} to ${after}`) : undefined;
  return { kind: 'changed date', text, first: promised, now: changed, ...(run && { run }) };
}

/** ‘Ongoing until March 2025’, ‘Ongoing (2024/25)’. */
function refuseOngoing(text: string, read: Read): DateRefusal | undefined {
  const [, until, date] =
    /^on-?going[\s,:;(–—-]+(?:(until|till|(?:up )?to)\s|(?:throughout|through|during|in|for|over)\s)?\s*(.+?)\)?$/i.exec(
      text,
    ) ?? [];
  const meaning = date === undefined ? undefined : read(date);
  if (meaning === undefined || meaning.latest === null) return undefined;
  const range = `${Number(meaning.latest.slice(0, 4)) - 2} to ${date}`;
  const isRange = until !== undefined && read(range);
  return { kind: 'ongoing and a date', text, date: meaning, ...(isRange && { range }) };
}

const andOngoing = /^(.+?)[\s,;:&+/(]+(?:and\s+)?(then\s+)?on[- ]?going(\s+thereafter)?[).]*$/i;

/** ‘March 2025 and ongoing’: due then and kept up, or begun then. ‘By’ and ‘then’ settle it. */
function refuseAndOngoing(text: string, read: Read, ask: Ask): DateRefusal | undefined {
  const [, date = '', then, thereafter] = andOngoing.exec(text) ?? [];
  if (date === '') return undefined;
  const part = ask(date);
  if (isRefusal(part)) return hasTwoReadings(part) ? part : undefined;
  if (part === undefined || part.latest === null) return undefined;
  const since = read(`ongoing from ${date}`);
  return then === undefined && thereafter === undefined && since
    ? { kind: 'start of it or start in it', text, part, since }
    : { kind: 'remark beside the date', text, date };
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
  /^(?:(?:now|already|currently|partly|partially|fully) )?(?:(?:complete|in place)(?!,? (?:by|before)\b)|completed|done|achieved|delivered|finished|closed|implemented|launched|commenced|published|in progress|under ?way|started|not (?:yet )?started|on (?:track|target|schedule|hold)|carried forward|deferred|delayed|extended|postponed|missed|overdue|superseded|no longer (?:needed|required)|red|amber|green|cancelled|withdrawn|paused|[✓✔])(?!\p{L})[\s:,;.(–—-]*(?:(?:in|on|since)\s+)?(.*?)\)?$/iu;

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
  /[\s,:;/–—-]+(?:in progress|under ?way)$/i,
  /[\s,:;–—-]+(?:completed?|done|achieved|delivered|extended|slipped|revised|overdue|at the latest)\.?$/i,
  /\s*[?*†‡;:¹²³]+$/,
  // The time of a day: not one of another time zone, where the day may be another one.
  /[\sT]+(?:at )?(?:\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[ap]m)?|\d{1,2}\s?[ap]m|noon|midnight)$/i,
  // What it depends on, or what comes then, in words alone.
  /[\s,:;/–—-]+(?:(?:and|&) )?(?:subject to|depend(?:s|ing|ent) (?:up)?on|if|when|once|unless|provided|pending|following|awaiting|with|for|then|thereafter|(?:to be )?(?:reviewed|monitored)|reviews?|annual(?:ly)?|quarterly|monthly)\b\D*$/i,
  // Of which stage or year of a plan it is the date.
  /^(?:years?|yrs?|y|phases?|stages?|steps?) ?(?:\d{1,2}|one|two|three|four|five|[ivx]+)(?:\s*[:,–—-]\s*|\s+)(?=\S)|[\s,:;–—-]+(?:years?|yrs?|y|phases?|stages?) ?\d$/i,
  /^within (?:\w+ ){1,2}[\s,:;–—-]+(?=\S)/i,
  /^(?:immediate(?:ly)?|now|n\/a)\s*(?:and|&|[,/–—-])\s*(?=ongoing)/i,
  /^(?:in progress|under ?way|on (?:track|target|schedule))[\s,:;–—-]+(?:for\s+|(?=(?:to )?(?:be )?(?:complete|by\b)))/i,
  /^(?:approx(?:imately|\.)?|around|about|circa|c\.|~|(?:aim(?:ing)?|aimed) for|launch(?:ing)?(?: in)?)\s*(?=[\p{L}\d])/iu,
  /^(?:(?:to|must|will|should) be (?:completed?|delivered|in place|finished|launched|implemented|achieved|agreed|published|ready)|(?:complete|deliver|finish|launch|implement|publish|in place|ready))\s+(?=by\b|before\b)/i,
];

/** What a remark hid may be a remark as well: ‘Mar 2025 tbc?’ */
function withoutRemarks(text: string): string {
  const left = remarks.reduce((rest, remark) => rest.replace(remark, ' ').trim(), text);
  return left === text ? left : withoutRemarks(left);
}

function refuseRemark(text: string, read: Read): DateRefusal | undefined {
  const date = withoutRemarks(text).replaceAll(/\s+/g, ' ');
  const deadline = /^by\b/i.test(text) ? 'by ' : '';
  const [inBrackets, ...more] = [...text.matchAll(/[([]([^()[\]]+)[)\]]/g)].flatMap(([, part]) =>
    read(part!) ? [deadline + part!.trim()] : [],
  );
  const unbracketed = text
    .replaceAll(/[()[\]]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const kept = [unbracketed, date, inBrackets].find(
    (part) => part !== undefined && read(part) !== undefined,
  );
  if (kept === undefined) return undefined;
  // ‘Phase 1 (March 2026), phase 2 (June 2026)’
  if (kept === inBrackets && more.length > 0) {
    const run = read(`${inBrackets} to ${more.at(-1)}`);
    return { kind: 'several dates', text, count: more.length + 1, ...(run && { run }) };
  }
  const [outside, inside] = [date, inBrackets].map((part) => part && read(part));
  if (kept === date && outside && inside && outside.slug !== inside.slug) {
    const run = read(`${date} to ${inBrackets}`);
    return { kind: 'several dates', text, count: 2, ...(run && { run }) };
  }
  return { kind: 'remark beside the date', text, date: kept };
}

/**
 * Not the stroke of 2018/19 or of 15/03/2023: only one beside a space or before a word. Two lines of
 * a cell have nothing between them but a space.
 */
const between =
  /,?\s+(?:or|and|then|and then)\s+|(?<=\S)\s*[•▪●◦‣·]\s+|\s+\/\s*|\/\s+|\/(?=[a-z])|\s*[;+&]\s*|,\s*|(?<!\b(?:from|since|in|on|starting))\s+(?=q[1-4]\b)|(?<=\b\d{4}(?:\/\d\d)?) (?!ongoing)(?=\w)/i;

/** ‘Q1/3’, ‘quarters 1, 2 and 3’, of which only the first has a word of its own. */
const listOfQuarters =
  /(?:q|quarters?|qtrs?)\.? ?([1-4](?:(?:\s*[/&+,]\s*|,?\s+(?:and|or)\s+)[1-4](?!\d|\s*[.-]\s*\d|\s*\/\s*\d(?![1-4]?(?!\d))))+)/gi;

function refuseSeveral(text: string, read: Read, ask: Ask): DateRefusal | undefined {
  const parts = inDates(text);
  if (parts.length < 2 || parts.includes('')) return undefined;
  const years = [parts.at(-1), parts[0]].map((part = '') => /\S+$/.exec(part)?.[0] ?? '');
  // ‘9 & 10 June 2025’
  years.push((parts.at(-1) ?? '').replace(/^\S+ /, ''));
  const dates = parts.map((part) => [part, ...years.map((year) => `${part} ${year}`)].find(read));
  const range = `${dates[0] ?? parts[0]} to ${dates.at(-1) ?? parts.at(-1)}`;
  if (dates.includes(undefined)) {
    const either = ask(range);
    const inRow = parts.every((part, index) => part[1] === String(Number(parts[0]?.[1]) + index));
    if (!isRefusal(either) || either.kind !== 'range of two readings') return undefined;
    return inRow ? { ...either, text } : { kind: 'several dates', text, count: parts.length };
  }
  const run = read(range);
  if (new Set(dates.map((date) => read(date!)?.slug)).size === 1) {
    return { kind: 'remark beside the date', text, date: dates.at(-1)! };
  }
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
    .replace(/^start(?:s|ing)?(?: date)?:? (?=.*\bend)/i, '')
    .replace(/\bend(?: date)?:/i, 'end')
    .replace(/^(\d{1,2})\/(?=\d{1,2} [a-z]{3})/i, '$1 & ')
    .split(between)
    .map(withoutRemarks);
}

function refuseStart(text: string, read: Read, ask: Ask): DateRefusal | undefined {
  const opening =
    /^(?:(?:to )?(?:from|since|start(?:s|ing)?|commenc(?:es?|ing)|begin(?:s|ning)?)(?: date)?(?: in| on| from)?:?|o)\s+/i;
  const open =
    /\s+(?:onwards?|and ongoing|ongoing|and (?:onwards?|beyond))$|\+$|\s*(?:[-–—]|\bto\b)\s*(?:ongoing|date|now|present)$/i;
  const date = text.replace(open, '').replace(opening, '');
  if (date === text) return undefined;
  const found = ask(date);
  if (isRefusal(found)) return hasTwoReadings(found) ? found : undefined;
  const start = found;
  const since = read(`ongoing from ${date}`);
  return start && { kind: 'start without an end', text, start, ...(since && { since }) };
}

const oftenSince = /^(.*?)\s+(?:from|since|starting(?: in)?|beginning(?: in)?)\s+(.+)$/i;
const howOften =
  /^(?:at least )?(?:(?:every|each|per|(?:once|twice)(?: every| an?)?|\w+ times an?)\s+(?:other )?(?:day|week|fortnight|month|quarter|term|year|(?:two|three|six|\d+) (?:weeks|months|years))|(?:bi-?|six[ -]|\d[ -]?|half[ -]?|twice )?(?:daily|weekly|fortnightly|monthly|quarterly|termly|annual(?:ly)?|yearly)|regular(?:ly)?|continuous(?:ly)?|continual(?:ly)?|continuing|rolling|permanent(?:ly)?|always)(?: (?:basis|improvements?|meetings?|process|programme|reports?|reviews?|updates?))?\.?$/i;

function refuseHowOften(text: string, read: Read): DateRefusal | undefined {
  const [often, date] = oftenSince.exec(text)?.slice(1) ?? [];
  const inWords = /\d/.test(text)
    ? text
    : text.replace(/\s*(?:[,(–—-]|\b(?:in|at|by|every)\b).*$/i, '');
  const day = text.replace(eachYear, ' ').replace(/^by\b/i, '').trim();
  const isEachYear = eachYear.test(text) && read(`${day} 2025`) !== undefined;
  if (
    isEachYear ||
    eachYearInWords.test(text.replace(/^(?:the )?\d{1,2}(?:st|nd|rd|th)\b/i, 'day')) ||
    [text, inWords].some((words) => howOften.test(words))
  ) {
    return { kind: 'how often', text };
  }
  if (often === undefined || !howOften.test(often)) return undefined;
  const since = read(`ongoing from ${date}`);
  return since && { kind: 'how often', text, since };
}

/** 'Every March', '31 March each year', 'annually by spring'. */
const eachYear =
  /[\s,–—-]*\b(?:(?:every|each)(?: year)?|annual(?:ly)?|yearly)(?: by| in)?\b[\s–—-]*/i;

/** 'June and December every year'. */
const eachYearInWords = /^\D*\s(?:every|each) (?:week|month|term|quarter|year)\.?$/i;

const units = '(?:days?|weeks?|months?|years?|yrs?)';
/** '12 months from launch', 'within 6 months of approval'. */
const fromEvent = new RegExp(
  String.raw`^(?:with)?(?:in )?(?:(?:the )?(?:first|next) )?(?:(?:\w+ )?(?:months?|years?|yrs?)|(?!(?:first|second|third|last|final)\b)(?:\w+ )?(?:days?|weeks?)) (?:from|after|of|following|post|before)\s+(.+)$`,
  'i',
);
const plans = '(?:plan|strategy|programme|project|contract)';
const stages = String.raw`(?:years?|yrs?|y(?=\d)|months?|phases?|stages?)`;
const number = String.raw`(?!\d{3})\w+`;
/** Counted from the plan or from today, of which neither is in the text. */
const fromNow = [
  `^(?:(?:with)?in |over |during |for )?(?:the )?(?:(?:next|first|coming) )?(?:\\w+ )?${units}$`,
  `^(?:(?:with)?in|over|during|for) (?:the )?(?:(?:next|first|coming|last|final) )?(?:\\w+ )?${units}\\b`,
  String.raw`^(?:today|yesterday|tomorrow)$|^[a-z\d ]+ ago$`,
  String.raw`^(?:the )?(?:this|first|last|next|coming|current) (?:\w+ )?(?:${units}|quarter|term)$`,
  String.raw`^(?:(?:by|in|during|from) )?(?:(?:the )?(?:start|end|middle) (?:of )?)?${stages} ?${number}(?:(?:\s*(?:[-–&,/]|to|and)\s*|\s+(?=[yps]))(?:${stages} ?)?${number})*(?: q[1-4]| onwards?| (?:of|in) .*${plans})?$`,
  String.raw`^q[1-4] (?:of )?(?:year|yr|y) ?\d$`,
  String.raw`^(?:by |at |for |over |throughout |during )?(?:the )?(?:start|end|middle|life(?:time)?|duration|course)(?: of)?(?: the| this| our)?(?: \w+)* (?:${plans}|year|month|quarter|term)$`,
  `^(?:by |at )?(?:the )?(?:financial )?year[ -]end$`,
  String.raw`^(?:by |at |in )?(?:the )?next [^\d]+$`,
  String.raw`^(?:over |during |for |in |throughout )?(?:the |this |whole |entire |of )*${plans}(?: duration| period| term| lifetime)?$`,
  String.raw`^(?:short|medium|long)(?:er)?(?:[ -]term)?$`,
  String.raw`^\d+\s*(?:[-–]|to)\s*\d+ ${units}$`,
].map((form) => new RegExp(form, 'i'));

function refuseFromNow(text: string, read: Read): DateRefusal | undefined {
  const event = fromEvent.exec(text)?.[1];
  if (event !== undefined) {
    const from = read(event);
    return { kind: 'counted from an event', text, ...(from && { from }) };
  }
  const bare = text.replace(/\s*\([^()]*\)$/, '');
  return fromNow.some((form) => form.test(bare))
    ? { kind: 'counted from an unknown day', text }
    : undefined;
}
