import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { reportText } from '../authoring/report-text.ts';
import { dateRefusalInWords, parseDueDate, type DueDate } from '../domain/due-date.ts';
import { compareReferences } from '../domain/reference.ts';
import { startOfReportName } from '../domain/report-name.ts';
import { finishSaving, saveFiles } from '../files/save-files.ts';
import { actionsTable } from '../exports/actions-table.ts';
import { dataFilesIn, type DataFile } from '../records/data-files.ts';
import { checkRecords } from '../records/load-records.ts';
import { linkRegister } from '../register/link.ts';
import { siteDate } from '../domain/site-date.ts';
import { readRecords } from '../records/read-records.ts';
import type { Records } from '../records/records.ts';
import { reportProblems } from '../records/report/terminal.ts';
import { withSchemaLine } from '../records/schema-line.ts';
import { statementsIn } from '../records/statements.ts';
import type { ReportRecord } from '../schema/report.ts';
import type { StatementRecord } from '../schema/statement.ts';
import { planProgress, reportsNothing, type Round } from './round/progress-round.ts';
import { onlyWhatChanged, type Published } from './round/site-table.ts';
import { answersFile, answersPath } from './questions/answers-file.ts';
import { askStatuses, type Choose } from './questions/ask-leads.ts';
import { gathered } from './questions/question.ts';
import type { StatusAnswer } from './make/read-status.ts';
import {
  commandAgain,
  problemsOf,
  readInput,
  type CommandResult,
  type ImportCommand,
} from './run-import.ts';
import {
  differingFields,
  hashOf,
  memoryPath,
  readMemory,
  resultOfWriting,
  type Memory,
} from './save/save-import.ts';
import { CannotRun, type Table } from './table.ts';

/** A progress round, as it was typed on the command line. */
export interface RoundCommand extends Pick<ImportCommand, 'file' | 'plan' | 'data' | 'mapping'> {
  /** When it was reported. */
  reported: string;
  /** Who reports: an organisation; the publisher of the plan where it is left out. */
  by?: string | undefined;
  source?: ReportRecord['source'];
}

/**
 * Takes a progress round: a table with a reference, a status and a text for each action becomes one
 * report. The same file again makes the same report again, and leaves alone what an editor changed.
 *
 * @throws CannotRun before anything is written
 */
export async function runProgressRound(
  command: RoundCommand,
  choose?: Choose,
): Promise<CommandResult> {
  const { data, plan } = command;
  finishSaving(data);
  const reported = dateOfReport(command.reported);
  const input = await readInput(command);
  const folder = join(data, 'plans', plan);
  if (!existsSync(join(folder, 'actions'))) {
    throw new CannotRun(
      `There is no plan in ${data}/plans/${plan}. Bring the plan in first, without --report.`,
    );
  }
  const before = problemsOf(data, plan);
  if (before.length > 0) {
    throw new CannotRun(`The plan has problems. Correct them first.\n\n${reportProblems(before)}`);
  }
  const files = dataFilesIn(data);
  const { records } = readRecords(files, data);
  const memory = readMemory(data, plan);
  const key = `${reported.slug} ${input.name}`;
  const earlier = memory.rounds[key];
  const table = onlyWhatChanged(input.table, plan, () =>
    publishedNow(
      files.filter(({ path }) => path !== earlier),
      data,
    ),
  );
  const setting = {
    reported,
    code: records.plan.find(({ id }) => id === plan)?.value.code ?? plan,
    mapping: input.mapping,
    planText: readFileSync(join(folder, 'plan.yaml'), 'utf8'),
    said: saidElsewhere(records, command, reported, earlier),
  };
  const actions = readActions(join(folder, 'actions'));
  let round = planProgress(table, setting, actions);
  let given = new Map<string, StatusAnswer>();
  if (choose !== undefined && round.questions.length > 0) {
    given = await askStatuses(gathered(round.questions), choose);
    const statuses = new Map([...input.mapping.statuses, ...given]);
    round = planProgress(table, { ...setting, mapping: { ...input.mapping, statuses } }, actions);
  }
  const written = writeReport(command, reported, round, memory, key);
  const asked = writeAnswers(command, round, table, given);
  const after = problemsOf(data, plan);
  const needsYou = round.entries.some(({ result }) => result === 'needs you');
  return {
    text: tellRound(
      round,
      { ...written, told: [...written.told, ...asked] },
      [...table.notes],
      reportProblems(after),
    ),
    exitCode: needsYou || written.needsYou || after.length > 0 ? 1 : 0,
  };
}

/** Puts what a person can answer in the plan’s file of answers, beside what is there. */
function writeAnswers(
  { data, plan, ...command }: RoundCommand,
  { questions }: Round,
  table: Table,
  given: ReadonlyMap<string, StatusAnswer>,
): string[] {
  if (questions.length + given.size === 0) return [];
  const path = answersPath(plan);
  const whole = join(data, path);
  const before = existsSync(whole) ? readFileSync(whole, 'utf8') : undefined;
  const after = answersFile(
    before,
    questions,
    (row) => table.rows[row]!,
    commandAgain({ data, plan, ...command }, command.reported),
    { given, keepsOpen: true },
  );
  if (after !== undefined && after !== before) saveFiles(data, [{ path, before, after }]);
  return questions.length === 0
    ? []
    : [`Write what the words mean in ${data}/${path}, under “statuses”, and import again.`];
}

/** What the site publishes of each action, without the report that is about to be written. */
function publishedNow(files: readonly DataFile[], name: string): Published {
  const today = siteDate(process.env);
  const { records, problems } = checkRecords(files, name, today);
  if (records === undefined) {
    throw new CannotRun(
      `The records have problems. Correct them first.\n\n${reportProblems(problems)}`,
    );
  }
  const register = linkRegister(records, today);
  const rows = actionsTable(register, new URL(register.site.url));
  return new Map(register.actions.map(({ spoken }, at) => [spoken, rows[at]!]));
}

function dateOfReport(text: string): DueDate {
  const read = parseDueDate(text);
  if (!read.ok) {
    const { message, advice } = dateRefusalInWords(read.refusal, 'fixed date');
    throw new CannotRun(`${message} ${advice}`);
  }
  if (read.date.latest !== null && read.date.earliest !== null) return read.date;
  throw new CannotRun(
    `“${text}” has no beginning or no end. Write the month of the report, such as --report "July 2019".`,
  );
}

function readActions(folder: string): Map<string, string> {
  const references = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => basename(name, '.yaml'))
    .sort(compareReferences);
  return new Map(
    references.map((reference) => [
      reference,
      readFileSync(join(folder, `${reference}.yaml`), 'utf8'),
    ]),
  );
}

/** What reports of that date by the same body say already, but for the one that this file made. */
function saidElsewhere(
  records: Records,
  { data, plan, by }: RoundCommand,
  reported: DueDate,
  own: string | undefined,
): Map<string, Map<string, StatementRecord>> {
  const said = new Map<string, Map<string, StatementRecord>>();
  for (const [id, statements] of statementsIn(records)) {
    const [ofPlan, reference] = id.split('/') as [string, string];
    if (ofPlan !== plan) continue;
    const same = statements.flatMap(({ report, value, reported: date }) => {
      if (report === undefined || date?.slug !== reported.slug) return [];
      if (report.file === `${data}/${own ?? ''}` || !isDeepStrictEqual(report.value.by, by)) {
        return [];
      }
      return [[basename(report.file), value as StatementRecord] as const];
    });
    said.set(reference, new Map(same));
  }
  return said;
}

/** What became of the report of a round. */
interface Written {
  /** For the person who ran the command, one sentence each. */
  told: string[];
  needsYou: boolean;
}

function writeReport(
  { data, plan, by, source }: RoundCommand,
  reported: DueDate,
  { statements, notes }: Round,
  memory: Memory,
  key: string,
): Written {
  const read = (path: string) =>
    existsSync(join(data, path)) ? readFileSync(join(data, path), 'utf8') : undefined;
  if (statements.size === 0) return { told: ['No report was written.'], needsYou: false };
  const inOrder = [...statements].sort(([a], [b]) => compareReferences(a, b));
  const text = reportText(
    {
      reported: reported.text,
      ...(by !== undefined && { by }),
      ...(source !== undefined && { source }),
      actions: Object.fromEntries(inOrder),
    },
    notes,
  );
  const path = pathOf(plan, reported, memory.rounds[key], {
    isFree: (candidate) => read(candidate) === undefined && !(candidate in memory.files),
    isOther: (candidate) => {
      const there = read(candidate);
      return there !== undefined && !inOrder.some(([ref]) => there.includes(`  "${ref}":`));
    },
  });
  const whole = withSchemaLine(path, text);
  const now = read(path);
  const result = resultOfWriting(now, memory.files[path], whole);
  const place = `${data}/${path}`;
  if (result === 'same') return { told: [`${place} is as it was.`], needsYou: false };
  if (result === 'takenOut') {
    return {
      told: [`${place} was deleted by hand, so it was not written again.`],
      needsYou: false,
    };
  }
  const differs = now === undefined ? [] : differingFields(now, whole);
  if (result === 'differ') {
    const told = `${place} was changed by hand, so it was left alone. The file would now change: ${differs.join(', ')}.`;
    return { told: [told], needsYou: true };
  }
  const next: Memory = {
    ...memory,
    files: { ...memory.files, [path]: hashOf(whole) },
    rounds: { ...memory.rounds, [key]: path },
  };
  saveFiles(data, [
    { path, before: now, after: whole },
    {
      path: memoryPath(plan),
      before: read(memoryPath(plan)),
      after: `${JSON.stringify(next, null, 2)}\n`,
    },
  ]);
  const told =
    result === 'written'
      ? `Written: ${place}, about ${statements.size === 1 ? '1 action' : `${statements.size} actions`}.`
      : `${place} was brought up to date. It now says something else about: ${differs.join(', ') || 'its notes'}.`;
  return { told: [told], needsYou: false };
}

/**
 * Where the report of a round goes: where this file’s report was before, if that is about any of the
 * same actions, or else under a name that is free.
 */
function pathOf(
  plan: string,
  reported: DueDate,
  earlier: string | undefined,
  { isFree, isOther }: Record<'isFree' | 'isOther', (path: string) => boolean>,
): string {
  if (earlier !== undefined && !isOther(earlier)) return earlier;
  const start = `plans/${plan}/reports/${startOfReportName(reported)}-progress`;
  let path = `${start}.yaml`;
  for (let number = 2; !isFree(path); number++) path = `${start}-${number}.yaml`;
  return path;
}

function tellRound(
  { entries, silent }: Round,
  written: Written,
  notes: readonly string[],
  problems: string,
): string {
  const count = (result: string) => entries.filter((entry) => entry.result === result).length;
  const isSilent = ({ remarks }: Round['entries'][number]) => remarks[0] === reportsNothing;
  const quiet = entries.filter(isSilent).flatMap(({ reference }) => reference ?? []);
  const shown = entries.filter((entry) => !isSilent(entry));
  const asked = count('needs you');
  const need = `${asked} ${asked === 1 ? 'needs' : 'need'}`;
  const lines = shown.map(({ place, result, reference, remarks }) => {
    const where = reference === undefined ? '' : ` → ${reference}`;
    return `  ${place}: ${result}${where}${remarks.map((remark) => `\n      ${remark}`).join('')}`;
  });
  return [
    `Rows: ${entries.length} (${count('taken')} taken, ${count('there already')} there already, ${need} you, ${count('skipped')} empty or headings)`,
    ...lines,
    ...(quiet.length > 0 ? [`  Rows that report nothing: ${quiet.join(', ')}`] : []),
    ...(notes.length > 0 ? ['', 'How the file was read', ...notes.map((note) => `  ${note}`)] : []),
    ...(silent.length > 0
      ? ['', `Not in the file, so nothing was reported about them: ${silent.join(', ')}`]
      : []),
    '',
    ...written.told,
    ...(problems === '' ? [] : ['', 'What the check says', '', problems]),
    '',
  ].join('\n');
}
