import { Worker } from 'node:worker_threads';

/**
 * Work that goes on in a thread of its own, which tells of each step in one message. What it fails
 * with is told to whoever waits for a step.
 */
export class Thread {
  readonly #worker: Worker;
  readonly #failed: Promise<never>;
  /** What it told and nobody has asked for yet. */
  readonly #told: unknown[] = [];
  readonly #waiting: ((told: unknown) => void)[] = [];

  /**
   * @param module what runs there
   * @param task what it is given, as `workerData`
   */
  constructor(module: URL, task: unknown) {
    this.#worker = new Worker(module, {
      workerData: task,
      execArgv: [],
      // Node would take eight times as much for what is soon given up, and fill it before it clears up.
      resourceLimits: { maxYoungGenerationSizeMb: 48 },
    });
    this.#failed = new Promise((_resolve, reject) => {
      this.#worker.once('error', reject);
      this.#worker.once('exit', () => reject(new Error(`${module.href} ended before its work.`)));
    });
    this.#failed.catch(() => undefined);
    this.#worker.on('message', (told: unknown) => {
      const next = this.#waiting.shift();
      if (next === undefined) this.#told.push(told);
      else next(told);
    });
    // Where the rest of a build fails, nobody waits for the thread any more.
    this.#worker.unref();
  }

  /** What it tells next. The program does not end until it is told. */
  async next<Told>(): Promise<Told> {
    if (this.#told.length > 0) return this.#told.shift() as Told;
    this.#worker.ref();
    try {
      const told = new Promise((resolve) => this.#waiting.push(resolve));
      return (await Promise.race([told, this.#failed])) as Told;
    } finally {
      this.#worker.unref();
    }
  }

  /** @param handedOver what of the message is the thread’s from now on, instead of a copy */
  tell(message: unknown, handedOver: readonly ArrayBuffer[] = []): void {
    this.#worker.postMessage(message, handedOver);
  }
}
