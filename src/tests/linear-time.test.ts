import { expect, test } from 'vitest';
import { actionMeant } from '../authoring/action-meant.ts';
import { readBrowseState } from '../browse/browse-state.ts';
import { rowsFor } from '../browse/rows.ts';
import { abbreviationsIn } from '../domain/abbreviations.ts';
import { parseDueDate } from '../domain/due-date.ts';
import { nearest } from '../domain/nearest.ts';
import { proseAsLine, proseToHtml } from '../domain/prose.ts';
import {
  contactsIn,
  listMeant,
  personalNumbersIn,
  slipsIn,
  tableIn,
} from '../domain/prose-slips.ts';
import { linksIn, refusalOfAddress } from '../domain/web-address.ts';
import { publishedAction } from '../exports/actions-json.ts';
import { dataFilesIn } from '../records/data-files.ts';
import { choiceAtStart, choiceMeant } from '../records/explain/words-meant.ts';
import { checkRecords } from '../records/load-records.ts';
import { reportProblems } from '../records/report/terminal.ts';
import { isOtherNumber } from '../records/yaml/other-number.ts';
import { wrappedAddressesIn } from '../records/unwrap-address.ts';
import { linkRegister } from '../register/link.ts';
import { findingsIn } from '../report-form/findings.ts';
import { boxOf, nobodyListed, reportOf, type FormValues } from '../report-form/form-values.ts';
import { reportFacts } from '../report-form/report-facts.ts';
import { tidyLine } from '../report-form/tidy.ts';
import { excerptOf, withEllipses } from '../search/excerpt.ts';
import { readReference } from '../search/reference-query.ts';
import { readState } from '../search/search-state.ts';
import { nearestAddresses } from '../views/nearest-address.ts';
import { soundFolder } from './fixtures/folders.ts';

const codes = ['don', 'nat', 'don24'];

/** A link to the search or the register that asks for a text, and for each word of it too. */
function asParameters(text: string): string {
  const chosen = text.split(' ').map((word): [string, string] => ['lead', word]);
  return `?${new URLSearchParams([['q', text], ['sort', text], ...chosen]).toString()}`;
}

const rows = Array.from({ length: 100 }, (_, index) => ({
  place: index,
  values: (filter: string) => (filter === 'lead' ? ['council'] : []),
  key: (column: string) => (column === 'reference' ? index : ''),
}));

const register = linkRegister(
  checkRecords(dataFilesIn(soundFolder), 'data', '2023-01-31').records!,
  '2023-01-31',
);
const action = publishedAction(register.actions[0]!, new URL('https://a.example/'));
const around = {
  plan: action.plan,
  actions: [action],
  others: [],
  facts: reportFacts(register),
  today: '2023-01-31',
};

/** A report in whose boxes a text is, wherever one can be typed. */
function reportWith(text: string): FormValues {
  const said = { status: 'complete', rag: '', leads: [{ organisation: text, role: 'lead' }] };
  const texts = { status_text: text, text, completed: text, merged_into: text, due: text };
  return {
    ...{ reported: text, by: nobodyListed, by_name: text, by_website: text, access: '' },
    ...{ title: text, url: text, page: text, archived: text, note: text },
    actions: [{ ref: action.ref, ...said, ...texts, reason: text, milestones: [] }],
  };
}

const readers: Record<string, (text: string) => unknown> = {
  'a due date': (text) => parseDueDate(text),
  'prose as HTML': proseToHtml,
  'prose as a line': proseAsLine,
  'slips in prose': slipsIn,
  'tables, lists and private contacts in prose': (text) =>
    [tableIn, listMeant, contactsIn, personalNumbersIn].map((read) => read(text)),
  'links in prose': (text) => linksIn(text).map(({ to }) => refusalOfAddress(to)),
  'abbreviations in a text': abbreviationsIn,
  'a number in a record': (text) => isOtherNumber(text.slice('x '.length)),
  'addresses in a text': (text) => wrappedAddressesIn(text),
  'a word that is in no list': (text) =>
    [choiceMeant, choiceAtStart].map((meant) => meant(text, ['complete', 'green'])),
  'the nearest name': (text) => nearest(text, ['city-council', text.slice(1)]),
  'an answer in the form': tidyLine,
  'the nearest page': (text) => nearestAddresses(`/nowhere/#${text}`),
  'an action that somebody means': (text) => actionMeant(text, codes),
  'a reference in the search': (text) => readReference(text, codes),
  'what a link asks of the search': (text) => readState(asParameters(text)),
  'what a link asks of the register': (text) =>
    rowsFor(rows, readBrowseState(asParameters(text)), new Set([1])),
  'an excerpt of the search': (text) =>
    withEllipses(
      excerptOf(
        text,
        [...text].map((_, at) => ({ at, counts: 1 })),
      ),
    ),
  'a report in the form': (text) => {
    const values = reportWith(text);
    return findingsIn(reportOf(values), around).map((finding) => boxOf(finding, values));
  },
};
const units = [
  ' ',
  '\n',
  '- ',
  '-',
  'to ',
  'march to ',
  'A',
  'A1',
  '[',
  '](',
  '[a](',
  '[a](https:',
  '|',
  'a | b\n',
  'a@',
  '0',
  '07 ',
  '• a\n',
  '+44 ',
  '(',
  '1. ',
  '.',
  ' \n',
  '%20%0A',
  'don-1-',
  'https://',
  'https://nam.safelinks.protection.outlook.com/?url=',
  '\\',
  '<a@',
  'a@a.',
  '![a](',
  '\t',
  '• ',
  '<',
  '(x',
];

/** Of the processor, because a busy machine only ever adds time. */
function milliseconds(read: () => unknown): number {
  const start = process.cpuUsage();
  read();
  return process.cpuUsage(start).user / 1_000;
}

/**
 * Whether eight times as much takes much more than eight times the time: 64 times would be quadratic.
 * What takes no time proves nothing, and what seems slow once is tried again.
 */
function growsTooFast(read: (times: number) => unknown): boolean {
  read(1);
  return [1, 2, 3].every(() => {
    const [short, long] = [1, 8].map((times) => milliseconds(() => read(times)));
    return long! > 40 && long! / Math.max(1, short!) > 32;
  });
}

test.each(Object.entries(readers))(
  'reading %s twice as long takes about twice the time',
  (_name, read) => {
    for (const unit of units) {
      const grows = growsTooFast((times) =>
        read(`x ${unit.repeat(Math.ceil((2_000 * times) / unit.length))} x`),
      );
      expect([unit, grows]).toEqual([unit, false]);
    }
  },
  60_000,
);

/** What begins a record, and what is in it over and over; `#` is a number that is another each time. */
const records: [start: string, unit: string][] = [
  ...[
    ...['title: a\n', '\n', '---\n', '---\ntitle: a\n', '<<<<<<< a\n', '# a\n', '~~~~\n', '----\n'],
    ...['- reported: a\n', '- a\n', '-a\n', '• a\n', '- [\n', 'a: [b\n', '- "a\n', '- "a" b\n'],
    ...['title:a\n', 'title a\n', 'titel#: a\n', 'k#: a\n', 'a: b: c\n', '\ta: b\n', '- @a\n'],
    ...['word\n', 'word\n\n\n', ' title: a\n', 'a\u200B: b\n', 'k#: "\\u200B"\n', 'a: *b\n', '\r'],
  ].map((unit): [string, string] => ['', unit]),
  ...['  - a\n   - b\n', '  - reported: a\n'].map((unit): [string, string] => ['updates:\n', unit]),
  ...['a#', '[a]', 'a: b', '012', '*a', '&a b', '!a b', '"a', '-a'].map(
    (entry): [string, string] => ['title: a\ncovers: b\nother_words:\n', `  - ${entry}\n`],
  ),
  ...[
    ...[
      'word word',
      'A# B#',
      '<b>a</b>',
      '<b <b',
      '[a](https://a.b/#)',
      'a\u200B',
      'Word. Word.',
      '- - -',
    ],
    ...['https://x.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.b%2F#', '', '🎉', 'a: b'],
  ].map((line): [string, string] => ['other_words: [a]\ntitle: b\ncovers: |\n', `  ${line}\n`]),
  ['a: |1234x\n', '  b\n'],
  ['a: "\n', '  b\n'],
];

/** One line as long as a line may be, made of what looks like a fault and is none until its end. */
const lines = [
  (filling: string) => `a: "${'\\'.repeat(filling.length)}x`,
  (filling: string) => `a${' '.repeat(filling.length)}b`,
  (filling: string) => `-${' '.repeat(filling.length)}a-\u00A0`,
  (filling: string) => `${'~'.repeat(filling.length)}\``,
  (filling: string) => `title:${' '.repeat(filling.length)}“`,
  (filling: string) => `a: |${'1'.repeat(filling.length)}x`,
];

const sound = dataFilesIn(soundFolder);

/** Checks a record among sound ones, and tells what is wrong with it. */
function check(text: string): string {
  const record = { path: 'topics/odd.yaml', bytes: new TextEncoder().encode(text) };
  const { problems, warnings } = checkRecords([...sound, record], 'data', '2023-01-31');
  return reportProblems([...problems, ...warnings], { allWarnings: true });
}

test('checking a record twice as long takes about twice the time', () => {
  for (const [start, unit] of records) {
    const grows = growsTooFast((times) => {
      const count = Math.ceil((2_000 * times) / unit.length);
      const all = Array.from({ length: count }, (_, index) => unit.replaceAll('#', letters(index)));
      return check(start + all.join(''));
    });
    expect([start, unit, grows]).toEqual([start, unit, false]);
  }
}, 240_000);

test('a line twice as long takes about twice the time, and no line is too long to be checked', () => {
  for (const line of lines) {
    // Several, because one is read in no time.
    const grows = growsTooFast((times) => check(`${line('x'.repeat(1_200 * times))}\n`.repeat(10)));
    expect([line('…'), grows]).toEqual([line('…'), false]);
  }
}, 120_000);

/** A number as four letters. */
function letters(number: number): string {
  return number
    .toString(16)
    .padStart(4, '0')
    .replaceAll(/./g, (digit) => String.fromCharCode(65 + Number.parseInt(digit, 16)));
}
