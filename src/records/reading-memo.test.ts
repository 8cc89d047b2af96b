import { expect, test } from 'vitest';
import { soundFolder } from '../tests/fixtures/folders.ts';
import { dataFilesIn, type DataFile } from './data-files.ts';
import { checkRecords } from './load-records.ts';
import type { ReadingMemo } from './read-records.ts';

const files = dataFilesIn(soundFolder);

function changed(path: string, from: string, to: string): DataFile[] {
  return files.map((file) => {
    if (file.path !== path) return file;
    const text = new TextDecoder().decode(file.bytes);
    return { ...file, bytes: new TextEncoder().encode(text.replace(from, to)) };
  });
}

test('what was read before is told as if it were read now, and what changed is read', () => {
  const memo: ReadingMemo = new Map();
  const path = 'plans/new/actions/1.1.1.yaml';
  const check = (some: DataFile[], remembered?: ReadingMemo) => {
    const { problems, warnings, records } = checkRecords(some, 'data', '2026-11-22', remembered);
    return { problems, warnings, records };
  };
  const wrong = changed(path, 'due: Sept 22', 'due: 31 September 2022');
  for (const some of [files, wrong, files, changed(path, 'title: ', 'title: The '), wrong]) {
    expect(check(some, memo)).toEqual(check(some));
  }
});
