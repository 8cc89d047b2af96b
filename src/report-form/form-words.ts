import { updateSchema, type UpdateRecord } from '../schema/action.ts';
import type { Finding } from './findings.ts';

type Field = keyof UpdateRecord;

/** What each line of an update is called in the form. */
export const fieldLabels: Record<Field, string> = {
  reported: 'Date of the report',
  status: 'Status',
  status_text: 'Words for the status',
  rag: 'Rating',
  text: 'Progress',
  completed: 'When it was done',
  merged_into: 'Joined to',
  due: 'New due date',
  leads: 'New leads',
  reason: 'Reason',
  milestones: 'Stages',
};

/** What the schema says that a field is for, and an example of it. */
export function helpFor(field: Field): { description: string; example: string } {
  const { description, examples } = updateSchema.shape[field].meta()!;
  return { description: description!, example: String((examples as unknown[] | undefined)?.[0]) };
}

/** A finding as it is shown beside its box. */
export function inTheForm({ message, why, advice }: Finding): string {
  // Two spaces set off what is to be typed from the words around it, which a page does not show.
  return [message, why, advice]
    .filter((part) => part !== undefined)
    .join(' ')
    .replaceAll(/ {2,}/g, ' ');
}
