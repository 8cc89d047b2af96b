import { address } from '../domain/address.ts';
import type { Action } from '../register/register.ts';

/**
 * How many rows of the register are on one page. At 300 a page of it is some 30 KB on the line,
 * and a phone lays it out without a wait.
 */
export const rowsOnAPage = 300;

/** One page of the register. */
export interface RegisterPage {
  /** From 1. */
  number: number;
  url: string;
  actions: Action[];
  /** The places of its first and last row in the whole register, from 1. */
  first: number;
  last: number;
}

/** The register in pages, of which there is always a first. */
export function registerPages(actions: readonly Action[]): RegisterPage[] {
  const pages = Math.max(1, Math.ceil(actions.length / rowsOnAPage));
  return Array.from({ length: pages }, (_, index) => {
    const start = index * rowsOnAPage;
    const part = actions.slice(start, start + rowsOnAPage);
    const number = index + 1;
    return {
      number,
      url: number === 1 ? address.actions : address.actionsPage(number),
      actions: part,
      first: start + 1,
      last: start + part.length,
    };
  });
}
