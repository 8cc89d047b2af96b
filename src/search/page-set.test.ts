import { expect, test } from 'vitest';
import { PageSet } from './page-set.ts';

test('holds each page once, from whichever list it came', () => {
  const pages = PageSet.of([7, 2, 7], Int32Array.of(0, 2));
  expect(pages.size).toBe(3);
  expect([0, 1, 2, 7, 8, 1000].filter((page) => pages.has(page))).toEqual([0, 2, 7]);
});

test('together, sets hold what any of them does', () => {
  const [one, other] = [PageSet.of([1, 4]), PageSet.of([4, 9])];
  const both = PageSet.union([one, PageSet.of(), other, one]);
  expect(both.size).toBe(3);
  expect([1, 4, 9].every((page) => both.has(page))).toBe(true);
  expect(PageSet.union([PageSet.of(), one, one])).toBe(one);
  expect(PageSet.union([]).size).toBe(0);
});

test('are equal where they have the same pages, however they were made', () => {
  expect(PageSet.union([PageSet.of([3]), PageSet.of([5])]).equals(PageSet.of([5, 3]))).toBe(true);
  expect(PageSet.of([3]).equals(PageSet.of([5]))).toBe(false);
  expect(PageSet.of([3]).equals(PageSet.of([3, 5]))).toBe(false);
});
