import { expect, test } from 'vitest';
import { inGuideOrder } from './guide-order.ts';

const page = (id: string, order: number) => ({ id, order });

test('pages are in the order that they give, and those with the same by their names, however they come', () => {
  const pages = [page('dates', 2), page('about', 3), page('editing', 2), page('adopting', 1)];
  const ordered = ['adopting', 'dates', 'editing', 'about'];
  expect(inGuideOrder(pages).map(({ id }) => id)).toEqual(ordered);
  expect(inGuideOrder(pages.toReversed()).map(({ id }) => id)).toEqual(ordered);
});
