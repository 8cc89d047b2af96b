import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { asBlock } from '../../records/yaml/as-yaml.ts';
import { newFileAddress, repositoryOf } from '../../domain/repository.ts';
import { policyHeader } from '../../exports/host-files.ts';
import { changeBetween } from '../../guard/change-since.ts';
import { dataFilesIn } from '../../records/data-files.ts';
import { checkRecords } from '../../records/load-records.ts';
import { linkRegister } from '../../register/link.ts';
import { axeFindings } from './axe.ts';
import { useBrowser } from './browser.ts';
import { root, testDate } from './places.ts';
import { builtSite } from './built-site.ts';
import { builtPages } from './built-pages.ts';
import { type BuiltPage } from './pages-in.ts';
import { twoPlans } from '../fixtures/folders.ts';

const { visit, origin, visitAlone } = useBrowser();

declare function tellRefused(what: string): void;

const page = '/guide/report/';
const mayCopy = { permissions: ['clipboard-read', 'clipboard-write'] };

const box = (on: Page, name: string) => on.getByLabel(name, { exact: true });
const lines = (on: Page) => on.locator('#report-lines').textContent();

async function isChosen(on: Page, reference: string): Promise<void> {
  await on.getByRole('heading', { name: new RegExp(`^${reference}: `) }).waitFor();
}

/** The file that a link to a code host’s page for new files asks it to make. */
function fileIn(link: string) {
  const { searchParams } = new URL(link);
  return { path: searchParams.get('filename')!, text: searchParams.get('value')! };
}

const newFile = (on: Page) => on.getByRole('link', { name: 'Open your report on github.com' });

test('an officer comes from an action’s page, corrects a mistake, and the link makes a report that passes check and guard', async () => {
  await visit('/actions/don-2-1-2/', async (on) => {
    await on.getByRole('link', { name: 'Report progress' }).click();
    await isChosen(on, 'DON 2\\.1\\.2');
    expect(await on.locator('#report-actions-2-1-2').innerText()).toContain('In progress');
    expect(await on.locator('#report-actions-2-1-2').innerText()).toContain('September 2022');

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
    await box(on, 'Title of the document or page').fill('Board paper 7');
    await box(on, 'Web address').fill('https://www.example.org/paper-7.pdf');
    const { path, text } = fileIn((await newFile(on).getAttribute('href'))!);
    expect(await lines(on)).toBe(text);
    expect(path).toMatch(/\/doncaster\/reports\/2023-06-don-2-1-2-[a-z]{4}\.yaml$/);
    expect(text).toBe(`reported: June 2023
source:
  title: Board paper 7
  url: https://www.example.org/paper-7.pdf
actions:
  "2.1.2":
    status: complete
    text: "All staff: trained."
`);
    const { problems, lost, register } = checkWith(path, text);
    expect({ problems, lost }).toEqual({ problems: [], lost: [] });
    expect(register.actions.find(({ id }) => id === 'don-2-1-2')).toMatchObject({
      status: 'complete',
    });
  });
});

/** What check and guard say of a copy of the data with one more file, and the register that it makes. */
function checkWith(path: string, text: string) {
  const before = dataFilesIn(join(root, twoPlans));
  const added = { path: path.slice(twoPlans.length + 1), bytes: new TextEncoder().encode(text) };
  expect(before.map((file) => file.path)).not.toContain(added.path);
  const after = checkRecords([...before, added], twoPlans, testDate);
  const earlier = checkRecords(before, twoPlans, testDate).reading;
  const { problems: lost } = changeBetween(earlier, after.reading, 'main');
  return { problems: after.problems, lost, register: linkRegister(after.records!, testDate) };
}

test('several actions, a body without a record and what was not published go into one report', async () => {
  await visit(`${page}?action=don-2-1-2`, async (on) => {
    await isChosen(on, 'DON 2\\.1\\.2');
    await box(on, 'Progress').fill('Nothing has changed for us.');
    await on.getByText('Add another action to this report').click();
    const another = box(on, 'Which other action is this report about?');
    const add = on.getByRole('button', { name: 'Add another action' });
    await another.fill('NAT 1.5');
    await add.click();
    await expect
      .poll(() => on.locator('#report-another-error').textContent())
      .toContain('NAT 1.5 is in a different plan from DON 2.1.2.');
    await another.fill('2.1.3');
    await on.keyboard.press('Enter');
    await isChosen(on, 'DON 2\\.1\\.3');
    await on.locator('#report-actions-2-1-3-text').fill('It has not begun.');
    await box(on, 'Date of the report').fill('June 2023');
    await box(on, 'Who reports').selectOption({ label: 'Somebody who is not in this list' });
    await box(on, 'Name of the body or group').fill('Carers Action Group');
    await box(on, 'It was not published').check();
    await box(on, 'Title of the document or page').fill('A letter');
    await box(on, 'What it is').fill('From the group to the council.');
    expect(await on.locator('#report-opinion').textContent()).toContain('second opinion');
    const { path, text } = fileIn((await newFile(on).getAttribute('href'))!);
    expect(path).toMatch(/2023-06-don-2-1-2-and-1-more-carers-action-group-[a-z]{4}\.yaml$/);
    expect(text).toBe(`reported: June 2023
by:
  name: Carers Action Group
source:
  title: A letter
  not_published: true
  note: From the group to the council.
actions:
  "2.1.2":
    text: Nothing has changed for us.
  "2.1.3":
    text: It has not begun.
`);
    expect(checkWith(path, text)).toMatchObject({ problems: [], lost: [] });
    await on
      .locator('#report-actions-2-1-3')
      .getByRole('button', { name: 'Take this action out of the report' })
      .click();
    expect(await lines(on)).not.toContain('2.1.3');
  });
});

test('an email holds the report, and one that is too long for a link is copied', async () => {
  await visitAlone(
    `${page}?action=don-2-1-2`,
    async (on) => {
      await isChosen(on, 'DON 2\\.1\\.2');
      await box(on, 'Date of the report').fill('June 2023');
      await box(on, 'Progress').fill('All staff are trained.');
      const email = new URL((await on.locator('#report-email').getAttribute('href'))!);
      expect(email.searchParams.get('subject')).toBe('Progress on DON 2.1.2');
      const body = email.searchParams.get('body')!.replaceAll('\r\n', '\n');
      expect(body).toContain('Progress: All staff are trained.');
      expect(body).toContain(await lines(on));
      expect(await on.locator('#report-paste-first').isVisible()).toBe(false);

      // The form is read anew with each line that is filled in, so they are long.
      await box(on, 'Progress').fill(`${'All of it is done.'.repeat(20)}\n\n`.repeat(20));
      expect(fileIn((await newFile(on).getAttribute('href'))!).text).toBeNull();
      expect(await on.locator('#report-paste-first').isVisible()).toBe(true);
      expect(await on.locator('#report-email-paste').isVisible()).toBe(true);
      await on.getByRole('button', { name: 'Copy the report' }).click();
      await expect.poll(() => on.locator('#report-copied').textContent()).toMatch(/^Copied\./);
      expect(await on.evaluate(() => navigator.clipboard.readText())).toBe(await lines(on));
    },
    mayCopy,
  );
});

test('the link holds the longest text that was ever reported', () => {
  const actions = JSON.parse(readFileSync(join(builtSite, 'data/actions.json'), 'utf8')) as {
    ref: string;
    updates: { text: string | null }[];
  }[];
  const addresses = actions.flatMap(({ ref, updates }) =>
    updates.map(({ text }) => {
      const report = { reported: 'June 2023', actions: { [ref]: { text: text ?? '' } } };
      return newFileAddress(
        repositoryOf('https://github.com/example/promised-to-carers'),
        'data/plans/doncaster/reports/2023-06-don-2-1-2-and-1-more-carers-action-group-ghkn.yaml',
        asBlock(report),
      );
    }),
  );
  expect(addresses.length).toBeGreaterThan(50);
  expect(addresses.every(({ filled }) => filled)).toBe(true);
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

test('a number that two plans have is asked about', async () => {
  await visit(page, async (on) => {
    const data = await on.request.get(new URL('/actions/don-2-1-2.json', on.url()).href);
    const twin = { ...((await data.json()) as object), id: 'nat-2-1-2', plan: 'national' };
    await on.route('**/actions/nat-2-1-2.json', (route) => route.fulfill({ json: twin }));
    await on.locator('#report-action').fill('2.1.2');
    await on.keyboard.press('Enter');
    await expect
      .poll(() => on.locator('#report-action-error').textContent())
      .toMatch(
        /^More than one plan has an action “2\.1\.2”\. Write (?=.*NAT 2\.1\.2)(?=.*DON 2\.1\.2)/,
      );
  });
});

test('who asks for an action that is not there is offered the nearest', async () => {
  await visit(page, async (on) => {
    await on.locator('#report-action').fill('NAT 1.5.9');
    await on.keyboard.press('Enter');
    await expect
      .poll(() => on.locator('#report-action-error').textContent())
      .toBe('There is no action “NAT 1.5.9”. Did you mean “NAT 1.5”?');
  });
});

test('a box that nobody was in shows no mistake, and all that is to do is below the form', async () => {
  await visit(`${page}?action=nat-1-5`, async (on) => {
    await isChosen(on, 'NAT 1\\.5');
    await box(on, 'New due date').nth(-1).fill('Spring 2025');
    await on.keyboard.press('Tab');
    expect(await on.locator('#report-actions-1-5-reason-error').textContent()).toBe('');
    const toDo = on.locator('#report-to-do a');
    expect(await toDo.allTextContents()).toEqual([
      expect.stringContaining('gives no reason.'),
      expect.stringContaining('“Date of the report” is missing.'),
    ]);
    await on.getByRole('button', { name: 'Make the report' }).click();
    const reason = 'report-actions-1-5-reason';
    expect(await on.evaluate(() => document.activeElement!.id)).toBe(reason);
    await toDo.last().click();
    expect(await on.evaluate(() => document.activeElement!.id)).toBe('report-reported');
    expect(await on.locator(`#${reason}-error`).textContent()).toContain('gives no reason.');
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

test('the stages of an action, new leads and a merger go into the report too', async () => {
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
      .poll(() => on.locator('#report-actions-1-5-merged_into-error').textContent())
      .toContain('There is no action “nat-4-33” to merge into.');
    await box(on, 'Joined to').fill('nat-4-3');
    await expect.poll(() => lines(on)).toBe(`reported: May 2021
actions:
  "1.5":
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

test('where a browser cannot copy, the report is selected', async () => {
  await visit(`${page}?action=don-2-1-2`, async (on) => {
    await isChosen(on, 'DON 2\\.1\\.2');
    await box(on, 'Date of the report').fill('May 2024');
    await box(on, 'Progress').fill('One.\n\nTwo.');
    await on.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new Error('no')) },
      });
    });
    await on.getByRole('button', { name: 'Copy the report' }).click();
    await expect.poll(() => on.locator('#report-copied').textContent()).toContain('is selected');
    const selected = await on.evaluate(() => String(getSelection()));
    expect(selected.trimEnd()).toBe((await lines(on))!.trimEnd());
  });
});

test('it asks for the action and nothing else, keeps nothing, runs no made-up code, and then works offline', async () => {
  await visitAlone(page, async (on) => {
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
        headers: { ...response.headers(), 'Content-Security-Policy': policyHeader("'self'") },
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
  await visitAlone(
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
    await visitAlone(
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
        await on.getByRole('button', { name: 'Make the report' }).click();
        expect(await on.locator('[aria-invalid]').count()).toBe(5);
        await sound();
        await box(on, 'In progress').check();
        await box(on, 'Lead 1').fill('');
        await box(on, 'New due date').first().fill('');
        await box(on, 'Date of the report').fill('May 2024');
        await on.getByRole('button', { name: 'Copy the report' }).click();
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
