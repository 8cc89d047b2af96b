import type { Action } from '../register/register.ts';

/** What is said in place of a due date: the plan’s own words for it, where they were not read. */
export function noDateInWords({ source, milestones }: Action): string {
  return source.due === undefined || milestones.length > 0
    ? 'No date given'
    : `The plan says: “${source.due}”`;
}

/** What is said in place of leads: the plan’s own words for them, where they were not read. */
export function noLeadInWords({ source }: Action): string {
  return source.lead === undefined ? 'No lead named' : `The plan says: “${source.lead}”`;
}
