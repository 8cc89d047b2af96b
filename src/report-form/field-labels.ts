import { updateSchema, type UpdateRecord } from '../schema/action.ts';

type Field = keyof UpdateRecord;

/** What each line of an update is called in the form. */
export const fieldLabels: Record<Field, string> = {
  reported: 'Date of the report',
  status: 'Status',
  status_text: 'Words for the status',
  rag: 'Rating',
  text: 'Progress',
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
