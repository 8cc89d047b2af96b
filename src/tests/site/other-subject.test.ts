import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { climateFolder } from '../fixtures/folders.ts';
import { climateBase, climateSite } from './climate-site.ts';
import { internalLinks, isBuilt, pagesIn, type BuiltPage } from './pages-in.ts';
import { namesOfFormerOwner } from './former-owner.ts';
import { htmlFaults } from './html-faults.ts';

let site: string;
let pages: readonly BuiltPage[];
const page = (address: string) => pages.find((one) => one.address === climateBase + address)!;
/** Whether a path, as pages link to it, leads to a file. */
const leads = (path: string) =>
  path.startsWith(`${climateBase}/`) && isBuilt(path.slice(climateBase.length), site);
/** The text of a page with each run of white space as one space. */
const textOf = (address: string) => page(address).root.textContent.replaceAll(/\s+/g, ' ');

beforeAll(async () => {
  site = await climateSite();
  pages = pagesIn(site, climateBase);
}, 300_000);

describe('a site about the climate', () => {
  test('no file of it speaks of carers, of the places of our plans or of their promises', () => {
    expect(namesOfFormerOwner(site)).toEqual([]);
  });

  test('it has actions for residents, not promises to carers', () => {
    expect(textOf('/')).toContain('Is Anytown getting cooler?');
    expect(textOf('/')).toContain('3 actions in 1 plan');
    expect(textOf('/plans/climate-2025/')).toContain(
      'The plan does not call any of these 3 actions complete.',
    );
    expect(textOf('/search/')).toContain('This site lists actions, not services.');
    const ours = pages
      .filter(({ address }) => !address.startsWith(`${climateBase}/guide/`))
      .filter(({ root }) => /\bpromise[sd]?\b/i.test(root.textContent))
      .map(({ address }) => address);
    expect(ours).toEqual([]);
    // Words from the site’s record are not run together with those around them.
    const joined = pages
      .filter(({ address }) => address !== `${climateBase}/guide/data/`)
      .flatMap(
        ({ address, root }) =>
          /\b(?:actions[a-z]|residents[a-z]|action[a-rt-z])|[a-z](?:actions?|residents)\b/
            .exec(root.querySelector('main')?.textContent ?? '')?.[0]
            .concat(` on ${address}`) ?? [],
      );
    expect(joined).toEqual([]);
  });

  test('its links, its own pages and its icon are there, and pages that it does without are not', () => {
    const header = page('/').root.querySelector('header')!.textContent;
    expect(header).toContain('Town council');
    expect(header).toContain('How we chose these actions');
    expect(textOf('/')).toContain('Climate news');
    expect(textOf('/pages/how-we-chose/')).toContain('COOL 1.1: Run buses every ten minutes');
    expect(textOf('/pages/how-we-chose/')).toContain('climate@anytown.example');
    expect(textOf('/guide/privacy/')).toContain('We keep nothing about you.');
    expect(textOf('/guide/')).toContain('What the town council keeps about you');
    expect(textOf('/guide/')).not.toContain('Use it for your own plan');
    expect(leads(`${climateBase}/guide/adopting/`)).toBe(false);
    expect(readFileSync(join(site, 'favicon.svg'), 'utf8')).toBe(
      readFileSync(join(climateFolder, 'icon.svg'), 'utf8'),
    );
  });

  test('its accessibility statement and its page about itself have its own facts', () => {
    const statement = textOf('/guide/accessibility/');
    expect(statement).toContain('prepared on 3 March 2026');
    expect(statement).toContain('access@anytown.example');
    expect(statement).toContain('Two residents who use a screen reader');
    const about = textOf('/guide/about/');
    expect(about).toContain('The town wants to emit no more carbon');
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(about).toContain(`version ${version}`);
  });

  test('every link leads somewhere, and its pages are valid HTML', async () => {
    const broken = pages.flatMap((one) =>
      internalLinks(one)
        .filter(({ path }) => !leads(path))
        .map(({ path }) => `${one.address} → ${path}`),
    );
    expect(broken).toEqual([]);
    for (const address of [
      '/',
      '/pages/how-we-chose/',
      '/guide/accessibility/',
      '/guide/privacy/',
    ]) {
      expect(
        await htmlFaults(readFileSync(join(site, address, 'index.html'), 'utf8')),
        address,
      ).toEqual([]);
    }
  });
});
