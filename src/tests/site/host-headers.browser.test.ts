import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import sirv from 'sirv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../exports/host-files.ts';
import { builtSite } from './built-site.ts';
import { builtPages } from './built-pages.ts';
import { launchOptions } from './find-chromium.ts';
import { pageTypes } from './page-types.ts';

/** The rules of the built `_headers`, as a host reads them. */
const rules = readFileSync(join(builtSite, '_headers'), 'utf8')
  .trim()
  .split('\n\n')
  .map((block) => {
    const [path, ...lines] = block.split('\n');
    const headers = lines.map((line) =>
      line
        .trim()
        .split(/: (.*)/s)
        .slice(0, 2),
    );
    return { path: path!, headers: headers as [string, string][] };
  });

function headersFor(path: string): Record<string, string> {
  const matching = rules.filter((rule) =>
    rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : rule.path === path,
  );
  return Object.fromEntries(matching.flatMap((rule) => rule.headers));
}

let server: Server;
let origin: string;
let browser: Browser;

beforeAll(async () => {
  const files = sirv(builtSite);
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://site.invalid');
    for (const [name, value] of Object.entries(headersFor(pathname))) {
      response.setHeader(name, value);
    }
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(readFileSync(join(builtSite, '404.html')));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await chromium.launch(launchOptions());
});

afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
});

/** Pages that nobody uses now. A new one takes longer than what most tests do with it. */
const idle: Page[] = [];

/**
 * Opens a page, and hands back what it asks for and what of that is refused or kept. Others had it
 * before, which is no matter as long as none of them kept anything.
 */
async function watched(address: string, use?: (page: Page) => Promise<unknown>) {
  const page = idle.pop() ?? (await (await browser.newContext()).newPage());
  const asked: string[] = [];
  const missing: string[] = [];
  const refused: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('response', (response) => {
    if (response.status() >= 400) missing.push(response.url());
  });
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text())) refused.push(message.text());
  });
  page.on('pageerror', (error) => refused.push(error.message));
  await page.goto(origin + address, { waitUntil: 'networkidle' });
  await use?.(page);
  const stored = await page.evaluate(() => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
  ]);
  const kept = [...(await page.context().cookies()).map(({ name }) => name), ...stored];
  // Whoever kept something, or failed, leaves it to nobody.
  for (const event of ['request', 'response', 'console', 'pageerror'] as const) {
    page.removeAllListeners(event);
  }
  if (kept.length === 0) idle.push(page);
  return { asked, missing, refused, kept };
}

test.concurrent.each(Object.entries(pageTypes))(
  '%s works under the site’s own headers, asks nobody else for anything and keeps nothing',
  async (_, address) => {
    const { asked, missing, kept, refused } = await watched(address);
    expect(refused).toEqual([]);
    expect(missing).toEqual([]);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((url) => !url.startsWith(origin) && !url.startsWith('data:'))).toEqual([]);
    expect(kept).toEqual([]);
  },
);

test('search finds something under them', async () => {
  const { refused } = await watched('/search/?q=hospital', (page) =>
    page.waitForSelector('main a[href^="/actions/"]', { timeout: 20_000 }),
  );
  expect(refused).toEqual([]);
});

test('a style in the page would be refused, so the test can tell', async () => {
  const { refused } = await watched('/', (page) =>
    page.evaluate(() => {
      document.body.append(Object.assign(document.createElement('style'), { textContent: 'p{}' }));
    }),
  );
  expect(refused).not.toEqual([]);
});

test('no page but those made for frames may be framed', () => {
  const open = builtPages()
    .map(({ address }) => address)
    .filter((address) => !address.startsWith('/embed/'))
    .filter(
      (address) => !headersFor(address)['Content-Security-Policy']?.endsWith("ancestors 'self'"),
    );
  expect(open).toEqual([]);
});

test('a browser shows a page made for frames in one, and no other, also where nothing is', async () => {
  const page = await browser.newPage();
  const other = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>Another site</title>');
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const shown = async (address: string) => {
    // Another name of this machine is another site.
    await page.goto(`http://localhost:${port}/`);
    const loaded = page.waitForEvent('framenavigated', (frame) => frame !== page.mainFrame());
    await page.evaluate((src) => {
      document.body.append(Object.assign(document.createElement('iframe'), { src }));
    }, origin + address);
    const frame = await loaded;
    await frame.waitForLoadState();
    return frame.url().startsWith(origin) && (await frame.title()) !== '';
  };
  expect(await shown('/embed/don-2-1-2/')).toBe(true);
  expect(await shown('/actions/don-2-1-2/')).toBe(false);
  expect(await shown('/nowhere/')).toBe(false);
  await page.close();
  other.close();
});

test('each page has a policy of its own, for hosts that send none', () => {
  for (const { address, root } of builtPages()) {
    const policy = root
      .querySelector('meta[http-equiv="Content-Security-Policy"]')
      ?.getAttribute('content');
    expect([address, policy]).toEqual([address, contentSecurityPolicy]);
  }
});
