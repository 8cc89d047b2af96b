import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { MessagePort } from 'node:worker_threads';

/** What a thread is told once every page of a build is there. */
export const allPagesAreThere = 'All pages are there.';

/** Pages that are being made by another thread. */
export class PagesToCome {
  #all = false;

  /** @param port over which the thread is told when all are there */
  constructor(port: MessagePort) {
    port.on('message', (message) => {
      this.#all ||= message === allPagesAreThere;
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
