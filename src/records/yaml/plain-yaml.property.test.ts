import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { expect, test } from 'vitest';
import { dataFilesIn } from '../data-files.ts';
import { soundFolder, twoPlans } from '../../tests/fixtures/folders.ts';
import { plainYaml } from './plain-yaml.ts';

/** What the parser makes of a record; undefined where it complains. */
function parsed(text: string): unknown {
  const documents = parseAllDocuments(text, { schema: 'failsafe', prettyErrors: false });
  if (!Array.isArray(documents) || documents.length !== 1) return undefined;
  const [document] = documents;
  const complaints = [...document!.errors, ...document!.warnings];
  return complaints.length > 0 ? undefined : (document!.toJS() as unknown);
}

const indent = fc.constantFrom('', '', '', '  ', '  ', '    ', ' ', '      ');
const dash = fc.constantFrom('', '', '', '- ', '-  ', '- - ', '-');
const key = fc.constantFrom(
  '',
  'a: ',
  'b: ',
  'c: ',
  '"1.1": ',
  'a:',
  'b:',
  "'q': ",
  'a : ',
  'a:b: ',
);
const typed = fc.constantFrom(
  ...['', 'Words.', 'Words: more', 'Words #note', 'Words # note', '"quoted"', "'quoted'", '"a" b'],
  ...[
    '>-',
    '|-',
    '>',
    '|',
    '>- # note',
    '# note',
    '[a, b]',
    '{ a: b }',
    '*a',
    '&a b',
    '!t b',
    '---',
  ],
  ...[
    '...',
    '12',
    '012',
    '1.10',
    '2022-03',
    '-5',
    '- a',
    'ends: ',
    'ends ',
    '? a',
    '“marks”',
    '"\\n"',
  ],
  ...["it's", "'it''s'", '~', 'null', 'yes', '%a', '@a', '`a`', ',a', 'a, b', 'a]', 'http://a.b/c'],
);
const odd = fc.tuple(indent, dash, key, typed).map((parts) => parts.join(''));
const usual = fc.constantFrom(
  ...['a: Words.', 'b: "quoted"', 'c:', 'd:', 'e: >-', 'f: |-', '"1.1":', '# note', '', '  Words'],
  ...[
    '  - Words',
    '  - a: Words',
    '    b: Words',
    '  - >-',
    '    Words',
    '  g: Words',
    '  h:',
    '  Words',
  ],
);
const line = fc.oneof({ arbitrary: usual, weight: 9 }, { arbitrary: odd, weight: 1 });
const text = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => `${lines.join('\n')}\n`);

test('a record that is read in the plain way is read as the parser reads it', () => {
  let plain = 0;
  fc.assert(
    fc.property(text, (record) => {
      const value = plainYaml(record);
      if (value === undefined) return;
      plain++;
      expect(value).toEqual(parsed(record));
    }),
    { numRuns: 20_000 },
  );
  expect(plain).toBeGreaterThan(100);
});

test('a name that objects have already is left to the parser, or is a field as any other', () => {
  for (const name of ['__proto__', '"__proto__"', 'constructor', '"toString"', 'hasOwnProperty']) {
    for (const value of [' Words', '\n  title: Words', '\n  - Words']) {
      const record = `title: One\n${name}:${value}\n`;
      const read = plainYaml(record);
      if (read !== undefined) expect(JSON.stringify(read)).toBe(JSON.stringify(parsed(record)));
      expect(read === undefined).toBe(name.includes('__proto__'));
    }
  }
});

test('most records are read in the plain way, and as the parser reads them', () => {
  const files = [...dataFilesIn(soundFolder), ...dataFilesIn(twoPlans)].filter(({ path }) =>
    path.endsWith('.yaml'),
  );
  const plain = files.filter(({ bytes }) => {
    const record = new TextDecoder().decode(bytes);
    const value = plainYaml(record);
    if (value !== undefined) expect(value).toEqual(parsed(record));
    return value !== undefined;
  });
  expect(plain.length).toBeGreaterThan(files.length / 2);
});
