import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { siteDate } from '../domain/site-date.ts';
import { guidePageSchema } from './guide-page.ts';

const file = readFileSync(new URL('accessibility.mdx', import.meta.url), 'utf8');
const [, head, text] = /^---\n(.*?)\n---\n(.*)$/s.exec(file)!;
const { prepared, reviewed } = guidePageSchema.parse(parse(head!));

/** The same day one year later, as an ISO day. */
const yearAfter = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

test('the accessibility statement was reviewed within the last year', () => {
  const today = siteDate(process.env);
  expect(reviewed).toBeDefined();
  expect(
    today <= yearAfter(reviewed!),
    `The accessibility statement was last reviewed on ${reviewed!}, more than a year before ${today}. Test the site again, change the statement where it is no longer true, and set “reviewed” in src/guide/accessibility.mdx.`,
  ).toBe(true);
});

test('the statement was not reviewed before it was prepared', () => {
  expect(prepared! <= reviewed!).toBe(true);
});

test('the dates that readers see are those at the head of the file', () => {
  expect(text).toContain('prepared on {dayInWords(frontmatter.prepared)}');
  expect(text).toMatch(/last reviewed on(\{' '\})?\s+\{dayInWords\(frontmatter\.reviewed\)\}/);
  expect(text).toMatch(/last tested on(\{' '\})?\s+\{dayInWords\(frontmatter\.reviewed\)\}/);
  expect(text).not.toMatch(/\b\d{1,2} [A-Z][a-z]+ \d{4}\b/);
});
