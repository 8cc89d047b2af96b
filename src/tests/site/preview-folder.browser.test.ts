import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from 'node-html-parser';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstFile, makePreviewFolder } from '../../preview-folder/make-folder.ts';
import { builtSite } from './built-site.ts';
import { climateBase, climatePreview, climateSite } from './climate-site.ts';
import { launchOptions } from './find-chromium.ts';
import { htmlFaults } from './html-faults.ts';

const place = mkdtempSync(join(tmpdir(), 'preview folder '));
/** Of the two plans, at a root; and of a small site in a folder of its host, built as a preview. */
const [twoPlans, climate] = [join(place, 'two plans'), join(place, 'climate')];
const about = { of: climatePreview, made: '22 November 2026' };
let builtClimate: string;
let browser: Browser;

beforeAll(async () => {
  await makePreviewFolder(builtSite, twoPlans, {
    ...about,
    name: 'Promised to carers',
    site: new URL('https://promised-to-carers.example/'),
    changes: '- DON 2.1.2: the title “A <b>title</b>” is new.\n- DON 99.9 is new.\n',
  });
  builtClimate = await climateSite();
  await makePreviewFolder(builtClimate, climate, {
    ...about,
    name: 'Climate',
    site: new URL(`https://anytown.example${climateBase}/`),
  });
  browser = await chromium.launch(launchOptions());
}, 300_000);

afterAll(async () => {
  await browser.close();
  rmSync(place, { recursive: true });
});

/** Opens a file, and hands back what the browser complained of or asked a server for. */
async function opened(file: string, use: (page: Page) => Promise<unknown>): Promise<string[]> {
  const page = await browser.newPage();
  const wrong: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('requestfailed', (request) => wrong.push(request.url()));
  page.on('request', (request) => {
    if (!/^(?:file|data|blob):/.test(request.url())) wrong.push(request.url());
  });
  try {
    await page.goto(pathToFileURL(file).href);
    await use(page);
  } finally {
    await page.close();
  }
  return wrong;
}

function pagesIn(folder: string) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html') && !path.includes('_asked'))
    .map((path) => ({ path, root: parse(readFileSync(join(folder, path), 'utf8')) }));
}

describe.each([
  ['at a root', () => twoPlans],
  ['in a folder of its host', () => climate],
])('a preview of a site %s', (_, folder) => {
  test('has one file to open and one folder beside it, and every link of every page leads to a file', () => {
    expect(readdirSync(folder()).sort()).toEqual([firstFile, 'files']);
    const pages = pagesIn(folder());
    expect(pages.length).toBeGreaterThan(40);
    const broken = pages.flatMap(({ path, root }) =>
      root
        .querySelectorAll('[href], [src], [action]')
        .map((element) => ({
          element,
          to: ['href', 'src', 'action'].map((name) => element.getAttribute(name)).find(Boolean)!,
        }))
        .filter(({ to }) => !/^(?:https|mailto|tel|webcal|data):/.test(to))
        .filter(({ to }) => {
          const url = new URL(to, pathToFileURL(join(folder(), path)));
          const isInside = url.pathname.startsWith(pathToFileURL(folder()).pathname);
          return !isInside || to.endsWith('/') || !existsSync(fileURLToPath(url));
        })
        .map(({ to }) => `${path} → ${to}`),
    );
    expect(broken).toEqual([]);
    const modules = pages.filter(({ root }) => root.querySelector('script[type="module"]'));
    expect(modules.map(({ path }) => path)).toEqual([]);
  });

  test('its search finds actions, and the results lead to them', async () => {
    const wrong = await opened(join(folder(), 'files/index.html'), async (page) => {
      await page.fill('#site-search', folder() === climate ? 'bus' : 'hospital');
      await page.press('#site-search', 'Enter');
      const link = page.locator('#search-results a[href*="/actions/"]').first();
      await link.click();
      await page.waitForURL(/\/actions\/[^/]+\/index\.html/);
      expect(await page.locator('h1').count()).toBe(1);
    });
    expect(wrong).toEqual([]);
  });
});

test('a reviewer goes from the first page to a plan, an action and who leads it, with styles and with no error', async () => {
  const wrong = await opened(join(twoPlans, firstFile), async (page) => {
    const background = () =>
      page.evaluate(() => getComputedStyle(document.querySelector('.page')!).paddingTop);
    expect(await page.textContent('main')).toContain('pull request 12, made on 22 November 2026');
    expect(await background()).not.toBe('0px');
    await page.click('text=Open the preview');
    await page.click('nav >> text=Plans');
    await page.click('main a[href*="doncaster"]');
    expect(await page.textContent('h1')).toContain('Doncaster');
    await page.locator('main a[href*="actions/don-"]').first().click();
    expect(await page.textContent('h1')).toMatch(/\w/);
    const [font, loaded] = await page.evaluate(() => [
      getComputedStyle(document.body).fontFamily,
      [...document.fonts].some(({ status }) => status === 'loaded'),
    ]);
    expect(font).toContain('Atkinson');
    expect(loaded).toBe(true);
    await page.locator('main a[href*="leads/"]').first().click();
    expect(await page.textContent('main')).toContain('DON');
  });
  expect(wrong).toEqual([]);
});

test('the first page tells what changed, with links to the actions that are there', async () => {
  const html = readFileSync(join(twoPlans, firstFile), 'utf8');
  expect(html).toContain('<a href="files/actions/don-2-1-2/index.html">DON 2.1.2</a>: the title');
  expect(html).not.toContain('<b>');
  expect(html).toContain('<li>DON 99.9 is new.</li>');
  expect(await htmlFaults(html)).toEqual([]);
});

test('the table of all actions can be filtered, and its part downloaded', async () => {
  const wrong = await opened(join(twoPlans, 'files/actions/index.html'), async (page) => {
    await page.fill('#browse-words', 'hospital');
    await expect.poll(() => page.textContent('#browse-count')).toMatch(/^\d+ of \d+ /);
    const download = page.waitForEvent('download');
    await page.click('#browse-table');
    const file = await (await download).path();
    expect(readFileSync(file, 'utf8')).toMatch(/hospital/i);
  });
  expect(wrong).toEqual([]);
});

test('the form for a report knows the action that it was opened for', async () => {
  const title = 'Recognise carers in every hospital conversation';
  const wrong = await opened(join(twoPlans, 'files/actions/don-2-1-2/index.html'), async (page) => {
    await page.locator('a[href*="guide/report/index.html?action="]').first().click();
    await page.locator('form >> text=DON 2.1.2').first().waitFor();
    expect(await page.locator('form :visible').allInnerTexts()).toContainEqual(
      expect.stringContaining(title),
    );
  });
  expect(wrong).toEqual([]);
});

test('each page of a site that is built as a preview says so, and the published site says nothing of it', async () => {
  const pages = pagesIn(join(climate, 'files')).filter(({ path }) => !/^embed/.test(path));
  const without = pages.filter(
    ({ root }) =>
      !root
        .querySelector('aside')
        ?.textContent.includes(
          'This is a preview of pull request 12, made on 22 November 2026. It is not the published site.',
        ) || root.querySelector('meta[name="robots"]')?.getAttribute('content') !== 'noindex',
  );
  expect(without.map(({ path }) => path)).toEqual([]);
  const published = readFileSync(join(builtSite, 'index.html'), 'utf8');
  expect(published).not.toMatch(/preview of|noindex/);
  const home = readFileSync(join(builtClimate, 'index.html'), 'utf8');
  expect(await htmlFaults(home)).toEqual([]);
});
