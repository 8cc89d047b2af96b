import { withSchemaLine } from '../records/schema-line.ts';
import { account, type Account } from './account/account.ts';
import { headingsIn } from './columns/find-headings.ts';
import { ticksAsWords } from './columns/tick-columns.ts';
import { giveReferences, type References } from './make/give-references.ts';
import { makeAction, type MadeAction } from './make/make-action.ts';
import { earlierPlanOf, type CarriedOver, type EarlierPlan } from './make/carried-over.ts';
import { groundOfDate, makePlan } from './make/make-plan.ts';
import { makeReports } from './make/make-reports.ts';
import type { MadeFile } from './make/made-record.ts';
import { surePlanFacts, type SurePlanFacts } from './make/plan-facts.ts';
import { dateOrderOf, type DateOrder } from './make/read-dates.ts';
import { canBeName, directoryOf, type Known } from './make/read-leads.ts';
import { organisationId, stubOrganisations, stubTerms } from './make/stub-records.ts';
import { didYouMean, nearest } from '../domain/nearest.ts';
import { unexplainedAbbreviations } from './make/unexplained-abbreviations.ts';
import type { Mapping, PlanFacts } from './questions/mapping.ts';
import { gathered, type RowQuestion } from './questions/question.ts';
import { textOf, type Repair, type TableRead } from './rows/table-read.ts';
import { withRowsSplit } from './rows/split-rows.ts';
import { readRows } from './rows/read-rows.ts';
import { CannotRun, type Row, type Table } from './table.ts';

/** What the data folder already holds, as far as an import asks. */
export interface Surroundings {
  organisations: Known[];
  /** Abbreviations and terms that something explains. */
  explained: string[];
  /** Code → the plan that has it. */
  codes: Record<string, string>;
  /** Each plan by its folder. */
  plans: Record<string, EarlierPlan>;
  /** The names of glossary files. */
  terms: string[];
}

/** What an import is asked to make. */
export interface ImportRequest {
  plan: string;
  /** The file’s name, for the plan’s source. */
  file: string;
  facts: PlanFacts;
  mapping: Mapping;
  joinRows: boolean;
  /** Whether each unknown lead gets a record, or which of them do. */
  addOrganisations: boolean | readonly string[];
  addAbbreviations: boolean;
  /** What an earlier import of this plan called each action: key → reference. */
  earlier: Readonly<Record<string, string>>;
}

/** What an import made of a table, and what it asks. */
export interface Imported {
  files: MadeFile[];
  account: Account;
  /** The table as it was read: without the sheets that were not asked for, and with answered cells. */
  table: Table;
  read: TableRead;
  /** What was corrected, row by row. */
  repairs: Repair[];
  /** What a person has to say. */
  questions: RowQuestion[];
  /** What the file does not say of the plan itself: it stays open in plan.yaml. */
  aboutPlan: RowQuestion[];
  code: string;
  /** Key → reference, for the next import. */
  references: Record<string, string>;
  /** Leads that no record names, each once, with how often and the nearest name. */
  unknownLeads: { text: string; times: number; nearest: string | undefined }[];
  /** Abbreviations that nothing explains. */
  unknownAbbreviations: string[];
}

/** Turns a table into the records of a plan. Pure: it reads and writes nothing. */
export function importPlan(
  file: Table,
  request: ImportRequest,
  surroundings: Surroundings,
): Imported {
  const { plan, mapping } = request;
  const chosen = chooseSheets(withCells(file, mapping), mapping);
  const { questions: aboutSheets } = chosen;
  const split = withRowsSplit(chosen.table, mapping);
  const table = ticksAsWords(split.table);
  const read = readRows(table, { ...mapping, joinRows: request.joinRows });
  const placeOf = (row: number) => table.rows[row]?.place ?? '';
  const references = giveReferences(read, request.earlier, mapping.references, placeOf);
  const facts = surePlanFacts(plan, request.facts, surroundings.codes, surroundings.organisations);

  const carriedOver = {
    earlier: earlierPlanOf(plan, facts.succeeds, surroundings.plans),
    others: Object.keys(surroundings.plans).filter((id) => id !== plan),
    isLeft: facts.succeeds === 'keep',
  };
  const make = (organisations: readonly Known[]) =>
    makeActions(table, read, references, request, facts, organisations, carriedOver);
  const first = make(surroundings.organisations);
  const unknownLeads = gatheredLeads(first.flatMap((made) => made.unknownLeads));
  const { addOrganisations } = request;
  const isAdded = ({ text }: { text: string }) =>
    mapping.leads.get(text) === 'new' ||
    (typeof addOrganisations === 'boolean'
      ? addOrganisations && canBeName(text)
      : addOrganisations.includes(text));
  const added = new Set([
    ...unknownLeads.filter(isAdded).map(({ text }) => text),
    ...newInAnswers(mapping.leads, surroundings.organisations),
  ]);
  const stubs = stubOrganisations([...added], surroundings.organisations);
  refuseUnknownFiles(mapping.leads, [...surroundings.organisations, ...stubs]);
  // The leads are read again now that the new organisations are known, so that a second import gives the
  // same result.
  const actions = stubs.length === 0 ? first : make([...surroundings.organisations, ...stubs]);

  const reportDates = read.actions.flatMap(({ reports: own }) =>
    own.map(({ reported }) => reported),
  );
  const dues = [...actions.flatMap(({ due }) => due ?? []), ...reportDates];
  const ofPlan = makePlan(
    plan,
    request.file,
    table,
    read,
    references,
    facts,
    dues,
    mapping.otherWords,
  );
  const reports = makeReports(actions, {
    plan,
    source: ofPlan.source,
    datedBy: ({ text }) =>
      text === facts.reported ? groundOfDate : 'The heading of a column gives it.',
  });
  const files: MadeFile[] = [ofPlan, ...actions, ...reports];
  const unknownAbbreviations = unexplainedAbbreviations(files, [
    ...surroundings.explained,
    ...stubs.flatMap(({ names }) => names),
  ]);
  return {
    files: [
      ...files,
      ...stubs.map((stub) => stub.file),
      ...(request.addAbbreviations ? stubTerms(unknownAbbreviations, surroundings.terms) : []),
    ].map(({ path, text, claims }) => ({ path, claims, text: withSchemaLine(path, text) })),
    account: account(table, read, files),
    table,
    read,
    repairs: [
      ...split.repairs,
      ...read.repairs,
      ...references.repairs,
      ...actions.flatMap(({ repairs }) => repairs),
    ],
    questions: gathered([
      ...aboutSheets,
      ...aboutRows(read.questions, mapping, placeOf),
      ...references.questions,
      ...actions.flatMap(({ questions }) => questions),
    ]),
    aboutPlan: ofPlan.questions,
    code: facts.code,
    references: Object.fromEntries(
      references.keys.map((key, at) => [key, references.actions[at]!.reference]),
    ),
    unknownLeads: unknownLeads.filter(
      (lead) => !isAdded(lead) && !stubs.some(({ id }) => mapping.leads.get(lead.text) === id),
    ),
    unknownAbbreviations: request.addAbbreviations ? [] : unknownAbbreviations,
  };
}

/** A row that was answered for is not asked about again; any other can be. */
function aboutRows(
  questions: readonly RowQuestion[],
  { rows }: Mapping,
  placeOf: (row: number) => string,
): RowQuestion[] {
  return questions.flatMap((question) => {
    if (question.answer !== undefined) return [question];
    const open = question.rows.filter((row) => !rows.has(placeOf(row)));
    return open.map((row) => ({
      ...question,
      rows: [row],
      answer: { part: 'rows' as const, key: placeOf(row) },
    }));
  });
}

/** The table with what a person has said of cells that show nothing or an error. */
function withCells(table: Table, { cells, ...own }: Mapping): Table {
  if (cells.size === 0) return table;
  let headings: string[] = [];
  const rows = table.rows.map((row) => {
    headings = headingsIn(row, own)?.headings ?? headings;
    return {
      ...row,
      cells: row.cells.map((cell, column) => {
        const answer = cells.get(`${row.place}, ${headings[column] ?? ''}`.toLowerCase());
        if (answer === undefined || cell.question === undefined) return cell;
        const { question: _question, ...rest } = cell;
        return answer === 'keep' ? rest : { ...rest, text: answer };
      }),
    };
  });
  return { ...table, rows };
}

/** Takes one sheet of a workbook: the first that holds actions, and others only where somebody says so. */
function chooseSheets(table: Table, mapping: Mapping): { table: Table; questions: RowQuestion[] } {
  const sheets = [...new Set(table.rows.flatMap(({ sheet }) => sheet ?? []))];
  if (sheets.length < 2) return { table, questions: [] };
  const holdsActions = (sheet: string) =>
    table.rows.some((row) => row.sheet === sheet && headingsIn(row, mapping) !== undefined);
  const withActions = sheets.filter(holdsActions);
  const first = withActions.find((sheet) => mapping.sheets.get(sheet) !== false);
  const isTaken = (sheet: string) => mapping.sheets.get(sheet) ?? sheet === first;
  const asked = withActions.filter((sheet) => !isTaken(sheet) && !mapping.sheets.has(sheet));
  const leftOut = sheets
    .filter((sheet) => !isTaken(sheet))
    .map((sheet) => ({
      place: `sheet ${sheet}`,
      text: wordsOfSheet(table, sheet),
      why: holdsActions(sheet)
        ? 'The sheet was not asked for.'
        : 'The sheet has no headings of a table of actions.',
    }));
  const taken = sheets.filter(isTaken);
  const rows = taken.flatMap((sheet) => {
    const own = table.rows.filter((row) => row.sheet === sheet);
    return taken.length > 1 ? [...nameAsHeading(sheet, own, mapping), ...own] : own;
  });
  return {
    table: { ...table, rows, leftOut: [...table.leftOut, ...leftOut] },
    questions: asked.map((sheet) => ({
      kind: 'sheet',
      ask: 'These sheets hold tables of actions too, and were not taken. Write yes to take one, or no.',
      rows: [],
      answer: { part: 'sheets', key: sheet },
    })),
  };
}

/** Of several sheets, each is about what its tab says, unless it says that itself or names no subject. */
function nameAsHeading(sheet: string, rows: readonly Row[], mapping: Mapping): Row[] {
  const hasThemes = rows.some(
    (row) =>
      headingsIn(row, mapping)?.fields.includes('theme') ||
      row.cells.some(({ text }) =>
        /^(?:theme|priority|objective|outcome|aim|goal)\s+(?:\d+|[a-z]|one|two|three|four|five|six)\b/i.test(
          text,
        ),
      ),
  );
  if (hasThemes || namesNothing.test(sheet)) return [];
  const { block } = rows[0]!;
  return [
    {
      place: `sheet ${sheet}`,
      block,
      kind: 'paragraph',
      style: 1,
      cells: [{ text: sheet }],
      sheet,
    },
  ];
}

/** “Sheet1”, “Action plan”, “2025-26” */
const namesNothing =
  /^[\d\W_]*(?:(?:sheet|table|tab|page|part)\s?\d*)?$|\b(?:plan|tracker|log|actions?|master|data|register|copy|version|draft)\b/i;

function wordsOfSheet({ rows }: Table, name: string): string {
  return rows
    .filter(({ sheet }) => sheet === name)
    .flatMap(({ cells }) => cells.flatMap(({ text, beside = [] }) => [text, ...beside]))
    .filter((text) => text !== '')
    .join(' ');
}

function makeActions(
  table: Table,
  read: TableRead,
  references: References,
  { plan, mapping }: ImportRequest,
  { reported }: SurePlanFacts,
  organisations: readonly Known[],
  carriedOver: CarriedOver,
): (MadeAction & { due: string | undefined })[] {
  const directory = directoryOf(withMapping(organisations, mapping.leads));
  const titles = new Set<string>();
  const namedLeads = new Map(
    [...mapping.leads]
      .map(
        ([text, answer]) => [text.toLowerCase(), answer === 'keep' ? [] : idsIn(answer)] as const,
      )
      // One alone is looked for within longer words too.
      .filter(([, ids]) => ids.length !== 1),
  );
  const topics = topicsByAction(
    mapping.topics,
    references.actions.map(({ reference }) => reference),
  );
  const dateOrder: DateOrder | undefined =
    mapping.dayFirst === undefined
      ? dateOrderOf(read.actions.map(({ texts }) => textOf(texts.due)))
      : mapping.dayFirst
        ? 'day first'
        : 'month first';
  return read.actions.map((action, at) => {
    const made = makeAction(action, {
      plan,
      given: references.actions[at]!,
      outcome: references.outcomes[read.outcomes.indexOf(action.outcome)]!,
      reported,
      directory,
      carriedOver,
      statuses: mapping.statuses,
      statusOf: mapping.statusOf,
      dates: mapping.dates,
      dateOrder,
      namedLeads,
      topics: topics.get(references.actions[at]!.reference) ?? [],
      placeOf: (row) => table.rows[row]!.place,
      headingOf: ({ row, column }) => headingAbove(table, read, row, column),
      titles,
    });
    return { ...made, due: action.texts.due[0]?.text };
  });
}

/** The heading of a cell: that of the last row of headings above it. */
function headingAbove(table: Table, read: TableRead, row: number, column: number): string {
  const at = read.passed.findLast((passed) => passed.kind === 'heading' && passed.row < row)?.row;
  return at === undefined ? '' : (table.rows[at]!.cells[column]?.text ?? '');
}

function withMapping(organisations: readonly Known[], leads: ReadonlyMap<string, string>): Known[] {
  const own = [...leads].flatMap(([text, id]) => {
    const isThere = organisations.some((organisation) => organisation.id === id);
    return isThere ? [{ id, names: [text] }] : [];
  });
  return [...own, ...organisations];
}

/**
 * What each action is about, by the answers: its reference → the files of its topics.
 *
 * @throws CannotRun where the plan has no such action
 */
function topicsByAction(
  answers: ReadonlyMap<string, string>,
  references: readonly string[],
): Map<string, string[]> {
  const topics = new Map<string, string[]>();
  for (const [topic, numbers] of answers) {
    for (const number of numbers.split(',').flatMap((text) => text.trim() || [])) {
      if (!references.includes(number)) {
        const meant = nearest(number, references);
        throw new CannotRun(
          `Your answers say that the topic “${topic}” is about ${number}, but no action here has that number.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
        );
      }
      topics.set(number, [...(topics.get(number) ?? []), topic]);
    }
  }
  return topics;
}

/** The files that an answer names: one, or several with commas. */
function idsIn(answer: string): string[] {
  return answer.split(',').flatMap((id) => id.trim() || []);
}

/** Names that the file has only beside others, for which an answer wants a file that is not there yet. */
function newInAnswers(leads: ReadonlyMap<string, string>, known: readonly Known[]): string[] {
  const wanted = new Set([...leads.values()].flatMap(idsIn));
  return [...leads].flatMap(([text, answer]) => {
    const id = answer === 'new' ? organisationId(text) : '';
    return wanted.has(id) && !known.some((one) => one.id === id) ? [text] : [];
  });
}

/** @throws CannotRun where a lead is said to be a file that is not there, and that this import does not write */
function refuseUnknownFiles(leads: ReadonlyMap<string, string>, known: readonly Known[]): void {
  const named = [...leads].flatMap(([text, ids]) => idsIn(ids).map((id) => [text, id] as const));
  for (const [text, id] of named) {
    if (id === 'new' || id === 'keep' || known.some((one) => one.id === id)) continue;
    const meant = nearest(
      id,
      known.map((one) => one.id),
    );
    throw new CannotRun(
      `Your answers say that “${text}” is led by ${id}, but there is no file data/organisations/${id}.yaml. ${meant === undefined ? 'Write that file first, or correct the answer. You can also answer new for another lead, and name the file that the import then writes.' : didYouMean(id, meant)}`,
    );
  }
}

function gatheredLeads(list: readonly { text: string; nearest: string | undefined }[]) {
  const byText = new Map<string, { text: string; times: number; nearest: string | undefined }>();
  for (const { text, nearest } of list) {
    const known = byText.get(text.toLowerCase());
    if (known === undefined) byText.set(text.toLowerCase(), { text, times: 1, nearest });
    else known.times += 1;
  }
  return [...byText.values()];
}
