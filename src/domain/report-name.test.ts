import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDueDate } from './due-date.ts';
import { idPattern } from './reference.ts';
import { reportName } from './report-name.ts';

function dateOf(text: string) {
  const parsed = parseDueDate(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.date;
}

const june = {
  date: dateOf('June 2025'),
  code: 'don',
  references: ['2.1.2'],
  text: 'status: complete\n',
};

test('a report is named after its date, its action and who reports', () => {
  expect(reportName(june)).toMatch(/^2025-06-don-2-1-2-[a-z]{4}$/);
  expect(reportName({ ...june, speaker: 'dbth' })).toMatch(/^2025-06-don-2-1-2-dbth-[a-z]{4}$/);
  expect(reportName({ ...june, speaker: 'Carers’ Action Group (Zoë)' })).toMatch(
    /^2025-06-don-2-1-2-carers-action-group-zoe-[a-z]{4}$/,
  );
  expect(reportName({ ...june, references: ['2.1.2', '2.1.3', 'a3'] })).toMatch(
    /^2025-06-don-2-1-2-and-2-more-[a-z]{4}$/,
  );
});

test.each([
  ['14 June 2025', /^2025-06-14-don/],
  ['2024/25', /^2024-2025-don/],
  ['Spring 2025', /^2025-03-don/],
  ['Winter 2024/25', /^2024-12-don/],
  ['End of 2025', /^2025-12-don/],
])('a report of %s is in its place among the others', (date, name) => {
  expect(reportName({ ...june, date: dateOf(date) })).toMatch(name);
});

test('two reports of one month about one action have two names, and the same report has one', () => {
  expect(reportName(june)).toBe(reportName({ ...june }));
  const other = reportName({ ...june, text: 'status: in progress\n' });
  expect(other).not.toBe(reportName(june));
});

test('whoever reports whatever, the name is one that the check takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (speaker, text) => {
      const name = reportName({ ...june, speaker, text });
      expect(name).toMatch(idPattern);
      expect(name).toMatch(/^2025-06-[a-z]/);
      expect(name.length).toBeLessThan(80);
    }),
    { numRuns: 50 },
  );
});
