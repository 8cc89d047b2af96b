import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { earlierLedgers, removedLines } from './earlier-ledger.ts';
import { readLedger } from './ledger.ts';

/** A data folder that is kept with git and has one commit, and how to change it. */
function repository() {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const git = (...words: string[]) =>
    execFileSync(
      'git',
      [
        '-c',
        'user.name=A',
        '-c',
        'user.email=a@example.org',
        '-c',
        'commit.gpgsign=false',
        ...words,
      ],
      { cwd: folder, stdio: 'pipe' },
    );
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const commit = () => (git('add', '--all'), git('commit', '--message', 'A state'));
  git('init', '--initial-branch', 'main');
  write('site.yaml', 'name: A\nurl: https://a.example/\n');
  write('permalinks.txt', '/a/\n/b/ -> /a/\n');
  commit();
  return { folder, git, write, commit };
}

function told(folder: string, now: string): string[] {
  const { ledger } = readLedger(now, 'data/permalinks.txt');
  return removedLines(earlierLedgers(folder), ledger, 'data/permalinks.txt').map(
    ({ message, advice }) => `${message} ${advice}`,
  );
}

test('a line that was taken out since the last commit is missed', () => {
  const { folder } = repository();
  expect(told(folder, '/a/\n/b/\n/c/\n')).toEqual([]);
  expect(told(folder, '/a/\n')).toEqual([
    'A line was taken out of this file since your last commit. Somebody may have a link there. Put back:\n  /b/',
  ]);
});

test('a line that was taken out on a branch is missed after its commit too', () => {
  const { folder, git, write, commit } = repository();
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
  git('switch', '--create', 'mine');
  write('permalinks.txt', '/b/\n');
  commit();
  expect(told(folder, '/b/\n')).toEqual([
    'A line was taken out of this file since your branch began. Somebody may have a link there. Put back:\n  /a/',
  ]);
  expect(told(folder, '')).toEqual([
    expect.stringContaining(
      'since your last commit. Somebody may have a link there. Put back:\n  /b/',
    ),
    expect.stringContaining(
      'since your branch began. Somebody may have a link there. Put back:\n  /a/',
    ),
  ]);
});

test('a site at another address owes nothing to the one that it came from', () => {
  const { folder, write } = repository();
  write('site.yaml', 'name: B\nurl: https://b.example/\n');
  expect(told(folder, '')).toEqual([]);
});

test('a site that moves to another address still owes the addresses of the plans that it keeps', () => {
  const { folder, write, commit } = repository();
  mkdirSync(join(folder, 'plans/north'), { recursive: true });
  write('plans/north/plan.yaml', 'title: North\n"code": nor\n');
  write('permalinks.txt', '/actions/don-1/\n/actions/nor-1/\n/plans/north.ics\n/topics/a/\n');
  commit();
  write('site.yaml', 'name: A\nurl: https://b.example/\n');
  expect(told(folder, '')).toEqual([
    expect.stringContaining('Put back:\n  /actions/nor-1/\n  /plans/north.ics'),
  ]);
  expect(told(folder, '/actions/nor-1/\n/plans/north.ics\n')).toEqual([]);
});

test('a folder that is now a link to another still owes what it published', () => {
  const { folder, git } = repository();
  mkdirSync(join(folder, 'data'));
  for (const name of ['site.yaml', 'permalinks.txt']) {
    renameSync(join(folder, name), join(folder, 'data', name));
  }
  git('add', '--all');
  git('commit', '--message', 'Moved');
  renameSync(join(folder, 'data'), join(folder, 'records'));
  symlinkSync('records', join(folder, 'data'));
  expect(told(join(folder, 'data'), '/b/\n')).toHaveLength(1);
});

test.each([
  'name: A\nurl: "https://a.example/"\n',
  "name: A\nurl: 'https://a.example'\n",
  'name: A\n? url\n: https://A.example/ # where it is\n',
  'name: A\n',
  'name: A\nurl: [\n',
])('a site whose address is typed otherwise still owes what it published: %j', (site) => {
  const { folder, write } = repository();
  write('site.yaml', site);
  expect(told(folder, '/b/\n')).toHaveLength(1);
});

test('a folder without git has nothing to compare with', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'site.yaml'), 'url: https://a.example/\n');
  expect(earlierLedgers(folder)).toEqual([]);
});
