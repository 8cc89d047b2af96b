import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtSite } from './built-site.ts';
import { once } from './once.ts';
import { pagesIn, type BuiltPage } from './pages-in.ts';

/** Every page of the site that all tests look at, read once. */
export const builtPages = once(() => pagesIn(builtSite));

/** The scripts that a page of the site runs, as one text: those that it names, and the parts that they load. */
export function scriptOf(page: BuiltPage): string {
  const named = page.root
    .querySelectorAll('script[src]')
    .map((script) => script.getAttribute('src')!.replace(/^.*\//, ''));
  const seen = new Set<string>();
  const parts = (names: readonly string[]): string[] =>
    names.flatMap((name) => {
      if (seen.has(name)) return [];
      seen.add(name);
      const text = readFileSync(join(builtSite, '_astro', name), 'utf8');
      const more = [...text.matchAll(/(?:from|import)\s*\(?["']\.\/([^"']+\.js)["']/g)];
      return [text, ...parts(more.map(([, part]) => part!))];
    });
  return parts(named).join('\n');
}
