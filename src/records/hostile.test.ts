import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { soundFolder } from '../tests/fixtures/folders.ts';
import { dataFilesIn } from './data-files.ts';
import { checkRecords, suspectIn } from './load-records.ts';
import { readRecords } from './read-records.ts';
import type { Records } from './records.ts';
import { at, problemsFound, type Rule } from './rule.ts';
import { errorRules } from './rules/errors.ts';
import { reportProblems } from './report/terminal.ts';

const sound = dataFilesIn(soundFolder);
const path = 'topics/hostile.yaml';

function check(text: string) {
  const record = { path, bytes: new TextEncoder().encode(text) };
  return checkRecords([...sound, record], 'data', '2023-01-31');
}

test.each([
  ['nested dashes', '- '.repeat(10_000)],
  ['nested brackets', `title: ${'['.repeat(4000)}`],
  ['many fields alike', 'title: a\n'.repeat(1600)],
  ['many empty lines', '\n'.repeat(90_000)],
  ['many ends', '---\n'.repeat(20_000)],
  ['much text', `title: ${'a'.repeat(200_000)}`],
  ['a long line', `title: ${'a'.repeat(20_000)}`],
])('%s are answered, and hide no other record', (_name, text) => {
  const before = process.cpuUsage();
  const { problems } = check(text);
  expect(process.cpuUsage(before).user / 1_000_000).toBeLessThan(10);
  expect(problems.length).toBeGreaterThan(0);
  for (const { file } of problems) expect(file).toBe(`data/${path}`);
  const other = { path: 'topics/other.yaml', bytes: new TextEncoder().encode('title: x') };
  const record = { path, bytes: new TextEncoder().encode(text) };
  const both = checkRecords([...sound, record, other], 'data', '2023-01-31').problems;
  expect(both.map(({ file }) => file)).toContain('data/topics/other.yaml');
});

test.each([
  ['in its typing', 100, 'a: "b" c\n'.repeat(100)],
  [
    'in its fields',
    101,
    `title: x\n${Array.from({ length: 100 }, (_, n) => `a${n}: b\n`).join('')}`,
  ],
])(
  'of many mistakes %s the first twenty are told, and how many more there are',
  (_name, all, text) => {
    const { problems } = check(text);
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors).toHaveLength(21);
    const lines = errors.map(({ line }) => line);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
    const more = Number(/There are (\d+) more/.exec(errors.at(-1)!.message)![1]);
    expect(more + 20).toBeGreaterThanOrEqual(all);
  },
);

test('a rule that cannot go on names the file that stopped it, and all others are held to', () => {
  const stops: Rule<Records> = {
    name: 'stops',
    about: 'Nobody is called hostile.',
    *find({ topic }) {
      for (const record of topic) {
        if (record.value.title === 'hostile') throw new TypeError('title is not iterable');
        if (record.value.title === 'first') yield at(record, [], { message: 'a', advice: 'b' });
      }
    },
  };
  const texts = ['first', 'hostile', 'last'].map((title) => ({
    path: `topics/${title}.yaml`,
    bytes: new TextEncoder().encode(`title: ${title}\ncovers: c\nother_words: [${title}]\n`),
  }));
  const rules = [stops, ...errorRules];
  const { records } = readRecords([...sound, ...texts], 'data');
  const problems = problemsFound(rules, records, 'error', suspectIn(records));
  expect(problems.map(({ rule, file }) => [rule, file])).toEqual([
    ['stops', 'data/topics/first.yaml'],
    ['stops', 'data/topics/hostile.yaml'],
  ]);
});

test('a text of many words is checked, whatever is wrong with it', () => {
  const { problems, warnings } = check(
    `title: a\nother_words: [d]\ncovers: >-\n${'  word, word <b>\n'.repeat(8_000)}`,
  );
  expect(problems).toEqual([]);
  const found = warnings.filter(({ file }) => file === `data/${path}`);
  expect(found.map(({ rule }) => rule)).toEqual(['plain-words', 'no-tags-in-text']);
});

test.each([String.raw`\u202E`, String.raw`\0`, String.raw`\x1b[31m`, String.raw`\uD800`])(
  'a character that nobody can see is refused when it is written as %s',
  (code) => {
    const { problems } = check(`title: "a${code}b"\ncovers: c\nother_words: [d]\n`);
    expect(problems.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      expect.stringContaining('There is a character here that nobody can see'),
    ]);
  },
);

test.each([
  ['a filler in the place of a letter', '\u3164'],
  ['a braille pattern without dots', '\u2800'],
  ['letters that only programs read', `ab${String.fromCodePoint(0xe0061, 0xe0062)}`],
  ['a mark that joins nothing', '\u200D \uFE0F'],
  ['an invisible plus', 'a\u2064b'],
  ['a mark that turns writing round', 'a\u2067b'],
])('%s is refused, typed or written as a code', (_name, text) => {
  const code = [...text]
    .map((letter) => `\\U${letter.codePointAt(0)!.toString(16).padStart(8, '0')}`)
    .join('');
  for (const typed of [text, code]) {
    const { problems } = check(`title: "${typed}"\ncovers: c\nother_words: [d]\n`);
    expect(problems[0]?.message).toContain('There is a character here that nobody can see');
    expect(problems).toHaveLength(1);
  }
});

test.each(['👩‍👩‍👧', '❤️', '🏴󠁧󠁢󠁷󠁬󠁳󠁿 Wales', 'می‌خواهم', 'क्‍ष'])('“%s” is a text like any other', (title) => {
  expect(check(`title: "${title}"\ncovers: c\nother_words: [d]\n`).problems).toEqual([]);
});

test('an accent that is a letter of its own is joined to the letter before it', () => {
  const { records, problems } = check('title: "Cafe\\u0301"\ncovers: c\nother_words: [d]\n');
  expect(problems).toEqual([]);
  expect(records!.topic.find(({ id }) => id === 'hostile')!.value.title).toBe('Caf\u00E9');
});

test('links and folders named like records are refused and not followed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'links-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  mkdirSync(join(folder, 'topics'));
  mkdirSync(join(folder, 'topics/a.yaml'));
  symlinkSync('..', join(folder, 'topics/round'));
  writeFileSync(join(folder, 'site.yaml'), 'name: x');
  symlinkSync('../site.yaml', join(folder, 'topics/b.yaml'));
  const { problems } = checkRecords(dataFilesIn(folder), 'data', '2023-01-31');
  const told = problems.filter(({ rule }) => rule === 'data-files').map(({ file }) => file);
  expect(told).toEqual(['data/topics/a.yaml', 'data/topics/b.yaml', 'data/topics/round']);
});

test('a folder named like a property of every object is a folder like any other', () => {
  const record = { path: 'toString/x.yaml', bytes: new TextEncoder().encode('title: x') };
  const { problems } = checkRecords([...sound, record], 'data', '2023-01-31');
  expect(problems.map(({ message }) => message)).toEqual(['No records are kept in “toString”.']);
});

test('what steers a terminal is shown as a symbol, and nothing becomes a command of a log', () => {
  const report = reportProblems([
    {
      rule: 'x',
      severity: 'error',
      file: 'data/a.yaml',
      line: 1,
      column: 1,
      length: 0,
      message: 'One \u001B[2J\n::error::x',
      advice: '::error::y',
    },
  ]);
  expect(report).not.toContain('\u001B');
  expect(report).toContain('One ␛[2J␊::error::x');
  expect(report).not.toMatch(/^\s*::/m);
});

test.each(['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty'])(
  'whatever is called %s is called like anything else',
  (name) => {
    const others = [
      ['topics/x.yaml', `title: a\ncovers: b\nother_words: [c]\n${name}: d\n`],
      ['plans/new/reports/2022-12.yaml', `reported: December 2022\nactions:\n  ${name}: a\n`],
      ['plans/new/reports/2022-11.yaml', `reported: November 2022\n${name}:\n  ${name}: a\n`],
      [`plans/${name}/actions/1.yaml`, `title: a\n${name}: b\nleads: [${name}]\n`],
      [`${name}/x.yaml`, 'title: a\n'],
    ].map(([file, text]) => ({ path: file!, bytes: new TextEncoder().encode(text!) }));
    const { problems, warnings } = checkRecords([...sound, ...others], 'data', '2023-01-31');
    const told = reportProblems([...problems, ...warnings], { allWarnings: true });
    expect(told).not.toMatch(/native code|function |cannot tell whether/);
    for (const { path: file } of others) expect(told).toContain(file.split('/')[0]);
    expect(told).toContain(`“${name}” is not a field of a topic.`);
  },
);

test('a report on an action that is called __proto__ is refused once, and not left out', () => {
  for (const status of ['complete', 'no such status']) {
    const text = `reported: December 2022\nactions:\n  __proto__:\n    status: ${status}\n  "1.1.1":\n    status: in progress\n`;
    const file = {
      path: 'plans/new/reports/2022-12.yaml',
      bytes: new TextEncoder().encode(text),
    };
    const { problems } = checkRecords([...sound, file], 'data', '2023-01-31');
    expect(problems.map(({ message, line }) => [line, message])).toEqual([
      [3, 'Nothing can be called “__proto__”.'],
    ]);
  }
});
