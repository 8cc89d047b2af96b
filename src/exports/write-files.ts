import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ExportFile } from './export-files.ts';
import type { Content } from './whole-files.ts';

/** Pieces are written in lots of about this many characters. */
const lot = 1_000_000;

/** Writes files below a folder, whose folders it makes once. */
export class FileWriter {
  /** The folder. */
  readonly output: string;
  readonly #made = new Set<string>();

  constructor(output: string) {
    this.output = output;
  }

  /** @returns how many bytes it has */
  async make({ path, make }: ExportFile): Promise<number> {
    const content = make();
    // Waiting for each of so many would take longer than making it.
    return this.write(path, content instanceof Promise ? await content : content);
  }

  /** @returns how many bytes it has */
  write(path: string, content: Content): number {
    const file = join(this.output, path);
    const folder = dirname(file);
    if (!this.#made.has(folder)) mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
    return writeContent(file, content);
  }
}

function writeContent(file: string, content: Content): number {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    writeFileSync(file, content);
    return Buffer.byteLength(content);
  }
  const handle = openSync(file, 'w');
  let bytes = 0;
  let waiting = '';
  const write = (text: string) => {
    writeFileSync(handle, text);
    bytes += Buffer.byteLength(text);
  };
  try {
    for (const piece of content) {
      waiting += piece;
      if (waiting.length < lot) continue;
      write(waiting);
      waiting = '';
    }
    write(waiting);
  } finally {
    closeSync(handle);
  }
  return bytes;
}
