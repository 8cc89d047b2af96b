import type { Action } from '../register/register.ts';
import { dueInWords, leadsInWords } from '../domain/wording.ts';

/** When an action is due and who leads it, for chats, which keep what they show: without its status. */
export function previewDescription({ due, leads, plan }: Action): string {
  return `${dueInWords(due)}. ${leadsInWords(leads)}. ${plan.title}.`;
}
