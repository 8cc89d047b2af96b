import { expect, test } from 'vitest';
import { asJson, publishedAction } from '../exports/actions-json.ts';
import { changesIn, sentence } from '../views/changes.ts';
import { dataFilesIn, type DataFile } from '../records/data-files.ts';
import { checkRecords } from '../records/load-records.ts';
import { soundFolder } from '../tests/fixtures/folders.ts';
import { reportParts, secondOpinions } from '../views/report.ts';
import { linkRegister } from './link.ts';

const today = '2026-11-22';

/** The sound records with reports of the plan “new” beside them, by the names of their files. */
function registerWith(reports: Record<string, string>) {
  const added = Object.entries(reports).map(([name, text]): DataFile => ({
    path: `plans/new/reports/${name}.yaml`,
    bytes: new TextEncoder().encode(text),
  }));
  const { problems, records } = checkRecords(
    [...dataFilesIn(soundFolder), ...added],
    'data',
    today,
  );
  expect(problems).toEqual([]);
  const register = linkRegister(records!, today);
  return {
    register,
    action: (id: string) => register.actions.find((action) => action.id === id)!,
  };
}

const byPublisher = `reported: June 2024
source:
  title: Carers board, paper 7
  url: https://council.example/papers/7.pdf
  page: "12"
actions:
  "1.1.2":
    status: in progress
    text: We asked two groups.
  "2.1.1":
    status: complete
`;

const byOthers = `reported: July 2024
by:
  name: North Carers Action Group
actions:
  "1.1.2":
    status: not started
    due: May 2030
    reason: Nothing has happened.
    text: Nobody was asked.
`;

test('a report of the publisher sets the status, and says who, where and when', () => {
  const { action } = registerWith({ '2024-06': byPublisher });
  const { status, updates } = action('new-1-1-2');
  expect(status).toBe('in progress');
  const { report } = updates.at(-1)!;
  expect(report!.by.organisation!.id).toBe(action('new-1-1-2').plan.publisher.id);
  expect(report!.source!.page).toBe('12');
  expect(report!.url).toBe('/reports/new-2024-06/');
});

test('a second opinion changes nothing of what holds, and is shown beside it', () => {
  const alone = registerWith({ '2024-06': byPublisher }).action('new-1-1-2');
  const { action, register } = registerWith({ '2024-06': byPublisher, '2024-07-north': byOthers });
  const both = action('new-1-1-2');
  expect(both.status).toBe(alone.status);
  expect(both.due).toEqual(alone.due);
  expect(both.asOf).toEqual(alone.asOf);
  expect(both.updates.map(({ status }) => status)).toEqual(
    alone.updates.map(({ status }) => status),
  );
  expect(both.disputed).toBe(true);
  expect(alone.disputed).toBe(false);
  expect(secondOpinions(both).map(({ status }) => status)).toEqual(['not started']);
  const [newest] = changesIn([both]);
  expect(sentence(newest!)).toBe(
    'A second opinion: North Carers Action Group says it is not started.',
  );
  const published = publishedAction(both, new URL('https://promises.example/'));
  expect(published.updates.at(-1)).toMatchObject({
    by: { id: null, name: 'North Carers Action Group' },
    second_opinion: true,
    report: 'https://promises.example/reports/new-2024-07-north/',
  });
  expect(asJson(published)).toContain('"disputed": true');
  const { reports } = register.plans.find(({ id }) => id === 'new')!;
  expect(reports.slice(0, 2).map(({ slug }) => slug)).toEqual(['new-2024-07-north', 'new-2024-06']);
});

test('an answer by those who promised ends the dispute', () => {
  const answer = byPublisher.replace('June 2024', 'August 2024');
  const { action } = registerWith({ '2024-07-north': byOthers, '2024-08': answer });
  expect(action('new-1-1-2').disputed).toBe(false);
});

test('a report put between two others leaves the names of changes as they are', () => {
  const later = byPublisher.replace('June 2024', 'August 2024');
  const before = registerWith({ '2024-08': later }).action('new-1-1-2');
  const after = registerWith({ '2024-06': byPublisher, '2024-08': later }).action('new-1-1-2');
  const names = (action: typeof before) => changesIn([action]).map(({ id }) => id);
  expect(names(after)).toEqual(expect.arrayContaining(names(before)));
});

test('the page of a report has each promise in one part', () => {
  const { register } = registerWith({ '2024-06': byPublisher });
  const [report] = register.reports;
  const parts = reportParts(report!);
  expect(parts.map(({ id }) => id)).toEqual(['complete', 'progress']);
  expect(parts.flatMap(({ statements }) => statements)).toHaveLength(report!.statements.length);
});
