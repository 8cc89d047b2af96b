import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { ActionRecord } from '../schema/action.ts';
import type { PlanRecord } from '../schema/plan.ts';
import type { ReportRecord } from '../schema/report.ts';
import type { StatementRecord } from '../schema/statement.ts';
import { twoPlans } from '../tests/fixtures/folders.ts';
import { comparableWords } from './account/comparable-words.ts';
import { noMapping } from './questions/mapping.ts';
import { importPlan } from './import-plan.ts';
import { readFileAsTable } from './read/read-file.ts';
import { readSurroundings } from './surroundings.ts';

const fixtures = join(import.meta.dirname, '../tests/fixtures');
const data = join(import.meta.dirname, '../..', twoPlans);

/** What the importer makes of the scanned text, told nothing but what no table says. */
async function imported() {
  const scan = readFileSync(join(fixtures, 'sources/doncaster.txt'));
  return importPlan(
    await readFileAsTable('doncaster.txt', scan),
    {
      plan: 'doncaster',
      file: 'doncaster.txt',
      facts: { publisher: 'doncaster-council', reported: 'March 2022', code: 'don' },
      mapping: noMapping(),
      joinRows: true,
      addOrganisations: false,
      addAbbreviations: false,
      earlier: {},
    },
    readSurroundings(data),
  );
}

const read = <T>(text: string) => parse(text, { schema: 'failsafe' }) as T;
const said = (text: string | undefined) =>
  comparableWords((text ?? '').replaceAll('- ', ' ')).join(' ');

/** An action, and what is reported of it. */
interface Reported extends ActionRecord {
  reported: string | undefined;
  statement: StatementRecord | undefined;
}

/** The actions of a plan with what its one report says of each. */
function reportedActions(
  actions: ReadonlyMap<string, ActionRecord>,
  { reported, actions: statements }: ReportRecord,
): Map<string, Reported> {
  return new Map(
    [...actions].map(([reference, action]) => {
      const statement = statements[reference];
      return [reference, { ...action, statement, reported: statement && reported }];
    }),
  );
}

/** What is compared in an action: field → what both records say, so that it can be held together. */
const compared: Record<string, (action: Reported) => string> = {
  promise: ({ promise }) => said(promise),
  outcome: ({ outcome }) => outcome,
  leads: ({ leads }) => JSON.stringify(leads ?? []),
  due: ({ due }) => due ?? '',
  'measures, as words': ({ measures }) => said(measures?.join(' ')),
  'measures, as a list': ({ measures }) => JSON.stringify((measures ?? []).map(said)),
  'progress, as words': ({ statement }) => said(statement?.text),
  'date of the report': ({ reported }) => reported ?? '',
  status: ({ statement }) => statement?.status ?? '',
  'source row': ({ source }) => source.row ?? '',
  'source lead': ({ source }) => said(source.lead),
  title: ({ title }) => title,
  topics: ({ topics }) => (topics ?? []).join(),
};

test('what the importer makes of the Doncaster scan, beside the records made by hand', async () => {
  const { files, account, unknownLeads, questions, unknownAbbreviations } = await imported();
  expect(account.lost).toEqual([]);
  expect(account.invented).toEqual([]);

  const referenceOf = (path: string) => path.split('/').at(-1)!.replace('.yaml', '');
  const ofFolder = (folder: string) => files.filter(({ path }) => path.includes(`/${folder}/`));
  expect(ofFolder('reports').map(({ path }) => path)).toEqual([
    'plans/doncaster/reports/2022-03.yaml',
  ]);
  const made = reportedActions(
    new Map(
      ofFolder('actions').map(({ path, text }) => [referenceOf(path), read<ActionRecord>(text)]),
    ),
    read<ReportRecord>(ofFolder('reports')[0]!.text),
  );
  const folder = join(data, 'plans/doncaster');
  const readAll = <T>(name: string) =>
    new Map(
      readdirSync(join(folder, name)).map((file) => [
        referenceOf(file),
        read<T>(readFileSync(join(folder, name, file), 'utf8')),
      ]),
    );
  const [report] = readAll<ReportRecord>('reports').values();
  const byHand = reportedActions(readAll<ActionRecord>('actions'), report!);
  const both = [...byHand.keys()].filter((reference) => made.has(reference));
  const only = (a: Map<string, unknown>, b: Map<string, unknown>) =>
    [...a.keys()].filter((key) => !b.has(key)).join(', ') || 'none';
  const lines = Object.entries(compared).map(([field, of]) => {
    const differ = both.filter((key) => of(made.get(key)!) !== of(byHand.get(key)!));
    return `${field}: ${both.length - differ.length} the same, ${differ.length} differ${differ.length > 0 && differ.length <= 12 ? ` (${differ.join(', ')})` : ''}`;
  });
  const statusOf = (key: string) => compared['status']!(made.get(key)!);
  const statuses = both.filter((key) => statusOf(key) !== compared['status']!(byHand.get(key)!));
  lines.push(
    `of the statuses that differ: ${statuses.filter((key) => statusOf(key) === '').length} left to a person, ${statuses.filter((key) => statusOf(key) !== '').length} read in another way`,
  );
  const plans = [
    read<PlanRecord>(files.find(({ path }) => path.endsWith('plan.yaml'))!.text),
    read<PlanRecord>(readFileSync(join(folder, 'plan.yaml'), 'utf8')),
  ] as const;
  const outcomes = plans.map(
    ({ themes }) =>
      new Map(
        themes.flatMap(({ outcomes: list }) => list.map(({ id, wording }) => [id, said(wording)])),
      ),
  );
  const wordings = [...outcomes[1]!].filter(([id, wording]) => outcomes[0]!.get(id) !== wording);
  const themes = plans[1].themes.filter(
    ({ id, title }) => !plans[0].themes.some((theme) => theme.id === id && theme.title === title),
  );
  const asked = new Set(questions.flatMap(({ rows }) => rows)).size;
  const explained = readFileSync(join(fixtures, 'import/doncaster-explained.txt'), 'utf8');
  const summary = [
    'The Doncaster plan: what the importer makes of the scanned text, beside the records made by hand.',
    'This file is written by the test; the explanations are in doncaster-explained.txt.',
    '',
    `Rows: ${account.rows.length}; with questions ${asked}; kinds of questions ${new Set(questions.map(({ kind }) => kind)).size}`,
    `Words: ${account.words.all}, all accounted for: ${account.isWhole ? 'yes' : 'no'}; lost: ${account.lost.length}; added: ${account.invented.length}`,
    `Actions: ${made.size} imported, ${byHand.size} by hand, ${both.length} with the same reference`,
    `Only by hand: ${only(byHand, made)}`,
    `Only imported: ${only(made, byHand)}`,
    `Outcomes: ${outcomes[0]!.size} imported, ${outcomes[1]!.size} by hand; worded differently: ${wordings.map(([id]) => id).join(', ') || 'none'}`,
    `Themes: ${plans[0].themes.length} imported, ${plans[1].themes.length} by hand; titled differently: ${themes.map(({ id }) => id).join(', ') || 'none'}`,
    `Leads that nothing names: ${unknownLeads.map(({ text }) => text).join(', ') || 'none'}`,
    `Abbreviations that nothing explains: ${unknownAbbreviations.join(', ') || 'none'}`,
    '',
    ...lines,
    '',
  ].join('\n');
  await expect(`${summary}\n${explained}`).toMatchFileSnapshot(
    join(fixtures, 'import/doncaster-differences.txt'),
  );
});
