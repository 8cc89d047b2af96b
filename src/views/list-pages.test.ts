import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entriesOnAPage, listPages, partsOn, placesOf, rangeOn, titleOn } from './list-pages.ts';

/** Parts with so many numbered entries each. */
function partsWith(sizes: readonly number[]) {
  let next = 0;
  return sizes.map((size, index) => ({
    id: `part-${index}`,
    title: `Part ${index}`,
    entries: Array.from({ length: size }, () => next++),
  }));
}

const sizes = fc.array(fc.integer({ min: 1, max: 3 * entriesOnAPage }), { maxLength: 8 });

test('each entry of a list is on one page, in its order and under its part', () => {
  fc.assert(
    fc.property(sizes, (all) => {
      const parts = partsWith(all);
      const total = all.reduce((sum, size) => sum + size, 0);
      const pages = listPages('/overdue/', total);
      const shown = pages.map((page) => partsOn(parts, page));
      expect(shown.flat().flatMap(({ entries }) => entries)).toEqual(
        parts.flatMap(({ entries }) => entries),
      );
      for (const parts of shown) {
        const entries = parts.reduce((sum, part) => sum + part.entries.length, 0);
        expect(entries).toBeLessThanOrEqual(entriesOnAPage);
      }
    }),
  );
});

test('each part is said to begin on the page that has its first entry', () => {
  fc.assert(
    fc.property(sizes, (all) => {
      const parts = partsWith(all);
      const pages = listPages('/overdue/', parts.flatMap(({ entries }) => entries).length);
      for (const { id, url } of placesOf(parts, pages[0]!)) {
        const page = pages.find((page) => partsOn(parts, page).some((part) => part.id === id));
        expect(url).toBe(page?.url);
      }
    }),
  );
});

test('the first page has the address of the list, and the others one below it', () => {
  const pages = listPages('/statuses/complete/', entriesOnAPage + 1);
  expect(pages.map(({ url }) => url)).toEqual([
    '/statuses/complete/',
    '/statuses/complete/page/2/',
  ]);
  expect(pages.map((page) => titleOn('Complete', page))).toEqual(['Complete', 'Complete, page 2']);
  expect(rangeOn('Promises', pages[1]!)).toBe('Promises 301 to 301 of 301.');
});

test('a list that is short, or empty, has one page and says nothing of pages', () => {
  for (const entries of [0, 1, entriesOnAPage]) {
    const pages = listPages('/gaps/', entries);
    expect(pages).toHaveLength(1);
    expect(rangeOn('Promises', pages[0]!)).toBe('');
  }
});
