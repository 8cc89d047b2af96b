import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { programLicence } from './licence.ts';

test.each([
  [undefined, undefined],
  ['UNLICENSED', undefined],
  ['MIT', { name: 'MIT', url: 'https://spdx.org/licenses/MIT.html' }],
  ['EUPL-1.2', { name: 'EUPL-1.2', url: 'https://spdx.org/licenses/EUPL-1.2.html' }],
  ['MIT OR Apache-2.0', { name: 'MIT OR Apache-2.0' }],
  ['SEE LICENSE IN LICENCE.txt', { name: 'see the file LICENCE.txt' }],
])('where package.json says %s, the licence is %j', (license, expected) => {
  expect(programLicence(license)).toEqual(expected);
});

test('the licence is in one place: the lockfile says the same, and the README leads to it', () => {
  const read = (path: string) => readFileSync(path, 'utf8');
  const { license } = JSON.parse(read('package.json')) as { license?: string };
  const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, object> };
  expect(license).toBeDefined();
  expect(lock.packages['']).toMatchObject({ license });
  // The README of somebody who took our plans out is theirs.
  const readme = read('README.md');
  const pattern = /“license” in \[package\.json\]\(package\.json\)/;
  if (readme.includes('npm run start-fresh')) expect(readme).toMatch(pattern);
});
