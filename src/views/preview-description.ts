import type { Action } from '../register/register.ts';
import { inSentence, listed } from '../domain/words.ts';

/** When an action is due and who leads it, for chats, which keep what they show: without its status. */
export function previewDescription({ due, leads, plan }: Action): string {
  const names = leads.filter(({ role }) => role === 'lead').map((lead) => lead.organisation.name);
  const when =
    due === undefined
      ? 'No date given'
      : due.latest === null
        ? 'Ongoing, with no end date'
        : `Due ${inSentence(due)}`;
  const who = names.length === 0 ? 'No lead named' : `Led by ${listed(names)}`;
  return `${when}. ${who}. ${plan.title}.`;
}
