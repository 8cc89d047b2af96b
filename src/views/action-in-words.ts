import { noDateInWords, noLeadInWords } from '../domain/unread.ts';
import { dueInWords, leadsInWords, statusInWords } from '../domain/wording.ts';
import type { Action } from '../register/register.ts';

/** One action in two sentences, for search engines and chats that show a link. */
export function actionDescription(action: Action): string {
  const when = dueInWords(action.due, {
    ongoing: 'Ongoing',
    none: noDateInWords(action),
  });
  const who = leadsInWords(action.leads, { none: noLeadIn(action), start: 'led by' });
  return `${action.spoken} of the ${action.plan.title}. ${when}, ${who}. ${statusInWords(action)}.`;
}

/** When an action is due and who leads it, for chats, which keep what they show: without its status. */
export function previewDescription(action: Action): string {
  const when = dueInWords(action.due, { none: noDateInWords(action) });
  const who = leadsInWords(action.leads, { none: noLeadInWords(action) });
  return `${when}. ${who}. ${action.plan.title}.`;
}

function noLeadIn({ source, open }: Action): string {
  const unnamed = open.includes('leads') ? 'lead not read yet' : 'no lead named';
  return source.lead === undefined ? unnamed : `led by, in the plan’s words, “${source.lead}”`;
}
