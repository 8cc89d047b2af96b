import { withSchemaLine } from '../records/schema-line.ts';
import { account, type Account } from './account/account.ts';
import type { Draft } from './rows/draft.ts';
import { giveReferences } from './make/give-references.ts';
import type { Mapping, PlanFacts } from './import-options.ts';
import { makeAction, type MadeAction } from './make/make-action.ts';
import { makePlan } from './make/make-plan.ts';
import type { MadeFile } from './make/made-record.ts';
import { surePlanFacts } from './make/plan-facts.ts';
import { directoryOf, type Known } from './make/read-leads.ts';
import { readRows } from './rows/read-rows.ts';
import { stubOrganisations, stubTerms } from './make/stub-records.ts';
import { CannotRun, type Table } from './table.ts';
import { unexplainedAbbreviations } from './make/unexplained-abbreviations.ts';

/** What the data folder already holds, as far as an import asks. */
export interface Surroundings {
  organisations: Known[];
  /** Abbreviations and terms that something explains. */
  explained: string[];
  /** Code → the plan that has it. */
  codes: Record<string, string>;
  /** The names of glossary files. */
  terms: string[];
}

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

export interface Imported {
  files: MadeFile[];
  account: Account;
  draft: Draft;
  /** Key → reference, for the next import. */
  references: Record<string, string>;
  /** Leads that no record names, each once, with how often and the nearest name. */
  unknownLeads: { text: string; times: number; nearest: string | undefined }[];
  /** Abbreviations that nothing explains. */
  unknownAbbreviations: string[];
}

/** Turns a table into the records of a plan. Pure: it reads and writes nothing. */
export function importPlan(
  table: Table,
  request: ImportRequest,
  surroundings: Surroundings,
): Imported {
  const { plan, mapping } = request;
  const draft = readRows(table, { columns: mapping.columns, joinRows: request.joinRows });
  const references = giveReferences(draft, request.earlier);
  draft.remarks.push(...references.remarks);

  const first = makeActions(draft, references, request, surroundings.organisations);
  const unknownLeads = gathered(first.flatMap((made) => made.unknownLeads));
  const { addOrganisations } = request;
  const isAdded = ({ text }: { text: string }) =>
    typeof addOrganisations === 'boolean' ? addOrganisations : addOrganisations.includes(text);
  const stubs = stubOrganisations(
    unknownLeads.filter(isAdded).map(({ text }) => text),
    surroundings.organisations,
  );
  // With the new organisations known, the leads are read again: so a second import says the same.
  const actions =
    stubs.length === 0
      ? first
      : makeActions(draft, references, request, [...surroundings.organisations, ...stubs]);
  for (const made of actions) draft.remarks.push(...made.remarks);

  const dues = actions.flatMap(({ due }) => due ?? []);
  const facts = surePlanFacts(plan, request.facts, surroundings.codes, surroundings.organisations);
  const files: MadeFile[] = [
    makePlan(plan, request.file, table, draft, references, facts, dues),
    ...actions,
  ];
  const unknownAbbreviations = unexplainedAbbreviations(files, [
    ...surroundings.explained,
    ...stubs.flatMap(({ names }) => names),
  ]);
  return {
    files: [
      ...files,
      ...stubs.map(({ file }) => file),
      ...(request.addAbbreviations ? stubTerms(unknownAbbreviations, surroundings.terms) : []),
    ].map((made) => ({ ...made, text: withSchemaLine(made.path, made.text) })),
    account: account(table, draft, files),
    draft,
    references: Object.fromEntries(
      references.keys.map((key, at) => [key, references.actions[at]!]),
    ),
    unknownLeads: unknownLeads.filter((lead) => !isAdded(lead)),
    unknownAbbreviations: request.addAbbreviations ? [] : unknownAbbreviations,
  };
}

function makeActions(
  draft: Draft,
  references: ReturnType<typeof giveReferences>,
  { plan, facts, mapping }: ImportRequest,
  organisations: readonly Known[],
): (MadeAction & { due: string | undefined })[] {
  const directory = directoryOf(withMapping(organisations, mapping.leads));
  const titles = new Set<string>();
  return draft.actions.map((action, at) => {
    const made = makeAction(action, {
      plan,
      reference: references.actions[at]!,
      outcome: references.outcomes[draft.outcomes.indexOf(action.outcome)]!,
      reported: facts.reported,
      directory,
      statuses: mapping.statuses,
      titles,
    });
    return { ...made, due: action.texts.due[0]?.text };
  });
}

function withMapping(organisations: readonly Known[], leads: ReadonlyMap<string, string>): Known[] {
  const own = [...leads].map(([text, id]) => {
    if (!organisations.some((organisation) => organisation.id === id)) {
      throw new CannotRun(
        `The mapping file says that “${text}” is ${id}, and there is no file data/organisations/${id}.yaml. Write that file first, or correct the mapping file.`,
      );
    }
    return { id, names: [text] };
  });
  return [...own, ...organisations];
}

function gathered(list: readonly { text: string; nearest: string | undefined }[]) {
  const byText = new Map<string, { text: string; times: number; nearest: string | undefined }>();
  for (const { text, nearest } of list) {
    const known = byText.get(text.toLowerCase());
    if (known === undefined) byText.set(text.toLowerCase(), { text, times: 1, nearest });
    else known.times += 1;
  }
  return [...byText.values()];
}
