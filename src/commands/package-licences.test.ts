import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packageLicences } from './package-licences.ts';

test('every package that building the site needs may be used', () => {
  const lock = new URL('../../package-lock.json', import.meta.url);
  const found = packageLicences(
    JSON.parse(readFileSync(lock, 'utf8')) as Parameters<typeof packageLicences>[0],
  );
  expect(found.length).toBeGreaterThan(100);
  expect(found.filter(({ allowed }) => !allowed)).toEqual([]);
});

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-only)', true],
  ['Apache-2.0 AND MIT', true],
  ['Apache-2.0 AND GPL-3.0-only', false],
  ['AGPL-3.0-or-later', false],
  ['LGPL-3.0-or-later', false],
  ['MPL-2.0', false],
  ['SEE LICENSE IN LICENCE.txt', false],
  [undefined, false],
])('a new package with the licence %s is taken: %s', (license, allowed) => {
  const packages = {
    '': { license: 'GPL-3.0-only' },
    'node_modules/a/node_modules/@new/package': { version: '1.0.0', ...(license && { license }) },
    'node_modules/only-for-tests': { license: 'GPL-3.0-only', dev: true },
  };
  expect(packageLicences({ packages })).toEqual([
    { name: '@new/package', version: '1.0.0', licence: license ?? 'not stated', allowed },
  ]);
});

test('a package that was looked at is taken with its reason, and only under the licence it had', () => {
  const one = (license: string) =>
    packageLicences({
      packages: { 'node_modules/lightningcss': { version: '1.0.0', license } },
    })[0];
  expect(one('MPL-2.0')).toMatchObject({ allowed: true, because: expect.any(String) as string });
  expect(one('GPL-2.0-only')).toMatchObject({ allowed: false });
});
