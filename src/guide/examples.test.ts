import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { parseDueDate } from '../domain/due-date.ts';
import { fixedFields } from '../domain/fixed-parts.ts';
import { linkRegister } from '../register/link.ts';
import { loadRecords, type Loaded } from '../records/load-records.ts';
import { reportProblems } from '../records/report/terminal.ts';

const examples = fileURLToPath(new URL('examples/', import.meta.url));
const example = (name: string) => readFileSync(join(examples, name), 'utf8');

/** Where the guide says that each report of its examples is. */
const reportPaths = {
  progress: '2025-06-board',
  'date-moved': '2025-09-email',
  'second-opinion': '2025-10-residents-group',
  mistakes: '2025-06-board',
} as const;

/** The example’s records with some of its reports, and with more at the end of its one action, and other files. */
function recordsWith(
  reports: readonly (keyof typeof reportPaths)[],
  more = '',
  others: Record<string, string> = {},
): Loaded {
  const folder = mkdtempSync(join(tmpdir(), 'guide-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(join(examples, 'data'), folder, { recursive: true });
  const plan = join(folder, 'plans/anytown');
  mkdirSync(join(plan, 'actions'));
  mkdirSync(join(plan, 'reports'));
  writeFileSync(join(plan, 'actions/1.1.1.yaml'), `${example('action.yaml')}${more}`);
  for (const name of reports) {
    writeFileSync(join(plan, `reports/${reportPaths[name]}.yaml`), example(`reports/${name}.yaml`));
  }
  for (const [path, text] of Object.entries(others)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return loadRecords(folder);
}

function actionWith(...reports: (keyof typeof reportPaths)[]) {
  const { records, problems } = recordsWith(reports);
  expect(problems).toEqual([]);
  return linkRegister(records!, '2026-11-22').actions[0]!;
}

test('the record that the guide shows is sound', () => {
  const { title, status, due } = actionWith();
  expect(title).toBe('The council opens the main library on Sundays');
  expect(status).toBe('not reported');
  expect(due?.display).toBe('September 2025');
});

test('the report on progress is sound, and gives the status', () => {
  expect(actionWith('progress').status).toBe('in progress');
});

test('the report that moves the date is sound, and both dates are known', () => {
  const { due, firstDue, status } = actionWith('progress', 'date-moved');
  expect(due?.display).toBe('March 2026');
  expect(firstDue?.display).toBe('September 2025');
  expect(status).toBe('in progress');
});

test('the report by somebody else is sound, and changes no status', () => {
  const { status, disputed } = actionWith('progress', 'date-moved', 'second-opinion');
  expect([status, disputed]).toEqual(['in progress', true]);
});

test('the page that the guide shows is sound, and leads to an action that there is', () => {
  const { records, problems } = recordsWith([], '', {
    'pages/how-we-chose.mdx': example('page.mdx'),
  });
  expect(problems).toEqual([]);
  const { actions, pages } = linkRegister(records!, '2026-11-22');
  expect(pages.map(({ url }) => url)).toEqual(['/pages/how-we-chose/']);
  expect(actions.map(({ id }) => id)).toContain(/id="([^"]+)"/.exec(example('page.mdx'))![1]);
});

test('the fields of site.yaml that the guide shows are sound', () => {
  const page = readFileSync(new URL('adopting.mdx', import.meta.url), 'utf8');
  const parts = [...page.matchAll(/name="data\/site\.yaml"\s+text=\{`([^`]+)`\}/g)].map(
    ([, text]) => text!,
  );
  expect(parts.length).toBeGreaterThan(3);
  const site = `${example('data/site.yaml')}${parts.join('\n')}\n`;
  const { problems } = recordsWith([], '', { 'site.yaml': site });
  expect(reportProblems(problems)).toBe('');
});

test('the guide says of each report where it is', () => {
  const page = readFileSync(new URL('editing.mdx', import.meta.url), 'utf8');
  for (const path of Object.values(reportPaths)) {
    expect(page).toContain(`data/plans/anytown/reports/${path}.yaml`);
  }
});

test('the correction is sound with and without reports, and readers are told of it', () => {
  for (const reports of [[], ['progress', 'date-moved']] as const) {
    const { records, problems } = recordsWith(reports, example('correction.yaml'));
    expect(problems).toEqual([]);
    const [action] = linkRegister(records!, '2026-11-22').actions;
    expect(action!.corrections.map(({ what }) => what)).toEqual(['due']);
    // It speaks of the date that the example has.
    expect(action!.corrections[0]!.why).toContain(action!.firstDue!.display);
  }
});

const messages = example('mistakes.txt');

test('the check says of the mistakes what the guide says that it says', () => {
  expect(reportProblems(recordsWith(['mistakes']).problems)).toBe(messages);
});

test('the guide and the help for editors name every part that a correction can be of', () => {
  for (const file of ['editing.mdx', '../../.github/CONTRIBUTING.md']) {
    const page = readFileSync(new URL(file, import.meta.url), 'utf8');
    for (const field of fixedFields)
      expect(page, file).toMatch(new RegExp(`(?:are|are:|,|and) ${field}\\b`));
  }
});

test('the help for editors quotes the same messages', () => {
  const help = new URL('../../.github/CONTRIBUTING.md', import.meta.url);
  expect(readFileSync(help, 'utf8')).toContain(messages);
});

test('a date that the guide says the site can read is one', () => {
  const page = readFileSync(new URL('dates.mdx', import.meta.url), 'utf8');
  for (const text of [
    'Spring 2019',
    '2018/19',
    'Ongoing',
    'Ongoing from April 2024',
    'September 2022',
    'Apr 22',
    'Autumn term 2024',
    'H1 2025',
    'H1 2025/26',
    '31/03/2025',
  ]) {
    expect(page).toContain(`“${text}”`);
    expect(parseDueDate(text).ok, text).toBe(true);
  }
});

test('a date that the guide says the site cannot read is none', () => {
  const page = readFileSync(new URL('dates.mdx', import.meta.url), 'utf8');
  const listed = page.split('## What we cannot read')[1]!.split('## ')[0]!;
  const quoted = [...listed.matchAll(/^- “([^”]+)”/gm)].map(([, text]) => text!);
  expect(quoted.length).toBeGreaterThan(5);
  for (const text of [...quoted, '03/04/2025']) {
    expect(parseDueDate(text).ok, text).toBe(false);
  }
});
