import type { Kind, Records, Sourced } from '../records.ts';
import { wrappedAddressesIn } from '../unwrap-address.ts';
import { problemAt, type Rule } from './rule.ts';

/** A web address stands as it was meant, not as a mail filter rewrote it. */
export const addressAsMeant: Rule = function* (records) {
  for (const { record, path, text } of textsWithAddresses(records)) {
    const told: string[] = [];
    for (const { text: found, by, meant } of wrappedAddressesIn(text)) {
      const nth = told.filter((address) => address === found).length;
      told.push(found);
      const problem = problemAt(
        'address-as-meant',
        record,
        path,
        `This address was rewritten by ${by}: ${shortened(found)}`,
        meant === undefined
          ? 'Open it, and copy the address that the browser then shows.'
          : `Write in its place:  ${meant}`,
      );
      yield {
        ...problem,
        ...record.placeOfWords(path, found, nth),
        why: 'A rewritten address stops working, and may hold the email address of the person who got it.',
      };
    }
  }
};

function shortened(address: string): string {
  return address.length > 70 ? `${address.slice(0, 70)}…` : address;
}

function* textsWithAddresses(records: Records) {
  for (const record of Object.values(records).flat() as Sourced<Kind>[]) {
    yield* textsIn(record, record.value, []);
  }
}

function* textsIn(
  record: Sourced<Kind>,
  value: unknown,
  path: readonly PropertyKey[],
): Iterable<{ record: Sourced<Kind>; path: readonly PropertyKey[]; text: string }> {
  if (typeof value === 'string') {
    if (value.includes('://')) yield { record, path, text: value };
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* textsIn(record, item, [...path, index]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* textsIn(record, item, [...path, key]);
  }
}
