import { knownOf } from '../domain/known-of.ts';
import type { Organisation, Register } from './register.ts';

/**
 * The organisations with a page of their own: those that lead or take part in an action, or once
 * did, and those that report. One that lost its last action keeps its page, because an address must not vanish.
 */
export function organisationsWithPages(register: Register): Organisation[] {
  const named = organisationsNamed(register);
  return register.organisations.filter((organisation) => named.has(organisation));
}

/** Whether links to this organisation lead anywhere. */
export function hasPage(organisation: Organisation, register: Register): boolean {
  return organisationsNamed(register).has(organisation);
}

const organisationsNamed = knownOf(({ actions, reports }: Register): ReadonlySet<Organisation> => {
  const leads = actions.flatMap((action) => [
    ...action.leads,
    ...action.firstLeads,
    ...action.updates.flatMap((update) => update.leads ?? []),
  ]);
  return new Set([
    ...leads.map((lead) => lead.organisation),
    ...reports.flatMap(({ by }) => by.organisation ?? []),
  ]);
});
