/**
 * Why a typed due date is not accepted that would be but for what stands around it: a remark,
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
    refuseHowOften(text) ??
    refuseFromNow(text)
  );
}

const unsettled = String.raw`(?:tb[acd]|to be (?:agreed|announced|confirmed|decided)|provisional(?:ly)?|estimated|est)`;
/** In brackets, after or before the date, or a mark that leads to a note elsewhere. */
const remarks = [
  /\([^()]*\)|\[[^[\]]*\]/g,
  new RegExp(String.raw`[\s,:;–—-]+${unsettled}\.?$`, 'i'),
  new RegExp(String.raw`^${unsettled}\b\.?[\s,:;–—-]*`, 'i'),
  /\s*[?*†]+$/,
];

function withoutRemarks(text: string): string {
  return remarks.reduce((left, remark) => left.replace(remark, ' ').trim(), text);
}

function refuseRemark(text: string, read: Read): DateRefusal | undefined {
  const date = withoutRemarks(text).replaceAll(/\s+/g, ' ');
  const inBrackets = /[([]([^()[\]]+)[)\]]/.exec(text)?.[1];
  const kept = [date, inBrackets].find((part) => part !== undefined && read(part) !== undefined);
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

const often =
  /^(?:(?:every|each|once an?|twice an?)\s+(?:day|week|month|quarter|year|(?:two|three|six|\d+) (?:weeks|months|years))|(?:bi-?)?(?:daily|weekly|monthly|quarterly|annual(?:ly)?|yearly)|regular(?:ly)?|continuous(?:ly)?|continual(?:ly)?|continuing|rolling|permanent(?:ly)?|always)\.?$/i;

function refuseHowOften(text: string): DateRefusal | undefined {
  return often.test(text) ? { kind: 'how often', text } : undefined;
}

const fromNow =
  /^(?:with)?in (?:(?:the )?(?:next|first|coming) )?(?:\w+ )?(?:days?|weeks?|months?|years?)\b|^(?:year|month|phase) \w+$|^(?:short|medium|long)[ -]term$/i;

function refuseFromNow(text: string): DateRefusal | undefined {
  return fromNow.test(text) ? { kind: 'counted from an unknown day', text } : undefined;
}
