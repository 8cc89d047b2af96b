import { build, type Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * A script of the built site with all that it imports, as one that is no module. What it imports by
 * an address that it works out, it is given by `importFromDisk`.
 *
 * @param file the script
 * @param address the path at which the published site has it
 * @param name what to call what it exports, as an expression
 */
export async function classicScript(file: string, address: string, name?: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    logLevel: 'error',
    ...(name !== undefined && { globalName: name }),
    define: { 'import.meta.url': JSON.stringify(address) },
    plugins: [importFromDisk],
  });
  return outputFiles[0]!.text;
}

/** The script that comes first on each page. */
export function helperScript(): Promise<string> {
  return classicScript(fileURLToPath(new URL('from-disk.ts', import.meta.url)), '');
}

/** A script that hands over what is in a file. */
export function scriptOfFile(path: string, bytes: Uint8Array): string {
  const isText = /\.(?:csv|html|json|xml)$/.test(path);
  const coding = isText ? 'text' : 'base64';
  const content = Buffer.from(bytes).toString(isText ? 'utf8' : 'base64');
  return `fileOfPreview(${JSON.stringify(path)},${JSON.stringify(content)},"${coding}")`;
}

/** A script that hands over what a module of the site exports. */
export function scriptOfModule(site: string, path: string, base: string): Promise<string> {
  return classicScript(join(site, path), base + path, `modulesOfPreview[${JSON.stringify(path)}]`);
}

const importFromDisk: Plugin = {
  name: 'import-from-disk',
  setup({ onLoad }) {
    onLoad({ filter: /\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      // A name in quotation marks is known now and becomes part of the script.
      return { contents: text.replaceAll(/\bimport\((?!["'`])/g, 'importFromDisk('), loader: 'js' };
    });
  },
};
