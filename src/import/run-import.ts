import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { idPattern } from '../domain/reference.ts';
import { finishSaving } from '../files/save-files.ts';
import { loadRecords } from '../records/load-records.ts';
import type { Problem } from '../records/problem.ts';
import { answersFile, answersPath } from './questions/answers-file.ts';
import { askLeads, askStatuses, type Choose } from './questions/ask-leads.ts';
import {
  noMapping,
  readMapping,
  withAnswers,
  type Mapping,
  type PlanFacts,
} from './questions/mapping.ts';
import { importPlan, type ImportRequest } from './import-plan.ts';
import { readFileAsTable } from './read/read-file.ts';
import { reportImport } from './account/report-import.ts';
import type { StatusAnswer } from './make/read-status.ts';
import { readMemory, saveImport } from './save/save-import.ts';
import { readSurroundings } from './surroundings.ts';
import { CannotRun, type Table } from './table.ts';

/** What was typed on the command line. */
export interface ImportCommand {
  file: string;
  plan: string;
  /** The data folder. */
  data: string;
  mapping?: string | undefined;
  joinRows: boolean;
  addOrganisations: boolean;
  addAbbreviations: boolean;
  facts: PlanFacts;
}

/** What a command says at its end, and how it ends: 0 done, 1 a person has to look. */
export interface CommandResult {
  text: string;
  exitCode: 0 | 1;
}

/**
 * Brings a plan in from a file.
 *
 * @param choose asks who leads are and what words for a status mean, where there is somebody to ask
 * @throws CannotRun before anything is written
 */
export async function runImport(command: ImportCommand, choose?: Choose): Promise<CommandResult> {
  const { data, plan } = command;
  finishSaving(data);
  const { table, mapping, name } = await readInput(command);
  const memory = readMemory(data, plan);
  const facts: PlanFacts = { ...memory.facts, ...defined(mapping.plan), ...defined(command.facts) };
  const joinRows = command.joinRows || (mapping.joinRows ?? memory.joinRows);
  const surroundings = readSurroundings(data);
  const isThere = (id: string) => surroundings.organisations.some((known) => known.id === id);
  // An answer that named a record which has been removed since is asked for again.
  const answered = Object.entries(memory.leads).filter(([, id]) => isThere(id));
  const request: ImportRequest = {
    plan,
    file: name,
    facts,
    mapping: { ...mapping, leads: new Map([...answered, ...mapping.leads]) },
    joinRows,
    addOrganisations: command.addOrganisations,
    addAbbreviations: command.addAbbreviations,
    earlier: memory.references,
  };
  let imported = importPlan(table, request, surroundings);
  let leads: Record<string, string> = {};
  let statuses = new Map<string, StatusAnswer>();
  if (choose !== undefined && imported.questions.length > 0) {
    const said = await askLeads(imported.unknownLeads, surroundings.organisations, choose);
    statuses = await askStatuses(imported.questions, choose);
    leads = Object.fromEntries(said.known);
    const known = new Map([...request.mapping.leads, ...said.known]);
    for (const text of said.fresh) known.set(text, 'new');
    const told = new Map([...request.mapping.statuses, ...statuses]);
    imported = importPlan(
      table,
      { ...request, mapping: { ...request.mapping, leads: known, statuses: told } },
      surroundings,
    );
  }
  const path = join(data, answersPath(plan));
  const answers = answersFile(
    existsSync(path) ? readFileSync(path, 'utf8') : undefined,
    [...imported.questions, ...imported.aboutPlan],
    (row) => imported.table.rows[row]!,
    commandAgain(command),
    { given: statuses },
  );
  const saved = saveImport(
    data,
    plan,
    imported.files,
    memory,
    { references: imported.references, leads, facts: defined(facts), joinRows },
    { answers, code: imported.code },
  );
  const problems = problemsOf(data, plan);
  const { questions, account } = imported;
  const needsYou = !account.isWhole || questions.length + problems.length + saved.differ.length > 0;
  return {
    text: reportImport(
      imported,
      saved,
      { notes: table.notes, leftOut: imported.table.leftOut },
      problems,
      data,
    ),
    exitCode: needsYou ? 1 : 0,
  };
}

/** What to type to import the same file again; what was said about the plan is remembered. */
export function commandAgain(
  {
    file,
    plan,
    data,
    mapping,
    addOrganisations = false,
    addAbbreviations = false,
  }: Pick<ImportCommand, 'file' | 'plan' | 'data' | 'mapping'> &
    Partial<Pick<ImportCommand, 'addOrganisations' | 'addAbbreviations'>>,
  reported?: string,
): string {
  const quoted = (text: string) => (/^[\w./-]+$/.test(text) ? text : `"${text}"`);
  return [
    `npm run import -- ${quoted(file)} --plan ${plan}`,
    ...(reported === undefined ? [] : [`--report ${quoted(reported)}`]),
    ...(mapping === undefined ? [] : [`--mapping ${quoted(mapping)}`]),
    ...(addOrganisations ? ['--add-organisations'] : []),
    ...(addAbbreviations ? ['--add-abbreviations'] : []),
    ...(data === 'data' ? [] : [`--data ${quoted(data)}`]),
  ].join(' ');
}

/** Reads the file and the mapping file that a command names. */
export async function readInput(
  command: Pick<ImportCommand, 'file' | 'plan' | 'data' | 'mapping'>,
): Promise<{ table: Table; mapping: Mapping; name: string }> {
  const { file, plan, data } = command;
  if (!idPattern.test(plan)) {
    throw new CannotRun(
      `“${plan}” cannot be the name of a plan. Use small letters, digits and hyphens, such as --plan libraries-2026`,
    );
  }
  for (const path of [file, command.mapping].filter((given) => given !== undefined)) {
    if (!existsSync(path)) {
      throw new CannotRun(`There is no file “${path}”. Look at its name and its folder.`);
    }
    if (statSync(path).isDirectory()) {
      throw new CannotRun(`“${path}” is a folder. Name the file in it that holds the plan.`);
    }
  }
  if (!existsSync(data)) throw new CannotRun(`There is no folder “${data}”.`);
  const name = basename(file);
  const table = await readFileAsTable(name, readFileSync(file));
  const answers = join(data, answersPath(plan));
  const mapping = [answers, command.mapping]
    .filter((path) => path !== undefined && existsSync(path))
    .map((path) => readMapping(readFileSync(path!, 'utf8'), path!))
    .reduce(withAnswers, noMapping());
  return { table, mapping, name };
}

/** What the check finds in the plan, and in what the plan brought with it. */
export function problemsOf(data: string, plan: string): Problem[] {
  const here = [`${data}/plans/${plan}/`, `${data}/organisations/`, `${data}/glossary/`];
  return loadRecords(data, data).problems.filter(({ file }) =>
    here.some((folder) => file.startsWith(folder)),
  );
}

function defined(facts: PlanFacts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facts).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
