import { join } from 'node:path';
import type { Problem } from '../records/problem.ts';
import { recordPlace } from '../records/record-places.ts';
import type { Records, Sourced } from '../records/records.ts';
import { outcomesOf } from '../records/rules/plans.ts';
import { answerOf, valueOf, type Answer } from './answer.ts';
import { asBlock } from '../records/yaml/as-yaml.ts';
import { nextReference, outcomeNamed, planNamed, rowFor } from './new-action.ts';
import { problemsOfAnswer } from './problems-of-answer.ts';
import { referencesElsewhere } from './references-elsewhere.ts';
import { AlreadyThere, type FolderOfFiles } from './write-checked.ts';
import type { ActionRecord } from '../schema/action.ts';
import type { LeadEntry } from '../schema/statement.ts';
import type { Asker, Question } from './ask.ts';
import { namesTyped } from './ask-report.ts';

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
  /** The identifiers of the actions of an earlier plan that it carries on. */
  continues?: string | string[] | undefined;
  row?: string | undefined;
}

/** A new action, as it is to be written. */
export interface NewAction {
  /** Of the record, in the data folder. */
  path: string;
  record: ActionRecord;
  /** A branch on which an action of the plan has the same number. */
  alsoOn?: string;
}

/**
 * Asks for what is missing of a new action. What a plan may leave out is asked for only where all is
 * asked for.
 *
 * @param published every address that was ever published
 */
export async function askAction(
  asker: Asker,
  given: ActionGiven,
  records: Records,
  published: readonly string[],
  folderOfFiles: FolderOfFiles,
): Promise<NewAction> {
  const all = asker.present && given.title === undefined && given.promise === undefined;
  const place = await askPlace(asker, given, records, published, folderOfFiles);
  const { plan, outcome, reference, path, alsoOn } = place;
  const { measures } = given;
  const record: Partial<ActionRecord> = {};
  const source = { row: given.row ?? rowFor(records, plan.id, outcome, reference) };
  const judged = <Field extends keyof ActionRecord>(field: Field, value: ActionRecord[Field]) => {
    const before = asBlock({ ...record, source });
    const after = asBlock({ ...record, [field]: value, source });
    return answerOf(value, problemsOfAnswer(folderOfFiles, path, before, after));
  };
  // What was given is checked with the whole record, so that all mistakes are reported at once.
  const saidText = async (field: 'title' | 'promise', question: string, long: boolean) =>
    given[field]?.trim() ||
    (await asker.ask({
      option: `--${field}`,
      question,
      long,
      read: (typed) => judged(field, typed),
    }));
  const askIfAll = async <Field extends 'leads' | 'topics' | 'due' | 'continues'>(
    field: Field,
    question: string,
    parse: (typed: string) => NonNullable<ActionRecord[Field]>,
  ) =>
    given[field] ??
    (all
      ? await asker.askIfAny({
          option: field === 'continues' ? '--continues' : `--${field.replace(/s$/, '')}`,
          question,
          read: (typed) => judged(field, parse(typed)),
        })
      : undefined);

  record.title = await saidText('title', 'A short plain title', false);
  record.promise = await saidText('promise', 'The promise, word for word as the plan has it', true);
  record.outcome = outcome;
  const led = 'Who leads, by the names of files in organisations, with commas between them';
  const about = 'What it is about, by the names of files in topics, with commas between them';
  const leads = await askIfAll('leads', led, namesTyped);
  if (leads !== undefined && leads.length > 0) record.leads = leads;
  const topics = await askIfAll('topics', about, namesTyped);
  if (topics !== undefined && topics.length > 0) record.topics = topics;
  const due = await askIfAll('due', 'When it is due, as the plan writes it', (typed) => typed);
  if (due !== undefined) record.due = due;
  const carriesOn =
    'Which action of the earlier plan it carries on, if the plan says so, such as any-2-1-2';
  const continues =
    given.continues !== undefined || plan.value.succeeds !== undefined
      ? await askIfAll('continues', carriesOn, (typed) => oneOrSeveral(namesTyped(typed)))
      : undefined;
  if (continues !== undefined && continues.length > 0) {
    record.continues = oneOrSeveral([continues].flat());
  }
  if (measures !== undefined) record.measures = measures;
  return {
    path,
    record: { ...record, source } as ActionRecord,
    ...(alsoOn !== undefined && { alsoOn }),
  };
}

/** Where a new action belongs. */
interface PlaceOfAction {
  plan: Sourced<'plan'>;
  outcome: string;
  reference: string;
  /** Of the record, in the data folder. */
  path: string;
  alsoOn: string | undefined;
}

/** Asks of which plan and outcome the action is, and for its number there. */
async function askPlace(
  asker: Asker,
  given: Pick<ActionGiven, 'plan' | 'outcome' | 'ref'>,
  records: Records,
  published: readonly string[],
  { folder, files }: FolderOfFiles,
): Promise<PlaceOfAction> {
  /** What was given, or else asked for. */
  const said = async <T>(given: string | undefined, question: Question<T>) =>
    given?.trim() ? valueOf(question.read(given.trim())) : asker.ask(question);

  const onlyPlan = records.plan.length === 1 ? records.plan[0]?.id : undefined;
  if (given.plan === undefined && onlyPlan === undefined) {
    asker.say(list(records.plan.map(({ id, value }) => [id, value.title])));
  }
  const plan = await said(given.plan, {
    option: '--plan',
    question: 'The plan’s folder or code',
    suggested: onlyPlan,
    read: (typed) => planNamed(records, typed),
  });
  if (given.outcome === undefined) {
    asker.say(list(outcomesOf(plan).map(({ id, title }) => [id, title])));
  }
  const outcome = await said(given.outcome, {
    option: '--outcome',
    question: 'The number or name of the outcome',
    read: (typed) => outcomeNamed(plan, typed),
  });
  const elsewhere = referencesElsewhere(folder, plan.id);
  const pathOf = (reference: string) => `plans/${plan.id}/actions/${reference}.yaml`;
  const free = (reference: string): Answer<string> =>
    files.some((file) => file.path === pathOf(reference))
      ? { refusal: new AlreadyThere(join(folder, pathOf(reference))).message }
      : answerOf(reference, problemsOfName(pathOf(reference)));
  const reference = await said(given.ref, {
    option: '--ref',
    question: 'The number of the action in the plan',
    suggested: nextReference(records, plan, outcome, published, [...elsewhere.keys()]),
    read: free,
  });
  return { plan, outcome, reference, path: pathOf(reference), alsoOn: elsewhere.get(reference) };
}

/** One is written without a list. */
function oneOrSeveral(names: string[]): string | string[] {
  return names.length === 1 ? names[0]! : names;
}

/** What is wrong with the name that a new file would have. */
function problemsOfName(path: string): Problem[] {
  const place = recordPlace(path, path);
  return place !== undefined && 'message' in place ? [place] : [];
}

function list(entries: readonly (readonly [string, string | undefined])[]): string {
  const widest = Math.max(...entries.map(([name]) => name.length));
  return `\n${entries.map(([name, title]) => `  ${name.padEnd(widest)}  ${title ?? ''}`).join('\n')}\n`;
}
