import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { bytesIfThere, ChangedMeanwhile, finishSaving, saveFiles } from './save-files.ts';

const here = new URL('.', import.meta.url).href;

function emptyFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'save-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { folder, read: (path: string) => readFileSync(join(folder, path), 'utf8') };
}

/** Starts a program that saves, and returns it with a promise of how it ended. */
function program(text: string, ...words: string[]) {
  const imports = `import { readFileSync } from 'node:fs';
    import { saveFiles, bytesIfThere, ChangedMeanwhile } from '${here}save-files.ts';`;
  const running = spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    imports + text,
    ...words,
  ]);
  let told = '';
  running.stderr.on('data', (part: Buffer) => (told += part.toString()));
  const ended = new Promise<string>((done) => running.on('close', () => done(told)));
  return { running, ended };
}

test('new files, changed files and files that go are saved together, and nothing else is left', () => {
  const { folder, read } = emptyFolder();
  writeFileSync(join(folder, 'a.txt'), 'one');
  writeFileSync(join(folder, 'gone.txt'), 'old');
  chmodSync(join(folder, 'a.txt'), 0o640);
  saveFiles(folder, [
    { path: 'a.txt', before: 'one', after: 'two' },
    { path: 'deep/er/b.txt', before: undefined, after: 'new' },
    { path: 'gone.txt', before: 'old', after: undefined },
  ]);
  expect(read('a.txt')).toBe('two');
  expect(read('deep/er/b.txt')).toBe('new');
  expect(readdirSync(folder).sort()).toEqual(['a.txt', 'deep']);
  expect(statSync(join(folder, 'a.txt')).mode & 0o777).toBe(0o640);
});

test.each([
  ['was changed', 'a.txt', 'one', 'by an editor'],
  ['came', 'new.txt', undefined, 'by an editor'],
  ['went', 'a.txt', 'one', undefined],
])('where a file %s since it was read, nothing is written', (_what, path, before, now) => {
  const { folder, read } = emptyFolder();
  writeFileSync(join(folder, 'a.txt'), 'one');
  if (now === undefined) rmSync(join(folder, path));
  else writeFileSync(join(folder, path), now);
  const changes = [
    { path: 'other/b.txt', before: undefined, after: 'new' },
    { path, before, after: 'mine' },
  ];
  expect(() => saveFiles(folder, changes)).toThrow(ChangedMeanwhile);
  expect(existsSync(join(folder, 'other'))).toBe(false);
  expect(existsSync(join(folder, '.saving'))).toBe(false);
  if (now !== undefined) expect(read(path)).toBe(now);
});

test('of programs that add a line to one file at once, none loses the line of another', async () => {
  const { folder, read } = emptyFolder();
  const add = `
    const [folder, line] = process.argv.slice(1);
    for (;;) {
      const before = bytesIfThere(folder + '/a.txt');
      const after = Buffer.from(before ?? '').toString() + line + '\\n';
      try { saveFiles(folder, [{ path: 'a.txt', before, after }]); break; }
      catch (error) { if (!(error instanceof ChangedMeanwhile)) throw error; }
    }`;
  const lines = ['1', '2', '3', '4', '5'];
  const told = await Promise.all(lines.map((line) => program(add, folder, line).ended));
  expect(told.join('')).toBe('');
  expect(read('a.txt').trim().split('\n').sort()).toEqual(lines);
  expect(readdirSync(folder)).toEqual(['a.txt']);
});

/** How often to stop a program; a hundred times by hand, with KILLS=100. */
const kills = Number(process.env['KILLS'] ?? 5);

test('a program that is killed leaves all of the new files or none, each whole', async () => {
  const { folder } = emptyFolder();
  const paths = Array.from({ length: 40 }, (_, index) => `plans/${index % 4}/${index}.txt`);
  const save = `
    const [folder, round, paths] = process.argv.slice(1);
    const read = (path) => bytesIfThere(folder + '/' + path);
    console.log('ready');
    saveFiles(folder, JSON.parse(paths).map((path) =>
      ({ path, before: read(path), after: (round + ' ').repeat(3000) })));`;
  const seen = new Set<string>();
  for (let round = 1; round <= kills; round++) {
    const { running, ended } = program(save, folder, String(round), JSON.stringify(paths));
    await new Promise((done) => running.stdout.once('data', done));
    await wait(Math.random() * 60);
    running.kill('SIGKILL');
    await ended;
    finishSaving(folder);
    const states = new Set(
      paths.map((path) => String(bytesIfThere(join(folder, path)) ?? 'nothing')),
    );
    expect(states.size).toBe(1);
    const [state] = states;
    expect(state === 'nothing' || state?.length === 3000 * `${state?.split(' ')[0]} `.length).toBe(
      true,
    );
    seen.add(state ?? '');
    expect(readdirSync(folder).filter((name) => name !== 'plans')).toEqual([]);
  }
  expect(seen.size).toBeGreaterThan(0);
});

test('an editor who saved after a program was stopped keeps what was saved', () => {
  const { folder, read } = emptyFolder();
  mkdirSync(join(folder, '.saving'));
  writeFileSync(join(folder, '.saving/.0.new'), 'theirs');
  writeFileSync(join(folder, '.saving/.1.new'), 'whole');
  writeFileSync(
    join(folder, '.saving/.plan.json'),
    JSON.stringify({
      moves: [
        { path: 'a.txt', waiting: '.0.new' },
        { path: 'b.txt', waiting: '.1.new' },
      ],
    }),
  );
  writeFileSync(join(folder, 'a.txt'), 'mine');
  finishSaving(folder);
  expect([read('a.txt'), read('b.txt')]).toEqual(['mine', 'whole']);
});

/** What a program that was stopped would have left, as somebody may write it who means harm. */
function leftBehind(folder: string, moves: unknown): void {
  mkdirSync(join(folder, '.saving'));
  writeFileSync(join(folder, '.saving/.0.new'), 'harm');
  writeFileSync(join(folder, '.saving/.plan.json'), JSON.stringify({ moves }));
}

test.each([
  ['../outside.txt', '.0.new'],
  ['a/../../outside.txt', '.0.new'],
  [`${tmpdir()}/outside-of-all.txt`, '.0.new'],
  ['link/outside.txt', '.0.new'],
  ['a.txt', '../../outside.txt'],
])('what was left behind moves nothing out of the folder or into it: %s', (path, waiting) => {
  const { folder: around } = emptyFolder();
  const folder = join(around, 'data');
  mkdirSync(folder);
  symlinkSync(around, join(folder, 'link'));
  writeFileSync(join(around, 'outside.txt'), 'theirs');
  leftBehind(folder, [
    { path, waiting, before: createHash('sha256').update('theirs').digest('hex') },
  ]);
  expect(() => finishSaving(folder)).toThrow();
  expect(readFileSync(join(around, 'outside.txt'), 'utf8')).toBe('theirs');
  expect(existsSync(join(tmpdir(), 'outside-of-all.txt'))).toBe(false);
  expect(existsSync(join(folder, 'a.txt'))).toBe(false);
});

test('no file outside of the folder is written or taken away, whatever a command read', () => {
  const { folder: around } = emptyFolder();
  const folder = join(around, 'data');
  writeFileSync(join(around, 'outside.txt'), 'theirs');
  for (const after of ['ours', undefined]) {
    const change = { path: '../outside.txt', before: 'theirs', after };
    expect(() => saveFiles(folder, [change])).toThrow('is not in the folder');
  }
  expect(readFileSync(join(around, 'outside.txt'), 'utf8')).toBe('theirs');
  expect(readdirSync(folder)).toEqual([]);
});

test('where the place for new files is a link, nothing behind it is taken away', () => {
  const { folder: around } = emptyFolder();
  const folder = join(around, 'data');
  mkdirSync(folder);
  mkdirSync(join(around, 'precious'));
  writeFileSync(join(around, 'precious/a.txt'), 'theirs');
  symlinkSync(join(around, 'precious'), join(folder, '.saving'));
  const change = { path: 'a.txt', before: undefined, after: 'ours' };
  expect(() => saveFiles(folder, [change])).toThrow('is a link');
  expect(readdirSync(join(around, 'precious'))).toEqual(['a.txt']);
});

test.each(['', '{', '{"moves":7}', '{"moves":[{"path":1}]}', '<<<<<<< a'])(
  'where what was left behind says %j, it is told in words, and stays to be looked at',
  (plan) => {
    const { folder } = emptyFolder();
    leftBehind(folder, []);
    writeFileSync(join(folder, '.saving/.plan.json'), plan);
    const change = { path: 'a.txt', before: undefined, after: 'ours' };
    expect(() => saveFiles(folder, [change])).toThrow(
      'No command of this project left the folder “.saving” like this.',
    );
    expect(existsSync(join(folder, 'a.txt'))).toBe(false);
    expect(readFileSync(join(folder, '.saving/.plan.json'), 'utf8')).toBe(plan);
  },
);

test('what cannot be finished yet is kept whole until it can', () => {
  const { folder, read } = emptyFolder();
  leftBehind(folder, [
    { path: 'a.txt', waiting: '.0.new' },
    { path: 'later/b.txt', waiting: '.1.new' },
  ]);
  writeFileSync(join(folder, '.saving/.1.new'), 'whole');
  expect(() => finishSaving(folder)).toThrow();
  mkdirSync(join(folder, 'later'));
  finishSaving(folder);
  expect([read('a.txt'), read('later/b.txt')]).toEqual(['harm', 'whole']);
  expect(readdirSync(folder)).toEqual(['a.txt', 'later']);
});
