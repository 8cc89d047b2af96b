import { knownOf } from '../domain/known-of.ts';
import { address } from '../domain/address.ts';
import { compareDueDates, type DueDate } from '../domain/due-date.ts';
import type { Period, Register } from './register.ts';
import { noDateGiven } from '../domain/wording.ts';

/** The period that a due date names, or that of actions without one, with nothing in it yet. */
export function emptyPeriod(due: DueDate | undefined): Period {
  const slug = due?.slug ?? 'no-date';
  return {
    slug,
    url: address.period(slug),
    ...(due === undefined ? {} : { due }),
    title: due?.display ?? noDateGiven,
    entries: [],
    actions: [],
  };
}

/** The period in which something with this date is due; undefined where nothing is. */
export function periodOf(
  { periods }: Pick<Register, 'periods'>,
  due: DueDate | undefined,
): Period | undefined {
  return bySlug(periods).get(due?.slug ?? 'no-date');
}

const bySlug = knownOf(
  (periods: readonly Period[]) => new Map(periods.map((period) => [period.slug, period])),
);

/** Earliest end first; “ongoing” and then “no date” last. */
export function comparePeriods({ due: a }: Period, { due: b }: Period): number {
  return a && b ? compareDueDates(a, b) : Number(a === undefined) - Number(b === undefined);
}
