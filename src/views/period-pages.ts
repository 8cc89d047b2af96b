import { knownOf } from '../domain/known-of.ts';
import type { DueDate } from '../domain/due-date.ts';
import { comparePeriods, emptyPeriod } from '../register/period.ts';
import type { Action, Period, Register } from '../register/register.ts';

/** A period and the promises that were once due in it and are not any more. */
export interface PeriodPage {
  period: Period;
  moved: Action[];
}

/**
 * Every period with a page of its own: those in which something is due, and those in which
 * something was. One whose last promise moved keeps its page, because an address must not vanish.
 * Each page of a period asks for those before and after it.
 */
export const periodPages = knownOf<Register, readonly PeriodPage[]>(findPages);

function findPages({ periods, actions }: Register): PeriodPage[] {
  const pages = new Map(
    periods.map((period) => [
      period.slug,
      { period, moved: [] as Action[], due: new Set(period.actions) },
    ]),
  );
  for (const action of actions) {
    for (const [slug, due] of datesOnceGiven(action)) {
      const page = pages.get(slug) ?? { period: emptyPeriod(due), moved: [], due: new Set() };
      pages.set(slug, page);
      if (!page.due.has(action)) page.moved.push(action);
    }
  }
  return [...pages.values()]
    .map(({ period, moved }) => ({ period, moved }))
    .sort((a, b) => comparePeriods(a.period, b.period));
}

/** By the last part of the period’s address. */
function datesOnceGiven({
  firstDue,
  milestones,
  updates,
}: Action): Map<string, DueDate | undefined> {
  const stages = milestones.map((stage) => stage.firstDue);
  const movedStages = updates.flatMap((update) =>
    (update.milestones ?? []).flatMap(({ due }) => due ?? []),
  );
  const dates = [
    // An action with several stages has no single date.
    ...(milestones.length === 0 ? [firstDue] : []),
    ...stages,
    ...movedStages,
    ...updates.flatMap((update) => update.due ?? []),
  ];
  return new Map(dates.map((date) => [date?.slug ?? 'no-date', date]));
}
