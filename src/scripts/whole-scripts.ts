import type { AstroUserConfig } from 'astro';

type Plugin = Extract<
  NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number],
  { name: string }
>;

const mark = 'script=';

/**
 * Bundles the script of each page into one file with everything that it imports. Otherwise, code that
 * two pages share would be in a separate file, and a phone would only learn of it after it has read the
 * first. On a slow line that costs a quarter of a second for each file, for code that few readers need
 * twice.
 */
export function wholeScripts(): Plugin {
  return {
    name: 'whole-scripts',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const script = importer === undefined ? undefined : scriptOf(importer);
      if (script === undefined) return;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (resolved === null || resolved.external || !isFile(resolved.id)) return resolved;
      const later = options.kind === 'dynamic-import';
      return {
        ...resolved,
        id: `${resolved.id}?${mark}${later ? nameOf(resolved.id) : script}`,
      };
    },
    transform(code, id) {
      if (scriptOf(id) === undefined || !/^exports\.\w+ = /m.test(code)) return;
      if (/\brequire\(|\bmodule\.exports\b/.test(code)) return;
      // A package in the older form of modules takes a helper, which would be a file of its own.
      return code
        .replace(/^Object\.defineProperty\(exports, .*$/m, '')
        .replaceAll(/^exports\.(\w+) = /gm, 'export const $1 = ');
    },
  };
}

/** The script that a module is a part of; undefined of what is part of none. */
function scriptOf(id: string): string | undefined {
  const [file = '', query = ''] = id.split('?');
  if (query.startsWith(mark)) return query.slice(mark.length);
  const [, place] = /type=script&index=(\d+)/.exec(query) ?? [];
  return place === undefined ? undefined : `${nameOf(file)}-${place}`;
}

/** `/…/BrowseForm.astro` → `BrowseForm` */
function nameOf(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.\w+$/, '');
}

/** Whether it is the file of a script, and nothing that the bundler makes. */
function isFile(id: string): boolean {
  return !id.startsWith('\0') && /\.m?[jt]s$/.test(id);
}
