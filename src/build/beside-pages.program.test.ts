import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { expect, onTestFinished, test, vi } from 'vitest';
import { wholeAddress } from '../domain/address.ts';
import { actionFrame, frameTitle } from '../exports/action-frame.ts';
import type { Action } from '../register/register.ts';
import { indexRecords } from '../search/index-records.ts';
import { brokenFolder, soundFolder } from '../tests/fixtures/folders.ts';
import { soundRegister, testSite } from '../tests/registers.ts';
import { besidePages, readAhead } from './beside-pages.ts';
import { PagesInMaking } from './pages-at-once.ts';

const register = soundRegister();

/** What works beside the pages of a build, as Astro calls it. */
function begin(data: string) {
  vi.stubEnv('SITE_DATA', data);
  vi.stubEnv('SITE_DATE', register.today);
  const output = mkdtempSync(join(tmpdir(), 'beside-'));
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(output, { recursive: true });
  });
  const pages = new PagesInMaking();
  const beside = besidePages(pages);
  const told: string[] = [];
  const logger = { info: (words: string) => told.push(words) };
  const config = {
    root: pathToFileURL(`${output}/`),
    outDir: pathToFileURL(`${output}/`),
    base: testSite.pathname,
    site: testSite.origin,
  };
  const call = async (
    { hooks }: AstroIntegration,
    name: keyof AstroIntegration['hooks'],
    more: object = {},
  ) => (hooks[name] as ((given: object) => unknown) | undefined)?.({ logger, ...more });
  return {
    ...{ pages, beside, told, output, call },
    async start() {
      await call(beside.files, 'astro:config:setup', { command: 'build' });
      await call(beside.files, 'astro:config:done', { config });
    },
  };
}

const bytes = (html: string) => new TextEncoder().encode(html);

/** As the layout of frames has it. */
function frame(action: Action): string {
  const url = wholeAddress(action.url, testSite);
  return [
    `<html><title>${frameTitle(action)}, in short</title>`,
    `<meta content="${frameTitle(action)}, in short"><link rel="canonical" href="${url}">`,
    `<div class="facts">${actionFrame(action, testSite)}</div><a href="${url}">From</a></html>`,
  ].join('');
}

test('pages are written as they were made, beside files and an index of the records', async () => {
  const { pages, beside, told, output, call, start } = begin(soundFolder);
  await start();
  expect((await beside.records()).records?.action).toHaveLength(register.actions.length);
  const [first, second] = register.actions;
  const guide = '<html><main><h1>Data</h1><p>All of it.</p></main></html>';

  await call(beside.files, 'astro:build:setup', { target: 'server' });
  pages.tellAddresses([...indexRecords(register).map(({ url }) => url), '/guide/data/']);
  pages.tellMade([{ file: 'guide/data/index.html', content: bytes(guide) }]);
  pages.tellMade([
    { file: `embed/${first!.id}/index.html`, content: bytes(frame(first!)) },
    { file: '404.html', content: bytes('Not here: ü') },
  ]);
  await call(beside.files, 'astro:build:generated');
  await call(beside.files, 'astro:build:done');
  await call(beside.index, 'astro:build:done');

  const read = (file: string) => readFileSync(join(output, file), 'utf8');
  expect(read('guide/data/index.html')).toBe(guide);
  expect(read('404.html')).toBe('Not here: ü');
  expect(read(`embed/${second!.id}/index.html`)).toBe(frame(second!));
  expect(read('data/actions.json')).toContain(first!.promise);
  expect(read('all.ics')).toMatch(/END:VCALENDAR\r\n$/);
  expect(existsSync(join(output, 'pagefind/pagefind-entry.json'))).toBe(true);
  expect(told).toEqual([
    expect.stringMatching(/^\d+ data files/),
    `${indexRecords(register).length + 1} pages can be found by search`,
  ]);
});

test('records that were read ahead are those that a build asks for, and no others', async () => {
  const { beside, start } = begin(soundFolder);
  readAhead();
  await start();
  expect((await beside.records()).records?.action).toHaveLength(register.actions.length);

  const other = begin(brokenFolder);
  vi.stubEnv('SITE_DATA', soundFolder);
  readAhead();
  vi.stubEnv('SITE_DATA', brokenFolder);
  await other.start();
  expect((await other.beside.records()).records).toBeUndefined();
});

test('of hundreds of pages that are made beside it, each is written whole', async () => {
  const { pages, beside, output, call, start } = begin(soundFolder);
  await start();
  await beside.records();
  await call(beside.files, 'astro:build:setup', { target: 'server' });
  pages.tellAddresses([...indexRecords(register).map(({ url }) => url)]);
  const page = (index: number) => `<html>${`Page ${index}. `.repeat(index)}</html>`;
  const count = 480;
  for (let made = 0; made < count; made += 16) {
    pages.tellMade(
      Array.from({ length: 16 }, (_, index) => ({
        file: `pages/${made + index}/index.html`,
        content: bytes(page(made + index)),
      })),
    );
  }
  pages.tellMade([
    {
      file: `embed/${register.actions[0]!.id}/index.html`,
      content: bytes(frame(register.actions[0]!)),
    },
  ]);
  await call(beside.files, 'astro:build:generated');
  await call(beside.files, 'astro:build:done');
  for (let index = 0; index < count; index++) {
    expect(readFileSync(join(output, `pages/${index}/index.html`), 'utf8')).toBe(page(index));
  }
  await call(beside.index, 'astro:build:done');
});

test('records with problems are told, and nothing is written', async () => {
  const { beside, output, start } = begin(brokenFolder);
  await start();
  const { problems, records } = await beside.records();
  expect(problems.length).toBeGreaterThan(0);
  expect(records).toBeUndefined();
  expect(existsSync(join(output, 'data'))).toBe(false);
});
