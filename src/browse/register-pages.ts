import { address } from '../domain/address.ts';
import type { Action } from '../register/register.ts';
import { entriesOnAPage, listPages, type ListPage } from '../views/list-pages.ts';

/** How many rows of the register are on one page. */
export const rowsOnAPage = entriesOnAPage;

/** One page of the register. */
export interface RegisterPage extends ListPage {
  actions: Action[];
}

/** The register in pages, of which there is always a first. */
export function registerPages(actions: readonly Action[]): RegisterPage[] {
  return listPages(address.actions, actions.length).map((page) => ({
    ...page,
    actions: actions.slice(page.start, page.end),
  }));
}
