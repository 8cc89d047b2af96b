import { fieldsOf, type IsoDay } from '../domain/calendar-day.ts';
import { monthSpan } from '../domain/due-date-span.ts';
import { notStated } from '../domain/not-stated.ts';
import { slugOf } from '../domain/slug.ts';
import type { Plan } from '../register/register.ts';

/** Up to so many plans are shown whole, one after the other; more are listed by area and by subject. */
export const fewPlans = 8;

/** A plan, and the earlier ones that it follows, the newest first. */
export interface PlanLine {
  plan: Plan;
  earlier: Plan[];
}

/** Plans that are for one area or about one subject. */
export interface PlanGroup {
  /** Marks its heading: `area-doncaster`, `subject-carers`. */
  id: string;
  name: string;
  plans: Plan[];
}

/** The plans of each area, by its name; those whose area nobody states come last. */
export function plansByArea(plans: readonly Plan[]): PlanGroup[] {
  const stated = (area: string) => (area === notStated ? undefined : area);
  return groupsOf(plans, ({ area }) => stated(area), 'area', 'Area not stated');
}

/** The plans on each subject, by its name; those whose record names none come last. None where no plan names one. */
export function plansBySubject(plans: readonly Plan[]): PlanGroup[] {
  if (plans.every(({ subject }) => subject === undefined)) return [];
  return groupsOf(plans, ({ subject }) => subject, 'subject', 'Subject not stated');
}

function groupsOf(
  plans: readonly Plan[],
  nameOf: (plan: Plan) => string | undefined,
  part: string,
  unnamed: string,
): PlanGroup[] {
  const groups = Map.groupBy(plans, nameOf);
  const named = [...groups.keys()]
    .filter((name) => name !== undefined)
    .sort((a, b) => a.localeCompare(b, 'en-GB', { numeric: true }));
  return [...named, ...(groups.has(undefined) ? [undefined] : [])].map((name) => ({
    id: `${part}-${name === undefined ? 'not-stated' : slugOf(name)}`,
    name: name ?? unnamed,
    plans: groups.get(name)!,
  }));
}

/**
 * Plans in lines: each that none of these follows, with those that it follows and that are among
 * these.
 */
export function linesOf(plans: readonly Plan[]): PlanLine[] {
  const here = new Set(plans);
  const placed = new Set<Plan>();
  const lines: PlanLine[] = [];
  for (const plan of plans.filter(({ successors }) => !successors.some((one) => here.has(one)))) {
    const earlier: Plan[] = [];
    let next = plan.predecessor;
    while (next !== undefined && here.has(next) && !placed.has(next)) {
      earlier.push(next);
      placed.add(next);
      next = next.predecessor;
    }
    lines.push({ plan, earlier });
  }
  return lines;
}

/** “April 2018 to March 2020”, or “January 2026 onwards” where the plan has no end. */
export function yearsOf({ period: { from, to } }: Plan): string {
  const start = from.name === from.end ? from.name : monthOf(from.earliest!);
  if (to.latest === null) return `${start} onwards`;
  return to.earliest === null ? `${start}, ending ${to.when}` : `${start} to ${to.end}`;
}

function monthOf(day: IsoDay): string {
  const { year, month } = fieldsOf(day);
  return monthSpan(year, month).name;
}

/** “50 plans for 12 areas, on 5 subjects.” */
export function plansInWords(plans: readonly Plan[]): string {
  const areas = new Set(plans.flatMap(({ area }) => (area === notStated ? [] : [area]))).size;
  const subjects = new Set(plans.flatMap(({ subject }) => subject ?? [])).size;
  const forAreas = areas < 2 ? '' : ` for ${areas} areas`;
  const onSubjects = subjects < 2 ? '' : `${forAreas === '' ? '' : ','} on ${subjects} subjects`;
  return `${plans.length} plans${forAreas}${onSubjects}.`;
}
