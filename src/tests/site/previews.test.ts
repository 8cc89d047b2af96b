import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { statuses } from '../../domain/status.ts';
import { builtSite } from './built-site.ts';
import { builtPages } from './built-pages.ts';
import { isBuilt, type BuiltPage } from './pages-in.ts';

const pages = builtPages().filter(
  ({ address }) => address !== '/404.html' && !address.startsWith('/embed/'),
);

const told = (page: BuiltPage, property: string) =>
  page.root.querySelector(`meta[property="og:${property}"]`)?.getAttribute('content') ?? '';

describe('what chats show beside a link', () => {
  test('is there for every page, and names the page’s own address', () => {
    for (const page of pages) {
      expect(told(page, 'title').length, page.address).toBeGreaterThan(0);
      expect(told(page, 'title').length, page.address).toBeLessThanOrEqual(65);
      expect(told(page, 'description'), page.address).not.toBe('');
      expect(new URL(told(page, 'url')).pathname, page.address).toBe(page.address);
      expect(told(page, 'image:alt'), page.address).not.toBe('');
      expect(isBuilt(new URL(told(page, 'image')).pathname, builtSite), page.address).toBe(true);
    }
  });

  test('of an action begins with the action, says who leads and when, and tells no status', () => {
    const actions = pages.filter(({ address }) => /^\/actions\/[^/]+\/$/.test(address));
    expect(actions.length).toBeGreaterThan(100);
    for (const page of actions) {
      const [code, number] = page.address.split('/')[2]!.split(/-(.*)/s) as [string, string];
      const spoken = `${code.toUpperCase()} ${number.replaceAll('-', '.')}`;
      expect(told(page, 'title').startsWith(`${spoken}: `), page.address).toBe(true);
      expect(told(page, 'description')).toMatch(
        /^(Due .+|Ongoing, with no end date|No date given)\. (Led by .+|No lead named)\. /,
      );
      for (const { label } of statuses) {
        expect(told(page, 'description'), page.address).not.toContain(`${label},`);
        expect(told(page, 'description'), page.address).not.toContain(`${label}.`);
      }
    }
  });

  test('comes with a picture of the size that they ask for, light enough for all of them', async () => {
    const pictures = new Set(pages.map((page) => new URL(told(page, 'image')).pathname));
    expect(pictures.size).toBe(3);
    for (const picture of pictures) {
      const bytes = readFileSync(join(builtSite, picture));
      expect(bytes.length, picture).toBeLessThan(300 * 1024);
      const { format, width, height } = await sharp(bytes).metadata();
      expect({ format, width, height }).toEqual({ format: 'png', width: 1200, height: 630 });
    }
  });
});

describe('what search engines read', () => {
  interface Thing {
    '@context': string;
    '@type': string;
    [name: string]: unknown;
  }
  const things = (page: BuiltPage) =>
    page.root
      .querySelectorAll('script[type="application/ld+json"]')
      .map((script) => JSON.parse(script.text) as Thing);
  const whole = (value: unknown) =>
    typeof value === 'string' &&
    isBuilt(new URL(value).pathname, builtSite) &&
    value.startsWith('https://');

  test('on every page with breadcrumbs is the same way, step by step, to the page itself', () => {
    const withTrail = pages.filter(({ root }) => root.querySelector('.govuk-breadcrumbs') !== null);
    expect(withTrail.length).toBeGreaterThan(200);
    for (const page of withTrail) {
      const list = things(page).find((thing) => thing['@type'] === 'BreadcrumbList')!;
      expect(list['@context']).toBe('https://schema.org');
      const steps = list['itemListElement'] as Thing[];
      const shown = page.root
        .querySelectorAll('.govuk-breadcrumbs__link')
        .map((link) => link.text.trim());
      expect(steps.map((step) => step['position'])).toEqual(steps.map((_, index) => index + 1));
      expect(steps.slice(0, -1).map((step) => step['name'])).toEqual(
        // In mark-up, “’” and its like may be written as codes.
        shown.map((text) => text.replaceAll('&amp;', '&').replaceAll('&#39;', "'")),
      );
      expect(new URL(String(steps.at(-1)!['item'])).pathname).toBe(page.address);
      for (const step of steps) {
        expect(step['@type']).toBe('ListItem');
        expect(whole(step['item']), String(step['item'])).toBe(true);
      }
    }
  });

  test('on the page about the data is a data set with its files', () => {
    const page = pages.find(({ address }) => address === '/guide/data/')!;
    const set = things(page).find((thing) => thing['@type'] === 'Dataset')!;
    // https://developers.google.com/search/docs/appearance/structured-data/dataset
    expect(String(set['description']).length).toBeGreaterThanOrEqual(50);
    expect(String(set['description']).length).toBeLessThanOrEqual(5000);
    expect(set['name']).toBeTruthy();
    expect(whole(set['url'])).toBe(true);
    const files = set['distribution'] as Thing[];
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      expect(file['@type']).toBe('DataDownload');
      expect(file['encodingFormat']).toMatch(/^[a-z]+\/[a-z.-]+$/);
      expect(whole(file['contentUrl']), String(file['contentUrl'])).toBe(true);
    }
  });
});
