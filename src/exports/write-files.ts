import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ExportFile } from './export-files.ts';
import { piecesOf } from './whole-files.ts';

/** Pieces are written in lots of about this many characters. */
const lot = 1_000_000;

/** Writes files below a folder, whose folders it makes once. */
export class FileWriter {
  readonly #output: string;
  readonly #made = new Set<string>();
  written = 0;

  constructor(output: string) {
    this.#output = output;
  }

  /** @returns how many bytes it has */
  async write({ path, make }: ExportFile): Promise<number> {
    const file = join(this.#output, path);
    const folder = dirname(file);
    if (!this.#made.has(folder)) mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
    this.written++;
    const content = make();
    // Waiting for each of so many would take longer than making it.
    return writeContent(file, content instanceof Promise ? await content : content);
  }
}

function writeContent(file: string, content: Parameters<typeof piecesOf>[0]): number {
  if (typeof content === 'string') {
    writeFileSync(file, content);
    return Buffer.byteLength(content);
  }
  const handle = openSync(file, 'w');
  let bytes = 0;
  let waiting = '';
  const write = (piece: string | Uint8Array) => {
    writeFileSync(handle, piece);
    bytes += Buffer.byteLength(piece);
  };
  try {
    for (const piece of piecesOf(content)) {
      if (typeof piece !== 'string') {
        write(piece);
        continue;
      }
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
