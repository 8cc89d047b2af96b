import { address } from '../domain/address.ts';
import type { PublishedAction } from '../exports/actions-json.ts';

/** Looks up actions in what the site publishes. Each is asked for once. */
export class ActionLookUp {
  readonly #base: string;
  readonly #asked = new Map<string, PublishedAction | undefined>();

  /** @param base the sub-path of the site, without a slash at the end */
  constructor(base: string) {
    this.#base = base;
  }

  /**
   * The first of some identifiers that there is an action for.
   *
   * @throws if the site cannot be reached
   */
  async first(ids: readonly string[]): Promise<PublishedAction | undefined> {
    for (const id of ids) {
      const action = await this.#lookUp(id);
      if (action !== undefined) return action;
    }
    return undefined;
  }

  /**
   * Every action that there is for some identifiers, in their order.
   *
   * @throws if the site cannot be reached
   */
  async all(ids: readonly string[]): Promise<PublishedAction[]> {
    const actions = await Promise.all(ids.map((id) => this.#lookUp(id)));
    return actions.filter((action) => action !== undefined);
  }

  /** Every action that was found so far. */
  found(): PublishedAction[] {
    return [...this.#asked.values()].filter((action) => action !== undefined);
  }

  async #lookUp(id: string): Promise<PublishedAction | undefined> {
    if (this.#asked.has(id)) return this.#asked.get(id);
    const answer = await fetch(this.#base + address.actionData(id));
    // Some hosts answer with the page for lost links as if all were well.
    const isData = answer.ok && (answer.headers.get('Content-Type') ?? '').includes('json');
    const action = isData ? ((await answer.json()) as PublishedAction) : undefined;
    this.#asked.set(id, action);
    return action;
  }
}
