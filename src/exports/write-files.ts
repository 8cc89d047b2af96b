import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ExportFile } from './export-files.ts';

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
    const made = make();
    // Waiting for each of so many would take longer than making it.
    const content = made instanceof Promise ? await made : made;
    if (typeof content === 'string' || content instanceof Uint8Array) {
      return this.write(path, content);
    }
    return writePieces(this.#place(path), content);
  }

  /** @returns how many bytes it has */
  write(path: string, content: string | Uint8Array): number {
    writeFileSync(this.#place(path), content);
    return Buffer.byteLength(content);
  }

  #place(path: string): string {
    const file = join(this.output, path);
    const folder = dirname(file);
    if (!this.#made.has(folder)) mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
    return file;
  }
}

async function writePieces(
  file: string,
  pieces: Iterable<string> | AsyncIterable<Uint8Array>,
): Promise<number> {
  const handle = openSync(file, 'w');
  let bytes = 0;
  let waiting = '';
  const write = (piece: string | Uint8Array) => {
    writeFileSync(handle, piece);
    bytes += Buffer.byteLength(piece);
  };
  try {
    for await (const piece of pieces) {
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
