import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { MessagePort } from 'node:worker_threads';

/** A page or another file of Astro’s that is made and has to be written. */
export interface MadePage {
  /** Its file within the built site. */
  file: string;
  content: Uint8Array<ArrayBuffer>;
}

/** Where a site goes that is being built. */
export interface Destination {
  /** The folder of the built site. */
  output: string;
  /** Where the site is published, with any sub-path and a slash at the end. */
  site: string;
}

/** What the thread that writes pages is told of them, in this order. */
export type ToldOfPages =
  /** Nobody empties this folder any more. */
  | { begin: Destination }
  /** The addresses of all, without the sub-path of the site. */
  | { addresses: readonly string[] }
  /** A few are made. */
  | { made: readonly MadePage[] }
  | 'All pages are made.';

/** Pages that another thread makes, and this one writes. */
export class PagesToCome {
  #all = false;

  /** Where files can be written, from when they can. */
  readonly begun: Promise<Destination>;
  readonly addresses: Promise<readonly string[]>;
  /** When all are written. */
  readonly written: Promise<void>;

  /**
   * @param port over which the thread is told of them
   * @param writerIn makes what writes them into the folder of the built site
   */
  constructor(
    port: MessagePort,
    writerIn: (output: string) => { write: (file: string, content: Uint8Array) => void },
  ) {
    let writer: ReturnType<typeof writerIn>;
    let begin: (destination: Destination) => void;
    let know: (addresses: readonly string[]) => void;
    let end: () => void;
    this.begun = new Promise((resolve) => (begin = resolve));
    this.addresses = new Promise((resolve) => (know = resolve));
    this.written = new Promise((resolve) => (end = resolve));
    port.on('message', (told: ToldOfPages) => {
      if (told === 'All pages are made.') {
        this.#all = true;
        return end();
      }
      if ('begin' in told) {
        writer = writerIn(told.begin.output);
        return begin(told.begin);
      }
      if ('addresses' in told) return know(told.addresses);
      for (const { file, content } of told.made) {
        writer.write(file, content);
        // Its memory is free at once, where it would be only when this thread clears up.
        content.buffer.transfer(0);
      }
    });
  }

  /**
   * The whole of a page, once it is there.
   *
   * @throws if all pages are there, and it is not
   */
  async whole(file: string): Promise<string> {
    for (;;) {
      const all = this.#all;
      const html = existsSync(file) ? readFileSync(file, 'utf8') : '';
      if (html.trimEnd().endsWith('</html>')) return html;
      if (all) throw new Error(`The build made no whole page at ${file}`);
      await wait(100);
    }
  }
}
