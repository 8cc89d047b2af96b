import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { formatHex, wcagContrast } from 'culori';
import { describe, expect, test } from 'vitest';
import { grounds, schemes as brandSchemes } from '../../domain/brand.ts';
import { builtSite } from './built-site.ts';
import { builtPages } from './built-pages.ts';

const folder = join(builtSite, '_astro');
const css = readdirSync(folder)
  .filter((name) => name.endsWith('.css'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

/** The custom properties of each scheme and of paper, from the built styles: what a medium sets goes before. */
function schemes() {
  const rules = [...css.matchAll(/(@media[^{]*\{)?\s*:root\s*\{([^}]*)\}/g)];
  const setBy = (inMedium: (medium: string) => boolean) =>
    Object.fromEntries(
      rules
        .filter(([, medium = '']) => inMedium(medium))
        .flatMap(([, , text]) => [...text!.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,8})/g)])
        .map(([, name, value]) => [name!, value!]),
    );
  const light = setBy((medium) => medium === '');
  return {
    light,
    dark: { ...light, ...setBy((medium) => /prefers-color-scheme: ?dark/.test(medium)) },
    print: { ...light, ...setBy((medium) => /@media print/.test(medium)) },
  };
}

const texts = ['ink', 'soft', 'brand', 'complete', 'progress', 'unreported', 'passed'];

describe.each(Object.entries(schemes()))('in the %s scheme', (_name, colours) => {
  test.each(texts)('%s is dark or light enough to read on paper and card', (text) => {
    expect(colours[text]).toBeDefined();
    for (const ground of ['paper', 'card']) {
      // WCAG 2.2, success criterion 1.4.3; marks need only 3:1 (1.4.11) and so are covered too.
      expect(wcagContrast(colours[text]!, colours[ground]!), ground).toBeGreaterThanOrEqual(4.5);
    }
  });
});

test.each(brandSchemes)(
  'in the %s scheme, paper and card are those that a site’s own colour is checked on',
  (scheme) => {
    const { paper, card } = schemes()[scheme];
    expect([formatHex(paper), formatHex(card)]).toEqual(grounds[scheme]);
  },
);

test('the two schemes are two', () => {
  const { light, dark } = schemes();
  expect(dark['paper']).not.toBe(light['paper']);
});

test('a dark scheme sets colours and nothing else, in styles and nowhere else', () => {
  const blocks = [
    ...css.matchAll(/@media[^{]*prefers-color-scheme: ?dark[^{]*\{([^{}]*\{[^{}]*\})\s*\}/g),
  ];
  expect(blocks.length).toBe(css.match(/prefers-color-scheme: ?dark/g)!.length);
  expect(blocks.length).toBeGreaterThan(0);
  for (const [, block] of blocks) {
    expect(block).toMatch(/^\s*:root\s*\{(?:\s*--[\w-]+:\s*#[0-9a-f]{3,8};?)*\s*\}$/);
  }
  for (const { address, html } of builtPages()) {
    const elsewhere = html.replaceAll(/<meta[^>]*name="theme-color"[^>]*>/g, '');
    expect(elsewhere.includes('prefers-color-scheme'), address).toBe(false);
  }
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(0);
  for (const name of scripts) {
    expect(readFileSync(join(folder, name), 'utf8')).not.toContain('prefers-color-scheme');
  }
});
