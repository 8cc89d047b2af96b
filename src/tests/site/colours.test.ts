import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { formatHex, wcagContrast } from 'culori';
import { describe, expect, test } from 'vitest';
import { grounds, type Scheme } from '../../domain/brand.ts';
import { builtSite } from './build-site.ts';

const folder = join(builtSite, '_astro');
const css = readdirSync(folder)
  .filter((name) => name.endsWith('.css'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

/** The custom properties of each scheme, from the built styles: dark ones replace light ones. */
function schemes() {
  const rootRules = [
    ...css.matchAll(/(@media[^{]*prefers-color-scheme: ?dark[^{]*\{)?\s*:root\s*\{([^}]*)\}/g),
  ];
  const read = (text: string) =>
    Object.fromEntries(
      [...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,8})/g)].map(([, name, value]) => [
        name!,
        value!,
      ]),
    );
  const light = Object.assign(
    {},
    ...rootRules.filter(([, dark]) => !dark).map(([, , text]) => read(text!)),
  ) as Record<string, string>;
  const dark = Object.assign(
    {},
    light,
    ...rootRules.filter(([, dark]) => dark).map(([, , text]) => read(text!)),
  ) as Record<string, string>;
  return { light, dark };
}

const texts = ['ink', 'soft', 'brand', 'complete', 'progress', 'unreported', 'passed'];

describe.each(Object.entries(schemes()))('in the %s scheme', (name, colours) => {
  test('paper and card are those that a site’s own colour is checked on', () => {
    expect([colours['paper'], colours['card']].map((colour) => formatHex(colour))).toEqual(
      grounds[name as Scheme],
    );
  });

  test.each(texts)('%s is dark or light enough to read on paper and card', (text) => {
    expect(colours[text]).toBeDefined();
    for (const ground of ['paper', 'card']) {
      // WCAG 2.2, success criterion 1.4.3; marks need only 3:1 (1.4.11) and so are covered too.
      expect(wcagContrast(colours[text]!, colours[ground]!), ground).toBeGreaterThanOrEqual(4.5);
    }
  });
});

test('the two schemes are two', () => {
  const { light, dark } = schemes();
  expect(dark['paper']).not.toBe(light['paper']);
});
