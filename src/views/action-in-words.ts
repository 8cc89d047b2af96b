import {
  dueInWords,
  leadsInWords,
  noDateGiven,
  noLeadNamed,
  statusInWords,
} from '../domain/wording.ts';
import type { Action } from '../register/register.ts';

/** What is said in place of a due date: the plan’s own words for it, where they were not read. */
export function noDateInWords({ source, milestones }: Action, none = noDateGiven): string {
  return source.due === undefined || milestones.length > 0
    ? none
    : `The plan says: “${source.due}”`;
}

/** What is said in place of leads: the plan’s own words for them, where they were not read. */
export function noLeadInWords({ source }: Action): string {
  return source.lead === undefined ? noLeadNamed : `The plan says: “${source.lead}”`;
}

/** One action in two sentences, for search engines and chats that show a link. */
export function actionDescription(action: Action): string {
  const when = dueInWords(action.due, {
    ongoing: 'Ongoing',
    none: noDateInWords(action),
  });
  const who = leadsInWords(action.leads, { none: 'no lead named', start: 'led by' });
  return `${action.spoken} of the ${action.plan.title}. ${when}, ${who}. ${statusInWords(action)}.`;
}

/** When an action is due and who leads it, for chats, which keep what they show: without its status. */
export function previewDescription({ due, leads, plan }: Action): string {
  return `${dueInWords(due)}. ${leadsInWords(leads)}. ${plan.title}.`;
}
