import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { withoutOldCollections } from './without-old-collections.ts';

test('what is left of a collection that there was before is cleared away, and no other file', async () => {
  const root = mkdtempSync(join(tmpdir(), 'collections-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, '.astro'));
  const names = ['content-modules.mjs', 'types.d.ts'];
  const [old, types] = names.map((name) => join(root, '.astro', name)) as [string, string];
  for (const file of [old, types]) writeFileSync(file, '');

  const begin = () =>
    withoutOldCollections().hooks['astro:config:setup']!({
      config: { root: pathToFileURL(`${root}/`) },
    } as never);
  await begin();
  expect(existsSync(old)).toBe(false);
  expect(existsSync(types)).toBe(true);
  // Most folders never had one.
  await begin();
});
