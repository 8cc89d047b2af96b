import type { LeadEntry, UpdateRecord } from '../schema/action.ts';
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
