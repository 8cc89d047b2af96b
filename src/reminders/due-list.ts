import { addDays } from '../domain/calendar-day.ts';
import type { DueDate } from '../domain/due-date.ts';
import { gapRules, withGap } from '../domain/gaps.ts';
import { latenessInWords } from '../domain/wording.ts';
import { dueEntries } from '../register/due-entries.ts';
import type { Action, Organisation, Register } from '../register/register.ts';

/** Why an action is on the list, the most pressing last date first. */
export const reasons = [
  { name: 'soon', heading: 'Due soon' },
  { name: 'late', heading: 'Late when last reported' },
  { name: 'no news', heading: 'Due date passed, no news since' },
  { name: 'silent', heading: 'Nothing reported for a year' },
] as const;

export type Reason = (typeof reasons)[number]['name'];

/** An action that those who keep the records, or who lead it, should look at. */
export interface DueItem {
  action: Action;
  reason: Reason;
  /** When it is due; of an action with stages, when that stage is. */
  due: DueDate | undefined;
  /** The stage that the date is of. */
  stage: string | undefined;
}

/** What one lead should look at; without a lead, what nobody leads. */
export interface DueOfLead {
  lead: Organisation | undefined;
  items: DueItem[];
}

/** What a list of what is due is asked for. */
export interface DueWanted {
  /** How many days ahead, today included. */
  within: number;
  /** Only what this organisation leads. */
  lead?: string | undefined;
  /** Only the actions of this plan. */
  plan?: string | undefined;
}

/**
 * What is due within so many days, has passed its date or was not reported on for a year, by lead:
 * leads by name, and last what nobody leads. Of each, what is due soon comes first.
 */
export function dueList(register: Register, { within, lead, plan }: DueWanted): DueOfLead[] {
  const until = addDays(register.today, within);
  const silent = new Set(
    withGap(
      gapRules.find(({ id }) => id === 'no-update')!,
      register.actions,
      register.today,
    ),
  );
  const byLead = new Map<Organisation | undefined, DueItem[]>();
  for (const action of register.actions) {
    if (plan !== undefined && action.plan.id !== plan) continue;
    const item = itemOf(action, register.today, until, silent);
    if (item === undefined) continue;
    const leads = action.leads
      .filter(({ role }) => role === 'lead')
      .map(({ organisation }) => organisation);
    for (const each of leads.length === 0 ? [undefined] : leads) {
      if (lead !== undefined && each?.id !== lead) continue;
      byLead.set(each, [...(byLead.get(each) ?? []), item]);
    }
  }
  const inOrder = [...register.organisations, undefined];
  return inOrder.flatMap((each) => {
    const items = byLead.get(each);
    return items === undefined ? [] : [{ lead: each, items: items.sort(byReason) }];
  });
}

function itemOf(
  action: Action,
  today: string,
  until: string,
  silent: ReadonlySet<Action>,
): DueItem | undefined {
  const entries = dueEntries(action)
    .map(({ due, milestone }) => ({
      due,
      stage: milestone?.label,
      lateness: milestone?.lateness ?? action.lateness,
    }))
    .sort((a, b) => ((a.due?.latest ?? '9') < (b.due?.latest ?? '9') ? -1 : 1));
  const soon = entries.find(
    ({ due, lateness }) =>
      lateness === 'not yet due' &&
      due?.latest != null &&
      due.latest >= today &&
      due.latest <= until,
  );
  const late = entries.find(({ lateness }) => lateness === 'late');
  const passed = entries.find(({ lateness }) => lateness === 'no news');
  const found = (reason: Reason, entry: (typeof entries)[number] | undefined) => ({
    action,
    reason,
    due: entry?.due,
    stage: entry?.stage,
  });
  if (soon) return found('soon', soon);
  if (late) return found('late', late);
  if (passed) return found('no news', passed);
  return silent.has(action) ? found('silent', entries.at(-1)) : undefined;
}

function byReason(a: DueItem, b: DueItem): number {
  const place = ({ reason }: DueItem) => reasons.findIndex(({ name }) => name === reason);
  const days = ({ due }: DueItem) => due?.latest ?? '9';
  return place(a) - place(b) || (days(a) < days(b) ? -1 : Number(days(a) > days(b)));
}

/** “due in March 2023; late when last reported, in July 2019”, in whole words and without the day of the list. */
export function itemInWords({ action, reason, due, stage }: DueItem): string {
  const of = stage === undefined ? '' : `“${stage}” `;
  const date = due === undefined ? 'no date given' : `due: ${due.display}`;
  const said =
    reason === 'soon' || stage !== undefined
      ? undefined
      : reason === 'silent'
        ? `last reported ${action.lastReported.when}`
        : latenessInWords(action);
  return [of + date, said && said.charAt(0).toLowerCase() + said.slice(1)]
    .filter(Boolean)
    .join('; ');
}
