import { allTexts } from '../all-texts.ts';
import { wrappedAddressesIn } from '../unwrap-address.ts';
import { problemAt, type Rule } from './rule.ts';

/** A web address stands as it was meant, not as a mail filter rewrote it. */
export const addressAsMeant: Rule = function* (records) {
  for (const { record, path, text } of allTexts(records)) {
    if (!text.includes('://')) continue;
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
