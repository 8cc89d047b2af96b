import { join } from 'node:path';
import { recordPlace } from '../records/record-places.ts';
import type { Records } from '../records/records.ts';
import { outcomesOf } from '../records/rules/plans.ts';
import { asBlock } from './as-block.ts';
import { nextReference, outcomeNamed, planNamed, rowFor } from './new-action.ts';
import { problemsOfAnswer } from './problems-of-answer.ts';
import type { FolderOfFiles } from './write-checked.ts';
import type { ActionRecord, LeadEntry } from '../schema/action.ts';
import type { Asker, Question } from './ask.ts';
import { listed } from './ask-update.ts';
import { inWords, refusalOf } from './in-words.ts';

/** What was said of a new action on the command line. */
export interface ActionGiven {
  plan?: string | undefined;
  outcome?: string | undefined;
  ref?: string | undefined;
  title?: string | undefined;
  promise?: string | undefined;
  leads?: LeadEntry[] | undefined;
  topics?: string[] | undefined;
  due?: string | undefined;
  measures?: string[] | undefined;
  row?: string | undefined;
}

/**
 * Asks for what is missing of a new action. What a plan may leave out is asked for only where all is
 * asked for.
 *
 * @returns the record, and its path in the data folder
 */
export async function askAction(
  asker: Asker,
  given: ActionGiven,
  records: Records,
  published: readonly string[],
  folderOfFiles: FolderOfFiles,
): Promise<{ path: string; record: ActionRecord }> {
  const all = asker.present && given.title === undefined && given.promise === undefined;
  const said = async (typed: string | undefined, question: Question) =>
    typed?.trim() || (await asker.ask(question));

  const onlyPlan = records.plan.length === 1 ? records.plan[0]?.id : undefined;
  if (given.plan === undefined && onlyPlan === undefined) {
    asker.say(list(records.plan.map(({ id, value }) => [id, value.title])));
  }
  const plan = planNamed(
    records,
    await said(given.plan, {
      option: 'plan',
      question: 'The plan’s folder or code',
      suggested: onlyPlan,
      refuse: (typed) => refusalOf(() => planNamed(records, typed)),
    }),
  );
  if (given.outcome === undefined) {
    asker.say(list(outcomesOf(plan).map(({ id, title }) => [id, title])));
  }
  const outcome = outcomeNamed(
    plan,
    await said(given.outcome, {
      option: 'outcome',
      question: 'The number or name of the outcome',
      refuse: (typed) => refusalOf(() => outcomeNamed(plan, typed)),
    }),
  );
  const pathOf = (reference: string) => `plans/${plan.id}/actions/${reference}.yaml`;
  const isThere = (reference: string) => {
    const { folder, files } = folderOfFiles;
    if (!files.some((file) => file.path === pathOf(reference))) return undefined;
    return `${join(folder, pathOf(reference))} is there already, and is not written over.`;
  };
  const reference = await said(given.ref, {
    option: 'ref',
    question: 'The number of the action in the plan',
    suggested: nextReference(records, plan, outcome, published),
    refuse: (typed) => isThere(typed) ?? aboutName(pathOf(typed)),
  });
  const there = isThere(reference);
  if (there !== undefined) throw new Error(there);

  const path = pathOf(reference);
  const { leads, topics, due, measures } = given;
  const record: Partial<ActionRecord> = {};
  const source = { row: given.row ?? rowFor(records, plan.id, outcome, reference) };
  const refused = (field: keyof ActionRecord, value: unknown) => {
    const before = asBlock({ ...record, source });
    const after = asBlock({ ...record, [field]: value, source });
    return inWords(problemsOfAnswer(folderOfFiles, path, before, after));
  };
  const askText = (field: 'title' | 'promise' | 'due', question: string, rest: Partial<Question>) =>
    said(given[field], {
      option: field,
      question,
      refuse: (typed) => refused(field, typed),
      ...rest,
    });
  const askList = (field: 'leads' | 'topics', question: string) =>
    asker.ask({
      option: field.slice(0, -1),
      question,
      optional: true,
      refuse: (typed) => refused(field, listed(typed)),
    });

  record.title = await askText('title', 'A short plain title', {});
  record.promise = await askText('promise', 'The promise, word for word as the plan has it', {
    long: true,
  });
  record.outcome = outcome;
  const asked =
    all && leads === undefined
      ? listed(
          await askList(
            'leads',
            'Who leads, by the names of files in organisations, with commas between them',
          ),
        )
      : [];
  const leading = leads ?? asked;
  if (leading.length > 0) record.leads = leading;
  const about =
    all && topics === undefined
      ? listed(
          await askList(
            'topics',
            'What it is about, by the names of files in topics, with commas between them',
          ),
        )
      : [];
  const named = topics ?? (about as string[]);
  if (named.length > 0) record.topics = named;
  const when = all
    ? await askText('due', 'When it is due, as the plan writes it', { optional: true })
    : due;
  if (when) record.due = when;
  if (measures !== undefined) record.measures = measures;
  return { path, record: { ...record, source } as ActionRecord };
}

/** What is wrong with the name that a new file would have. */
function aboutName(path: string): string | undefined {
  const place = recordPlace(path, path);
  return place !== undefined && 'message' in place ? inWords([place]) : undefined;
}

function list(entries: readonly (readonly [string, string | undefined])[]): string {
  const widest = Math.max(...entries.map(([name]) => name.length));
  return `\n${entries.map(([name, title]) => `  ${name.padEnd(widest)}  ${title ?? ''}`).join('\n')}\n`;
}
