import type { ActionRecord, LeadEntry, UpdateRecord } from '../schema/action.ts';
import { statusNames } from '../domain/status.ts';
import type { Draft, Sourced } from '../records/records.ts';
import type { Asker } from './ask.ts';

/** What is wrong with a part of an update that goes with the parts before it. */
export type Refuse = (
  before: Partial<UpdateRecord>,
  update: Partial<UpdateRecord>,
) => string | undefined;

/** What an update must say besides its date, so that it is worth writing. */
const saying = ['status', 'status_text', 'rag', 'text', 'due', 'leads', 'milestones'] as const;

/**
 * Asks for what is missing of an update. Who has said something already is asked only for what goes
 * with it; who has said nothing is asked for all that an update can say.
 */
export async function askUpdate(
  asker: Asker,
  { value: action }: Sourced<'action'>,
  given: Partial<UpdateRecord>,
  refuse: Refuse,
): Promise<UpdateRecord> {
  const update = { ...given };
  const askField = async <Field extends keyof UpdateRecord>(
    field: Field,
    question: string,
    rest: {
      optional?: boolean;
      long?: boolean;
      read?: (answer: string) => UpdateRecord[Field];
    } = {},
  ) => {
    const { read = (answer) => answer as UpdateRecord[Field], ...how } = rest;
    const answer = await asker.ask({
      option: field.replaceAll('_', '-'),
      question,
      ...how,
      refuse: (typed) => refuse(update, { ...update, [field]: read(typed) }),
    });
    if (answer !== '') update[field] = read(answer);
  };

  const all = asker.present && !saying.some((field) => given[field] !== undefined);
  if (update.reported === undefined) await askField('reported', 'When was this reported');
  if (all) {
    const words = statusNames.join(', ');
    await askField('status', `How far has it got (${words})`, { optional: true });
  }
  if (update.status === 'merged' && update.merged_into === undefined) {
    await askField('merged_into', 'The action that goes on, such as nat-4-3');
  }
  if (all) {
    const optional = update.status !== undefined;
    const question = 'What was reported, in the report’s own words';
    await askField('text', question, { optional: true, long: true });
    await askStages(asker, action, update, refuse);
    const ends = update.status === 'merged' || update.status === 'withdrawn';
    if (!ends && action.milestones === undefined) {
      await askField('due', 'The new due date, if it moved', { optional: true });
    }
    if (!ends) {
      await askField('leads', 'The new leads, all of them, if they changed', {
        optional: true,
        read: listed,
      });
    }
    if (!optional && !saying.some((field) => update[field] !== undefined)) {
      throw new Error('An update says more than its date.');
    }
  } else if (!saying.some((field) => update[field] !== undefined)) {
    await askField('text', 'What was reported, in the report’s own words');
  }
  if (asker.present && update.reason === undefined) {
    const moved =
      update.due ?? update.leads ?? update.milestones?.find(({ due }) => due !== undefined);
    if (moved !== undefined) await askField('reason', 'Why did this change');
    else if (update.status === 'withdrawn') await askField('reason', 'Why was it withdrawn');
  }
  return inOrder(update);
}

async function askStages(
  asker: Asker,
  { milestones }: Draft<ActionRecord>,
  update: Partial<UpdateRecord>,
  refuse: Refuse,
): Promise<void> {
  const done = update.milestones ?? [];
  for (const stage of milestones ?? []) {
    if (stage?.label === undefined) continue;
    const report: Record<string, string> = { label: stage.label };
    for (const [field, question] of [
      ['status', `“${stage.label}”: how far has it got`],
      [
        'due',
        `“${stage.label}” (first due ${stage.due ?? 'on no date'}): its new date, if it moved`,
      ],
    ] as const) {
      const withStage = (more: object) => ({
        ...update,
        milestones: [...done, { ...report, ...more }] as UpdateRecord['milestones'],
      });
      const answer = await asker.ask({
        option: `milestone-${field}`,
        question,
        optional: true,
        refuse: (typed) => refuse(withStage({}), withStage({ [field]: typed })),
      });
      if (answer !== '') report[field] = answer;
    }
    if (Object.keys(report).length > 1) done.push(report as unknown as (typeof done)[number]);
  }
  if (done.length > 0) update.milestones = done;
}

/** Names with commas between them, as a list. */
export function listed(answer: string): LeadEntry[] {
  return answer
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

const order: readonly (keyof UpdateRecord)[] = [
  'reported',
  'status',
  'status_text',
  'rag',
  'text',
  'merged_into',
  'due',
  'leads',
  'reason',
  'milestones',
];

/** The fields in the order of the schema. */
function inOrder(update: Partial<UpdateRecord>): UpdateRecord {
  return Object.fromEntries(
    order.flatMap((field) => (update[field] === undefined ? [] : [[field, update[field]]])),
  ) as unknown as UpdateRecord;
}
