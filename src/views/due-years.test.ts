import { expect, test } from 'vitest';
import { parseDueDate } from '../domain/due-date.ts';
import type { Period } from '../register/register.ts';
import { dueYears } from './due-years.ts';

function period(text: string | undefined): Period {
  const parsed = text === undefined ? undefined : parseDueDate(text);
  const due = parsed?.ok ? { due: parsed.date } : {};
  return { slug: text ?? 'no-date', url: '', title: text ?? '', entries: [], actions: [], ...due };
}

const titles = (texts: (string | undefined)[], today: string) =>
  dueYears(texts.map(period), today).map(({ title, periods }) => `${title}: ${periods.length}`);

test('years with nothing due are told, up to this year', () => {
  expect(
    titles(['March 2018', '2018/19', 'June 2022', 'Ongoing', undefined], '2026-11-22'),
  ).toEqual([
    '2018: 1',
    '2019: 1',
    '2020 to 2021: 0',
    '2022: 1',
    '2023 to 2026: 0',
    'No end date: 2',
  ]);
});

test('a plan that looks ahead has no empty year before its first', () => {
  expect(titles(['June 2030'], '2026-11-22')).toEqual(['2030: 1']);
  expect(titles([], '2026-11-22')).toEqual([]);
});
