import { abbreviationsIn } from '../domain/abbreviations.ts';
import { offer } from '../register/nearest.ts';
import { parseDueDate } from '../domain/due-date.ts';
import type { GlossaryTermRecord } from '../schema/glossary-term.ts';
import type { OrganisationRecord } from '../schema/organisation.ts';
import { account, type Account } from './account.ts';
import type { Draft } from './draft.ts';
import { giveReferences } from './give-references.ts';
import type { Mapping, PlanFacts } from './import-options.ts';
import { makeAction, type MadeAction } from './make-action.ts';
import { makePlan } from './make-plan.ts';
import { renderRecord, type MadeFile } from './made-record.ts';
import { directoryOf, type Known } from './read-leads.ts';
import { readRows } from './rows/read-rows.ts';
import { slugOf } from './shorten.ts';
import { CannotRun, type Table } from './table.ts';

/** What the data folder already holds, as far as an import asks. */
export interface Surroundings {
  organisations: Known[];
  /** Abbreviations and terms that something explains. */
  explained: string[];
  /** Codes of other plans: code → plan. */
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
  const files: MadeFile[] = [
    makePlan(plan, request.file, table, draft, references, factsOf(request, surroundings), dues),
    ...actions,
  ];
  const unknownAbbreviations = unexplained(files, [
    ...surroundings.explained,
    ...stubs.flatMap(({ names }) => names),
  ]);
  return {
    files: [
      ...files,
      ...stubs.map(({ id, record }) => ({
        path: `organisations/${id}.yaml`,
        text: renderRecord(record, [
          { text: 'needs you: say who this is, or that nobody says so.' },
        ]),
        claims: [],
      })),
      ...(request.addAbbreviations ? stubTerms(unknownAbbreviations, surroundings.terms) : []),
    ],
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

function factsOf({ plan, facts }: ImportRequest, { codes, organisations }: Surroundings) {
  const letters = plan.replaceAll(/[^a-z0-9]/g, '').replace(/^[0-9]+/, '') || 'plan';
  const candidates = [3, 4, 5, 6, 7, 8].map((length) => letters.slice(0, length));
  const free = (code: string) => code.length > 1 && (codes[code] ?? plan) === plan;
  const supposed = [
    ...candidates,
    ...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => `${letters.slice(0, 6)}${n}`),
  ].find(free);
  const code = facts.code ?? supposed;
  refuseFacts(plan, facts, codes);
  const publisher = publisherOf(facts.publisher, organisations);
  const missing = [
    ...(code === undefined ? ['a short code for the plan: --code don24'] : []),
    ...(publisher === undefined
      ? ['who published the plan, by the file in data/organisations: --publisher council']
      : []),
    ...(facts.reported === undefined
      ? ['up to when the file reports progress: --reported "March 2022"']
      : []),
  ];
  if (code === undefined || publisher === undefined || facts.reported === undefined) {
    throw new CannotRun(
      `The file does not say these things. Give them:\n  ${missing.join('\n  ')}`,
    );
  }
  return {
    ...facts,
    code,
    publisher,
    reported: facts.reported,
    codeSupposed: facts.code === undefined,
  };
}

/** What was said about the plan has to be what its record accepts. */
function refuseFacts(plan: string, facts: PlanFacts, codes: Surroundings['codes']): void {
  const { code } = facts;
  if (code !== undefined && !/^[a-z][a-z0-9]{1,7}$/.test(code)) {
    throw new CannotRun(
      `“${code}” cannot be a plan’s code. Use two to eight small letters and digits, such as --code don24`,
    );
  }
  const other = code === undefined ? undefined : codes[code];
  if (other !== undefined && other !== plan) {
    throw new CannotRun(
      `The code “${code}” belongs to the plan “${other}”. Each plan has a code of its own, such as --code ${code}2`,
    );
  }
  for (const name of ['reported', 'from', 'to'] as const) {
    const read = parseDueDate(facts[name] ?? 'March 2022');
    if (!read.ok) throw new CannotRun(`--${name}: ${read.message} ${read.advice}`);
    if (name !== 'to' && (read.date.earliest === null || read.date.latest === null)) {
      throw new CannotRun(
        `--${name}: “${facts[name]}” has no beginning or no end. Write a month, such as March 2022.`,
      );
    }
  }
}

/** Who published the plan: as given, or the only organisation that there is. */
function publisherOf(
  said: string | undefined,
  organisations: readonly Known[],
): string | undefined {
  if (said === undefined) return organisations.length === 1 ? organisations[0]!.id : undefined;
  const found = organisations.find(
    ({ id, names }) =>
      id === said || names.some((name) => name.toLowerCase() === said.toLowerCase()),
  );
  if (found !== undefined) return found.id;
  const choices = organisations.flatMap(({ id, names }) => [id, ...names]);
  throw new CannotRun(
    `No organisation is called “${said}”. ${offer(said, choices, 'Write a file for it in data/organisations first.')}`,
  );
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

function stubOrganisations(
  texts: readonly string[],
  known: readonly Known[],
): (Known & { record: OrganisationRecord })[] {
  const taken = new Set(known.map(({ id }) => id));
  return texts
    .filter((text) => text.length <= 120 && /[\p{L}\p{N}]/u.test(text))
    .map((text) => {
      const stem = slugOf(text, 6) || 'organisation';
      let id = stem;
      for (let count = 2; taken.has(id); count += 1) id = `${stem}-${count}`;
      taken.add(id);
      const record: OrganisationRecord = {
        name: text,
        kind: 'other',
        about: 'The plan names this lead and does not say who it is.',
        basis: { from: 'not stated', note: 'Added by the importer from a lead cell.' },
      };
      return { id, names: [text], record };
    });
}

/** The abbreviations in what readers will see that neither the glossary nor an organisation explains. */
function unexplained(files: readonly MadeFile[], explained: readonly string[]): string[] {
  const known = new Set(
    explained.flatMap((text) => abbreviationsIn(text).map(({ text: short }) => short)),
  );
  const shownAt = new Set(['promise', 'measures', 'updates', 'wording']);
  const used = files.flatMap(({ claims }) =>
    claims
      .filter(({ path }) => path !== 'comment' && path.some((step) => shownAt.has(String(step))))
      .flatMap(({ pieces }) => pieces.flatMap(({ text }) => abbreviationsIn(text))),
  );
  return [...new Set(used.map(({ text }) => text))].filter((short) => !known.has(short)).sort();
}

function stubTerms(abbreviations: readonly string[], terms: readonly string[]): MadeFile[] {
  const taken = new Set(terms);
  return abbreviations
    .filter((short) => short.length <= 60)
    .map((short) => {
      const stem = slugOf(short) || 'term';
      let id = stem;
      for (let count = 2; taken.has(id); count += 1) id = `${stem}-${count}`;
      taken.add(id);
      const record: GlossaryTermRecord = {
        term: short,
        meaning: 'The plan uses this abbreviation and does not say what it stands for.',
        basis: { from: 'not stated', note: 'Added by the importer.' },
      };
      return {
        path: `glossary/${id}.yaml`,
        text: renderRecord(record, [{ text: 'needs you: say what it stands for, if you know.' }]),
        claims: [],
      };
    });
}
