import type { AstroIntegrationLogger } from 'astro';
import { afterEach, expect, test } from 'vitest';
import { DataProblems } from '../records/data-problems.ts';
import { loadRecords, type Loaded } from '../records/load-records.ts';
import { brokenFolder, soundFolder } from '../tests/fixtures/folders.ts';
import { forPages } from './for-pages.ts';
import { recordsForPages } from './integration.ts';

afterEach(() => {
  delete forPages.records;
});

/** The start of a build, as Astro calls it. Hands back what has to be waited for before a page is made. */
async function begin(reading: Promise<Loaded>): Promise<{ needed: Promise<void> }> {
  let needed: Promise<void> | undefined;
  const { hooks } = recordsForPages(
    () => reading,
    (given) => {
      needed = given;
      given.catch(() => undefined);
    },
  );
  const logger = { warn: () => undefined } as unknown as AstroIntegrationLogger;
  await hooks['astro:build:start']!({ logger } as never);
  return { needed: needed! };
}

test('a build does not begin where records that were read have problems', async () => {
  const reading = Promise.resolve(loadRecords(brokenFolder));
  await expect(begin(reading)).rejects.toThrow(DataProblems);
});

test('a build goes on while records are being read, and pages wait for them', async () => {
  let tell: (loaded: Loaded) => void = () => undefined;
  const { needed } = await begin(new Promise((resolve) => (tell = resolve)));
  expect(forPages.records).toBeUndefined();
  tell(loadRecords(soundFolder));
  await needed;
  expect(forPages.records?.action.length).toBeGreaterThan(0);
});

test('pages are never made of records that turn out to have problems', async () => {
  let tell: (loaded: Loaded) => void = () => undefined;
  const { needed } = await begin(new Promise((resolve) => (tell = resolve)));
  tell(loadRecords(brokenFolder));
  await expect(needed).rejects.toThrow(DataProblems);
});
