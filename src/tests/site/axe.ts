import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axeCore from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** WCAG 2.0 to 2.2, levels A and AA, and what axe holds for good practice beside them. */
const all = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** All of them that look at colours. */
const colours = ['color-contrast', 'link-in-text-block'];

const rules = {
  all: { runOnly: { type: 'tag', values: all }, atLeast: 10 },
  colours: { runOnly: { type: 'rule', values: colours }, atLeast: 0 },
} as const;

declare const axe: typeof axeCore;

/** The script that a page needs for it. */
export const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const axeScript = readFileSync(axeFile, 'utf8');

/** What axe makes of a page as it is now. */
async function results(page: Page, { type, values }: { type: 'tag' | 'rule'; values: string[] }) {
  // The policy of the page lets no script in that is added to it.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axeScript);
  return page.evaluate(
    (runOnly) => axe.run(document, { runOnly, preload: false, resultTypes: ['violations'] }),
    { type, values },
  );
}

/**
 * What axe finds on a page as it is now: the page’s path, the rule and the element.
 *
 * @param which all rules, or those that look at colours
 */
export async function axeFindings(
  page: Page,
  which: keyof typeof rules = 'all',
): Promise<string[]> {
  const { runOnly, atLeast } = rules[which];
  const { violations, passes } = await results(page, {
    type: runOnly.type,
    values: [...runOnly.values],
  });
  expect(passes.length).toBeGreaterThan(atLeast);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${new URL(page.url()).pathname} ${id}: ${target.join(' ')}`),
  );
}

/** The names of all rules that are asked for. */
export async function rulesInUse(page: Page): Promise<string[]> {
  const { violations, passes, incomplete, inapplicable } = await results(page, {
    type: 'tag',
    values: all,
  });
  return [violations, passes, incomplete, inapplicable].flat().map(({ id }) => id);
}

/** Whether a rule, by itself, is broken on a page as it is now. */
export async function isBroken(page: Page, rule: string): Promise<boolean> {
  return (await results(page, { type: 'rule', values: [rule] })).violations.length > 0;
}
