import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { parse } from 'yaml';
import { expect, onTestFinished, test } from 'vitest';
import { loadRecords } from '../records/load-records.ts';
import { dataFilesIn } from '../records/data-files.ts';
import { soundFolder } from '../tests/fixtures/folders.ts';
import { addUpdate } from './add-update.ts';
import { asBlock } from './as-block.ts';

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

/** The lines of `after` that do not stand in `before`, which must all be there in order. */
function added(before: string, after: string): string[] {
  const old = before.split('\n');
  const lines: string[] = [];
  for (const line of after.split('\n')) {
    if (line === old[0]) old.shift();
    else lines.push(line);
  }
  expect(old).toEqual([]);
  return lines;
}

const path = 'plans/new/actions/1.1.1.yaml';

test('a report adds its lines below the last update and changes no other', () => {
  const { folder, run, read } = records();
  const noted = read(path)
    .replace('due: Sept 22', 'due: Sept 22              # as the plan writes it')
    .replace('source:\n', '    # asked Jo about this\n\n# where it stands\nsource:\n');
  writeFileSync(join(folder, path), noted);
  const text = 'The team pays again: 20 breaks, says “Jo”. '.repeat(4).trim();
  const { status, stdout, stderr } = run(
    'report',
    'NEW 1.1.1',
    '--reported',
    'June 2023',
    '--status',
    'in progress',
    '--text',
    text,
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const lines = added(noted, read(path));
  expect(lines.slice(0, 3)).toEqual([
    '  - reported: June 2023',
    '    status: in progress',
    '    text: >-',
  ]);
  expect(read(path)).toMatch(/asked Jo about this\n {2}- reported: June 2023/);
  expect(stdout).toContain('reported: June 2023');
  const record = loadRecords(folder).records!.action.find(({ id }) => id === 'new/1.1.1')!.value;
  expect(record.updates?.at(-1)).toEqual({ reported: 'June 2023', status: 'in progress', text });
});

test('stages and new leads are said by options, in any number', () => {
  const { folder, run, read } = records();
  const action = 'plans/old/actions/1.2.yaml';
  const before = read(action);
  const said = ['old-1-2', '--reported', 'June 2020', '--reason', 'The money came late.'];
  const stages = ['--milestone', 'Open it', '--milestone-due', 'Spring 2021'];
  const more = ['--milestone', 'Build it', '--milestone-status', 'complete'];
  const leads = ['--lead', 'trust', '--partner', 'council'];
  const { status, stderr } = run('report', ...said, ...stages, ...more, ...leads);
  expect([status, stderr]).toEqual([0, '']);
  expect(added(before, read(action)).join('\n')).toBe(`  - reported: June 2020
    leads:
      - trust
      - organisation: council
        role: partner
    reason: The money came late.
    milestones:
      - label: Open it
        due: Spring 2021
      - label: Build it
        status: complete`);
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

test('the first report of an action starts the list above “source”', () => {
  const { run, read } = records();
  const before = read('plans/new/actions/2.1.1.yaml');
  expect(
    run('report', 'new-2-1-1', '--reported', '3 May 2023', '--status', 'complete').status,
  ).toBe(0);
  expect(added(before, read('plans/new/actions/2.1.1.yaml'))).toEqual([
    'updates:',
    '  - reported: 3 May 2023',
    '    status: complete',
  ]);
});

test('a report with a mistake writes nothing and says what is wrong', () => {
  const { run, read } = records();
  const before = read(path);
  const { status, stderr } = run(
    'report',
    'new-1-1-1',
    '--reported',
    'June 2023',
    '--status',
    'done',
    '--due',
    'June 2023',
  );
  expect(status).toBe(1);
  expect(stderr).toContain('Did you mean “complete”?');
  expect(stderr).toContain('gives no reason');
  expect(read(path)).toBe(before);
});

test('the same report twice, an action that is not there and nothing to ask are refused', () => {
  const { run } = records();
  const words = ['new-1-1-1', '--reported', 'June 2023', '--text', 'More.'];
  expect(run('report', ...words).status).toBe(0);
  const twice = run('report', ...words);
  expect([twice.status, twice.stderr]).toEqual([
    2,
    'Nothing was written. This update from June 2023 stands in the record already.\n',
  ]);
  expect(run('report', 'new-1-1-7', '--reported', 'June 2023').stderr).toContain(
    'Did you mean “new-1-1-1”?',
  );
  expect(run('report', 'new-1-1-1').stderr).toContain('--reported "…"');
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
  expect(stderr).toContain('Did you mean “trust”?');
  expect(stderr).toContain('“TBC” does not give a date.');
  expect(existsSync(join(folder, 'plans/new/actions/1.1.3.yaml'))).toBe(false);
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

test('of reports that are added at once to one action, none is lost', async () => {
  const { folder, read } = records();
  const report = (month: string) =>
    new Promise<number | null>((done) => {
      const words = ['--data', folder, 'new-1-1-1', '--reported', `${month} 2023`];
      spawn(process.execPath, ['src/commands/report.ts', ...words, '--text', 'More.'], {
        cwd: root,
        stdio: ['ignore', 'ignore', 'ignore'],
      }).on('close', done);
    });
  const months = ['June', 'June', 'June'].map((month, index) => `${index + 1} ${month}`);
  // They may come in any order, and an update from before the last one is still one.
  const codes = await Promise.all(months.map(report));
  const added = months.filter((month) => read(path).includes(`reported: ${month} 2023`));
  expect(added).toEqual(months.filter((_month, index) => codes[index] === 0));
  expect(added.length).toBeGreaterThan(0);
});

test('any text survives being written, and only lines are added', () => {
  const files = dataFilesIn(soundFolder).filter((file) => file.path.includes('/actions/'));
  const words = fc.stringMatching(/^[ -~é“”–\n]{1,200}$/).map((text) => text.trim() || 'x');
  fc.assert(
    fc.property(fc.constantFrom(...files), words, fc.boolean(), ({ bytes }, text, windows) => {
      const before = new TextDecoder().decode(bytes).replaceAll('\n', windows ? '\r\n' : '\n');
      const update = { reported: 'June 2024', text };
      const after = addUpdate(before, update);
      added(before, after);
      const { updates } = parse(after, { schema: 'failsafe' }) as { updates: unknown[] };
      expect(updates.at(-1)).toEqual(update);
    }),
  );
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
