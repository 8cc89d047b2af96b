import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { guidePageNames } from './guide-pages.ts';

test('the pages of the guide that a site can name are those that there are', () => {
  const files = readdirSync(new URL('../guide/', import.meta.url))
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => name.slice(0, -'.mdx'.length));
  expect([...guidePageNames].sort()).toEqual(files.sort());
});
