import type { UpdateRecord } from '../schema/action.ts';
import type { LeadEntry } from '../schema/statement.ts';

const text = { type: 'string' } as const;
const several = { type: 'string', multiple: true } as const;

/** What can be said of an update on the command line. */
export const updateOptions = {
  reported: text,
  status: text,
  'status-text': text,
  rag: text,
  text,
  completed: text,
  'merged-into': text,
  due: text,
  lead: several,
  partner: several,
  reason: text,
  milestone: several,
  'milestone-status': several,
  'milestone-due': several,
} as const;

export const updateUsage = `  --reported DATE     when this was reported, such as "June 2023"
  --status WORD       not started, in progress, complete, not reported, withdrawn or merged
  --status-text TEXT  the report’s own words for the status
  --text TEXT         what was reported, in the report’s own words
  --completed DATE    with --status complete: when the report’s words say that it was done
  --due DATE          the new due date, if it moved (with --reason)
  --lead NAME         a new lead, if they changed: name them all (with --reason)
  --partner NAME      the same for a partner
  --merged-into ID    with --status merged: the action that goes on
  --rag COLOUR        red, amber or green, where the report gives one
  --reason TEXT       why a date or lead changed, or why it was withdrawn
  --milestone LABEL   a stage, for an action that has milestones; may be given again.
                      What is said of it comes right after it:
  --milestone-status WORD
                      how far the stage has got
  --milestone-due DATE
                      the new due date of the stage, if it moved (with --reason)
`;

export type Given = { [name in keyof typeof updateOptions]?: string | string[] | undefined };

/** One option as it was typed, in order. */
interface Token {
  kind: string;
  name?: string;
  value?: string | undefined;
}

/**
 * The update that the options say, in the order of the schema’s fields. Nothing is checked here.
 *
 * @throws where a stage’s status or date comes before the stage
 */
export function updateFrom(given: Given, tokens: readonly Token[]): Partial<UpdateRecord> {
  const update = {
    reported: given.reported,
    status: given.status,
    status_text: given['status-text'],
    rag: given.rag,
    text: given.text,
    completed: given.completed,
    merged_into: given['merged-into'],
    due: given.due,
    leads: leadsFrom(given.lead, given.partner),
    reason: given.reason,
    milestones: stagesFrom(tokens),
  };
  return Object.fromEntries(Object.entries(update).filter(([, value]) => value !== undefined));
}

/** Leads and partners as a record lists them; undefined where nobody is named. */
export function leadsFrom(
  leads: string | string[] = [],
  partners: string | string[] = [],
): LeadEntry[] | undefined {
  const all = [
    ...[leads].flat(),
    ...[partners].flat().map((organisation) => ({ organisation, role: 'partner' as const })),
  ];
  return all.length === 0 ? undefined : all;
}

function stagesFrom(tokens: readonly Token[]): UpdateRecord['milestones'] {
  const stages: Record<string, string>[] = [];
  for (const { name, value = '' } of tokens) {
    if (name === 'milestone') stages.push({ label: value });
    if (name !== 'milestone-status' && name !== 'milestone-due') continue;
    const stage = stages.at(-1);
    if (stage === undefined)
      throw new Error(`Say which stage is meant:  --milestone "…" --${name} "${value}"`);
    stage[name.slice('milestone-'.length)] = value;
  }
  return stages.length === 0 ? undefined : (stages as unknown as UpdateRecord['milestones']);
}
