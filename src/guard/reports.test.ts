import { describe, expect, test } from 'vitest';
import { reportProblems } from '../records/report/terminal.ts';
import { repository } from '../tests/fixtures/repository.ts';

const path = 'plans/new/reports/2022-12-board.yaml';
const report = `reported: December 2022
by: trust
source:
  title: Board paper 7
  url: https://www.example.org/paper-7.pdf
actions:
  "1.1.1":
    status: complete
    text: Breaks are paid for.
  "1.1.2":
    text: Nothing was done.
`;

/** The sound records with one report more, which is published. */
function published(text = report) {
  const all = repository();
  all.write(path, text);
  all.commit();
  return all;
}

const rulesOf = ({ problems }: { problems: { rule: string }[] }) =>
  problems.map(({ rule }) => rule);

test('a new report is told: who reports, where it can be read, and what it does to each action', () => {
  const { write, change } = repository();
  write(path, report);
  const { problems, markdown, checked } = change();
  expect(problems).toEqual([]);
  expect(checked.problems).toEqual([]);
  expect(markdown).toContain(
    'The report from December 2022 on the plan “new” (2022-12-board.yaml) is new: by Care Trust; about 2 actions; source: Board paper 7, https://www.example.org/paper-7.pdf.',
  );
  expect(markdown).toContain('“Breaks are paid for”; reported in December 2022 by Care Trust.');
});

test('a report by the publisher moves the status, the date, the leads and stages', () => {
  const { write, change } = repository();
  write(
    'plans/old/reports/2020-05.yaml',
    `reported: May 2020
actions:
  "1.2":
    status: in progress
    leads: [trust]
    milestones:
      - label: Open it
        due: Dec 2020
    reason: A wall fell down.
`,
  );
  const { problems, markdown } = change();
  expect(problems).toEqual([]);
  expect(markdown).toMatch(
    /OLD 1\.2: .*lead NC.* → Care Trust; “Open it”: due autumn 2020 → December 2020; reason: A wall fell down; reported in May 2020\./,
  );
  expect(markdown).toContain('it does not say where it can be read');
});

test('what somebody else says is told as a second opinion that moves nothing', () => {
  const { write, change } = repository();
  write(
    path,
    report
      .replace('by: trust', 'by:\n  name: Carers Action Group')
      .replace('complete', 'not started'),
  );
  expect(change().markdown).toMatch(
    /NEW 1\.1\.1: a second opinion \(the status stays “in progress”\): not started; “Breaks are paid for”; reported in December 2022 by Carers Action Group\./,
  );
});

test('a report of thousands of words is told in few, once', () => {
  const { write, change } = repository();
  const words = Array.from({ length: 5000 }, (_, index) => `word${index}`).join('\n      ');
  write(path, report.replace('Breaks are paid for.', `>-\n      ${words}`));
  const { markdown } = change();
  expect(markdown.length).toBeLessThan(2000);
  expect(markdown.match(/word0 /g)).toHaveLength(1);
  expect(markdown).toContain('word4999');
});

const refused: [name: string, from: string, to: string, told: string][] = [
  [
    'a status',
    'status: complete',
    'status: withdrawn\n    reason: No.',
    'says about NEW 1.1.1 was changed',
  ],
  ['a text', 'Nothing was done.', 'Something was done.', 'says about NEW 1.1.2 was changed'],
  ['a part that is gone', '  "1.1.2":\n    text: Nothing was done.\n', '', 'was taken out'],
  [
    'a part that is new',
    'actions:\n',
    'actions:\n  "2.1.1":\n    text: More.\n',
    'said nothing about NEW 2.1.1',
  ],
  ['its date', 'reported: December 2022', 'reported: 1 December 2022', 'its date'],
  ['its speaker', 'by: trust', 'by: council', 'who reports'],
  ['its speaker taken out', 'by: trust\n', '', 'who reports'],
  ['the title of its source', 'Board paper 7', 'Board paper 8', 'the title of its source'],
  ['the address of its source', 'paper-7.pdf', 'paper-8.pdf', 'the address of its source'],
  [
    'its source taken out',
    report.slice(report.indexOf('source:'), report.indexOf('actions:')),
    '',
    'source',
  ],
];

describe.each(refused)('a published report is not changed: %s', (_name, from, to, told) => {
  test('it is refused, with how to correct it', () => {
    const { edit, change } = published();
    edit(path, from, to);
    const { problems } = change();
    expect(problems.map(({ message }) => message).join('\n')).toContain(told);
    for (const { rule, advice, file } of problems) {
      expect([rule, file]).toEqual(['reported-kept', `data/${path}`]);
      expect(advice).toContain('corrections:\n  - date: 3 March 2024');
    }
  });

  test('it is taken with a new correction in the report itself', () => {
    const { edit, change } = published();
    edit(path, from, to);
    edit(
      path,
      'actions:',
      'corrections:\n  - date: 3 January 2023\n    why: It was misread.\nactions:',
    );
    const { problems, markdown } = change();
    expect(problems).toEqual([]);
    expect(markdown).toContain(
      '(2022-12-board.yaml): corrected on 3 January 2023: the report. It was misread.',
    );
  });
});

test('a correction of one action does not excuse another', () => {
  const { edit, change } = published();
  const correction =
    'corrections:\n  - date: 3 January 2023\n    action: "1.1.1"\n    why: It was misread.\n';
  edit(path, 'actions:', `${correction}actions:`);
  edit(path, 'Nothing was done.', 'Something was done.');
  expect(rulesOf(change()).sort()).toEqual(['correction-corrects', 'reported-kept']);
});

test('a correction stays, and one that corrects nothing is refused', () => {
  const { edit, change, commit } = published();
  edit(
    path,
    'actions:',
    'corrections:\n  - date: 3 January 2023\n    why: It was misread.\nactions:',
  );
  expect(rulesOf(change())).toEqual(['correction-corrects']);
  commit();
  edit(path, 'It was misread.', 'It was read right.');
  expect(rulesOf(change())).toContain('corrections-kept');
});

test.each([
  [
    'an archived copy',
    '  url:',
    '  archived: https://web.archive.org/web/2022/paper-7.pdf\n  url:',
  ],
  ['a page', '  url:', '  page: "12"\n  url:'],
  ['a note of ours', '  url:', '  note: A paper for the board.\n  url:'],
  ['how its date is known', 'by:', 'dated_by: The paper says so.\nby:'],
])('%s may be added', (_name, from, to) => {
  const { edit, change } = published();
  edit(path, from, to);
  expect(change().problems).toEqual([]);
});

test('an address may be added where there was none, also once a document was published', () => {
  const url = '  url: https://www.example.org/paper-7.pdf\n';
  const unpublished = report.replace(url, '  not_published: true\n  note: An email.\n');
  const { edit, change } = published(unpublished);
  edit(path, '  not_published: true\n', url);
  expect(change().problems).toEqual([]);
  expect(published(report.replace(url, '')).change().problems).toEqual([]);
});

test('a report gets the name of another date only with a correction that is new', () => {
  const corrected = `${report}corrections:\n  - date: 3 January 2023\n    why: The paper says so.\n`;
  const { copy, remove, edit, change } = published(corrected);
  const next = 'plans/new/reports/2022-11-board.yaml';
  copy(path, next);
  remove(path);
  edit(next, 'reported: December 2022', 'reported: November 2022');
  expect(rulesOf(change())).toEqual(['report-kept']);
  edit(
    next,
    'corrections:\n',
    'corrections:\n  - date: 5 January 2023\n    why: It is of November.\n',
  );
  expect(rulesOf(change())).toEqual([]);
});

test('a report that was removed or renamed is refused', () => {
  const { remove, change } = published();
  remove(path);
  expect(change().problems.map(({ message }) => message)).toEqual([
    'The report from December 2022 on the plan “new” (2022-12-board.yaml) was removed.',
  ]);
  const renamed = published();
  renamed.copy(path, 'plans/new/reports/2022-12.yaml');
  renamed.remove(path);
  expect(renamed.change().problems.map(({ message }) => message)).toEqual([
    'The report from December 2022 on the plan “new” (2022-12-board.yaml) was renamed: it is now data/plans/new/reports/2022-12.yaml.',
  ]);
});

test('refusals of reports are pinned word for word', async () => {
  const told = refused.map(([name, from, to]) => {
    const { edit, change } = published();
    edit(path, from, to);
    return `## ${name}\n\n${change().markdown}\n${reportProblems(change().problems)}`;
  });
  await expect(told.join('\n')).toMatchFileSnapshot('../tests/fixtures/guard-on-reports.txt');
});
