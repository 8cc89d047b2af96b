import { expect, test } from 'vitest';
import { XMLParser } from 'fast-xml-parser';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtSite } from './built-site.ts';
import { builtPages } from './built-pages.ts';

const followed = builtPages().filter(({ address }) =>
  /^\/(?:actions|outcomes|topics|leads|plans)\/(?!page\/)[^/]+\/$/.test(address),
);

test('every page of an action, outcome, topic, lead and plan says how to follow it', () => {
  const kinds = new Set(followed.map(({ address }) => address.split('/')[1]));
  expect(kinds).toEqual(new Set(['actions', 'outcomes', 'topics', 'leads', 'plans']));
  for (const { address, root } of followed) {
    const blocks = root.querySelectorAll('.follow');
    expect(blocks, address).toHaveLength(1);
    const links = blocks[0]!.querySelectorAll('a').map((link) => link.getAttribute('href')!);
    const file = address.slice(0, -1);
    expect(links, address).toContain(`${file}.atom`);
    const calendar = links.find((link) => link.startsWith('webcal://'))!;
    expect(new URL(calendar).pathname, address).toBe(`${file}.ics`);
    expect(readFileSync(join(builtSite, `${file}.ics`), 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n/);
    // The address to give to a service is the one by which the feed knows itself.
    const feed = new XMLParser().parse(readFileSync(join(builtSite, `${file}.atom`), 'utf8'), true);
    expect(blocks[0]!.querySelector('.address')!.text.trim(), address).toBe(feed.feed.id);
  }
});
