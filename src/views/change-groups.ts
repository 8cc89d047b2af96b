import { address } from '../domain/address.ts';
import { fieldsOf } from '../domain/calendar-day.ts';
import { monthSpan } from '../domain/due-date-span.ts';
import { checkedDate, compareDueDates, type DueDate } from '../domain/due-date.ts';
import { changesIn, recordsPutRight, type Change, type RecordPutRight } from './changes.ts';
import type { Plan, Register } from '../register/register.ts';

/** What was reported or corrected in one month, or in a longer time where the record says no more. */
export interface ChangeGroup {
  /** Makes the address: `2022-03`. */
  slug: string;
  url: string;
  /** “March 2022”. */
  title: string;
  changes: Change[];
  /** What was corrected in the records of plans and reports. */
  putRight: RecordPutRight[];
}

/** Everything that changed, newest first, by its months. */
export function changeGroups({
  actions,
  plans,
}: Pick<Register, 'actions' | 'plans'>): ChangeGroup[] {
  const changes = changesIn(actions);
  const putRight = recordsPutRight(plans);
  // The changes are in order already.
  const all =
    putRight.length === 0
      ? changes
      : [...changes, ...putRight].sort((a, b) => compareDueDates(b.date, a.date));
  const groups = new Map<string, ChangeGroup>();
  for (const change of all) {
    const { slug, display } = monthOf(change.date);
    const group = groups.get(slug) ?? {
      slug,
      url: address.changesReported(slug),
      title: display,
      changes: [],
      putRight: [],
    };
    groups.set(slug, group);
    if ('action' in change) group.changes.push(change);
    else group.putRight.push(change);
  }
  return [...groups.values()];
}

/** The month of a day; any other time as it is, because a report of spring names no month. */
function monthOf(date: DueDate): DueDate {
  if (date.precision !== 'day') return date;
  const { year, month } = fieldsOf(date.latest!);
  return checkedDate(monthSpan(year, month).name);
}

/** A group of which only the newest changes are shown. */
export interface NewestChanges extends ChangeGroup {
  /** How many changes are left out. */
  more: number;
}

/** The newest groups, as many as make a page that is quick to load; only the first may be cut short. */
export function newestGroups(groups: readonly ChangeGroup[], most: number): NewestChanges[] {
  let number = 0;
  return groups
    .filter((group, index) => {
      number += group.changes.length + group.putRight.length;
      return index === 0 || number <= most;
    })
    .map((group) => {
      const changes = group.changes.slice(0, most);
      return { ...group, changes, more: group.changes.length - changes.length };
    });
}

/** One report of a plan: all progress that it gives with one date. */
export interface ProgressReport {
  plan: Plan;
  date: DueDate;
  changes: Change[];
}

/** Progress by the reports that gave it, and apart from it what moved, ended or was corrected. */
export function reportsIn(changes: readonly Change[]): {
  reports: ProgressReport[];
  others: Change[];
} {
  const reports = new Map<string, ProgressReport>();
  const others: Change[] = [];
  for (const change of changes) {
    if (change.kind !== 'progress') {
      others.push(change);
      continue;
    }
    const { plan } = change.action;
    const key = `${plan.id} ${change.date.slug}`;
    const report = reports.get(key) ?? { plan, date: change.date, changes: [] };
    reports.set(key, report);
    report.changes.push(change);
  }
  return { reports: [...reports.values()], others };
}
