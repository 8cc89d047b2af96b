import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { MessagePort } from 'node:worker_threads';

/** What a thread is told once files can be written beside the pages: nobody empties the folder any more. */
export const folderIsEmpty = 'The folder is empty.';

/** What a thread is told once every page of a build is there. */
export const allPagesAreThere = 'All pages are there.';

/** Pages that are being made by another thread. */
export class PagesToCome {
  #all = false;

  /** When files can be written beside the pages. */
  readonly begun: Promise<void>;

  /** The addresses of all, without the sub-path of the site, from when the first is to be made. */
  readonly addresses: Promise<string[]>;

  /** @param port over which the thread is told of them: `folderIsEmpty`, addresses, `allPagesAreThere` */
  constructor(port: MessagePort) {
    let begin: () => void;
    let know: (addresses: string[]) => void;
    this.begun = new Promise((resolve) => (begin = resolve));
    this.addresses = new Promise((resolve) => (know = resolve));
    port.on('message', (told: string | string[]) => {
      if (typeof told !== 'string') know(told);
      else if (told === folderIsEmpty) begin();
      else this.#all ||= told === allPagesAreThere;
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
