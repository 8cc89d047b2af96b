import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { MessagePort } from 'node:worker_threads';

/** A page or another file of Astro’s that is made and has to be written. */
export interface MadePage {
  /** Its file within the built site. */
  file: string;
  content: Uint8Array<ArrayBuffer>;
}

/** What the thread that writes pages is told of them, in this order. */
export type ToldOfPages =
  /** Nobody empties the folder of the site any more. */
  | 'The folder is empty.'
  /** The addresses of all, without the sub-path of the site. */
  | { addresses: readonly string[] }
  /** A few are made. */
  | { made: readonly MadePage[] }
  | 'All pages are made.';

/** Pages that another thread makes, and this one writes. */
export class PagesToCome {
  #all = false;

  /** When files can be written. */
  readonly begun: Promise<void>;
  readonly addresses: Promise<readonly string[]>;
  /** When all are written. */
  readonly written: Promise<void>;

  /**
   * @param port over which the thread is told of them
   * @param write writes one
   */
  constructor(port: MessagePort, write: (page: MadePage) => void) {
    let begin: () => void;
    let know: (addresses: readonly string[]) => void;
    let end: () => void;
    this.begun = new Promise((resolve) => (begin = resolve));
    this.addresses = new Promise((resolve) => (know = resolve));
    this.written = new Promise((resolve) => (end = resolve));
    port.on('message', (told: ToldOfPages) => {
      if (told === 'The folder is empty.') return begin();
      if (told === 'All pages are made.') {
        this.#all = true;
        return end();
      }
      if ('addresses' in told) return know(told.addresses);
      for (const page of told.made) {
        write(page);
        // Its memory is free at once, where it would be only when this thread clears up.
        page.content.buffer.transfer(0);
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
