import { expect, test } from 'vitest';
import { editAddress, longestAddress, newFileAddress, repositoryOf } from './repository.ts';

const file = 'data/plans/anytown/actions/1.1.yaml';

test.each([
  ['https://github.com/anytown/promises', 'https://github.com/anytown/promises/edit/main/'],
  ['https://github.com/anytown/promises/', 'https://github.com/anytown/promises/edit/main/'],
  ['https://github.com/anytown/promises.git', 'https://github.com/anytown/promises/edit/main/'],
  [
    'https://gitlab.anytown.gov.uk/carers/team/promises',
    'https://gitlab.anytown.gov.uk/carers/team/promises/-/edit/main/',
  ],
  ['https://codeberg.org/anytown/promises/', 'https://codeberg.org/anytown/promises/_edit/main/'],
])('%s is known by its name, and a record is changed at %s…', (url, start) => {
  expect(editAddress(repositoryOf(url), file)).toBe(start + file);
});

test('a host and a branch that are given count', () => {
  const repository = repositoryOf({
    url: 'https://git.anytown.gov.uk/carers/promises',
    host: 'gitea',
    branch: 'live/2026',
  });
  expect(editAddress(repository, file)).toBe(
    `https://git.anytown.gov.uk/carers/promises/_edit/live/2026/${file}`,
  );
});

test.each([
  [
    'github',
    'https://git.example/a/b/new/main?filename=data%2Fa%20b.yaml&value=a%3A%20%231%20%26%202%0A',
    true,
  ],
  ['gitlab', 'https://git.example/a/b/-/new/main?file_name=data%2Fa%20b.yaml', false],
  [
    'forgejo',
    'https://git.example/a/b/_new/main/?filename=data%2Fa%20b.yaml&value=a%3A%20%231%20%26%202%0A',
    true,
  ],
  [
    'gitea',
    'https://git.example/a/b/_new/main/?filename=data%2Fa%20b.yaml&value=a%3A%20%231%20%26%202%0A',
    true,
  ],
] as const)('a new file on %s', (host, url, filled) => {
  const repository = repositoryOf({ url: 'https://git.example/a/b', host });
  expect(newFileAddress(repository, 'data/a b.yaml', 'a: #1 & 2\n')).toEqual({ url, filled });
});

test('an address that no host would open is not filled, so that the text is pasted', () => {
  const repository = repositoryOf('https://github.com/anytown/promises');
  const url = 'https://github.com/anytown/promises/new/main?filename=data%2Fa.yaml';
  const most = longestAddress - `${url}&value=`.length;
  expect(newFileAddress(repository, 'data/a.yaml', 'x'.repeat(most)).filled).toBe(true);
  expect(newFileAddress(repository, 'data/a.yaml', 'x'.repeat(most + 1))).toEqual({
    url,
    filled: false,
  });
});
