import type { DueDate } from './due-date.ts';
import { identifier } from './reference.ts';

/**
 * What the name of a report’s file starts with, so that the files are in the order of their dates: the
 * date, year first, or for a season or a part of a year the month with which it begins.
 */
export function startOfReportName({ slug, earliest, latest }: DueDate): string {
  return /^\d{4}/.test(slug) ? slug : (earliest ?? latest ?? slug).slice(0, '2025-06'.length);
}

/** What distinguishes a report from the others of its plan. */
export interface ReportNamed {
  date: DueDate;
  /** The code of the plan. */
  code: string;
  /** The numbers of the actions that it is about, in its order. */
  references: readonly string[];
  /** Who reports, where that is not the publisher of the plan: an identifier or a name. */
  speaker?: string | undefined;
  /** All that it says, so that two reports of one month about one action have two names. */
  text: string;
}

/** Long enough to know a body by, and short enough for an address. */
const longestSpeaker = 30;

/**
 * The name of a new report’s file, without `.yaml`: its date, the action that it is about, who
 * reports, and four letters that follow from its text. Two people who report on one action in one
 * month do not meet in one file, and who sends the same report twice is told so by the code host.
 */
export function reportName({ date, code, references, speaker, text }: ReportNamed): string {
  const [first, ...more] = references;
  const words = [
    first === undefined ? code : identifier(code, first),
    ...(more.length === 0 ? [] : [`and-${more.length}-more`]),
    asWords(speaker ?? ''),
    lettersOf(text),
  ];
  return [startOfReportName(date), ...words.filter((word) => word !== '')].join('-');
}

function asWords(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9\s_-]+/g, '')
    .replaceAll(/[\s_-]+/g, '-')
    .slice(0, longestSpeaker)
    .replaceAll(/^-|-$/g, '');
}

/** Without vowels, so that they make no word. */
const letters = 'bcdfghjkmnpqrstvwxyz';

/** Four letters that follow from a text, by the hash FNV-1a. */
function lettersOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  let word = '';
  for (let left = hash; word.length < 4; left = Math.floor(left / letters.length)) {
    word += letters[left % letters.length]!;
  }
  return word;
}
