import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dataFilesIn } from '../data-files.ts';
import { fieldNames } from '../field-names.ts';
import { checkRecords } from '../load-records.ts';
import { readYamlFile } from './yaml-file.ts';
import { soundFolder, twoPlans } from '../../tests/fixtures/folders.ts';
import { faultsIn } from './faults/index.ts';

const sound = dataFilesIn(soundFolder);
const path = 'plans/old/actions/1.2.yaml';
const record = readFileSync(soundFolder + path, 'utf8');

/** Words of YAML’s parser and of its specification that no editor should have to know. */
const jargon =
  /\b(?:flow|scalar|implicit|mapping|token|anchor|alias|directive|collection|sequence|node|undefined|null|NaN|object|stream|indicator|schema|zod|invalid_|expected)\b|\[object/i;

const mark = fc.constantFrom(
  ...[
    ':',
    ': ',
    '-',
    '- ',
    '#',
    ' #',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    '|',
    '>',
    '&',
    '*',
    '!',
    '%',
    '@',
  ],
  ...[
    '`',
    '?',
    '? ',
    ',',
    '\t',
    '\n',
    '\r',
    '  ',
    '---\n',
    '...',
    '•',
    '\u00A0',
    '\u200B',
    '\0',
    '<<<<<<< a\n',
  ],
  ...['=======\n', '\\', '<<: *a', '__proto__: x\n', '- - a', 'é', '🎉', '\uFEFF', '\u2028'],
);
const edit = fc.record({
  at: fc.nat(record.length),
  how: fc.constantFrom(
    'insert',
    'delete',
    'double',
    'line out',
    'line twice',
    'move in',
    'move out',
  ),
  mark,
  length: fc.integer({ min: 1, max: 12 }),
});

/** A record after one slip of the keyboard. */
function slip(
  text: string,
  { at, how, mark: typed, length }: typeof edit extends fc.Arbitrary<infer T> ? T : never,
): string {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at) + 1 || text.length;
  const line = text.slice(start, end);
  switch (how) {
    case 'insert':
      return text.slice(0, at) + typed + text.slice(at);
    case 'delete':
      return text.slice(0, at) + text.slice(at + length);
    case 'double':
      return text.slice(0, at + length) + text.slice(at);
    case 'line out':
      return text.slice(0, start) + text.slice(end);
    case 'line twice':
      return text.slice(0, end) + text.slice(start);
    case 'move in':
      return `${text.slice(0, start)}${' '.repeat(length)}${text.slice(start)}`;
    default:
      return text.slice(0, start) + line.replace(/^ {1,2}/, '') + text.slice(end);
  }
}

test('whatever is typed into a record, the check answers in plain words at a place in the file', () => {
  const others = sound.filter((file) => file.path !== path);
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
      const text = edits.reduce(slip, record);
      const changed = { path, bytes: new TextEncoder().encode(text) };
      const { problems, warnings } = checkRecords([...others, changed], 'data', '2020-01-01');
      const lines = text.replace(/^\uFEFF/, '').split('\n');
      for (const { file, line, column, length, message, why, advice } of [
        ...problems,
        ...warnings,
      ]) {
        // What the editor typed is quoted; the rest is ours.
        const ours = `${message} ${why ?? ''} ${advice}`
          .replaceAll(/“[^”]*”/g, '')
          .split(/\n| {2}/)[0]!;
        expect(ours).not.toMatch(jargon);
        expect(message).not.toBe('');
        expect(message).not.toMatch(/“(?:undefined|null|\[object Object\])”/);
        if (file !== `data/${path}`) continue;
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column - 1 + length).toBeLessThanOrEqual((lines[line - 1] ?? '').length);
      }
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('any bytes at all are answered', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const { value, problems } = readYamlFile('data/x.yaml', bytes, fieldNames);
      expect(value === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
    }),
    { numRuns: 2000 },
  );
});

test('no fault is seen in a record that has none', () => {
  for (const { path: file, bytes } of [...sound, ...dataFilesIn(twoPlans)]) {
    if (!file.endsWith('.yaml')) continue;
    const silent = faultsIn(new TextDecoder().decode(bytes), fieldNames).filter(
      (fault) => fault.silent,
    );
    expect(silent, file).toEqual([]);
  }
});
