/**
 * What to say about a typed due date that would be accepted but for what stands around it: a remark,
 * a second date, a start without an end; or that says how often, or how long from now, and not when.
 */
import { capitalised, type Refusal } from './due-date-grammar.ts';
import { type Meaning } from './due-date-period.ts';

/** What a text means, or undefined where it would not be accepted. */
type Read = (text: string) => Meaning | undefined;

/** The refusal for a date among other words, if it is one of the usual sorts. */
export function refuseSurroundings(text: string, read: Read): Refusal | undefined {
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

function refuseRemark(text: string, read: Read): Refusal | undefined {
  const date = withoutRemarks(text).replaceAll(/\s+/g, ' ');
  const inBrackets = /[([]([^()[\]]+)[)\]]/.exec(text)?.[1];
  const kept = [date, inBrackets].find((part) => part !== undefined && read(part) !== undefined);
  if (kept === undefined) return undefined;
  return {
    message: `“${text}” has more than the date in it.`,
    advice:
      text === `(${kept})`
        ? `Write ${kept}.`
        : `Write ${kept}. What stands beside it can go into a text, or below “source” with the plan’s own words.`,
  };
}

/** Not the stroke of 2018/19 or of 15/03/2023: only one beside a space or before a word. */
const between = /\s+\/\s*|\/\s+|\/(?=[a-z])|\s*[;+&]\s*|,\s*|\s+(?:or|and|then|and then)\s+/i;

function refuseSeveral(text: string, read: Read): Refusal | undefined {
  const parts = text.split(between).map(withoutRemarks);
  if (parts.length < 2) return undefined;
  const year = /\S+$/.exec(parts.at(-1) ?? '')?.[0] ?? '';
  const dates = parts.map((part) => [part, `${part} ${year}`].find(read));
  if (dates.includes(undefined)) return undefined;
  const run = read(`${dates[0]} to ${dates.at(-1)}`);
  const runs =
    run === undefined
      ? 'Write only the one that was promised.'
      : `Write ${capitalised(run.name)} if the time runs from the first to the last.`;
  return {
    message: `“${text}” gives ${parts.length === 2 ? 'two' : parts.length} dates.`,
    advice: `${runs} For stages with a date each, write “milestones” in place of “due”.`,
  };
}

function refuseStart(text: string, read: Read): Refusal | undefined {
  const start = /^(?:from|since|starting|starts|after)\s+/i;
  const open = /\s+(?:onwards?|and ongoing|ongoing)$|\s*(?:[-–—]|\bto\b)\s*ongoing$/i;
  const date = text.replace(open, '').replace(start, '');
  const meaning = date === text ? undefined : read(date);
  if (meaning === undefined) return undefined;
  return {
    message: `“${text}” says when it starts, and not when it is due.`,
    advice: `Write Ongoing if it has no end. Write ${capitalised(meaning.name)} if it is to be done by then.`,
  };
}

const often =
  /^(?:(?:every|each|once an?|twice an?)\s+(?:day|week|month|quarter|year|(?:two|three|six|\d+) (?:weeks|months|years))|(?:bi-?)?(?:daily|weekly|monthly|quarterly|annual(?:ly)?|yearly)|regular(?:ly)?|continuous(?:ly)?|continual(?:ly)?|continuing|rolling|permanent(?:ly)?|always)\.?$/i;

function refuseHowOften(text: string): Refusal | undefined {
  if (!often.test(text)) return undefined;
  return {
    message: `“${text}” says how often, and not by when.`,
    advice: 'Write Ongoing if it has no end, or the date of the last time, such as March 2025.',
  };
}

const fromNow =
  /^(?:with)?in (?:(?:the )?(?:next|first|coming) )?(?:\w+ )?(?:days?|weeks?|months?|years?)\b|^(?:year|month|phase) \w+$|^(?:short|medium|long)[ -]term$/i;

function refuseFromNow(text: string): Refusal | undefined {
  if (!fromNow.test(text)) return undefined;
  return {
    message: `“${text}” does not say which month or year that is.`,
    advice:
      'Count from the day of the plan, and write the date, such as By March 2025. If that cannot be known, leave the due line out.',
  };
}
