import type { Action, Milestone, Register } from '../register/register.ts';

/**
 * Parts of pages that many pages share, made once for each register.
 *
 * @param name tells the part from all others, and says on what it depends beside the register
 */
export function madeOnce(
  register: Register,
  name: string,
  make: () => Promise<string>,
): Promise<string> {
  const parts = made.get(register) ?? new Map<string, Promise<string>>();
  made.set(register, parts);
  const part = parts.get(name) ?? make();
  parts.set(name, part);
  return part;
}

const made = new WeakMap<Register, Map<string, Promise<string>>>();

/** One entry of a list: an action, or one stage of it. */
export interface Entry {
  action: Action;
  milestone?: Milestone | undefined;
}

/**
 * The entries of a list, one after another. An action is in the lists of its leads, its topics, its status,
 * its month and more, and each entry is made for the first of them.
 *
 * @param name tells this sort of entry from others
 */
export async function entriesMadeOnce(
  name: string,
  entries: readonly Entry[],
  make: (entry: Entry) => Promise<string>,
): Promise<string> {
  const kept = entriesMade.get(name) ?? new WeakMap<Action | Milestone, string>();
  entriesMade.set(name, kept);
  let html = '';
  for (const entry of entries) {
    const key = entry.milestone ?? entry.action;
    let one = kept.get(key);
    if (one === undefined) kept.set(key, (one = await make(entry)));
    html += one;
  }
  return html;
}

const entriesMade = new Map<string, WeakMap<Action | Milestone, string>>();
