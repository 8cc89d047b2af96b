import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { monthNames } from './due-date-span.ts';
import {
  checkedDate,
  compareDueDates,
  dateRefusalInWords,
  parseDueDate,
  type DueDate,
} from './due-date.ts';

const year = fc.integer({ min: 1991, max: 2097 });
const twoDigits = (value: number): string => String(value % 100).padStart(2, '0');

const financialYear = fc
  .tuple(year, fc.boolean())
  .map(([from, long]) => `${from}/${long ? from + 1 : twoDigits(from + 1)}`);
const month = fc
  .tuple(fc.constantFrom(...monthNames), fc.boolean())
  .map(([name, short]) => (short ? name.slice(0, 3) : name));
const yearTyped = fc.tuple(year, fc.constantFrom('', 'short', 'apostrophe')).map(([full, way]) => {
  if (way === '' || full < 2000) return String(full);
  return `${way === 'apostrophe' ? '’' : ''}${twoDigits(full)}`;
});

const ofMonth = fc.tuple(month, yearTyped).map((words) => words.join(' '));
const ofDay = fc
  .tuple(fc.integer({ min: 1, max: 28 }), fc.constantFrom('', 'th'), month, yearTyped)
  .map(([day, suffix, name, inYear]) => `${day}${suffix} ${name} ${inYear}`);
const ofSeason = fc.oneof(
  fc
    .tuple(fc.constantFrom('Spring', 'summer', 'Autumn'), yearTyped)
    .map((words) => words.join(' ')),
  financialYear.map((years) => `winter ${years}`),
  year.map((from) => `Winter ${from} to ${from + 1}`),
);
const ofEaster = fc
  .tuple(
    fc.constantFrom('Easter', 'Christmas', 'autumn term', 'Summer term', 'spring term'),
    yearTyped,
  )
  .map((words) => words.join(' '));
const ofHalf = fc
  .tuple(
    fc.constantFrom('H1', 'H2', 'first half of', 'last six months of'),
    fc.oneof(year.map(String), financialYear),
  )
  .map((words) => words.join(' '));
const ofWelsh = fc
  .tuple(
    fc.constantFrom('Ionawr', 'Mawrth', 'Mai', 'Rhagfyr', 'gwanwyn', 'Haf', 'yr hydref'),
    yearTyped,
  )
  .map((words) => words.join(' '));
const ofFigures = fc
  .tuple(
    fc.integer({ min: 13, max: 28 }),
    fc.integer({ min: 1, max: 12 }),
    year,
    fc.constantFrom('/', '.', '-'),
  )
  .map(([day, inMonth, inYear, mark]) => [day, inMonth, inYear].join(mark));
const ofYear = year.map(String);
const ofQuarter = fc
  .tuple(fc.integer({ min: 1, max: 4 }), financialYear)
  .map(([quarter, years]) => `Q${quarter} ${years}`);

const whole = fc.oneof(
  ofMonth,
  ofDay,
  ofSeason,
  ofEaster,
  ofYear,
  ofQuarter,
  financialYear,
  ofHalf,
  ofWelsh,
  ofFigures,
);
const part = fc
  .tuple(
    fc.constantFrom('early', 'Mid', 'late', 'end', 'end of', 'start of'),
    fc.oneof(ofMonth, ofSeason, ofYear, ofQuarter, financialYear),
  )
  .map((words) => words.join(' '));
const deadline = fc.oneof(
  fc
    .tuple(fc.constantFrom('by', 'Before', 'no later than'), fc.oneof(whole, part))
    .map((words) => words.join(' ')),
  fc.tuple(fc.constantFrom('by the end of', 'by end'), whole).map((words) => words.join(' ')),
);
/** Many of these run backwards or are unclear, and are refused. */
const range = fc.oneof(
  fc.tuple(fc.oneof(whole, part), fc.oneof(whole, part)).map((ends) => ends.join(' to ')),
  fc
    .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 28 }), ofMonth)
    .map(([first, last, rest]) => `${first} to ${last} ${rest}`),
  fc.tuple(month, month, yearTyped).map(([from, to, inYear]) => `${from} to ${to} ${inYear}`),
  fc
    .tuple(year, fc.integer({ min: 1, max: 2 }))
    .map(([from, more]) => `April ${from} to March ${from + more}`),
  fc.tuple(year, year).map((ends) => ends.sort((a, b) => a - b).join(' to ')),
  year.map((from) => `${from}/${twoDigits(from + 1)} & ${from + 1}/${twoDigits(from + 2)}`),
);
const since = fc
  .tuple(fc.constantFrom('Ongoing from', 'onwards', 'to ongoing'), fc.oneof(whole, part))
  .map(([word, start]) => (word === 'Ongoing from' ? `${word} ${start}` : `${start} ${word}`));
const twoSeasons = year.map((inYear) => `Spring/Summer ${inYear}`);
const single = fc.oneof(whole, part, deadline, since, twoSeasons, fc.constant('Ongoing'));
const date = fc
  .oneof(single, range)
  .map(parseDueDate)
  .filter((parsed) => parsed.ok)
  .map((parsed) => (parsed as { date: DueDate }).date);
const runs = { numRuns: 500 };

// A busy machine is not a failure.
vi.setConfig({ testTimeout: 60_000 });

function reparsed({ display }: DueDate): DueDate {
  return checkedDate(display);
}

test('every single date of the grammar is accepted', () => {
  fc.assert(
    fc.property(single, (text) => {
      expect(parseDueDate(text)).toMatchObject({ ok: true });
    }),
    runs,
  );
});

test('the display parses to the same date, and displays as itself', () => {
  fc.assert(
    fc.property(date, (typed) => {
      expect(reparsed(typed)).toEqual({ ...typed, text: typed.display });
    }),
    runs,
  );
});

test('the first day is not after the last', () => {
  fc.assert(
    fc.property(date, ({ earliest, latest, precision }) => {
      expect(latest === null).toBe(precision === 'ongoing');
      expect((earliest ?? '') <= (latest ?? '9999')).toBe(true);
    }),
    runs,
  );
});

test('the days are calendar days', () => {
  fc.assert(
    fc.property(date, ({ earliest, latest }) => {
      for (const day of [earliest, latest]) {
        if (day === null) continue;
        expect(new Date(`${day}T00:00:00Z`).toISOString()).toBe(`${day}T00:00:00.000Z`);
      }
    }),
    runs,
  );
});

test('the EDTF is a level 1 date, or an interval of two of them', () => {
  const one = String.raw`\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?~?`;
  const valid = new RegExp(String.raw`^(?:${one}|\d{4}-2[1-4]|(?:${one}|\.\.)/(?:${one}|\.\.))$`);
  fc.assert(
    fc.property(date, ({ edtf }) => {
      expect(edtf).toMatch(valid);
    }),
    runs,
  );
});

test('the EDTF begins with the first day and ends with the last', () => {
  const monthsOfSeason = [
    ['-21', '-03', '-05'],
    ['-22', '-06', '-08'],
    ['-23', '-09', '-11'],
  ] as const;
  fc.assert(
    fc.property(date, ({ edtf, earliest, latest }) => {
      let [from = '', to = from] = edtf.replaceAll('~', '').split('/');
      for (const [code, first, last] of monthsOfSeason) {
        if (from.length !== 7 || !from.endsWith(code)) continue;
        [from, to] = [from.replace(code, first), from.replace(code, last)];
      }
      expect(earliest ?? '..').toMatch(new RegExp(`^${RegExp.escape(from)}(-01)*$`));
      const ends =
        to.length === 10 ? '' : to.length === 7 ? String.raw`-(?:28|29|30|31)` : '-12-31';
      expect(latest ?? '..').toMatch(
        new RegExp(`^${RegExp.escape(to)}${to === '..' ? '' : ends}$`),
      );
    }),
    runs,
  );
});

test('the display has no slash, no dash and no year in two digits', () => {
  const dayOfMonth = String.raw`\d{1,2}(?= to \d| (?:${monthNames.join('|')})\b| to \d{1,2} [A-Z])`;
  fc.assert(
    fc.property(date, ({ display }) => {
      expect(display).not.toMatch(/[/–—-]/);
      const withoutDays = display.replace(new RegExp(String.raw`\b${dayOfMonth}`, 'g'), '');
      expect(withoutDays.match(/\d+/g)?.every((digits) => digits.length === 4) ?? true).toBe(true);
    }),
    runs,
  );
});

test('the slug is lower-case letters, digits and single hyphens', () => {
  fc.assert(
    fc.property(date, ({ slug }) => {
      expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    }),
    runs,
  );
});

/**
 * The kind of a date, beside its days: its precision, whether it is a deadline, and of what it is a
 * part, because late spring, mid May and early June can each end where a part of the year does.
 */
function kindOf({ precision, display }: DueDate): string {
  const deadline = /^(?:By|Before)\b/.exec(display)?.[0] ?? '';
  // A start is told by its first day, which that of a season or a holiday shares.
  if (precision === 'ongoing') return `${precision} ${partOf(display)}`;
  return `${precision} ${deadline} ${precision === 'part' ? partOf(display) : ''}`;
}

function partOf(display: string): string {
  if (/ term /.test(display)) return 'term';
  if (monthNames.some((name) => display.includes(name))) return 'of a month';
  return /\b(?:spring|summer|autumn|winter|start of|end of)\b/i.exec(display)?.[0] ?? 'of a year';
}

/** Years close together, so that two dates often meet. */
const near = fc
  .oneof(single, range)
  .map((text) => text.replace(/\b(?:19|20)\d\d(\/\d+)?/g, (typed) => fromFewYears(typed)))
  .map(parseDueDate)
  .filter((parsed) => parsed.ok)
  .map((parsed) => (parsed as { date: DueDate }).date);

function fromFewYears(typed: string): string {
  const first = 2018 + (Number(typed.slice(0, 4)) % 3);
  return typed.includes('/') ? `${first}/${twoDigits(first + 1)}` : String(first);
}

test('the slug is the same if, and only if, the days and the kind are', () => {
  const meanings = new Map<string, string>();
  const slugs = new Map<string, string>();
  for (const found of fc.sample(near, { numRuns: 2000 })) {
    const { slug, edtf, earliest, latest } = found;
    const meaning = `${earliest} ${latest} ${edtf} ${kindOf(found)}`;
    expect([slug, meanings.get(slug) ?? meaning]).toEqual([slug, meaning]);
    expect([meaning, slugs.get(meaning) ?? slug]).toEqual([meaning, slug]);
    meanings.set(slug, meaning);
    slugs.set(meaning, slug);
  }
  expect(meanings.size).toBeGreaterThan(300);
});

test('the order is total: the same whichever way round, and zero only for the same slug', () => {
  fc.assert(
    fc.property(near, near, near, (a, b, c) => {
      expect(compareDueDates(a, b)).toBe(0 - compareDueDates(b, a));
      expect(compareDueDates(a, b) === 0).toBe(a.slug === b.slug);
      const [first, second, third] = [a, b, c].sort(compareDueDates) as [DueDate, DueDate, DueDate];
      expect(compareDueDates(first, third)).toBeLessThanOrEqual(0);
      expect(compareDueDates(first, second)).toBeLessThanOrEqual(0);
    }),
    runs,
  );
});

test('no text makes it throw, and every refusal has a message and advice on one line', () => {
  const words =
    'by before end of the early March Apr. 15 15th 2018 2018/19 2018-19 to and & - – , Q3';
  const jumble = fc
    .array(fc.constantFrom(...words.split(' '), 'winter', '03/2023', 'x', '’18'), { maxLength: 7 })
    .map((some) => some.join(' '));
  const named = fc.constantFrom('Spring', 'winter', 'March', 'Q3', 'Easter', 'early', '');
  const years = fc.constantFrom('2018', '2018/19', '2019/20', '2018-19', '2018–2020', '');
  const ends = fc
    .tuple(named, years, fc.constantFrom(' to ', '–', '/', ' & '), named, years)
    .map(([first, from, join, last, to]) => `${first} ${from}${join}${last} ${to}`);
  fc.assert(
    fc.property(fc.oneof(jumble, ends, fc.string({ unit: 'grapheme' })), (text) => {
      const parsed = parseDueDate(text);
      if (parsed.ok) return;
      for (const place of ['due line', 'due box', 'fixed date'] as const) {
        const { message, advice } = dateRefusalInWords(parsed.refusal, place);
        expect(message).toMatch(/^.+\.$/u);
        expect(advice).toMatch(/^.+\.$/u);
      }
    }),
    runs,
  );
});

test('what an advice says to write is accepted', () => {
  const name = fc.constantFrom('Spring', 'autumn', 'Winter', 'March', 'Easter', 'Q1', 'quarter 4');
  const twoNamed = fc
    .tuple(name, fc.constantFrom(' to ', '/', '-'), fc.oneof(name, fc.constantFrom('1', '3')), year)
    .chain(([first, join, last, typed]) =>
      fc
        .constantFrom(typed, `${typed}/${twoDigits((typed + 1) % 100)}`)
        .map((years) => `${first}${join}${last} ${years}`),
    );
  const refused = fc.oneof(
    range,
    year.map((from) => `winter ${from}`),
    twoNamed,
    fc.tuple(year, fc.integer({ min: 0, max: 99 })).map(([a, b]) => `${a}-${twoDigits(b)}`),
    fc.tuple(year, fc.integer({ min: 0, max: 99 })).map(([a, b]) => `${a}/${twoDigits(b)}`),
    fc.tuple(year, year).map(([a, b]) => `${a}-${b}`),
    fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 15 }), year).map((figures) => figures.join('/')),
  );
  fc.assert(
    fc.property(refused, (text) => {
      const parsed = parseDueDate(text);
      if (parsed.ok) return;
      const { advice } = dateRefusalInWords(parsed.refusal);
      const offers = /^Write ((?:by )?[^.]+)\.$/i.exec(advice)?.[1]?.split(/,? or /) ?? [];
      for (const offer of offers) {
        const example = /for example (.+)$/.exec(offer)?.[1];
        const write = example ?? offer.replace(/ for .+$/, '');
        // Advice in general words offers nothing to type.
        if (/^(?:a day|the whole|it like one)|whole month|both ends|in a row|for a /.test(offer))
          continue;
        expect([text, write, parseDueDate(write).ok]).toEqual([text, write, true]);
      }
    }),
    runs,
  );
});
