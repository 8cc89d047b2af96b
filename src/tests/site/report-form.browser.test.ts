import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../exports/host-files.ts';
import { axeFindings } from './axe.ts';
import { useBrowser } from './browser.ts';
import { builtSite, root } from './build-site.ts';
import { builtPages, type BuiltPage } from './built-pages.ts';
import { twoPlans } from '../fixtures/folders.ts';

const { visit, origin } = useBrowser();

declare function tellRefused(what: string): void;

const page = '/guide/report/';
const mayCopy = { permissions: ['clipboard-read', 'clipboard-write'] };

const box = (on: Page, name: string) => on.getByLabel(name, { exact: true });
const lines = (on: Page) => on.locator('#report-lines').textContent();

async function isChosen(on: Page, reference: string): Promise<void> {
  await on.getByRole('heading', { name: new RegExp(`^${reference}: `) }).waitFor();
}

test('an officer comes from an action’s page, makes a mistake, mends it, and copies the lines', async () => {
  await visit(
    '/actions/don-2-1-2/',
    async (on) => {
      await on.getByRole('link', { name: 'Report progress' }).click();
      await isChosen(on, 'DON 2\\.1\\.2');
      expect(await on.locator('#report-about').innerText()).toContain('In progress');
      expect(await on.locator('#report-about').innerText()).toContain('September 2022');

      const reported = box(on, 'Date of the report');
      await reported.fill('31 June 2023');
      expect(await reported.getAttribute('aria-invalid')).toBeNull();
      await on.keyboard.press('Tab');
      const told =
        '“31 June 2023” is not a day: June 2023 has 30 days. Write a day from 1 to 30 June 2023, or June 2023 for the whole month.';
      const described = (await reported.getAttribute('aria-describedby'))!.split(' ');
      expect(await on.locator(`#${described.at(-1)!}`).textContent()).toBe(told);
      expect(await reported.getAttribute('aria-invalid')).toBe('true');
      await expect.poll(() => on.locator('#report-said').textContent()).toBe(told);
      await reported.fill('June 2023');
      expect(await reported.getAttribute('aria-invalid')).toBeNull();

      await box(on, 'Complete').check();
      await box(on, 'Progress').fill('All staff: trained.');
      expect(await lines(on)).toBe(
        '  - reported: June 2023\n    status: complete\n    text: "All staff: trained."\n',
      );
      await on.getByRole('button', { name: 'Copy these lines' }).click();
      await expect.poll(() => on.locator('#report-copied').textContent()).toMatch(/^Copied\./);
      expect(await on.evaluate(() => navigator.clipboard.readText())).toBe(await lines(on));
      expect(
        await on.getByRole('link', { name: 'Open the record on github.com' }).getAttribute('href'),
      ).toMatch(/\/edit\/main\/.*\/doncaster\/actions\/2\.1\.2\.yaml$/);
    },
    mayCopy,
  );
});

test.each(['DON 2.1.2', 'don-2-1-2', '2.1.2', 'don.2.1.2)'])(
  'the reference “%s” is understood, and the address keeps it',
  async (typed) => {
    await visit(page, async (on) => {
      await on.locator('#report-action').fill(typed);
      await on.keyboard.press('Enter');
      await isChosen(on, 'DON 2\\.1\\.2');
      expect(new URL(on.url()).search).toBe('?action=don-2-1-2');
    });
  },
);

test('who asks for an action that is not there is offered the nearest', async () => {
  await visit(page, async (on) => {
    await on.locator('#report-action').fill('NAT 1.5.9');
    await on.keyboard.press('Enter');
    await expect
      .poll(() => on.locator('#report-action-error').textContent())
      .toBe('There is no action “NAT 1.5.9”. Did you mean “NAT 1.5”?');
  });
});

test('a box that nobody was in shows no mistake, and all that is to do stands below the form', async () => {
  await visit(`${page}?action=nat-1-5`, async (on) => {
    await isChosen(on, 'NAT 1\\.5');
    await box(on, 'New due date').nth(-1).fill('Spring 2025');
    await on.keyboard.press('Tab');
    expect(await on.locator('#report-reason-error').textContent()).toBe('');
    const toDo = on.locator('#report-to-do a');
    expect(await toDo.allTextContents()).toEqual([
      expect.stringContaining('“Date of the report” is missing.'),
      expect.stringContaining('gives no reason.'),
    ]);
    await on.getByRole('button', { name: 'Make the lines' }).click();
    expect(await on.evaluate(() => document.activeElement!.id)).toBe('report-reported');
    await toDo.last().click();
    expect(await on.evaluate(() => document.activeElement!.id)).toBe('report-reason');
    expect(await on.locator('#report-reason-error').textContent()).toContain('gives no reason.');
  });
});

test('a mistake that comes up does not move a choice away from under the press', async () => {
  await visit(`${page}?action=don-2-1-2`, async (on) => {
    await isChosen(on, 'DON 2\\.1\\.2');
    await box(on, 'Date of the report').fill('sprig 2023');
    const choice = on.getByText('Complete', { exact: true });
    await choice.scrollIntoViewIfNeeded();
    const { x, y } = (await choice.boundingBox())!;
    await on.mouse.move(x + 20, y + 20);
    await on.mouse.down();
    await on.waitForTimeout(100);
    await on.mouse.up();
    expect(await box(on, 'Complete').isChecked()).toBe(true);
    await expect.poll(() => on.locator('[aria-invalid]').count()).toBe(1);
  });
});

test('the stages of an action, new leads and a merger become lines too', async () => {
  await visit(`${page}?action=nat-1-5`, async (on) => {
    await isChosen(on, 'NAT 1\\.5');
    await box(on, 'Date of the report').fill('May 2021');
    await on
      .getByRole('group', { name: /Charter: delivery$/ })
      .getByRole('combobox')
      .selectOption('complete');
    await box(on, 'Lead 1').fill('nhs-england');
    await on.getByRole('button', { name: 'Add another lead' }).click();
    await box(on, 'Lead 2').fill('dhsc');
    await box(on, 'Role 2').selectOption('partner');
    await box(on, 'Reason').fill('They asked for it.');
    await box(on, 'Merged').check();
    await box(on, 'Joined to').fill('nat-4-33');
    await on.keyboard.press('Tab');
    await expect
      .poll(() => on.locator('#report-merged_into-error').textContent())
      .toContain('There is no action “nat-4-33” to merge into.');
    await box(on, 'Joined to').fill('nat-4-3');
    await expect.poll(() => lines(on)).toBe(`  - reported: May 2021
    status: merged
    merged_into: nat-4-3
    leads:
      - nhs-england
      - organisation: dhsc
        role: partner
    reason: They asked for it.
    milestones:
      - label: "Dementia Friendly Hospitals Charter: delivery"
        status: complete
`);
  });
});

test('for a record without an update the lines bring the name of the list, and the page says where', async () => {
  const actions = JSON.parse(readFileSync(join(builtSite, 'data/actions.json'), 'utf8')) as {
    id: string;
    record: string;
    updates: unknown[];
  }[];
  const first = actions.find(({ updates }) => updates.length === 0)!;
  expect(first.record).toContain(`${twoPlans}/plans/`);
  expect(readFileSync(join(root, first.record), 'utf8')).toMatch(/^source:/m);
  await visit(`${page}?action=${first.id}`, async (on) => {
    await on.locator('#report-form').waitFor();
    await box(on, 'Date of the report').fill('May 2024');
    await box(on, 'Progress').fill('It began.');
    expect(await lines(on)).toBe('updates:\n  - reported: May 2024\n    text: It began.\n');
    expect(await on.locator('#report-steps li:visible').nth(2).innerText()).toMatch(
      /^Find the line source:/,
    );
  });
});

test('where a browser cannot copy, the lines are selected', async () => {
  await visit(`${page}?action=don-2-1-2`, async (on) => {
    await isChosen(on, 'DON 2\\.1\\.2');
    await box(on, 'Date of the report').fill('May 2024');
    await box(on, 'Progress').fill('One.\n\nTwo.');
    await on.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new Error('no')) },
      });
    });
    await on.getByRole('button', { name: 'Copy these lines' }).click();
    await expect.poll(() => on.locator('#report-copied').textContent()).toContain('are selected');
    const selected = await on.evaluate(() => String(getSelection()));
    expect(selected.trimEnd()).toBe((await lines(on))!.trimEnd());
  });
});

test('it asks for the action and nothing else, keeps nothing, runs no made-up code, and then works offline', async () => {
  await visit(page, async (on) => {
    const asked: string[] = [];
    const refused: string[] = [];
    on.on('request', (request) => asked.push(request.url().replace(origin(), '')));
    on.on('pageerror', (error) => refused.push(error.message));
    await on.exposeFunction('tellRefused', (what: string) => refused.push(what));
    await on.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) => {
        tellRefused(`${violatedDirective} ${sample}`);
      });
    });
    await on.route(`**${page}`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        headers: { ...response.headers(), 'Content-Security-Policy': contentSecurityPolicy },
      });
    });
    await on.goto(origin() + page, { waitUntil: 'networkidle' });
    asked.length = 0;
    await on.locator('#report-action').fill('DON 2.1.2');
    await on.keyboard.press('Enter');
    await isChosen(on, 'DON 2\\.1\\.2');
    await on.context().setOffline(true);
    await box(on, 'Date of the report').fill('May 2024');
    await box(on, 'New due date').fill('sprig 2025');
    await on.keyboard.press('Tab');
    await box(on, 'New due date').fill('Spring 2025');
    await box(on, 'Reason').fill('No money.');
    expect(await lines(on)).toContain('due: Spring 2025');
    // The browser asks for the icon again when the address changes.
    expect(asked.filter((path) => path !== '/favicon.svg')).toEqual(['/actions/don-2-1-2.json']);
    expect(refused).toEqual([]);
    expect(await on.context().cookies()).toEqual([]);
    expect(await on.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  });
});

test('without JavaScript the page says what to do instead, and shows no form', async () => {
  await visit(
    `${page}?action=don-2-1-2`,
    async (on) => {
      expect(await on.locator('main').innerText()).toContain('needs JavaScript');
      expect(await on.locator('main form:visible').count()).toBe(0);
      const link = on.locator('main noscript a');
      expect(await link.getAttribute('href')).toBe('/guide/editing/#report-progress');
      await on.goto(`${origin()}/guide/editing/`);
      expect(await on.locator('#report-progress').count()).toBe(1);
    },
    { javaScriptEnabled: false },
  );
});

test.each([
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 320 },
] as const)(
  'axe finds nothing in any state in $colorScheme at $width pixels, and all of it fits',
  async ({ colorScheme, width }) => {
    await visit(
      page,
      async (on) => {
        const sound = async () => {
          expect(await axeFindings(on)).toEqual([]);
          expect(await on.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        };
        await sound();
        await on.locator('#report-action').fill('nat 1.5');
        await on.keyboard.press('Enter');
        await isChosen(on, 'NAT 1\\.5');
        await sound();
        await box(on, 'Merged').check();
        await box(on, 'Lead 1').fill('nobody');
        await box(on, 'New due date').first().fill('soon');
        await on.getByRole('button', { name: 'Make the lines' }).click();
        expect(await on.locator('[aria-invalid]').count()).toBe(5);
        await sound();
        await box(on, 'In progress').check();
        await box(on, 'Lead 1').fill('');
        await box(on, 'New due date').first().fill('');
        await box(on, 'Date of the report').fill('May 2024');
        await on.getByRole('button', { name: 'Copy these lines' }).click();
        await sound();
      },
      { colorScheme, viewport: { width, height: 740 } },
    );
  },
);

test('the page weighs little: at most 75 KB of script, which no other page loads', () => {
  const scriptsOf = ({ root: document }: BuiltPage) =>
    document.querySelectorAll('script[src]').map((script) => script.getAttribute('src')!);
  const pages = builtPages();
  const entry = scriptsOf(pages.find(({ address }) => address === page)!);
  expect(entry.length).toBe(1);
  expect(pages.filter((other) => scriptsOf(other).includes(entry[0]!)).length).toBe(1);
  const script = readFileSync(join(builtSite, entry[0]!), 'utf8');
  const parts = [...script.matchAll(/from\s*"\.\/([^"]+)"/g)].map(([, name]) =>
    readFileSync(join(builtSite, '_astro', name!)),
  );
  const bytes = [script, ...parts].reduce((sum, part) => sum + gzipSync(part).length, 0);
  expect(bytes).toBeGreaterThan(40 * 1024);
  expect(bytes).toBeLessThanOrEqual(75 * 1024);
});
