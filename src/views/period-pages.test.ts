import { expect, test } from 'vitest';
import { linkRegister } from '../register/link.ts';
import { loadRecords } from '../records/load-records.ts';
import { withReport } from '../tests/with-report.ts';
import { soundFolder } from '../tests/fixtures/folders.ts';
import { periodPages } from './period-pages.ts';

test('a period from which every promise moved keeps its page, and says which they were', () => {
  const register = linkRegister(loadRecords(soundFolder).records!, '2026-11-22');
  const pages = periodPages(register).map(({ period, moved }) => [
    period.slug,
    period.actions.map(({ id }) => id),
    moved.map(({ id }) => id),
  ]);
  expect(pages).toEqual([
    ['2018-2019', ['old-1-2'], []],
    ['spring-2020', [], ['old-1-2']],
    ['autumn-2020', ['old-1-2'], []],
    ['2022-09', [], ['new-1-1-1']],
    ['end-2022', ['new-2-1-2'], []],
    ['2023-03', ['new-1-1-1', 'new-1-1-2'], []],
    ['ongoing', ['old-1-10'], []],
    ['no-date', ['new-2-1-1'], []],
  ]);
});

test('a date that a report gives to an action with stages has its page too', () => {
  const records = withReport(loadRecords(soundFolder).records!, 'old', {
    reported: 'June 2020',
    actions: { '1.2': { due: 'May 2021', reason: 'The builders were late.' } },
  });
  const page = periodPages(linkRegister(records, '2026-11-22')).find(
    ({ period }) => period.slug === '2021-05',
  )!;
  expect(page.period.actions.map(({ id }) => id)).toEqual(['old-1-2']);
  expect(page.period.entries.map(({ milestone }) => milestone)).toEqual([undefined]);
  expect(page.moved).toEqual([]);
});
