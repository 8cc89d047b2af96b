import { parse } from 'node-html-parser';
import { expect, test } from 'vitest';
import { axeFile, axeFindings, isBroken, rulesInUse } from './axe.ts';
import { faults, rulesThatAsk } from './axe-faults.ts';
import { useBrowser } from './browser.ts';
import { builtPages } from './built-pages.ts';
import { pagesForAllParts, partsOf } from './parts-of-page.ts';

/*
 * Axe looks at pages that have all parts between them, as it would say nothing new of the others:
 * that takes a third of the time. EVERY_PAGE=1 has it look at every page.
 */

const { showAll } = useBrowser();
const { chosen, parts } = pagesForAllParts(builtPages());
const others = builtPages().filter((page) => !chosen.includes(page));

test('axe finds nothing in the mark-up of any page', { timeout: 600_000 }, async () => {
  const pages = process.env['EVERY_PAGE'] === undefined ? chosen : builtPages();
  const addresses = pages.map(({ address }) => address);
  const found = await showAll(addresses, (page) => axeFindings(page), axeFile);
  expect(found.length).toBe(addresses.length);
  expect(found.flat()).toEqual([]);
});

test('a fault on any other page makes it one to look at, and is found there, whatever rule it breaks', async () => {
  const ordinary = others.filter(({ address }) => !address.startsWith('/embed/'));
  const planted = Object.entries(faults).map(([rule, fault], index) => {
    const { address } = ordinary[(index * 7) % ordinary.length]!;
    return { rule, fault, address };
  });
  const found = await showAll(
    planted.map(({ address }) => address),
    async (page, index) => {
      const { rule, fault } = planted[index]!;
      const isNew = async () => {
        const html = await page.evaluate(() => document.documentElement.outerHTML);
        const own = partsOf(parse(`<!doctype html>${html}`));
        return [...own].some((part) => !parts.has(part));
      };
      const before = await isNew();
      if (typeof fault === 'function') await page.evaluate(fault);
      else {
        await page.evaluate((markup) => {
          document.querySelector('main')!.insertAdjacentHTML('beforeend', markup);
        }, fault);
      }
      return { rule, before, after: await isNew(), broken: await isBroken(page, rule) };
    },
    axeFile,
  );
  expect(found).toEqual(
    planted.map(({ rule }) => ({
      rule,
      before: false,
      after: true,
      broken: !rulesThatAsk.has(rule),
    })),
  );
});

test('there is a fault for each rule that is asked for', async () => {
  const [rules] = await showAll(['/404.html'], rulesInUse, axeFile);
  expect(Object.keys(faults).toSorted()).toEqual(rules!.toSorted());
});
