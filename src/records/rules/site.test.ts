import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { repository } from '../../tests/fixtures/repository.ts';
import { soundFolder } from '../../tests/fixtures/folders.ts';
import { dataFilesIn } from '../data-files.ts';
import { checkRecords } from '../load-records.ts';

/** What the check says on a day of a site with other files or lines. */
function checked(day: string, lines: string, others: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(soundFolder, folder, { recursive: true });
  const site = readFileSync(join(folder, 'site.yaml'), 'utf8');
  writeFileSync(join(folder, 'site.yaml'), `${site.trimEnd()}\n${lines}`);
  for (const [path, text] of Object.entries(others)) writeFileSync(join(folder, path), text);
  const { problems, warnings } = checkRecords(dataFilesIn(folder), 'data', day);
  return [...problems, ...warnings].filter(({ file }) => !file.includes('/plans/'));
}

const reviewed = 'accessibility:\n  prepared: 3 March 2025\n  reviewed: 10 March 2025\n';

test('a statement that was read within a year is no problem, and one that was not is told of', () => {
  expect(checked('2026-03-10', reviewed)).toEqual([]);
  expect(checked('2026-03-11', reviewed)).toMatchObject([
    { rule: 'statement-reviewed', severity: 'warning', file: 'data/site.yaml' },
  ]);
  expect(checked('2030-01-01', '')).toEqual([]);
});

const shapes =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';

test('a picture of plain shapes is taken as the icon', () => {
  expect(checked('2026-01-01', '', { 'icon.svg': shapes })).toEqual([]);
});

test.each([
  ['a script', shapes.replace('<path', '<script>alert(1)</script><path')],
  ['a handler', shapes.replace('<path', '<path onload="alert(1)"')],
  [
    'a picture from elsewhere',
    shapes.replace('<path', '<image href="https://a.example/x.png"/><path'),
  ],
  [
    'a style from elsewhere',
    shapes.replace('<path', '<style>@import "https://a.example/x.css"</style><path'),
  ],
  ['an entity', `<!DOCTYPE svg [<!ENTITY a "b">]>${shapes}`],
  ['no picture', 'hello'],
  ['too much', shapes.replace('M0', `M${'0 '.repeat(20_000)}`)],
])('an icon with %s is refused', (_what, text) => {
  expect(checked('2026-01-01', '', { 'icon.svg': text })).toMatchObject([
    { rule: 'icon', severity: 'error', file: 'data/icon.svg' },
  ]);
});

test.each([
  [
    'prepared',
    'accessibility:\n  prepared: 3 March 2027\n  reviewed: 3 March 2027\n',
    ['prepared', 'reviewed'],
  ],
  ['reviewed', 'accessibility:\n  prepared: 3 March 2025\n  reviewed: 2028\n', ['reviewed']],
  ['today', 'accessibility:\n  prepared: 10 March 2026\n  reviewed: March 2026\n', []],
])('a statement cannot have been read in the future: %s', (_, lines, told) => {
  const found = checked('2026-03-10', lines).filter(({ rule }) => rule === 'past-date-not-ahead');
  expect(found.map(({ lineText }) => lineText!.trim().split(':')[0])).toEqual(told);
  for (const { severity } of found) expect(severity).toBe('error');
});

test('a statement was not read again before it was first read', () => {
  const lines = 'accessibility:\n  prepared: 3 March 2026\n  reviewed: February 2026\n';
  expect(checked('2026-03-10', lines).map(({ rule }) => rule)).toEqual(['reviewed-after-prepared']);
  expect(checked('2026-03-10', lines.replace('February', 'March'))).toEqual([]);
});

test('a document is not from the future, nor is the newest progress report', () => {
  const { edit, change } = repository();
  const plan = 'plans/new/plan.yaml';
  edit(plan, '  title: New Plan\nlicence', '  title: New Plan\n  published: March 2032\nlicence');
  edit(plan, '  date: May 2022', '  date: May 2032');
  const found = change().checked.problems.filter(({ rule }) => rule === 'past-date-not-ahead');
  expect(found.map(({ message }) => message)).toEqual([
    'The document cannot have been published in March 2032, which is still to come.',
    'The newest progress report cannot be from May 2032, which is still to come.',
  ]);
});
