import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { builtPages } from './built-pages.ts';

const { origin, visit, visitAlone } = useBrowser();

const meant = '/actions/don-2-1-2/';

test('copies the facts of an action for an email, as plain and rich text, and says so', async () => {
  await visitAlone(
    meant,
    async (page) => {
      await page.getByRole('button', { name: 'Copy for an email' }).click();
      await expect
        .poll(() => page.locator('#share [role="status"]').textContent())
        .toBe('Copied. Now paste it into your email.');
      const copied = await page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const read = async (type: string) => (await item!.getType(type)).text();
        return { plain: await read('text/plain'), rich: await read('text/html') };
      });
      const lines = copied.plain.split(/\r?\n/);
      expect(lines[0]).toMatch(/^DON 2\.1\.2: /);
      expect(lines).toContain('Status: in progress, as reported in March 2022');
      expect(new URL(lines.at(-1)!).pathname).toBe(meant);
      expect(copied.rich).toMatch(/^<p><a href="https:[^"]*\/actions\/don-2-1-2\/">DON 2\.1\.2: /);
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  );
});

test('copies plain text where the browser refuses rich text, and says so where it refuses both', async () => {
  await visitAlone(
    meant,
    async (page) => {
      const button = page.getByRole('button', { name: 'Copy for an email' });
      const told = () => page.locator('#share [role="status"]').textContent();
      await page.evaluate(() => {
        Clipboard.prototype.write = () => Promise.reject(new Error('No rich text'));
      });
      await button.click();
      await expect.poll(told).toBe('Copied. Now paste it into your email.');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^DON 2\.1\.2: /);
      await page.evaluate(() => {
        Clipboard.prototype.writeText = () => {
          throw new Error('No text');
        };
      });
      for (const name of ['Copy for an email', 'Copy the link']) {
        await page.getByRole('button', { name }).click();
        await expect
          .poll(told)
          .toBe('Your browser did not allow that. Select the address below and copy it.');
      }
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  );
});

test('without JavaScript there is a link to an email and the address, and no button that does nothing', async () => {
  await visitAlone(
    meant,
    async (page) => {
      expect(await page.locator('#share').getByRole('button').count()).toBe(0);
      const link = page.getByRole('link', { name: 'Open in an email' });
      expect(await link.getAttribute('href')).toMatch(/^mailto:\?subject=DON%202\.1\.2/);
      expect(await page.locator('.address', { hasText: /\/$/ }).innerText()).toMatch(
        /\/actions\/don-2-1-2\/$/,
      );
    },
    { javaScriptEnabled: false },
  );
});

test('a frame of the size that the guide gives has room for all of any promise, plan or lead on a phone', async () => {
  const framed = builtPages()
    .map(({ address }) => address)
    .filter((address) => address.startsWith('/embed/'));
  const guide = await visit('/guide/embedding/', (page) => page.locator('main').textContent());
  const snippets = [...guide!.matchAll(/<iframe src="([^"]*)".* height="(\d+)"/g)];
  const heights = snippets.map(([, url, height]) => [folderOf(url!), Number(height)] as const);
  expect(heights).toHaveLength(3);
  for (const [folder, height] of heights) {
    const inIt = framed.filter((address) => folderOf(address) === folder);
    expect(inIt.length, folder).toBeGreaterThan(0);
    // A page of the site lets no frame into itself.
    const frames = await visit('/robots.txt', (page) =>
      page.evaluate(hiddenInFrames, { inIt, height }),
    );
    expect(frames.filter(([, pixels]) => pixels !== 0)).toEqual([]);
    expect(frames).toHaveLength(inIt.length);
  }
  expect(framed.filter((address) => !new Map(heights).has(folderOf(address)))).toEqual([]);
});

test('in a frame that is too low, the facts scroll and the source stays in sight', async () => {
  await visitAlone(
    '/embed/don-2-1-2/',
    async (page) => {
      expect(await hidden(page)).toBeGreaterThan(0);
      const source = await page.locator('.from a').boundingBox();
      expect(source!.y + source!.height).toBeLessThanOrEqual(200);
      await page.locator('.facts > :last-child').scrollIntoViewIfNeeded();
      expect(await page.evaluate(() => document.documentElement.scrollTop)).toBe(0);
      const last = await page.locator('.facts > :last-child').boundingBox();
      expect(last!.y + last!.height).toBeLessThanOrEqual(source!.y);
    },
    { viewport: { width: 320, height: 200 } },
  );
});

/** How many pixels of a page for frames do not fit, and have to be scrolled to. */
function hidden(page: Page): Promise<number> {
  return page.evaluate(() => {
    const facts = document.querySelector('.facts')!;
    const whole = document.documentElement;
    return facts.scrollHeight - facts.clientHeight + whole.scrollHeight - whole.clientHeight;
  });
}

/** The same of pages that are framed, one after the other, as wide as on a small phone. */
async function hiddenInFrames({ inIt, height }: { inIt: string[]; height: number }) {
  const found: [string, number][] = [];
  for (const address of inIt) {
    const frame = document.createElement('iframe');
    Object.assign(frame, { src: address, width: 320, height, frameBorder: '0' });
    const loaded = new Promise((done) => frame.addEventListener('load', done));
    document.body.append(frame);
    await loaded;
    const whole = frame.contentDocument!.documentElement;
    const facts = whole.querySelector('.facts')!;
    if (whole.clientWidth !== 320) throw new Error(`${address} is ${whole.clientWidth} wide.`);
    found.push([
      address,
      facts.scrollHeight - facts.clientHeight + whole.scrollHeight - whole.clientHeight,
    ]);
    frame.remove();
  }
  return found;
}

/** `/embed/leads/` of the address of a lead in short. */
function folderOf(address: string): string {
  return new URL('..', new URL(address, origin())).pathname;
}

test.each(['/ACTIONS/DON-2-1-2).', '/actions/don-2.1.2/’', '/actions/don-2-%0D%0A1-2/'])(
  'who asks for %s is offered the action that was meant',
  async (asked) => {
    await visit(asked, async (page) => {
      const offer = page.locator('#nearest a');
      await offer.waitFor();
      expect(await offer.textContent()).toMatch(/^DON 2\.1\.2: /);
      await offer.click();
      expect(new URL(page.url()).pathname).toBe(meant);
    });
  },
);

test('nothing is offered where nothing is near', async () => {
  await visit('/nothing/like-this/', async (page) => {
    await page.waitForLoadState('networkidle');
    expect(await page.locator('#nearest').innerText()).toBe('');
  });
});
