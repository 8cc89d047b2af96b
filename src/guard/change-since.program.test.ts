import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { dataFilesIn } from '../records/data-files.ts';
import { checkRecords } from '../records/load-records.ts';
import { soundFolder } from '../tests/fixtures/folders.ts';
import { changeSince } from './change-since.ts';

test('the earlier state is read from git', () => {
  const root = mkdtempSync(join(tmpdir(), 'guard-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true });
  });
  const folder = join(root, 'data');
  cpSync(soundFolder, folder, { recursive: true });
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...words], { cwd: root });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'As published');
  rmSync(join(folder, 'plans/new/actions/1.1.1.yaml'));
  const checked = checkRecords(dataFilesIn(folder), 'data', '2023-01-31');
  const { problems } = changeSince('HEAD', folder, 'data', checked);
  expect(problems.map(({ message }) => message)).toEqual(['The record of NEW 1.1.1 was removed.']);
  expect(() => changeSince('no-such', folder, 'data', checked)).toThrow(
    'There is no earlier state “no-such”',
  );
});
