import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { dateRefusalInWords, parseDueDate, type DueDate } from '../domain/due-date.ts';
import { compareReferences } from '../domain/reference.ts';
import { reportProblems } from '../records/report/terminal.ts';
import { planProgress, type Round } from './round/progress-round.ts';
import { problemsOf, readInput, type ImportCommand, type CommandResult } from './run-import.ts';
import { readSurroundings } from './surroundings.ts';
import { CannotRun } from './table.ts';

/**
 * Takes a progress round: a table with a reference, a status and a text for each action.
 *
 * @throws CannotRun before anything is written
 */
export async function runProgressRound(
  command: Pick<ImportCommand, 'file' | 'plan' | 'data' | 'mapping'> & { reported: string },
): Promise<CommandResult> {
  const { data, plan } = command;
  const reported = dateOfReport(command.reported);
  const { table, mapping } = await readInput(command);
  const folder = join(data, 'plans', plan);
  if (!existsSync(join(folder, 'actions'))) {
    throw new CannotRun(
      `There is no plan in ${data}/plans/${plan}. Bring the plan in first, without --report.`,
    );
  }
  const before = problemsOf(data, plan);
  if (before.length > 0) {
    throw new CannotRun(`The plan has problems. Mend them first.\n\n${reportProblems(before)}`);
  }
  const actions = readActions(join(folder, 'actions'));
  const { codes } = readSurroundings(data);
  const code = Object.keys(codes).find((known) => codes[known] === plan)!;
  const planText = readFileSync(join(folder, 'plan.yaml'), 'utf8');
  const round = planProgress(table, { reported, code, mapping, planText }, actions);
  for (const [reference, text] of round.changed) {
    writeFileSync(join(folder, 'actions', `${reference}.yaml`), text);
  }
  const after = problemsOf(data, plan);
  const needsYou = round.entries.some(({ result }) => result === 'needs you');
  return {
    text: tellRound(round, table.notes, after.length === 0 ? '' : reportProblems(after)),
    exitCode: needsYou || after.length > 0 ? 1 : 0,
  };
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

function tellRound({ entries, silent }: Round, notes: readonly string[], problems: string): string {
  const count = (result: string) => entries.filter((entry) => entry.result === result).length;
  const lines = entries.map(({ place, result, reference, remarks }) => {
    const where = reference === undefined ? '' : ` → ${reference}.yaml`;
    return `  ${place}: ${result}${where}${remarks.map((remark) => `\n      ${remark}`).join('')}`;
  });
  return [
    `Rows: ${entries.length} (${count('taken')} taken, ${count('there already')} there already, ${count('needs you')} need you, ${count('passed over')} empty or headings)`,
    ...lines,
    ...(notes.length > 0 ? ['', 'How the file was read', ...notes.map((note) => `  ${note}`)] : []),
    ...(silent.length > 0
      ? ['', `Not in the file, so nothing was reported of them: ${silent.join(', ')}`]
      : []),
    '',
    'If this is the newest report, write its date under “reported” in plan.yaml.',
    ...(problems === '' ? [] : ['', 'What the check says', '', problems]),
    '',
  ].join('\n');
}
