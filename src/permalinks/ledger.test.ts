import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLedger, unrecorded, withAddresses, writeLedger } from './ledger.ts';

const read = (text: string | undefined) => readLedger(text, 'data/permalinks.txt');

test('a folder without the file has recorded nothing yet, and gets one that explains itself', () => {
  const { ledger, problems } = read(undefined);
  expect(problems).toEqual([]);
  expect(ledger.links).toEqual([]);
  expect(writeLedger(withAddresses(ledger, ['/b/', '/a/']))).toBe(
    `# Every address that this site ever published. Somebody may have a link to each of them.
# The command  npm run permalinks  adds new ones. Take none out.
# If something moved, write so on its line:  /topics/breaks/ -> /topics/time-off/
/a/
/b/
`,
  );
});

test('lines of other systems, spaces, other arrows and an empty line change nothing', () => {
  expect(read('# head\r\n/a/\r\n\r\n  /b/   ->  /c/ \r\n/d/->/c/\n/e/ → /c/')).toEqual({
    ledger: {
      comments: ['# head'],
      links: [
        { address: '/a/', line: 2 },
        { address: '/b/', movedTo: '/c/', line: 4 },
        { address: '/d/', movedTo: '/c/', line: 5 },
        { address: '/e/', movedTo: '/c/', line: 6 },
      ],
    },
    problems: [],
  });
});

test('what is not an address, or moved to two places, is told at its line', () => {
  const { problems } = read(
    '/a/ -> /b/\nhttps://example.org/a/\n/a/ -> /c/\n/c/ -> /d/ -> /e/\n/f /g',
  );
  expect(problems.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([
    'data/permalinks.txt:2 This line is not an address.',
    'data/permalinks.txt:3 Line 1 says that this address moved to /b/.',
    'data/permalinks.txt:4 This line is not an address.',
    'data/permalinks.txt:5 This line is not an address.',
  ]);
});

test('two branches that each changed the file are joined, whatever git leaves of a line', () => {
  const { ledger, problems } = read('/a/\n/a/\n/b/\n/b/ -> /a/\n/c/ -> /a/\n/c/\n/c/ -> /a/\n');
  expect(problems).toEqual([]);
  expect(writeLedger(ledger)).toBe('/a/\n/b/ -> /a/\n/c/ -> /a/\n');
});

test('recording takes nothing out, keeps moves, and is sorted the same everywhere', () => {
  const address = fc.stringMatching(/^\/([a-z0-9][a-z0-9.-]{0,5}\/){0,3}([a-z0-9]{1,4}\.ics)?$/);
  fc.assert(
    fc.property(
      fc.uniqueArray(address),
      fc.uniqueArray(address),
      fc.option(address),
      (old, built, to) => {
        const links = old.map((each, line) => ({
          address: each,
          line,
          ...(to === null ? {} : { movedTo: to }),
        }));
        const before = { comments: ['# head'], links };
        const text = writeLedger(withAddresses(before, unrecorded(before, built)));
        const { ledger, problems } = read(text);
        expect(problems).toEqual([]);
        expect(new Set(ledger.links.map((link) => link.address))).toEqual(
          new Set([...old, ...built]),
        );
        for (const { address: one, movedTo } of links) {
          expect(ledger.links.find((link) => link.address === one)!.movedTo).toBe(movedTo);
        }
        const lines = text.trimEnd().split('\n');
        expect(lines.slice(1)).toEqual(lines.slice(1).toSorted());
        expect(unrecorded(ledger, built)).toEqual([]);
        expect(writeLedger(ledger)).toBe(text);
      },
    ),
  );
});

test.each([
  '/../../pwn/',
  '/a/../../pwn/',
  '/%2e%2e/pwn/',
  '/%252e%252e%252Fpwn/',
  '/..%2f..%2fpwn/',
  '/..\\pwn/',
  '/./',
  '/:any/',
  '/*',
  '/a/*/',
  '/%3Aany/',
  '/a%00b/',
  '/a\u0007b/',
  '/%zz/',
  '//evil.example/',
])('“%s” is no address of this site, at either end of an arrow', (odd) => {
  for (const line of [`${odd} -> /plans/`, `/plans/ -> ${odd}`, odd]) {
    const { ledger, problems } = read(`/a/\n${line}\n`);
    expect(problems, line).toHaveLength(1);
    expect(problems[0]).toMatchObject({ line: 2 });
    expect(ledger.links).toEqual([{ address: '/a/', line: 1 }]);
  }
});

test('names that every object has are addresses like any other', () => {
  const text = '/__proto__/\n/constructor/ -> /toString/\n/toString/\n';
  expect(read(text)).toMatchObject({ problems: [], ledger: { links: [{}, {}, {}] } });
});

test('the marks that git leaves when two branches clash are told as such, and no address is lost', () => {
  const { ledger, problems } = read('<<<<<<< HEAD\n/a/\n=======\n/b/\n>>>>>>> theirs\n');
  expect(ledger.links.map(({ address }) => address)).toEqual(['/a/', '/b/']);
  expect(problems.map(({ line }) => line)).toEqual([1, 3, 5]);
  expect(problems[0]?.message).toBe('Git put this line here when it joined two branches.');
});

test.each([
  ...['/../x/', '/a/../../x', '/a/./b/', '/%2e%2e/x/', '/%252e%252e/x/', '/..%2fx/', '/..;/x/'],
  ...[
    '/a\\..\\x/',
    '/a%5c..%5cx/',
    '/..',
    '/:splat/',
    '/a/:any',
    '/%3asplat/',
    '/*',
    '/a*',
    '/%2a/',
  ],
  ...['//evil.example/', '/a//b/', '/\u0001/', '/%00/', '/\u202E/', '/．．/x/', '/<x>/', '/a"b/'],
])('%s is no address of this site, neither to leave nor to go to', (odd) => {
  for (const line of [odd, `${odd} -> /plans/`, `/a/ -> ${odd}`]) {
    const { ledger, problems } = read(line);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^“.*” cannot be an address of this site\.$/),
    ]);
    expect(ledger.links).toEqual([]);
  }
});

test('whatever is typed, an address that is taken stays within the built site', () => {
  const piece = fc.constantFrom(
    ...[
      '/',
      '.',
      '..',
      '%2e',
      '%2F',
      '%5c',
      '\\',
      ':',
      '*',
      'a',
      '-',
      '~',
      '\u0000',
      ' ',
      '；',
      '．',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      for (const { address } of read(`/${pieces.join('')}`).ledger.links) {
        const { pathname, search, hash, origin } = new URL(address, 'https://promises.example');
        expect(origin + pathname + search + hash).toBe(`https://promises.example${address}`);
      }
    }),
    { numRuns: Number(process.env['ATTACKS'] ?? 3_000) },
  );
});
