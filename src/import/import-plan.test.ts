import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { ActionRecord } from '../schema/action.ts';
import type { ReportRecord } from '../schema/report.ts';
import type { PlanRecord } from '../schema/plan.ts';
import { noMapping } from './questions/mapping.ts';
import { importPlan } from './import-plan.ts';
import { readDelimited } from './read/read-delimited.ts';

function imported(
  csv: string,
  joinRows = false,
  leads: Record<string, string> = {},
  topics: Record<string, string> = {},
) {
  const result = importPlan(
    readDelimited(new TextEncoder().encode(csv)),
    {
      plan: 'test',
      file: 'test.csv',
      facts: { publisher: 'council', reported: 'March 2022' },
      mapping: {
        ...noMapping(),
        leads: new Map(Object.entries(leads)),
        topics: new Map(Object.entries(topics)),
      },
      joinRows,
      addOrganisations: false,
      addAbbreviations: false,
      earlier: {},
    },
    {
      organisations: [{ id: 'council', names: ['Council'] }],
      explained: [],
      terms: [],
      codes: {},
      plans: {},
    },
  );
  expect(result.account.lost).toEqual([]);
  const [plan] = result.files;
  const actions = result.files.filter(({ path }) => path.includes('/actions/'));
  const reports = result.files.filter(({ path }) => path.includes('/reports/'));
  const read = <T>(text: string) => parse(text, { schema: 'failsafe' }) as T;
  return {
    ...result,
    plan: read<PlanRecord>(plan!.text),
    planText: plan!.text,
    references: actions.map(({ path }) => path.split('/').at(-1)!.replace('.yaml', '')),
    actions: actions.map(({ text }) => read<ActionRecord>(text)),
    reports: reports.map(({ path, text }) => ({ path, ...read<ReportRecord>(text) })),
    remarks: [...result.repairs.map(({ text }) => text), ...result.questions.map(({ ask }) => ask)],
  };
}
const outline = ({ plan }: ReturnType<typeof imported>) =>
  plan.themes.map(({ id, title, outcomes }) => [
    id,
    title,
    ...outcomes.map((outcome) => outcome.id),
  ]);

test('the plan’s own numbers, in whatever shape, become references', () => {
  const rows = ['1.8', '1.9', '1.1', '1.11.', 'Ref 2-1', '2.1', 'n/a'];
  const plan = imported(
    `Ref,Action,Lead\n${rows.map((ref, at) => `${ref},Do ${at},Council`).join('\n')}\n`,
  );
  expect(plan.references).toEqual(['1.8', '1.9', '1.10', '1.11', '2.1', '2.1.2', '1.1']);
  expect(plan.remarks).toContain(
    'The number 1.1 is after 1.9, so it was read as 1.10. Excel drops the last nought.',
  );
  expect(plan.remarks.join()).toContain('used twice');
});

test('a lead can be said to be one for whom the same import writes a file', () => {
  const csv = 'Action,Lead\nDo this,Speech Therapy\nDo that,SLT\n';
  const plan = imported(csv, false, { 'Speech Therapy': 'new', SLT: 'speech-therapy' });
  expect(plan.actions.map(({ leads }) => leads)).toEqual([['speech-therapy'], ['speech-therapy']]);
  expect(plan.unknownLeads).toEqual([]);
  expect(() => imported(csv, false, { 'Speech Therapy': 'new', SLT: 'speech' })).toThrow(
    'Your answers say that “SLT” is led by speech, but there is no file data/organisations/speech.yaml.',
  );
});

test('an answer that gives the name of a lead, and not its file, is told which file is meant', () => {
  const csv = 'Action,Lead\nDo this,Speech Therapy\nDo that,SLT\n';
  expect(() => imported(csv, false, { 'Speech Therapy': 'new', SLT: 'speech therapy' })).toThrow(
    'Did you mean “speech-therapy”?',
  );
});

test('an answer for a lead may name several, or keep the words alone, and holds for the whole of them', () => {
  const csv =
    'Action,Lead\nA,Council & Night Line\nB,Council and the Forum\nC,Day / Council & Night Line\n';
  const plan = imported(csv, false, {
    'Council & Night Line': 'council, night-line',
    'Council and the Forum': 'keep',
    'Night Line': 'new',
    Day: 'new',
  });
  expect(plan.unknownLeads).toEqual([]);
  expect(plan.actions.map(({ leads }) => leads)).toEqual([
    ['council', 'night-line'],
    undefined,
    ['day', 'council', 'night-line'],
  ]);
});

test('topics are named for many actions in one line', () => {
  const csv = 'Ref,Action\n1.1,A\n1.2,B\n2.1,C\n';
  const plan = imported(csv, false, {}, { work: '1.1, 2.1', money: '1.1' });
  expect(plan.actions.map(({ topics }) => topics)).toEqual([
    ['work', 'money'],
    undefined,
    ['work'],
  ]);
  expect(() => imported(csv, false, {}, { work: '1.1, 3.1' })).toThrow(
    'Your answers say that the topic “work” is about 3.1, but no action here has that number.',
  );
});

test('what the file does not say of the plan is asked with what to write', () => {
  const asked = imported('Action,Lead\nDo this,Council\n').aboutPlan;
  const keys = asked.map(({ answer }) => answer?.key);
  expect(keys).toContain('area');
  for (const { answer } of asked)
    expect(answer?.suggestion, answer?.key).toMatch(/such as|sentence/);
});

test('themes and outcomes that span rows hold for the rows below', () => {
  const plan = imported(
    'Theme,Outcome,Action,Lead\n1. Breaks,1.1 Carers rest,A,Council\n,,B,Council\n,1.2 Carers sleep,C,Council\nTheme 2: Money,,D,Council\n',
  );
  expect(outline(plan)).toEqual([
    ['1', 'Breaks', '1.1', '1.2'],
    ['2', 'Money', 'money'],
  ]);
  expect(plan.references).toEqual(['1.1.1', '1.1.2', '1.2.1', '2.1']);
});

test('rows with one filled cell are headings: themes, and outcomes under them', () => {
  const plan = imported(
    'No,Action,Lead\nPriority 1: Breaks,,\nCarers rest,,\n1,Go,Council\nCarers sleep,,\n2,Stay,Council\nPRIORITY MONEY,,\n3,Pay,Council\n',
  );
  expect(plan.plan.themes.flatMap(({ title }) => title)).toContain('Priority money');
  expect(plan.references).toEqual(['1', '2', '3']);
});

test('a page break that cut a row, with headings printed again, is joined again only when told to', () => {
  const csv =
    'No,Outcome,Action,Lead,Due\n1.1,Carers rest,Offer every,Council,Mar 23\nNo,Outcome,Action,Lead,Due\n,,carer a break.,,\n,,Stay,Council,Apr 23\n';
  const joined = imported(csv, true);
  expect(joined.actions.map(({ promise }) => promise)).toEqual([
    'Offer every carer a break.',
    'Stay',
  ]);
  expect(joined.account.rows.map(({ kind }) => kind)).toEqual([
    'heading',
    'taken',
    'furniture',
    'taken',
    'taken',
  ]);
  const apart = imported(csv);
  expect(apart.actions).toHaveLength(3);
  expect(apart.remarks.join()).toContain('import again with --join-rows');
});

test('two actions that begin alike have titles of their own', () => {
  const plan = imported(
    'Ref,Action,Lead\n1,Meet carers. Monthly.,Council\n2,Meet carers. Weekly.,Council\n',
  );
  expect(plan.actions.map(({ title }) => title)).toEqual(['Meet carers', 'Meet carers (2)']);
});

test('what no record has a place for is in the plan’s comments', () => {
  const plan = imported('Our plan,\nMade in haste.,\nAction,Lead\nGo,Council\n,Somebody\n');
  expect(plan.plan.title).toBe('Our plan');
  expect(plan.planText).toContain(
    '# line 2. It is before the headings of the table.\n# Made in haste.',
  );
  expect(plan.planText).toContain('# Somebody');
});

test('a progress cell that is a status gives one, where no column is kept for it', () => {
  const plan = imported(
    'Ref,Action,Lead,Progress\n1.1,A,Council,Not started\n1.2,B,Council,Complete - all of it\n1.3,C,Council,Talks began\n1.4,D,Council,Withdrawn\n',
  );
  expect(plan.reports).toEqual([
    {
      path: 'plans/test/reports/2022-03.yaml',
      reported: 'March 2022',
      dated_by: 'Given when the file was imported.',
      source: { title: 'Test plan' },
      actions: {
        '1.1': { status: 'not started' },
        '1.2': { text: 'Complete - all of it' },
        '1.3': { text: 'Talks began' },
        '1.4': { text: 'Withdrawn' },
      },
    },
  ]);
  expect(plan.remarks.join()).toContain('these were withdrawn');
});

test('a day that Excel kept as a number is told as that day', () => {
  const plan = imported('Ref,Action,Lead,Due\n1.1,A,Council,46112\n');
  expect(plan.questions[0]!.answer!.suggestion).toBe('31 March 2026');
});

test('reports with dates of their own are a file each, oldest first', () => {
  const plan = imported(
    'Ref,Action,Lead,Progress May 2021,Progress June 2020,Progress\n1.1,A,Council,Second.,First.,Third.\n1.2,B,Council,,Once.,\n',
  );
  expect(plan.reports.map(({ path, actions }) => [path.split('/').at(-1), actions])).toEqual([
    ['2020-06.yaml', { '1.1': { text: 'First.' }, '1.2': { text: 'Once.' } }],
    ['2021-05.yaml', { '1.1': { text: 'Second.' } }],
    ['2022-03.yaml', { '1.1': { text: 'Third.' } }],
  ]);
  expect(plan.actions.some((action) => 'updates' in action)).toBe(false);
});
