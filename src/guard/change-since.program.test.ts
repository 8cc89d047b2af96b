import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { dataFilesIn } from '../records/data-files.ts';
import { checkRecords } from '../records/load-records.ts';
import { soundFolder } from '../tests/fixtures/folders.ts';
import { changeSince } from './change-since.ts';

/** A repository with the sound records in its folder `data`, committed and then changed. */
function repository({ before }: { before?: (folder: string) => void } = {}) {
  const root = mkdtempSync(join(tmpdir(), 'guard-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true });
  });
  const folder = join(root, 'data');
  cpSync(soundFolder, folder, { recursive: true });
  before?.(folder);
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...words], {
      cwd: root,
      stdio: 'pipe',
    });
  const commit = () => {
    git('add', '.');
    git('commit', '--quiet', '--message', 'As published');
  };
  git('init', '--quiet', '--initial-branch', 'main');
  commit();
  return { root, folder, git, commit };
}

function changes(folder: string, ref = 'main') {
  const checked = checkRecords(dataFilesIn(folder), 'data', '2023-01-31');
  return changeSince(ref, folder, 'data', checked);
}

function breaches(folder: string): string[] {
  return changes(folder).problems.map(({ message }) => message);
}

const one = 'plans/new/actions/1.1.1.yaml';

function breakPromise(folder: string): void {
  const file = join(folder, one);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/promise: .*/, 'promise: Nothing.'));
}

test('the earlier state is read from git', () => {
  const { folder } = repository();
  rmSync(join(folder, one));
  expect(breaches(folder)).toEqual([
    expect.stringMatching(/^The record of NEW 1\.1\.1 was removed\. /),
  ]);
  expect(() => changes(folder, 'no-such')).toThrow('There is no earlier state “no-such”');
});

test('where nothing is to be compared with, nothing passes', () => {
  const { root, folder } = repository();
  const moved = join(root, 'records');
  renameSync(folder, moved);
  expect(() => changes(moved)).toThrow('If the folder was moved, move it back.');
});

test('a folder that is now a link to another is held against what it was', () => {
  const { root, folder } = repository();
  breakPromise(folder);
  renameSync(folder, join(root, 'records'));
  symlinkSync('records', folder);
  expect(breaches(folder)).toEqual(['The promise of NEW 1.1.1 was changed.']);
});

test('a folder that is now a repository of its own is held against what it was', () => {
  const { root, folder, git, commit } = repository();
  breakPromise(folder);
  const inside = { cwd: folder, stdio: 'pipe' } as const;
  execFileSync('git', ['init', '--quiet', '--initial-branch', 'main'], inside);
  execFileSync('git', ['add', '.'], inside);
  execFileSync(
    'git',
    ['-c', 'user.name=t', '-c', 'user.email=t@t', 'commit', '--quiet', '--message', 'Ours'],
    inside,
  );
  git('switch', '--quiet', '--create', 'mine');
  git('rm', '-r', '--quiet', '--cached', 'data');
  commit();
  expect(git('ls-files', '--stage', 'data').toString()).toMatch(/^160000/);
  expect(breaches(folder)).toEqual(['The promise of NEW 1.1.1 was changed.']);
  expect(root).not.toBe(folder);
});

test('links in an earlier state are not followed, and are no records that went', () => {
  const { folder } = repository({
    before: (data) => {
      symlinkSync('../../../../../etc/passwd', join(data, 'plans/new/actions/1.1.9.yaml'));
      symlinkSync('1.1.1.yaml', join(data, 'plans/new/actions/1.1.8.yaml'));
      symlinkSync('new', join(data, 'plans/newer'));
    },
  });
  for (const link of ['plans/new/actions/1.1.9.yaml', 'plans/new/actions/1.1.8.yaml']) {
    rmSync(join(folder, link));
  }
  rmSync(join(folder, 'plans/newer'));
  expect(breaches(folder)).toEqual([]);
  breakPromise(folder);
  expect(breaches(folder)).toEqual(['The promise of NEW 1.1.1 was changed.']);
});
