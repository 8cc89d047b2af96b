import { expect, test } from 'vitest';
import { siteDate } from './site-date.ts';

test('the day is the one that SITE_DATE gives', () => {
  expect(siteDate({ SITE_DATE: '2026-11-22' })).toBe('2026-11-22');
});

test('or else today in the United Kingdom, summer time included', () => {
  expect(siteDate({}, new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01');
});

test.each([
  '22/11/2026',
  '2026-13-01',
  '2026-02-31',
  '2023-02-29',
  '2026-00-10',
  '9999-12-31',
  '0000-01-01',
  'today',
])('SITE_DATE “%s” is refused', (text) => {
  expect(() => siteDate({ SITE_DATE: text })).toThrow(`SITE_DATE is “${text}”`);
});
