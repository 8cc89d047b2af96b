import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

/**
 * A script of the built site with all that it imports, as one that is no module.
 *
 * @param file the script
 * @param address the path at which the published site has it
 */
export async function classicScript(file: string, address: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    logLevel: 'error',
    define: { 'import.meta.url': JSON.stringify(address) },
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
