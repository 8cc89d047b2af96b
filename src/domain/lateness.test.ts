import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './calendar-day.ts';
import { checkedDate as date } from './due-date.ts';
import {
  gravest,
  hasPassed,
  isOverdue,
  judge,
  latenessKinds,
  type LatenessFacts,
} from './lateness.ts';
import { isOpen, statusNames } from './status.ts';

const today = '2026-11-22';

test('a date has passed once its last day is over', () => {
  expect(hasPassed(date('Sept 22'), '2022-09-30')).toBe(false);
  expect(hasPassed(date('Sept 22'), '2022-10-01')).toBe(true);
});

test('“ongoing” and no date never pass', () => {
  expect(hasPassed(date('Ongoing'), '2099-12-31')).toBe(false);
  expect(hasPassed(undefined, '2099-12-31')).toBe(false);
});

const open = { status: 'in progress', reported: date('July 2019') } as const;
const done = { status: 'complete', reported: date('July 2019') } as const;

test.each<[string, LatenessFacts, string]>([
  ['due later than today', { ...open, due: date('2030') }, 'not yet due'],
  ['due before the report', { ...open, due: date('2018/19') }, 'late'],
  ['due after the report', { ...open, due: date('2020') }, 'no news'],
  ['due in the month of the report', { ...open, due: date('July 2019') }, 'no news'],
  ['never reported', { status: 'not reported', due: date('2018/19') }, 'no news'],
  [
    'passed over in a later report',
    { status: 'not reported', due: date('2018/19'), reported: date('July 2019') },
    'no news',
  ],
  ['ongoing', { ...open, due: date('Ongoing') }, 'ongoing'],
  ['without a date', open, 'no date'],
  ['complete before its date', { ...done, due: date('2020') }, 'done in time'],
  [
    'complete by its date, in its words',
    { ...done, due: date('2018/19'), completed: date('May 2018') },
    'done in time',
  ],
  [
    'complete after its date, in its words',
    { ...done, due: date('2018/19'), completed: date('June 2019') },
    'done late',
  ],
  [
    'completed at a time that overlaps',
    { ...done, due: date('March 2019'), completed: date('2019') },
    'done',
  ],
  ['complete in a report after its date', { ...done, due: date('2018/19') }, 'done'],
  [
    'complete, and open in an earlier report after its date',
    { ...done, due: date('2017'), openReports: [date('July 2018')] },
    'done late',
  ],
  ['complete without a date', done, 'done'],
  ['withdrawn', { ...open, status: 'withdrawn', due: date('2018') }, 'withdrawn'],
  ['merged', { ...open, status: 'merged', due: date('2018') }, 'merged'],
])('%s', (_name, facts, kind) => {
  expect(judge(facts, today)).toBe(kind);
});

const day = fc.integer({ min: 0, max: 9000 }).map((count) => addDays('2010-01-01', count));
const days = fc
  .tuple(day, fc.integer({ min: 0, max: 400 }))
  .map(([earliest, length]) => ({ earliest, latest: addDays(earliest, length) }));
const facts = fc.record<LatenessFacts>(
  {
    status: fc.constantFrom(...statusNames),
    due: fc.oneof(
      days,
      days.map((all) => ({ ...all, latest: null })),
    ),
    reported: days,
    completed: days,
    openReports: fc.array(days),
  },
  { requiredKeys: ['status'] },
);

test('nothing is called late unless a report after the last day of the date says that it is open', () => {
  fc.assert(
    fc.property(facts, day, (one, now) => {
      if (judge(one, now) !== 'late') return;
      expect(isOpen(one.status) && one.status !== 'not reported').toBe(true);
      expect(one.reported!.earliest! > one.due!.latest!).toBe(true);
    }),
  );
});

test('as days pass without a report, only “not yet due” becomes something else', () => {
  fc.assert(
    fc.property(facts, day, fc.nat(4000), (one, now, later) => {
      const [before, after] = [judge(one, now), judge(one, addDays(now, later))];
      if (before !== 'not yet due') expect(after).toBe(before);
      else expect(['not yet due', 'no news', 'late']).toContain(after);
    }),
  );
});

test('what is open with a date that has passed is overdue, and nothing else is', () => {
  fc.assert(
    fc.property(facts, day, (one, now) => {
      expect(isOverdue(judge(one, now))).toBe(isOpen(one.status) && hasPassed(one.due, now));
    }),
  );
});

test('of several dates the gravest is told', () => {
  expect(gravest(['not yet due', 'no news', 'late'])).toBe('late');
  expect(gravest(['ongoing', 'no news'])).toBe('no news');
  expect(gravest([])).toBeUndefined();
  expect(new Set(latenessKinds.map(({ slug }) => slug)).size).toBe(latenessKinds.length);
});
