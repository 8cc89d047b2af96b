/**
 * Why a typed due date is not accepted that would be but for what is around it: a remark,
 * a second date, a start without an end; or that says how often, or how long from now, and not when.
 */
import type { Meaning } from './due-date-span.ts';
import type { DateRefusal } from './due-date-refusal.ts';

/** What a text means, or undefined where it would not be accepted. */
type Read = (text: string) => Meaning | undefined;

/** The refusal for a date among other words, if it is one of the usual sorts. */
export function refuseSurroundings(text: string, read: Read): DateRefusal | undefined {
  return (
    refuseSeveral(text, read) ??
    refuseRemark(text, read) ??
    refuseStart(text, read) ??
    refuseUntil(text, read) ??
    refuseStatus(text, read) ??
    refuseHowOften(text, read) ??
    refuseFromNow(text)
  );
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
  /\([^()]*\)|\[[^[\]]*\]/g,
  new RegExp(String.raw`[\s,:;–—-]+${unsettled}\.?$`, 'i'),
  new RegExp(String.raw`^${unsettled}\b\.?[\s,:;–—-]*`, 'i'),
  /[\s,:;–—-]+(?:completed?|done|achieved|delivered|extended|slipped|revised|overdue|at the latest)\.?$/i,
  /\s*[?*†]+$/,
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

/** Not the stroke of 2018/19 or of 15/03/2023: only one beside a space or before a word. */
const between = /\s+\/\s*|\/\s+|\/(?=[a-z])|\s*[;+&]\s*|,\s*|\s+(?:or|and|then|and then)\s+/i;

function refuseSeveral(text: string, read: Read): DateRefusal | undefined {
  const parts = text.split(between).map(withoutRemarks);
  if (parts.length < 2) return undefined;
  const year = /\S+$/.exec(parts.at(-1) ?? '')?.[0] ?? '';
  const dates = parts.map((part) => [part, `${part} ${year}`].find(read));
  if (dates.includes(undefined)) return undefined;
  const run = read(`${dates[0]} to ${dates.at(-1)}`);
  return { kind: 'several dates', text, count: parts.length, ...(run !== undefined && { run }) };
}

function refuseStart(text: string, read: Read): DateRefusal | undefined {
  const opening = /^(?:from|since|starting|starts|after)\s+/i;
  const open = /\s+(?:onwards?|and ongoing|ongoing)$|\s*(?:[-–—]|\bto\b)\s*ongoing$/i;
  const date = text.replace(open, '').replace(opening, '');
  const start = date === text ? undefined : read(date);
  return start && { kind: 'start without an end', text, start };
}

const oftenSince = /^(.*?)\s+(?:from|since|starting(?: in)?|beginning(?: in)?)\s+(.+)$/i;
const howOften =
  /^(?:(?:every|each|once an?|twice an?)\s+(?:day|week|month|quarter|year|(?:two|three|six|\d+) (?:weeks|months|years))|(?:bi-?)?(?:daily|weekly|monthly|quarterly|annual(?:ly)?|yearly)|regular(?:ly)?|continuous(?:ly)?|continual(?:ly)?|continuing|rolling|permanent(?:ly)?|always)\.?$/i;

function refuseHowOften(text: string, read: Read): DateRefusal | undefined {
  const [often, date] = oftenSince.exec(text)?.slice(1) ?? [];
  if (howOften.test(text)) return { kind: 'how often', text };
  if (often === undefined || !howOften.test(often)) return undefined;
  const since = read(`ongoing from ${date}`);
  return since && { kind: 'how often', text, since };
}

/** '12 months from launch', 'within 6 months of approval'. */
const fromEvent =
  /^(?:with)?(?:in )?(?:\w+ )?(?:days?|weeks?|months?|years?) (?:from|after|of|following|post|before)\b/i;
const fromNow =
  /^(?:with)?in (?:(?:the )?(?:next|first|coming) )?(?:\w+ )?(?:days?|weeks?|months?|years?)\b|^(?:year|month|phase) \w+$|^(?:short|medium|long)[ -]term$/i;

function refuseFromNow(text: string): DateRefusal | undefined {
  if (fromEvent.test(text)) return { kind: 'counted from an event', text };
  return fromNow.test(text) ? { kind: 'counted from an unknown day', text } : undefined;
}
