import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * Work that goes on in a thread of its own, which tells of each step in one message. What it fails
 * with is told to whoever waits for a step.
 */
export class Thread {
  readonly #worker: Worker;
  readonly #failed: Promise<never>;

  /**
   * @param module what runs there
   * @param task what it is given, as `workerData`
   */
  constructor(module: URL, task: unknown) {
    this.#worker = new Worker(module, { workerData: task, execArgv: [] });
    // Where the rest of a build fails, nobody waits for the thread any more.
    this.#worker.unref();
    this.#failed = new Promise((_resolve, reject) => {
      this.#worker.once('error', reject);
      this.#worker.once('exit', () => reject(new Error(`${module.href} ended before its work.`)));
    });
    this.#failed.catch(() => undefined);
  }

  /** What it tells next. Asked for before it can be told; the program does not end until it is. */
  async next<Told>(): Promise<Told> {
    this.#worker.ref();
    try {
      const [told] = (await Promise.race([once(this.#worker, 'message'), this.#failed])) as [Told];
      return told;
    } finally {
      this.#worker.unref();
    }
  }

  tell(message: unknown): void {
    this.#worker.postMessage(message);
  }
}
