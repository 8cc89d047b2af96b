import { statusOf } from '../domain/status.ts';
import type { Action } from '../register/register.ts';
import { inSentence, listed } from '../domain/words.ts';

/** One action in two sentences, for search engines and chats that show a link. */
export function actionDescription(action: Action): string {
  const { due, leads, plan } = action;
  const led = leads.filter(({ role }) => role === 'lead').map((lead) => lead.organisation.name);
  const when =
    due === undefined
      ? 'No date given'
      : due.latest === null
        ? 'Ongoing'
        : `Due ${inSentence(due)}`;
  const who = led.length === 0 ? 'no lead named' : `led by ${listed(led)}`;
  return `${action.spoken} of the ${plan.title}. ${when}, ${who}. ${statusOf(action.status).label}, as of ${inSentence(action.asOf)}.`;
}
