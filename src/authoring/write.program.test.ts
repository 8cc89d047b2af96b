import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { expect, onTestFinished, test } from 'vitest';
import { loadRecords } from '../records/load-records.ts';
import { dataFilesIn } from '../records/data-files.ts';
import { soundFolder } from '../tests/fixtures/folders.ts';
import { asBlock } from '../records/yaml/as-yaml.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

function records() {
  const folder = mkdtempSync(join(tmpdir(), 'write-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  cpSync(soundFolder, folder, { recursive: true });
  const run = (command: string, ...words: string[]) =>
    spawnSync(process.execPath, [`src/commands/${command}.ts`, '--data', folder, ...words], {
      cwd: root,
      encoding: 'utf8',
      input: '',
    });
  return { folder, run, read: (path: string) => readFileSync(join(folder, path), 'utf8') };
}

/** The reports that a data folder holds, by their paths. */
function reportsIn(folder: string): Map<string, string> {
  return new Map(
    dataFilesIn(folder)
      .filter(({ path }) => path.includes('/reports/'))
      .map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]),
  );
}

/** Those that were written since the sound records. */
function newReports(folder: string): [path: string, text: string][] {
  const before = reportsIn(soundFolder);
  return [...reportsIn(folder)].filter(([path]) => !before.has(path));
}

test('a report is a new file, and no other file changes', () => {
  const { folder, run } = records();
  const before = dataFilesIn(folder);
  const text = 'The team pays again: 20 breaks, says “Jo”. '.repeat(4).trim();
  const said = ['--reported', 'June 2023', '--status', 'in progress', '--text', text];
  const { status, stdout, stderr } = run('report', 'NEW 1.1.1', ...said);
  expect([status, stderr]).toEqual([0, '']);
  const [[path, written] = []] = newReports(folder);
  expect(path).toMatch(/^plans\/new\/reports\/2023-06-new-1-1-1-[a-z]{4}\.yaml$/);
  expect(written).toMatch(
    /^reported: June 2023\nactions:\n {2}"1\.1\.1":\n {4}status: in progress\n/,
  );
  expect(stdout).toContain(written);
  expect(dataFilesIn(folder).filter((file) => file.path !== path)).toEqual(before);
  const record = loadRecords(folder).records!.report.find(({ file }) =>
    file.endsWith(path!),
  )!.value;
  expect(record.actions).toEqual({ '1.1.1': { status: 'in progress', text } });
});

test('who reports and where it can be read are said by options', () => {
  const { folder, run } = records();
  const said = ['--reported', 'June 2023', '--text', 'It has not begun.'];
  const source = ['--source-title', 'Board paper 7', '--source-url', 'https://example.org/7.pdf'];
  const more = ['--page', '12', '--archived', 'https://web.archive.org/7'];
  expect(run('report', 'new-1-1-1', ...said, '--by', 'trust', ...source, ...more).stderr).toBe('');
  const [[, first] = []] = newReports(folder);
  expect(first).toBe(`reported: June 2023
by: trust
source:
  title: Board paper 7
  url: https://example.org/7.pdf
  page: "12"
  archived: https://web.archive.org/7
actions:
  "1.1.1":
    text: It has not begun.
`);
  const group = ['--by-name', 'Action Group', '--by-website', 'https://group.example/'];
  const letter = ['--source-title', 'A letter', '--not-published', '--note', 'To the council.'];
  const { stdout } = run('report', '2.1.1', ...said, ...group, ...letter);
  expect(stdout).toContain(`by:
  name: Action Group
  website: https://group.example/
source:
  title: A letter
  not_published: true
  note: To the council.
`);
  expect(stdout).toContain('This report is shown as a second opinion');
  expect(loadRecords(folder).problems).toEqual([]);
});

test('several actions are in one report, each with what was said after it', () => {
  const { folder, run } = records();
  const said = ['NEW', '1.1.1', '2.1.1', '--status', 'in progress', 'new-2-1-2', '--text', 'Soon.'];
  const { status, stderr } = run('report', ...said, '--reported', 'June 2023');
  expect([status, stderr]).toEqual([0, '']);
  const [[path, text] = []] = newReports(folder);
  expect(path).toMatch(/2023-06-new-1-1-1-and-2-more-[a-z]{4}\.yaml$/);
  expect(text).toBe(`reported: June 2023
actions:
  "1.1.1":
    status: in progress
  "2.1.1":
    status: in progress
  "2.1.2":
    text: Soon.
`);
  const two = run('report', 'new-1-1-1', 'old-1-2', '--reported', 'June 2023', '--text', 'More.');
  expect(two.stderr).toBe(
    'Nothing was written. OLD 1.2 is in a different plan from NEW 1.1.1. Write a separate report for it.\n',
  );
});

test.each([
  'NEW 1.1.1',
  'new-1-1-1',
  'new.1.1.1)',
  '1.1.1',
  'https://promises.example/actions/new-1-1-1/',
])('the reference “%s” is understood', (typed) => {
  const { folder, run } = records();
  expect(run('report', typed, '--reported', 'June 2023', '--text', 'More.').stderr).toBe('');
  expect(newReports(folder)[0]![1]).toContain('  "1.1.1":\n');
});

test('stages and new leads are said by options, in any number', () => {
  const { folder, run } = records();
  const said = ['old-1-2', '--reported', 'June 2020', '--reason', 'The money came late.'];
  const stages = ['--milestone', 'Open it', '--milestone-due', 'Spring 2021'];
  const more = ['--milestone', 'Build it', '--milestone-status', 'complete'];
  const leads = ['--lead', 'trust', '--partner', 'council'];
  const { status, stderr } = run('report', ...said, ...stages, ...more, ...leads);
  expect([status, stderr]).toEqual([0, '']);
  expect(newReports(folder)[0]![1]).toBe(`reported: June 2020
actions:
  "1.2":
    leads:
      - trust
      - organisation: council
        role: partner
    reason: The money came late.
    milestones:
      - label: Open it
        due: Spring 2021
      - label: Build it
        status: complete
`);
  expect(loadRecords(folder).problems).toEqual([]);

  const unknown = run('report', ...said, '--milestone', 'Opening', '--milestone-status', 'done');
  expect(unknown.status).toBe(1);
  expect(unknown.stderr).toContain('It has: Build it, Open it.');
  expect(unknown.stderr).toContain('Did you mean “complete”?');
  expect(unknown.stderr).not.toContain('status_text');
  expect(run('report', ...said, '--milestone-due', 'June 2022').stderr).toBe(
    'Nothing was written. Say which stage is meant:  --milestone "…" --milestone-due "June 2022"\n',
  );
});

test('a report with a mistake writes nothing and says what is wrong', () => {
  const { folder, run } = records();
  const said = ['new-1-1-1', '--status', 'done', '--due', 'June 2023'];
  const { status, stderr } = run('report', ...said, '--reported', 'June 2023');
  expect(status).toBe(1);
  expect(stderr).toContain('Did you mean “complete”?');
  expect(stderr).toContain('gives no reason');
  expect(run('report', ...said, '--reported', 'Jnue 2023').stderr).toContain(
    'Did you mean June 2023?',
  );
  expect(newReports(folder)).toEqual([]);
});

test('the same report twice, an action that is not there and nothing to ask are refused', () => {
  const { folder, run } = records();
  const words = ['new-1-1-1', '--reported', 'June 2023', '--text', 'More.'];
  expect(run('report', ...words).status).toBe(0);
  const [[path] = []] = newReports(folder);
  const twice = run('report', ...words);
  expect([twice.status, twice.stderr]).toEqual([
    2,
    `Nothing was written. ${join(folder, path!)} is there already, and is not written over.\n`,
  ]);
  expect(run('report', 'new-1-1-7', '--reported', 'June 2023').stderr).toContain(
    'Did you mean “new-1-1-1”?',
  );
  expect(run('report', 'new-1-1-1').stderr).toContain('--reported "…"');
  expect(run('report').stderr).toBe(
    'Nothing was written. Say the action, such as ANY 2.1.2, after the name of the command. To see how, add  -- --help  to the command\n',
  );
});

test('a new action is written under the next free number, and never over another', () => {
  const { folder, run, read } = records();
  writeFileSync(join(folder, 'permalinks.txt'), '/actions/new-1-1-3/\n');
  const words = [
    'action',
    '--plan',
    'new',
    '--outcome',
    '1.1',
    '--title',
    'The trust: a helpline',
    '--promise',
    'The trust will run a helpline.',
    '--lead',
    'trust',
    '--due',
    'Spring 2023',
  ];
  const first = run('new', ...words);
  expect(first.stderr).toBe('');
  expect(first.status).toBe(0);
  expect(read('plans/new/actions/1.1.4.yaml'))
    .toBe(`# yaml-language-server: $schema=../../../../.vscode/schemas/action.json
title: "The trust: a helpline"
promise: The trust will run a helpline.
outcome: "1.1"
leads:
  - trust
due: Spring 2023
source:
  row: "1.1"
`);
  expect(loadRecords(folder).problems).toEqual([]);
  const again = run('new', ...words, '--ref', '1.1.4');
  expect([again.status, again.stderr]).toEqual([
    2,
    `Nothing was written. ${join(folder, 'plans/new/actions/1.1.4.yaml')} is there already, and is not written over.\n`,
  ]);
});

test('a new action with a mistake is not written', () => {
  const { folder, run } = records();
  const { status, stderr } = run(
    'new',
    'action',
    '--plan',
    'new',
    '--outcome',
    '1.1',
    '--title',
    'A helpline',
    '--promise',
    'P.',
    '--lead',
    'trsut',
    '--due',
    'TBC',
  );
  expect(status).toBe(1);
  expect(stderr).toContain('Did you mean “trust” (Care Trust)?');
  expect(stderr).toContain('“TBC” does not give a date.');
  expect(existsSync(join(folder, 'plans/new/actions/1.1.3.yaml'))).toBe(false);
});

test('a new action names those of the earlier plan that it carries on, and none that is not there', () => {
  const { run, read } = records();
  const said = ['--plan', 'new', '--outcome', '1.1', '--title', 'The trust pays for sitters'];
  const promise = ['--promise', 'The trust will pay for sitters.', '--lead', 'trust'];
  const refused = run('new', 'action', ...said, ...promise, '--continues', 'old-1-3');
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('Did you mean “old-1-2”?');
  const links = ['--continues', 'old-1-2', '--continues', 'old-1-10'];
  expect(run('new', 'action', ...said, ...promise, ...links).stderr).toBe('');
  expect(parse(read('plans/new/actions/1.1.3.yaml'))).toMatchObject({
    continues: ['old-1-2', 'old-1-10'],
  });
});

test('a new action takes no number that a branch has, and says so where it is asked to', () => {
  const { folder, run, read } = records();
  const git = (...words: string[]) => {
    const name = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
    execFileSync('git', [...name, ...words], { cwd: folder, stdio: 'pipe' });
  };
  const words = ['--plan', 'new', '--outcome', '1.1', '--title', 'A helpline', '--promise', 'P.'];
  const other = words.map((word) => word.replace('A helpline', 'A day out').replace('P.', 'Q.'));
  git('init', '--initial-branch', 'main');
  git('add', '--all');
  git('commit', '--message', 'Two plans');
  git('switch', '--create', 'jo');
  expect(run('new', ...words).status).toBe(0);
  git('add', '--all');
  git('commit', '--message', 'A helpline');
  git('switch', 'main');
  expect(existsSync(join(folder, 'plans/new/actions/1.1.3.yaml'))).toBe(false);
  expect(run('new', ...words).status).toBe(0);
  expect(read('plans/new/actions/1.1.4.yaml')).toContain('title: A helpline');
  const same = run('new', ...other, '--ref', '1.1.3');
  expect(same.stderr).toBe('');
  expect(same.stdout).toContain('The branch “jo” has an action 1.1.3 of this plan too.');
});

test('of reports that are written at once, none is lost', async () => {
  const { folder } = records();
  const report = (...words: string[]) =>
    new Promise<number | null>((done) => {
      const all = ['--data', folder, ...words, '--reported', 'June 2023'];
      spawn(process.execPath, ['src/commands/report.ts', ...all], {
        cwd: root,
        stdio: ['ignore', 'ignore', 'ignore'],
      }).on('close', done);
    });
  const same = ['new-1-1-1', '--text', 'More.'];
  const codes = await Promise.all([
    report(...same),
    report(...same),
    report('new-1-1-1', '--text', 'Even more.'),
    report('new-2-1-1', '--text', 'More.'),
  ]);
  // Of two that are the same, one is written.
  expect(codes.slice(0, 2).toSorted()).toEqual([0, 2]);
  expect(codes.slice(2)).toEqual([0, 0]);
  const written = newReports(folder).map(([, text]) => text);
  expect(written.length).toBe(3);
  for (const text of ['text: More.', 'text: Even more.', '"2.1.1":']) {
    expect(written.some((one) => one.includes(text))).toBe(true);
  }
  expect(loadRecords(folder).problems).toEqual([]);
});

test('what is written is read back the same', () => {
  expect(
    parse(asBlock({ a: '1.10', b: 'x'.repeat(200), c: ['yes', 'no: 1'] }), { schema: 'failsafe' }),
  ).toEqual({
    a: '1.10',
    b: 'x'.repeat(200),
    c: ['yes', 'no: 1'],
  });
});
