import { expect, test } from 'vitest';
import { repository } from '../../tests/fixtures/repository.ts';

test.each([
  ['15-12-2022', '15 December 2022', '2022-12-15.yaml'],
  ['board-winter', '"December 2022"', '2022-12-board-winter.yaml'],
  ['board', 'soon', '2025-06.yaml'],
])('a report called “%s” and dated %s is offered a name that fits', (name, reported, right) => {
  const { write, change } = repository();
  const actions = 'actions:\n  "1.1.1":\n    status: in progress\n';
  write(`plans/new/reports/${name}.yaml`, `reported: ${reported}\n${actions}`);
  const [told] = change().checked.problems;
  expect(told!.rule).toBe('record-places');
  expect(told!.advice).toContain(right);
});

test('what two reports of one month say in the same words is asked about', () => {
  const said = (text: string) =>
    `actions:\n  "1.1.1":\n    status: in progress\n    text: ${text}\n`;
  const asked = (name: string, head: string, text: string) => {
    const { write, change } = repository();
    write('plans/new/reports/2022-12.yaml', `reported: December 2022\n${said('Breaks began.')}`);
    write(`plans/new/reports/${name}.yaml`, `${head}\n${said(text)}`);
    const { warnings } = change().checked;
    return warnings.filter(({ rule }) => rule === 'reported-once').map(({ file }) => file);
  };
  expect(asked('2022-12-14', 'reported: 14 December 2022', 'Breaks began.')).toEqual([
    'data/plans/new/reports/2022-12.yaml',
  ]);
  expect(asked('2022-12-14', 'reported: 14 December 2022', 'Breaks go on.')).toEqual([]);
  expect(asked('2023-01', 'reported: January 2023', 'Breaks began.')).toEqual([]);
  expect(asked('2022-12-14', 'reported: 14 December 2022\nby: trust', 'Breaks began.')).toEqual([]);
});

test('a report that was filed twice is asked about once, whichever of the two files is new', () => {
  const actions = ['1.1.1', '1.1.2']
    .map((reference) => `  "${reference}":\n    text: It began.\n`)
    .join('');
  const { write, change } = repository();
  for (const [name, reported] of [
    ['2022-12', 'December 2022'],
    ['2022-12-14', '14 December 2022'],
  ]) {
    write(`plans/new/reports/${name}.yaml`, `reported: ${reported}\nactions:\n${actions}`);
  }
  const asked = change().checked.warnings.filter(({ rule }) => rule === 'reported-once');
  expect(asked).toMatchObject([
    {
      file: 'data/plans/new/reports/2022-12.yaml',
      also: 'data/plans/new/reports/2022-12-14.yaml',
    },
  ]);
  expect(asked[0]!.message).toContain('1.1.1 and 1.1.2');
});
