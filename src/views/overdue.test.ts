import { expect, test } from 'vitest';
import { linkRegister } from '../register/link.ts';
import { loadRecords } from '../records/load-records.ts';
import type { StatementRecord } from '../schema/statement.ts';
import { withReport } from '../tests/with-report.ts';
import { soundFolder } from '../tests/fixtures/folders.ts';
import { overdueParts } from './overdue.ts';

const with12 = (update: StatementRecord & { reported: string }) => {
  const { reported, ...said } = update;
  const report = { reported, actions: { '1.2': said } };
  const records = withReport(loadRecords(soundFolder).records!, 'old', report);
  const { late, noNews } = overdueParts(linkRegister(records, '2026-11-22').actions);
  return { late: late.map(({ id }) => id), noNews: noNews.map(({ id }) => id) };
};

test('what has no news is apart from what was late when last reported, and the longest wait comes first', () => {
  const quiet = { reported: 'December 2019', text: 'Work goes on.' };
  expect(with12(quiet)).toEqual({ late: [], noNews: ['old-1-2', 'new-1-1-1'] });
  const late = { reported: 'December 2020', status: 'in progress' as const };
  expect(with12(late)).toEqual({ late: ['old-1-2'], noNews: ['new-1-1-1'] });
});

test('a stage that is overdue counts from its own date, whatever is due after it', () => {
  const stages = {
    reason: 'The builders were late.',
    milestones: [
      { label: 'Build it', status: 'in progress' as const },
      { label: 'Open it', due: 'March 2030' },
    ],
  };
  const earlier = withReport(loadRecords(soundFolder).records!, 'old', {
    reported: 'December 2019',
    actions: { '1.2': stages },
  });
  const records = withReport(earlier, 'new', {
    reported: 'May 2023',
    actions: { '1.1.1': { status: 'in progress' } },
  });
  const { late } = overdueParts(linkRegister(records, '2026-11-22').actions);
  expect(late.map(({ id }) => id)).toEqual(['old-1-2', 'new-1-1-1']);
});
