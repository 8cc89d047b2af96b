import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadRecords } from '../../records/load-records.ts';
import { openQuestionsIn, whyHeld } from '../../records/open-questions.ts';
import { soundFolder } from '../../tests/fixtures/folders.ts';
import { runImport, type ImportCommand } from '../run-import.ts';
import { hashOf } from './save-import.ts';

const table = `Ref,Theme,Outcome,What we will do,Who,By when,What success looks like,RAG,Update,Budget
,Breaks,Carers get breaks,Offer a break to every carer. It may be a night.,Carers team,Mar 23,More breaks,Complete,Done in May,
,,,Open a night line,"Carers team, Night Line Trust",soon,,Amber,,£500
,Work,Carers can work,Ask each employer,Carers team,2023/24,,On track,,
`;

function started(text = table) {
  const folder = mkdtempSync(join(tmpdir(), 'import-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const data = join(folder, 'data');
  cpSync(soundFolder, data, { recursive: true });
  const file = join(folder, 'plan.csv');
  writeFileSync(file, text);
  const command: ImportCommand = {
    file,
    plan: 'brought-in',
    data,
    joinRows: false,
    addOrganisations: false,
    addAbbreviations: false,
    facts: { publisher: 'council', reported: 'March 2022', title: 'Our plan', code: 'bro' },
  };
  const path = (name: string) => join(data, 'plans/brought-in', name);
  return {
    command,
    data,
    file,
    read: (name: string) => readFileSync(path(name), 'utf8'),
    write: (name: string, content: string) => writeFileSync(path(name), content),
    remove: (name: string) => rmSync(path(name)),
    has: (name: string) => existsSync(path(name)),
  };
}

test('a site that is held back says what is asked, and in which record', async () => {
  const plan = started();
  await runImport(plan.command);
  const held = whyHeld(openQuestionsIn(loadRecords(plan.data).records!));
  expect(held).toMatch(
    /plans\/brought-in\/plan\.yaml\n    Which area is the plan for\?\n    Is the period right/,
  );
  expect(held).toContain('actions/1.2.yaml\n    ');
});

test('a table becomes a plan that the check accepts, with every doubt marked', async () => {
  const plan = started();
  const { text, exitCode } = await runImport(plan.command);
  expect(exitCode).toBe(1);
  expect(loadRecords(plan.data).problems).toEqual([]);
  expect(text).toContain('4 rows: 3 taken');
  expect(text).toContain('Night Line Trust');
  expect(text).toContain('No words were lost');
  expect(plan.read('actions/1.1.yaml')).toMatchInlineSnapshot(`
    "# yaml-language-server: $schema=../../../../.vscode/schemas/action.json
    title: Offer a break to every carer
    title_from: promise
    promise: Offer a break to every carer. It may be a night.
    outcome: carers-get-breaks
    leads:
      - carers-team
    due: Mar 23
    measures:
      - More breaks
    source:
      lead: Carers team
    "
  `);
  expect(plan.read('actions/1.2.yaml')).toMatchInlineSnapshot(`
    "# yaml-language-server: $schema=../../../../.vscode/schemas/action.json
    title: Open a night line
    title_from: promise
    promise: Open a night line
    outcome: carers-get-breaks
    leads:
      - carers-team
    needs_review:
      - field: leads
        found: Night Line Trust
        question: Who is this? No organisation has this name.
      - field: due
        found: soon
        question: >-
          “soon” cannot be read as a date: “soon” is not a word used in dates. Write it like
          one of these: 15 March 2023; March 2023; Spring 2019; 2018/19; End of 2018; By
          March 2023; Ongoing.
      - field: status
        found: Amber
        question: >-
          Which status do these words mean? Write it in the report, or leave the words
          without a status.
    source:
      lead: Carers team, Night Line Trust
      due: soon

    # “Budget”:
    # £500
    "
  `);
});

test('what the table reports becomes one report, which names the document', async () => {
  const plan = started();
  await runImport(plan.command);
  expect(plan.read('reports/2022-03.yaml'))
    .toBe(`# yaml-language-server: $schema=../../../../.vscode/schemas/report.json
reported: March 2022
dated_by: Given when the file was imported.
source:
  title: Our plan
actions:
  "1.1":
    status: complete
    text: Done in May
  "1.2":
    rag: amber
  "2.1":
    status: in progress
    status_text: On track
`);
});

test('a report that an editor changed stays, and each action of which the file now says something else is told', async () => {
  const plan = started();
  await runImport(plan.command);
  const name = 'reports/2022-03.yaml';
  const mine = plan.read(name).replace('Done in May', 'All done in May');
  plan.write(name, mine);
  expect((await runImport(plan.command)).text).not.toContain('was changed by hand');
  writeFileSync(plan.file, table.replace('Done in May', 'Done in June').replace('Amber', 'Green'));
  const { text } = await runImport(plan.command);
  expect(plan.read(name)).toBe(mine);
  expect(text).toMatch(
    /2022-03\.yaml was changed by hand, so it was left alone\. The file would now change: 1\.1, 1\.2\./,
  );
});

test('a report of a date that was wrong goes with the next import, unless it was published', async () => {
  const plan = started();
  await runImport(plan.command);
  const facts = { reported: 'March 2023' };
  await runImport({ ...plan.command, facts });
  expect(plan.has('reports/2022-03.yaml')).toBe(false);
  expect(plan.has('reports/2023-03.yaml')).toBe(true);
  writeFileSync(join(plan.data, 'permalinks.txt'), '/reports/bro-2023-03/\n');
  await runImport(plan.command);
  expect(plan.has('reports/2023-03.yaml')).toBe(true);
});

test('a second import changes nothing', async () => {
  const plan = started();
  await runImport(plan.command);
  const names = [
    'plan.yaml',
    'actions/1.1.yaml',
    'actions/1.2.yaml',
    'actions/2.1.yaml',
    '.import.json',
  ];
  const before = names.map(plan.read);
  const { text } = await runImport({ ...plan.command, facts: {} });
  expect(names.map(plan.read)).toEqual(before);
  expect(text).toContain('0 written, 0 brought up to date, 5 as they were');
});

test('what an editor has changed stays, and a change in the file beside it is told', async () => {
  const plan = started();
  await runImport(plan.command);
  const mine = plan
    .read('actions/1.1.yaml')
    .replace(/^title: .*$/m, 'title: A break for every carer');
  plan.write('actions/1.1.yaml', mine);
  plan.remove('actions/2.1.yaml');

  const quiet = await runImport(plan.command);
  expect(quiet.text).not.toContain('was changed by hand');
  expect(plan.read('actions/1.1.yaml')).toBe(mine);

  writeFileSync(
    plan.file,
    table.replace('Mar 23', 'Sept 23').replace('Open a night line', 'Open a day line'),
  );
  const { text, exitCode } = await runImport(plan.command);
  expect(exitCode).toBe(1);
  expect(plan.read('actions/1.1.yaml')).toBe(mine);
  expect(text).toMatch(
    /1\.1\.yaml was changed by hand, so it was left alone\. The file would now change: title, due\./,
  );
  expect(plan.read('actions/1.2.yaml')).toContain('Open a day line');
  expect(text).toContain('1 brought up to date');
  expect(plan.has('actions/2.1.yaml')).toBe(false);
  expect(text).toContain('2.1.yaml was deleted by hand');
});

test('a row put in between gets a new number, and the others keep theirs', async () => {
  const plan = started();
  await runImport(plan.command);
  const before = plan.read('actions/1.2.yaml');
  writeFileSync(
    plan.file,
    table.replace(',,,Open', ',,,Something new,Carers team,Mar 24,,,,\n,,,Open'),
  );
  await runImport(plan.command);
  expect(plan.read('actions/1.2.yaml')).toBe(before);
  expect(plan.read('actions/1.3.yaml')).toContain('Something new');
});

test('records made by hand are never written over', async () => {
  const plan = started();
  const own = 'plans/old/actions/1.2.yaml';
  const before = readFileSync(join(plan.data, own), 'utf8');
  writeFileSync(plan.file, 'Ref,Action,Lead\n1.2,Something else,Carers team\n');
  const { text } = await runImport({
    ...plan.command,
    plan: 'old',
    facts: { publisher: 'council', reported: 'March 2022' },
  });
  expect(readFileSync(join(plan.data, own), 'utf8')).toBe(before);
  expect(text).toContain('1.2.yaml was changed by hand');
  expect(text).toContain('1.10.yaml is not in this file');
});

test('stub records say that nothing is known, and the check accepts them', async () => {
  const plan = started(table.replace('Done in May', 'Done by the XYZ in May'));
  const first = await runImport(plan.command);
  expect(first.text).toContain('XYZ');
  expect(loadRecords(plan.data).problems.map(({ rule }) => rule)).toEqual([
    'abbreviation-explained',
  ]);
  await runImport({ ...plan.command, addOrganisations: true, addAbbreviations: true });
  expect(loadRecords(plan.data).problems).toEqual([]);
  expect(readFileSync(join(plan.data, 'organisations/night-line-trust.yaml'), 'utf8')).toContain(
    'from: not stated',
  );
  expect(plan.read('actions/1.2.yaml')).toContain('- night-line-trust');
  const { text } = await runImport(plan.command);
  expect(text).toContain('0 written, 0 brought up to date, 5 as they were');
});

test.each([
  [{ file: 'nowhere.csv' }, 'There is no file “nowhere.csv”'],
  [{ file: tmpdir() }, 'is a folder. Name the file in it'],
  [{ plan: 'My Plan' }, '“My Plan” cannot be the name of a plan'],
  [{ facts: {} }, 'The file does not say these things'],
  [{ facts: { publisher: 'council', reported: 'lately' } }, '--reported: “lately”'],
  [{ facts: { publisher: 'council', reported: 'Ongoing' } }, 'no beginning or no end'],
  [{ facts: { publisher: 'council', reported: '2022', code: 'new' } }, 'belongs to the plan “new”'],
  [{ facts: { publisher: 'council', reported: '2022', code: 'X' } }, 'cannot be a plan’s code'],
  [{ facts: { publisher: 'counsil', reported: 'March 2022' } }, 'Did you mean “council”?'],
])('%j is refused before anything is written', async (change, told) => {
  const plan = started();
  await expect(runImport({ ...plan.command, ...change })).rejects.toThrow(told);
  expect(plan.has('plan.yaml')).toBe(false);
});

test('a file without headings, and one without actions, are refused with what to do', async () => {
  await expect(runImport(started('a,b\nc,d\n').command)).rejects.toThrow(
    'No row of headings was found',
  );
  await expect(runImport(started('Action,Lead\n,\n').command)).rejects.toThrow(
    'no action under them',
  );
});

test('who is asked about a lead is asked once, and the answer holds for the next import', async () => {
  const plan = started();
  const asked: string[] = [];
  const { text } = await runImport(plan.command, (question, choices) => {
    asked.push(question);
    return Promise.resolve(
      choices.findIndex((choice) => choice.includes('(trust)') || choice.startsWith('None')),
    );
  });
  expect(asked).toEqual([
    'The file names “Night Line Trust” (once). Who is that?',
    'The file says “Amber” about one action. What does that mean?',
  ]);
  expect(text).not.toContain('Leads that no record');
  const before = plan.read('actions/1.2.yaml');
  expect(before).toContain('  - trust\n');
  expect(before).toContain('lead: Carers team, Night Line Trust');

  const again = await runImport(plan.command, () => Promise.reject(new Error('asked again')));
  expect(again.text).toContain('0 written, 0 brought up to date');
  expect(plan.read('actions/1.2.yaml')).toBe(before);
});

test('a lead that is new gets a record of its own, and one left for later does not', async () => {
  const plan = started();
  const { text } = await runImport(plan.command, () => Promise.resolve(undefined));
  expect(text).toContain('Night Line Trust');
  await runImport(plan.command, (_question, choices) => Promise.resolve(choices.length - 1));
  expect(existsSync(join(plan.data, 'organisations/night-line-trust.yaml'))).toBe(true);
  expect(plan.read('actions/1.2.yaml')).toContain('  - night-line-trust\n');
});

test.each([
  '',
  '{"about":"Written',
  'null',
  '[]',
  '{"files":null}',
  '{"leads":{"a":1}}',
  '<<<<<<< a',
])('a memory file that holds %j is told in words, and nothing is written', async (memory) => {
  const plan = started();
  await runImport(plan.command);
  const before = plan.read('actions/1.1.yaml');
  plan.write('.import.json', memory);
  await expect(runImport(plan.command)).rejects.toThrow(
    /\.import\.json” cannot be read.* Get it back from git: {2}git checkout HEAD -- /,
  );
  expect(plan.read('.import.json')).toBe(memory);
  // Without it, what is there stays as it is.
  plan.remove('.import.json');
  plan.write('actions/1.1.yaml', before.replace('It may be a night.', 'By a person.'));
  await runImport(plan.command);
  expect(plan.read('actions/1.1.yaml')).toContain('By a person.');
});

test('a memory file that names files elsewhere makes no import write or delete there', async () => {
  const plan = started();
  await runImport(plan.command);
  const outside = join(plan.data, '../outside.yaml');
  writeFileSync(outside, 'theirs');
  const memory = JSON.parse(plan.read('.import.json')) as { files: Record<string, string> };
  memory.files['../outside.yaml'] = hashOf('theirs');
  plan.write('.import.json', JSON.stringify(memory));
  await runImport(plan.command).catch(() => undefined);
  expect(readFileSync(outside, 'utf8')).toBe('theirs');
});

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])(
  'a lead, a status, a number and a heading named %s are words like any others',
  async (name) => {
    const plan = started(
      `Ref,Theme,Outcome,What we will do,Who,By when,Status,${name}\n${name},${name},${name},${name} will come,${name},Mar 23,${name},x\n`,
    );
    const { text } = await runImport(plan.command);
    expect(text).not.toMatch(/native code|\[object|undefined|function /);
    expect(text).toContain('2 rows: 1 taken, 1 with headings');
    const again = await runImport(plan.command);
    expect(again.text).not.toMatch(/native code|\[object|undefined|function /);
    expect(
      loadRecords(plan.data)
        .problems.map(({ message }) => message)
        .join(),
    ).not.toMatch(/native code|\[object/);
  },
);
