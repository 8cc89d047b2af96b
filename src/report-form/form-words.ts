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

/** Words for someone who types lines, and the same for someone who fills in boxes. */
const replacements: readonly [RegExp, string][] = [
  [/\bAdd a line\b/g, 'Write something'],
  [/\bLeave the due line out:/g, 'Leave the box empty:'],
  [/\bWrite each on a line of its own\b/g, 'Write each in a box of its own'],
  // Two spaces stand before what is to be typed, and a box has its name beside it.
  [/ {2}(?:[a-z_]+: |- )/g, '  '],
];

/** A finding as it stands beside its box: the check’s words, with boxes in place of lines. */
export function inTheForm({ path, message, why, advice }: Finding): string {
  const words = [message, why, advice].filter((part) => part !== undefined).join(' ');
  const field = path.findLast((step) => typeof step === 'string') ?? '';
  const label = Object.hasOwn(fieldLabels, field)
    ? fieldLabels[field as keyof typeof fieldLabels]
    : field;
  return replacements
    .reduce((text, [from, to]) => text.replaceAll(from, to), words)
    .replace(`“${field}”`, `“${label}”`)
    .replaceAll(/ {2,}/g, ' ');
}
