import { parseDueDate } from './due-date.ts';
import { noDateGiven, noLeadNamed } from './wording.ts';

/*
 * What a plan says in words that nobody has read as a date or as leads yet. Until somebody has, its
 * own words are shown, and never that it says nothing.
 */

const notReadYet = 'Date not read yet';

/** The parts of a promise that the rules below look at. */
export interface SaidInWords {
  due?: object | undefined;
  milestones: readonly unknown[];
  leads: readonly unknown[];
  /** The plan’s own words. */
  source: { due?: string | undefined; lead?: string | undefined };
  /** Parts about which a question of an import is open. */
  open?: readonly string[] | undefined;
}

/**
 * The plan’s words for when it is due, where they were not read as a date. Empty where it shows
 * something else, such as an error, and nobody has said yet what is meant.
 */
export function unreadDue({
  due,
  milestones,
  source,
  open = [],
}: Omit<SaidInWords, 'leads'>): string | undefined {
  if (due !== undefined || milestones.length > 0) return undefined;
  return source.due ?? (open.includes('due') ? '' : undefined);
}

/** Whether the plan gives a date or may give one: its words are not read, and are not “TBC” or “n/a”. */
export function mayGiveDate(promise: Omit<SaidInWords, 'leads'>): boolean {
  const words = unreadDue(promise);
  if (words === undefined) return promise.due !== undefined || promise.milestones.length > 0;
  if (words === '') return true;
  const read = parseDueDate(words);
  return read.ok || read.refusal.kind !== 'no date';
}

/** What is said in place of a due date: the plan’s own words for it, or that it gives none. */
export function noDateInWords(promise: Omit<SaidInWords, 'leads'>, none = noDateGiven): string {
  const words = unreadDue(promise);
  if (words === '') return notReadYet;
  return words === undefined ? none : `The plan says: “${words}”`;
}

/** What is said in place of leads: the plan’s own words for them, or that it names none. */
export function noLeadInWords({ source, open = [] }: Pick<SaidInWords, 'source' | 'open'>): string {
  if (source.lead !== undefined) return `The plan says: “${source.lead}”`;
  return open.includes('leads') ? 'Lead not read yet' : noLeadNamed;
}

/** Whether a plan names a lead or may name one that nobody has read yet. */
export function mayNameLead({ source, open = [] }: Pick<SaidInWords, 'source' | 'open'>): boolean {
  return open.includes('leads') || (source.lead !== undefined && !saysNobody.test(source.lead));
}

const saysNobody =
  /^[\s\p{P}]*(?:|tb[acd]|n\/?a|none|nil|nobody|vacant|to be (?:agreed|confirmed|decided))[\s\p{P}]*$/iu;

/** How promises without a date are headed: no date is missing where one was only not read. */
export function undatedInWords(promises: readonly Omit<SaidInWords, 'leads'>[]): string {
  const unread = promises.filter(mayGiveDate).length;
  if (unread === 0) return noDateGiven;
  return unread === promises.length ? notReadYet : 'No date given, or not read yet';
}
