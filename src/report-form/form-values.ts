import { updateEntry, updatesHeading } from '../authoring/update-entry.ts';
import type { PublishedAction } from '../exports/actions-json.ts';
import type { UpdateRecord } from '../schema/action.ts';
import type { LeadEntry } from '../schema/statement.ts';
import type { Finding } from './findings.ts';
import { tidyLine, tidyText } from './tidy.ts';

/** What stands in the boxes of the form, as typed; a box that was left empty holds ''. */
export interface FormValues {
  reported: string;
  status: string;
  status_text: string;
  rag: string;
  text: string;
  merged_into: string;
  due: string;
  leads: { organisation: string; role: string }[];
  reason: string;
  /** One for each milestone of the action, in its order. */
  milestones: { label: string; status: string; due: string }[];
}

/**
 * The update that the boxes say, with its fields in the order of the schema and nothing for a box
 * that is empty. It may hold mistakes: the schema and the rules have not seen it yet.
 */
export function updateOf(values: FormValues): UpdateRecord {
  const said = {
    reported: tidyLine(values.reported),
    status: values.status,
    status_text: tidyLine(values.status_text),
    rag: values.rag,
    text: tidyText(values.text),
    // The box is there only beside that status.
    merged_into: values.status === 'merged' ? tidyLine(values.merged_into) : '',
    due: tidyLine(values.due),
    leads: values.leads.flatMap(leadSaid),
    reason: tidyLine(values.reason),
    milestones: values.milestones.flatMap(milestoneSaid),
  };
  return withoutEmpty(said) as unknown as UpdateRecord;
}

function leadSaid({ organisation, role }: FormValues['leads'][number]): LeadEntry[] {
  const id = tidyLine(organisation);
  if (id === '') return [];
  return role === 'partner' ? [{ organisation: id, role }] : [id];
}

function milestoneSaid({ label, status, due }: FormValues['milestones'][number]) {
  const said = withoutEmpty({ status, due: tidyLine(due) });
  return Object.keys(said).length === 0 ? [] : [{ label, ...said }];
}

function withoutEmpty(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value.length > 0));
}

/**
 * The lines of an update as they are pasted into the record of its action, with a line end after the
 * last: before the line `source:`, or where the record has updates, before the first line below them
 * that starts at the very left.
 */
export function linesToPaste(update: UpdateRecord, { updates }: PublishedAction): string {
  const heading = updates.length === 0 ? [updatesHeading] : [];
  return [...heading, ...updateEntry(update), ''].join('\n');
}

/** The box of the form that something was found in, by its name: `reported`, `leads-1`, `milestones-0-due`. */
export function boxOf({ path }: Pick<Finding, 'path'>, values: FormValues): string {
  const [field = 'reported', entry, part] = path;
  if (typeof entry !== 'number') return String(field);
  // What is empty does not stand in the update, so the nth entry there is not always the nth here.
  const filled =
    field === 'leads'
      ? filledAt(values.leads, ({ organisation }) => tidyLine(organisation) !== '')
      : filledAt(values.milestones, ({ status, due }) => status !== '' || tidyLine(due) !== '');
  const box = `${String(field)}-${filled[entry]!}`;
  return field === 'leads' ? box : `${box}-${part === 'status' ? 'status' : 'due'}`;
}

function filledAt<T>(entries: readonly T[], isFilled: (entry: T) => boolean): number[] {
  return entries.flatMap((entry, index) => (isFilled(entry) ? [index] : []));
}
