import { expect, test } from 'vitest';
import { changeBetween } from '../guard/change-since.ts';
import { dataFilesIn } from '../records/data-files.ts';
import { checkRecords } from '../records/load-records.ts';
import { readRecords } from '../records/read-records.ts';
import { reportProblems } from '../records/report/terminal.ts';
import { soundFolder } from './fixtures/folders.ts';
import { mistakes } from './mistakes.ts';

const checked = mistakes().map((mistake) => ({
  ...mistake,
  ...checkRecords(mistake.files, 'data', '2023-01-31'),
}));
const problemsOf = (name: string) => checked.find((mistake) => mistake.name.endsWith(name))!;

test('every mistake is told word for word', async () => {
  const told = checked.map(({ name, changed, problems, warnings }) => {
    // Warnings about the other records are beside the point here.
    const near = warnings.filter(({ file }) => file === `data/${changed.path}`);
    const report = reportProblems([...problems, ...near], { allWarnings: true });
    return `## ${name}\n\n${report === '' ? 'Nothing is wrong.\n' : report}`;
  });
  await expect(told.join('\n')).toMatchFileSnapshot('fixtures/mistakes-report.txt');
});

test('each mistake is told once, in the file in which it was made', () => {
  for (const { name, problems, changed } of checked) {
    const renamed = /renamed|capital-ending/.test(name);
    for (const { file } of problems) expect(file, name).toBe(`data/${changed.path}`);
    if (!renamed) expect(problems.length, name).toBeLessThanOrEqual(3);
  }
});

test('a byte order mark and Windows line ends change nothing', () => {
  const sound = problemsOf('smart-quotes-around-title').records!.action.map(({ id }) => id);
  for (const name of ['byte-order-mark', 'windows-line-ends']) {
    const { problems, records } = problemsOf(name);
    expect(problems, name).toEqual([]);
    expect(records!.action.map(({ id }) => id).toSorted()).toEqual(sound.toSorted());
    const [record] = records!.action.filter(({ id }) => id === 'new/1.1.1');
    expect(record!.value.title).toBe('The carers team pays for short breaks');
    expect(JSON.stringify(record!.value)).not.toMatch(/\\r|\\ufeff/i);
  }
});

test('a mistake is not taken for a change of what was promised', () => {
  const earlier = readRecords(dataFilesIn(soundFolder), 'data');
  for (const { name, problems, reading, changed } of checked) {
    const change = changeBetween(earlier, reading, 'HEAD');
    const file = `data/${changed.path}`;
    const record = Object.values(reading.records)
      .flat()
      .find((each) => each.file === file);
    if (record?.sound === true) {
      // What could be read is compared, and each of these changes one thing.
      expect(change.problems.length, name).toBeLessThanOrEqual(1);
      continue;
    }
    expect(problems, name).not.toEqual([]);
    expect(
      change.problems.map(({ message }) => message),
      name,
    ).toEqual([]);
    expect(change.markdown, name).toContain('No record says anything different.');
  }
});
