import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { why } from './run.ts';

test('what the computer refuses is said in plain words', () => {
  const folder = mkdtempSync(join(tmpdir(), 'why-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const file = join(folder, 'a.yaml');
  writeFileSync(file, '');
  const said = (act: () => unknown) => {
    try {
      act();
    } catch (error) {
      return why(error as Error);
    }
    throw new Error('It went well.');
  };
  expect(said(() => readFileSync(join(folder, 'b.yaml')))).toMatch(/^“.*b\.yaml” is not there\.$/);
  expect(said(() => readFileSync(folder))).toBe('A file or folder is a folder and not a file.');
  expect(said(() => readdirSync(file))).toMatch(/a\.yaml” is not a folder\.$/);
  // Who runs the tests as root may read everything.
  const closed = Object.assign(new Error('EACCES'), {
    code: 'EACCES',
    syscall: 'open',
    path: file,
  });
  expect(why(closed)).toBe(`This computer does not let you read or change it: “${file}”.`);
  expect(said(() => (undefined as unknown as string).length)).toMatch(
    /^Something unexpected went wrong: /,
  );
  expect(why(new Error('There is no folder “x”.'))).toBe('There is no folder “x”.');
});
