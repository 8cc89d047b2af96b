import type { ActionRecord, UpdateRecord } from '../schema/action.ts';
import { statusNames } from '../domain/status.ts';
import type { Draft, Sourced } from '../records/records.ts';
import type { Problem } from '../records/problem.ts';
import { answerOf } from './answer.ts';
import type { Asker, OptionalQuestion } from './ask.ts';

/** What is wrong with a part of an update that goes with the parts before it. */
export type Judge = (before: Partial<UpdateRecord>, update: Partial<UpdateRecord>) => Problem[];

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
  judge: Judge,
): Promise<UpdateRecord> {
  const update = { ...given };
  const about = <Field extends keyof UpdateRecord>(
    field: Field,
    question: string,
    parse: (typed: string) => UpdateRecord[Field] = (typed) => typed as UpdateRecord[Field],
  ): OptionalQuestion<UpdateRecord[Field]> => ({
    option: `--${field === 'leads' ? 'lead' : field.replaceAll('_', '-')}`,
    question,
    long: field === 'text',
    read: (typed) => {
      const value = parse(typed);
      return answerOf(value, judge(update, { ...update, [field]: value }));
    },
  });
  const askFor = async (field: keyof UpdateRecord, question: string) => {
    Object.assign(update, { [field]: await asker.ask(about(field, question)) });
  };
  const askIfAny = async <Field extends keyof UpdateRecord>(
    ...[field, ...how]: Parameters<typeof about<Field>>
  ) => {
    const value = await asker.askIfAny(about(field, ...how));
    if (value !== undefined) update[field] = value;
  };

  const all = asker.present && !saying.some((field) => given[field] !== undefined);
  if (update.reported === undefined) await askFor('reported', 'When was this reported');
  if (all) {
    const words = statusNames.join(', ');
    await askIfAny('status', `How far has it got (${words})`);
  }
  if (update.status === 'merged' && update.merged_into === undefined) {
    await askFor('merged_into', 'The action that goes on, such as nat-4-3');
  }
  if (all) {
    const optional = update.status !== undefined;
    const question = 'What was reported, in the report’s own words';
    await askIfAny('text', question);
    await askStages(asker, action, update, judge);
    const ends = update.status === 'merged' || update.status === 'withdrawn';
    if (!ends && action.milestones === undefined) {
      await askIfAny('due', 'The new due date, if it moved');
    }
    if (!ends) {
      await askIfAny('leads', 'The new leads, all of them, if they changed', namesTyped);
    }
    if (!optional && !saying.some((field) => update[field] !== undefined)) {
      throw new Error('An update says more than its date.');
    }
  } else if (!saying.some((field) => update[field] !== undefined)) {
    await askFor('text', 'What was reported, in the report’s own words');
  }
  if (asker.present && update.reason === undefined) {
    const moved =
      update.due ?? update.leads ?? update.milestones?.find(({ due }) => due !== undefined);
    if (moved !== undefined) await askFor('reason', 'Why did this change');
    else if (update.status === 'withdrawn') await askFor('reason', 'Why was it withdrawn');
  }
  return inOrder(update);
}

async function askStages(
  asker: Asker,
  { milestones }: Draft<ActionRecord>,
  update: Partial<UpdateRecord>,
  judge: Judge,
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
      const answer = await asker.askIfAny({
        option: `--milestone-${field}`,
        question,
        read: (typed) => answerOf(typed, judge(withStage({}), withStage({ [field]: typed }))),
      });
      if (answer !== undefined) report[field] = answer;
    }
    if (Object.keys(report).length > 1) done.push(report as unknown as (typeof done)[number]);
  }
  if (done.length > 0) update.milestones = done;
}

/** Names with commas between them, as a list. */
export function namesTyped(answer: string): string[] {
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
