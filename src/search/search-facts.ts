import { withoutStatus } from '../domain/unread-status.ts';
import { noDateInWords } from '../domain/unread.ts';
import { dueInWords, latenessInWords, reportedWhen } from '../domain/wording.ts';
import { isOverdue, latenessOf } from '../domain/lateness.ts';
import { statusOf } from '../domain/status.ts';
import { slugOf } from '../domain/slug.ts';
import { notStated } from '../domain/not-stated.ts';
import { dueEntries } from '../register/due-entries.ts';
import type { Action, Organisation } from '../register/register.ts';
import { joinedReferenceWord, referenceWord } from './reference-query.ts';
import type { FilterName, SortName } from './search-state.ts';

/** What the index knows of an action beside the words on its page. */
export interface SearchFacts {
  /** Identifiers, not titles: they are in the addresses of searches, and titles may change. */
  filters: Record<FilterName, string[]>;
  /** What a result shows, and more words to find it by (`words`, which no result shows). */
  meta: ResultFacts & { words: string };
  /** Sorted as text. */
  sorts: Record<Exclude<SortName, 'relevance'>, string>;
}

/** What a result shows of an action; empty where there is nothing to show. */
export interface ResultFacts {
  title: string;
  /** As printed: `DON 2.1.2`. */
  reference: string;
  /** The status as addresses write it, `in-progress`, or that it was not read. */
  status: string;
  lead: string;
  due: string;
  /** `yes` if a date has passed and nothing says that the promise was kept. */
  late: string;
  /** `yes` if it was late when last reported. */
  red: string;
  /** What can be said of its date, with its month; empty where date and status say it all. */
  lateness: string;
  /** When the status was reported. */
  reported: string;
  topics: string;
}

/** For `due` beside the years. */
export const ongoingValue = 'ongoing';
export const noDateValue = 'no-date';

/** For `disputed`: somebody who did not make the promise reports another status. */
export const disputedValue = 'yes';

/** Which mark a result shows: that of its status, or the one for a report that was not read. */
function statusMark(action: Action): string {
  const told = action.status === 'not reported' ? withoutStatus(action) : undefined;
  return told?.replaceAll(' ', '-') ?? statusOf(action.status).slug;
}

/** Everything that the index is told of an action. */
export function searchFacts(action: Action): SearchFacts {
  const leads = action.leads.filter(({ role }) => role === 'lead');
  const organisations = action.leads.map(({ organisation }) => organisation);
  return {
    filters: {
      area: action.plan.area === notStated ? [] : [slugOf(action.plan.area)],
      subject: action.plan.subject === undefined ? [] : [slugOf(action.plan.subject)],
      plan: [action.plan.id],
      theme: [action.theme.id],
      lead: leads.map(({ organisation }) => organisation.id),
      due: yearsDue(action),
      status: [statusOf(action.status).slug],
      overdue: isOverdue(action.lateness) ? [latenessOf(action.lateness).slug] : [],
      disputed: action.disputed ? [disputedValue] : [],
    },
    meta: {
      title: action.title,
      reference: action.spoken,
      status: statusMark(action),
      lead: leads.map(({ organisation }) => organisation.name).join(', '),
      due: dueInWords(action.due, { none: noDateInWords(action) }),
      late: action.overdue ? 'yes' : '',
      red: action.lateness === 'late' ? 'yes' : '',
      lateness: latenessInWords(action) ?? '',
      reported: reportedWhen(action),
      topics: action.topics.map(({ title }) => title).join('; '),
      words: otherWords(action, organisations).join(' '),
    },
    sorts: {
      due: `${lastDay(action)} ${sortableReference(action)}`,
      reference: sortableReference(action),
    },
  };
}

/** The years in which something of an action falls due, or that it is ongoing or has no date. */
export function yearsDue(action: Action): string[] {
  const years = dueEntries(action).map(({ due }) => {
    if (due === undefined) return noDateValue;
    return due.latest === null ? ongoingValue : due.latest.slice(0, 4);
  });
  return [...new Set(years)].sort();
}

/** The reference in every form that people type, the other names of who takes part, and carers’ own words. */
function otherWords(action: Action, organisations: readonly Organisation[]): string[] {
  return [
    action.reference,
    action.id,
    referenceWord(action.plan.code, action.reference.split('.')),
    joinedReferenceWord(action.plan.code, action.reference.split('.')),
    ...organisations.flatMap(({ name, shortName, otherNames }) => [
      name,
      shortName ?? '',
      ...otherNames,
    ]),
    // The words of its other topics are left out: a search for those finds the action by the topic.
    ...(action.topics[0]?.otherWords ?? []),
  ].filter((words, index, all) => words !== '' && all.indexOf(words) === index);
}

/** Ongoing comes after every date, and no date last. */
function lastDay({ due }: Action): string {
  if (due === undefined) return '9999-12-31';
  return due.latest ?? '9999-01-01';
}

/** A reference that sorts as text in the order in which people count: `don 00002.00001.00010`. */
function sortableReference({ plan, reference }: Action): string {
  return `${plan.code} ${reference.replaceAll(/\d+/g, (digits) => digits.padStart(5, '0'))}`;
}
