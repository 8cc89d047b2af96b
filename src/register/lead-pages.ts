import type { Action, Organisation, Register } from './register.ts';

/**
 * The organisations with a page of their own: those that lead or take part in an action, or once
 * did. One that lost its last action keeps its page, because an address must not vanish.
 */
export function organisationsWithPages(register: Register): Organisation[] {
  const named = namedIn(register.actions);
  return register.organisations.filter((organisation) => named.has(organisation));
}

/** Whether links to this organisation lead anywhere. */
export function hasPage(organisation: Organisation, register: Register): boolean {
  let named = known.get(register);
  if (named === undefined) known.set(register, (named = namedIn(register.actions)));
  return named.has(organisation);
}

const known = new WeakMap<Register, Set<Organisation>>();

function namedIn(actions: readonly Action[]): Set<Organisation> {
  return new Set(
    actions
      .flatMap((action) => [
        ...action.leads,
        ...action.firstLeads,
        ...action.updates.flatMap((update) => update.leads ?? []),
      ])
      .map((lead) => lead.organisation),
  );
}
