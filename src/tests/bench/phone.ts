import { chromium, type Browser, type Page } from 'playwright-core';
import { launchOptions } from '../site/find-chromium.ts';
import { serveSite } from '../site/served-site.ts';

/** A slow phone on a slow line: bytes a second, and milliseconds to and fro. */
const line = { bytes: 1_600_000 / 8, milliseconds: 150 };
const slower = 4;

/** What is looked for, of the made-up records: in all of them, in most, and typed with a slip. */
const queries = [
  ['two words of every record', 'carer satisfaction'],
  ['a word of most', 'respite'],
  ['a slip', 'resbite'],
] as const;

/** How long something took a reader, and what came over the line for it. */
interface Wait {
  seconds: number;
  kilobytes: number;
}

/**
 * How long a reader with a slow phone waits in a built site: for the first result of a search that is
 * opened by its address, and for the page of the register until something can be chosen in it. Then the
 * reader opens the choices and looks for one: how long the first rows that fit it take, and those of the
 * next one.
 */
export async function phoneWaits(folder: string): Promise<string> {
  const site = await serveSite(folder, { compressed: true });
  const browser = await chromium.launch(launchOptions({ asAtHome: true }));
  try {
    const searches: string[] = [];
    for (const [what, query] of queries) {
      const [wait] = await onPhone(browser, async (page, waitFor) => {
        const address = `${site.origin}/search/?q=${encodeURIComponent(query)}`;
        await page.goto(address, { waitUntil: 'commit' });
        return [await waitFor('#search-results li a')];
      });
      searches.push(`${what}: ${told(wait!)}`);
    }
    const filters = await onPhone(browser, async (page, waitFor, mark) => {
      await page.goto(`${site.origin}/actions/`, { waitUntil: 'commit' });
      const opened = await waitFor('#browse-choices');
      await page.click('#browse-choices summary');
      await page.waitForLoadState('networkidle');
      mark();
      const choose = async (value: string) => {
        await page.evaluate(
          ([value]) => {
            const box = document.querySelector<HTMLSelectElement>('#browse [name="status"]')!;
            box.value = value!;
            box.dispatchEvent(new Event('change', { bubbles: true }));
          },
          [value],
        );
        return waitFor(`#register tbody tr[data-status="${value}"]:first-child`, '#browse-clear');
      };
      return [opened, await choose('not-started'), await choose('complete')];
    });
    const [opened, first, second] = filters;
    return [
      'on a slow phone, first search result',
      ...searches,
      `the register: ${told(opened!)}`,
      `first filter: ${told(first!)}`,
      `next filter: ${told(second!)}`,
    ].join('; ');
  } finally {
    await browser.close();
    await site.close();
  }
}

type WaitFor = (...selectors: string[]) => Promise<Wait>;

async function onPhone(
  browser: Browser,
  use: (page: Page, waitFor: WaitFor, mark: () => void) => Promise<Wait[]>,
): Promise<Wait[]> {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: line.milliseconds,
    downloadThroughput: line.bytes,
    uploadThroughput: line.bytes,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  let bytes = 0;
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  let start = performance.now();
  /** From now on counts what comes next. */
  const mark = () => {
    bytes = 0;
    start = performance.now();
  };
  const waitFor: WaitFor = async (...selectors) => {
    for (const selector of selectors) {
      await page.waitForSelector(selector, { timeout: 120_000, state: 'visible' });
    }
    const wait = { seconds: (performance.now() - start) / 1000, kilobytes: bytes / 1000 };
    mark();
    return wait;
  };
  try {
    return await use(page, waitFor, mark);
  } finally {
    await context.close();
  }
}

function told({ seconds, kilobytes }: Wait): string {
  return `${seconds.toFixed(2)} s, ${Math.round(kilobytes)} KB`;
}
