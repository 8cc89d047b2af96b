import { expect, test } from 'vitest';
import { dataFilesIn } from '../records/data-files.ts';
import { checkRecords } from '../records/load-records.ts';
import { linkRegister } from '../register/link.ts';
import { soundFolder } from '../tests/fixtures/folders.ts';
import { testSite } from '../tests/registers.ts';
import { changeGroups } from './change-groups.ts';
import { actionFeed, changesFeed, outcomeFeed, planFeed } from '../exports/change-feeds.ts';
import { recordsPutRight } from './changes.ts';

const planFile = 'plans/new/plan.yaml';
const corrections = `corrections:
  - date: 3 March 2023
    outcome: "2.1"
    why: A line was missing. It is on page 7.
  - date: 3 March 2023
    outcome: "2.1"
    why: A word was wrong. It is on page 8.
`;
const report = `reported: January 2023
title: Board paper 7
actions:
  "1.1.1":
    text: The first breaks were paid for.
corrections:
  - date: 2 April 2023
    action: "1.1.1"
    why: We gave the words of the row below.
`;

/** The sound records, with an outcome and a report that were corrected. */
function files(plan = corrections) {
  const text = (value: string) => new TextEncoder().encode(value);
  return [
    ...dataFilesIn(soundFolder).map((file) =>
      file.path === planFile
        ? { ...file, bytes: text(new TextDecoder().decode(file.bytes) + plan) }
        : file,
    ),
    { path: 'plans/new/reports/2023-01-board.yaml', bytes: text(report) },
  ];
}

const { records, problems } = checkRecords(files(), 'data', '2026-11-22');
const register = linkRegister(records!, '2026-11-22');

test('what was corrected in an outcome and in a report is told, newest first', () => {
  expect(problems).toEqual([]);
  expect(
    recordsPutRight(register.plans).map(({ url, id, name, what }) => [url, id, name, what]),
  ).toEqual([
    [
      '/reports/new-2023-01-board/',
      'correction-2023-04-02-1.1.1',
      'Board paper 7',
      'We corrected what this report says about NEW 1.1.1',
    ],
    [
      '/outcomes/new-2-1/',
      'correction-2023-03-03',
      'Carers are heard',
      'We corrected the wording of this outcome',
    ],
    [
      '/outcomes/new-2-1/',
      'correction-2023-03-03-2',
      'Carers are heard',
      'We corrected the wording of this outcome',
    ],
  ]);
});

test('it is among all that changed in its month, in the feeds of all and of its plan, and an outcome’s in its own', () => {
  const group = changeGroups(register).find(({ slug }) => slug === '2023-03')!;
  expect(group.putRight.map(({ reason }) => reason)).toHaveLength(2);
  const plan = register.plans.find(({ id }) => id === 'new')!;
  const outcome = plan.outcomes.find(({ reference }) => reference === '2.1')!;
  const outcomes = outcomeFeed(outcome, register, testSite);
  for (const feed of [changesFeed(register, testSite), planFeed(plan, register, testSite)]) {
    expect(feed).toContain('outcomes/new-2-1/#correction-2023-03-03</id>');
    expect(feed).toContain('reports/new-2023-01-board/#correction-2023-04-02-1.1.1</id>');
    expect(feed.indexOf('correction-2023-04-02')).toBeLessThan(feed.indexOf('correction-2023-03'));
  }
  expect(outcomes).toContain('outcomes/new-2-1/#correction-2023-03-03-2</id>');
  expect(outcomes).not.toContain('new-2023-01-board/#correction');
  expect(actionFeed(register.actions[0]!, register, testSite)).not.toContain('outcomes/new-2-1/#');
});

test('a correction of an outcome that the plan does not have is refused', () => {
  const { problems } = checkRecords(
    files(corrections.replace('"2.1"', '"2.11"')),
    'data',
    '2026-11-22',
  );
  expect(problems.map(({ message }) => message)).toEqual([
    'This plan has no outcome “2.11”, so nothing of it can have been corrected.',
  ]);
});
