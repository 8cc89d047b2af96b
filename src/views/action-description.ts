import { dueInWords, leadsInWords, statusInWords } from '../domain/wording.ts';
import type { Action } from '../register/register.ts';
import { noDateInWords } from './own-words.ts';

/** One action in two sentences, for search engines and chats that show a link. */
export function actionDescription(action: Action): string {
  const when = dueInWords(action.due, {
    ongoing: 'Ongoing',
    none: noDateInWords(action),
  });
  const who = leadsInWords(action.leads, { none: 'no lead named', start: 'led by' });
  return `${action.spoken} of the ${action.plan.title}. ${when}, ${who}. ${statusInWords(action)}.`;
}
