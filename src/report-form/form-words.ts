import { reportSchema } from '../schema/report.ts';
import { statementFields } from '../schema/statement.ts';
import type { Finding } from './findings.ts';

/** What each line of a report is called in the form. */
export const fieldLabels = {
  reported: 'Date of the report',
  by: 'Who reports',
  name: 'Name of the body or group',
  website: 'Its website',
  source: 'Where it can be read',
  title: 'Title of the document or page',
  url: 'Web address',
  page: 'Page or section',
  archived: 'Archived copy',
  note: 'What it is',
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
} as const;

export type Field = keyof typeof fieldLabels;

const helpOfFields: Record<Field, { description?: string; examples?: readonly unknown[] }> = {
  ...metaOf(reportSchema.shape),
  ...metaOf(objectIn(reportSchema.shape.by)),
  ...metaOf(objectIn(reportSchema.shape.source)),
  ...metaOf(statementFields),
} as Record<Field, { description?: string; examples?: readonly unknown[] }>;

/** What the schema says that a field is for, and an example of it. */
export function helpFor(field: Field): { description: string; example: string } {
  const { description, examples } = helpOfFields[field];
  return { description: description!, example: String(examples?.[0]) };
}

interface Described {
  meta(): object | undefined;
}

function metaOf(shape: Readonly<Record<string, Described>>): Record<string, object> {
  return Object.fromEntries(
    Object.entries(shape).map(([name, field]) => [name, field.meta() ?? {}]),
  );
}

/** The fields of the object in a field that may be left out or be of another sort. */
function objectIn(field: unknown): Readonly<Record<string, Described>> {
  const { shape, def } = field as {
    shape?: Readonly<Record<string, Described>>;
    def: { innerType?: unknown; options?: unknown[] };
  };
  if (shape !== undefined) return shape;
  if (def.innerType !== undefined) return objectIn(def.innerType);
  return objectIn(def.options!.at(-1));
}

/** A finding as it is shown beside its box. */
export function inTheForm({ message, why, advice }: Finding): string {
  // Two spaces set off what is to be typed from the words around it, which a page does not show.
  return [message, why, advice]
    .filter((part) => part !== undefined)
    .join(' ')
    .replaceAll(/ {2,}/g, ' ');
}
