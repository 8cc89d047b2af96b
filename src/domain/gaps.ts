import { mayGiveDate, mayNameLead } from './unread.ts';
import { addMonths, fieldsOf, isoDay, type IsoDay } from './calendar-day.ts';
import { isCounted, isOpen, type StatusName } from './status.ts';

/** What of an action the rules below look at. */
export interface GapFacts {
  status: StatusName;
  leads: readonly { role: 'lead' | 'partner' }[];
  due?: object | undefined;
  milestones?: readonly unknown[] | undefined;
  /** The plan’s own words. */
  source?: { due?: string | undefined; lead?: string | undefined } | undefined;
  /** Parts about which a question of an import is open. */
  open?: readonly string[] | undefined;
  measures: readonly string[];
  updates: readonly { reported: { latest: string | null } }[];
  /** How far the plan’s own reports go, for an action without one. */
  asOf: { latest: string | null };
}

/**
 * What a plan should say about each promise, but may leave out. A promise that was withdrawn or merged
 * has no gaps, because nobody waits for it any more.
 */
export const gapRules = [
  {
    id: 'no-lead',
    title: 'No lead',
    has: 'a lead',
    means: 'The plan does not say who will do this.',
    holds: (action) =>
      !action.leads.some(({ role }) => role === 'lead') && !mayNameLead({ source: {}, ...action }),
  },
  {
    id: 'no-date',
    title: 'No date',
    has: 'a date',
    means: 'The plan does not say when this will be done.',
    holds: (action) =>
      action.due === undefined && !mayGiveDate({ milestones: [], source: {}, ...action }),
  },
  {
    id: 'no-measure',
    title: 'No measure',
    has: 'a measure of success',
    means: 'The plan does not say how anyone will know that this has worked.',
    holds: ({ measures, open = [] }) => measures.length === 0 && !open.includes('measures'),
  },
  {
    id: 'no-update',
    title: 'No update for a year',
    has: 'an update in the last year, or is complete',
    means: 'This is not complete, and nothing was reported about it for more than a year.',
    holds: (action, today) => isOpen(action.status) && lastReport(action) < yearBefore(today),
  },
] as const satisfies readonly GapRule[];

interface GapRule {
  /** Marks the place on the page. */
  id: string;
  title: string;
  /** What a promise without the gap has: “None of the 63 has a lead”. */
  has: string;
  /** What is missing, in one plain sentence. */
  means: string;
  holds: (action: GapFacts, today: IsoDay) => boolean;
}

/** The actions to which a rule applies on the day `today`. */
export function withGap<T extends GapFacts>(
  rule: GapRule,
  actions: readonly T[],
  today: IsoDay,
): T[] {
  return actions.filter((action) => isCounted(action.status) && rule.holds(action, today));
}

function lastReport({ updates, asOf }: GapFacts): IsoDay {
  return (updates.at(-1)?.reported ?? asOf).latest ?? '';
}

/** The same day of the month a year earlier; 29 February sorts before 1 March, which is enough. */
export function yearBefore(day: IsoDay): IsoDay {
  const { year, month, dayOfMonth } = fieldsOf(day);
  const before = addMonths(year, month, -12);
  return isoDay(before.year, before.month, dayOfMonth);
}
