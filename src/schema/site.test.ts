import { expect, test } from 'vitest';
import { dataFilesIn } from '../records/data-files.ts';
import { checkRecords } from '../records/load-records.ts';
import { soundFolder } from '../tests/fixtures/folders.ts';

/** What the check says of a site record with these lines in the place of others. */
function said(lines: Record<string, string>): string[] {
  const files = dataFilesIn(soundFolder).map((file) => {
    if (file.path !== 'site.yaml') return file;
    const kept = Buffer.from(file.bytes)
      .toString()
      .split(/^(?=\w)/m)
      .filter((line) => !Object.hasOwn(lines, line.split(':')[0]!));
    const written = Object.entries(lines).map(([field, value]) => `${field}: ${value}\n`);
    return { ...file, bytes: new TextEncoder().encode([...kept, ...written].join('')) };
  });
  return checkRecords(files, 'data', '2023-01-31').problems.map(({ message }) => message);
}

test.each([
  'https://carers.example/',
  'https://example.org/carers',
  'https://Example.org:8443/a-b/c.d/',
])('%s is the address of a site', (url) => {
  expect(said({ url })).toEqual([]);
});

test.each([
  'https://a.example/?a=1',
  '"https://a.example/#home"',
  'https://a.example/carers/index.html',
  'https://a.example/a*b/',
  'https://a.example/:any/',
  'https://a.example/{a};/',
  'https://a.example/$uri/',
  'https://a.example//b/',
  'https://a.example/caf%C3%A9/',
  'https://a.example/%0a/',
])('%s is not, because hosts would read it otherwise', (url) => {
  expect(said({ url })).toEqual([
    expect.stringContaining('cannot be the address of a whole site.'),
  ]);
});

test.each(['http://a.example/', 'https:a.example', 'https://a.example@b.example/', 'a.example'])(
  'the address %s is refused once, for what is wrong with any address',
  (url) => {
    const problems = said({ url });
    expect(problems).toHaveLength(1);
    expect(problems[0]).not.toContain('whole site');
  },
);

test.each([
  'https://github.com/a/b/tree/main/data',
  'https://github.com/a/b/blob/main/README.md',
  'https://codeberg.org/a/b/src/branch/main',
  'https://gitlab.com/a/sub/b/-/tree/main',
])('%s is a page within a repository', (repository) => {
  expect(said({ repository })).toEqual([
    `“${repository}” is a page within the repository, and links made from it would lead nowhere.`,
  ]);
});

test.each([
  'https://github.com/a/b',
  'https://github.com/a/b/',
  'https://github.com/a/b.git',
  'https://gitlab.com/a/issues-of-plans',
])('%s is a repository', (repository) => expect(said({ repository })).toEqual([]));

test.each(['main', 'live/2026', 'v1.2'])('%s can be the name of a branch', (branch) => {
  expect(said({ repository: `{ url: "https://github.com/a/b", branch: "${branch}" }` })).toEqual(
    [],
  );
});

test.each(['..', '../../x', 'a//b', '/a', 'a/', '.a', '-a', 'a b', 'a?b', 'a^', 'a.lock', '@{0}'])(
  '%s cannot, and so leads to no other place of the code host',
  (branch) => {
    expect(said({ repository: `{ url: "https://github.com/a/b", branch: "${branch}" }` })).toEqual([
      `“${branch}” cannot be the name of a branch.`,
    ]);
  },
);

test.each([
  'a@b.example?cc=c@d.example',
  'a@b.example, c@d.example',
  '"a@b.example\\nX-Other: y"',
  '"<a@b.example>"',
])('%s is not one email address', (contact) => {
  expect(said({ contact })).toHaveLength(1);
});

test.each(['javascript:alert(1)', 'ftp://a.example/x'])(
  'a repository at %s is refused once',
  (repository) => {
    expect(said({ repository })).toEqual([expect.stringContaining(`“${repository}” is not a web`)]);
  },
);
