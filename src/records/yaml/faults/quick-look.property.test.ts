import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldNames } from '../../field-names.ts';
import { foldedList } from './folded-list.ts';
import { faultsIn, looksOdd } from './index.ts';

const indent = fc.constantFrom('', '  ', '    ', '   ', '      ');
const start = fc.constantFrom('promise: ', 'text: ', '"a: b": ', "'1.1': ", '- ', '- text: ', '');
const rest = fc.constantFrom(
  ...[
    '>-',
    '> # a note',
    '>+',
    '|-',
    'Words.',
    '- a',
    '1. a',
    '2. b',
    '(c) d',
    '-  b - c',
    '-d',
    '',
    ' ',
    '“Words.”',
  ],
);
const line = fc.tuple(indent, start, rest).map((parts) => parts.join(''));
const text = fc
  .tuple(fc.array(line, { minLength: 2, maxLength: 12 }), fc.constantFrom('\n', '\r\n'))
  .map(([lines, end]) => lines.join(end) + end);

test('the quick look notices each folded text that holds a list', () => {
  let noticed = 0;
  fc.assert(
    fc.property(text, (typed) => {
      const faults = faultsIn(typed, fieldNames);
      if (!faults.some(({ rule }) => rule === foldedList.name)) return;
      noticed++;
      expect(looksOdd(typed)).toBe(true);
    }),
    { numRuns: 10_000 },
  );
  expect(noticed).toBeGreaterThan(10);
});
