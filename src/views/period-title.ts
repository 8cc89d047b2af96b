import type { Period } from '../register/register.ts';
import { inSentence } from '../domain/words.ts';

/** “Due June 2022”, “Ongoing, with no end date”, “No date given”. */
export function periodTitle({ due }: Period): string {
  if (due === undefined) return 'No date given';
  return due.latest === null ? 'Ongoing, with no end date' : `Due ${inSentence(due)}`;
}
