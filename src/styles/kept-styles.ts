import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroUserConfig } from 'astro';
import type { CustomFunction, Value } from 'sass';
import { keptOr } from '../files/kept.ts';

type Plugin = Extract<
  NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number],
  { name: string }
>;

/** The functions that our style sheets may call, by their form in Sass. */
export type StyleFunctions = Record<string, CustomFunction<'async'>>;

/**
 * The colours of the site for style sheets. Sass takes a second to load, so only those load it who
 * have something to make.
 *
 * @param colourFor the colour of a scheme, `light` or `dark`
 */
export function brandFunctions(colourFor: (scheme: string) => string): StyleFunctions {
  return {
    'brand-colour($scheme)': async ([scheme]: Value[]) => {
      const { SassString } = await import('sass');
      return new SassString(colourFor(scheme!.assertString().text), { quotes: false });
    },
  };
}

/**
 * Makes CSS of our Sass in a build, and keeps it for the next one. Only what a style sheet is made of
 * changes it: all of ours, the colours of the site, and the packages that are there.
 *
 * @param functions what style sheets may call
 * @param colours what those functions answer
 */
export function keptStyles(functions: StyleFunctions, colours: readonly string[]): Plugin {
  /** The Sass that stands behind the name of a CSS file, which is not on the disk. */
  const sources = new Map<string, string>();
  let ours: string[] | undefined;
  return {
    name: 'kept-styles',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer) {
      // Vite asks again for what a page wants only the address of.
      if (sources.has(apart(source)[0])) return source;
      if (!/\.scss(?:\?|$)/.test(source)) return;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      if (resolved === null) return;
      const [file, query] = apart(resolved.id);
      const css = file.replace(/\.scss$/, '.css');
      sources.set(css, file);
      return css + query;
    },
    async load(id) {
      const [css, query] = apart(id);
      const file = sources.get(css);
      if (file === undefined || /[?&]url\b/.test(query)) return;
      ours ??= allSass();
      const made = await keptOr('styles.css', [file, ...colours, ...ours], async () => {
        const { compileAsync } = await import('sass');
        const { css: text } = await compileAsync(file, { functions, loadPaths: ['node_modules'] });
        return Buffer.from(text);
      });
      return Buffer.from(made).toString('utf8');
    },
  };
}

/** The path and the query of what Vite calls a module. */
function apart(id: string): [path: string, query: string] {
  const [path = ''] = id.split('?', 1);
  return [path, id.slice(path.length)];
}

/** The path and the text of each of our files in Sass. */
function allSass(): string[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.scss'))
    .sort()
    .flatMap((path) => [path, readFileSync(join('src', path), 'utf8')]);
}
