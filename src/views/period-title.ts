import type { Period } from '../register/register.ts';
import { dueInWords } from '../domain/wording.ts';

/** “Due in June 2022”, “Ongoing, with no end date”, “No date given”. */
export function periodTitle({ due }: Period): string {
  return dueInWords(due);
}
