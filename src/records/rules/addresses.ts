import { domainToUnicode } from 'node:url';
import { letterLikeOthers } from '../../domain/web-address.ts';
import type { Records } from '../records.ts';
import { at, type Rule } from '../rule.ts';
import { allTexts } from '../texts.ts';

export const addressOfKnownLetters: Rule<Records> = {
  name: 'address-of-known-letters',
  about:
    'The names of websites use only the letters a to z, because other letters can look like them.',
  *find(records) {
    for (const { record, path, text } of allTexts(records)) {
      for (const [address] of text.matchAll(/https:\/\/[^\s<>"“”)\]]+/gi)) {
        const { hostname } = URL.parse(address) ?? { hostname: '' };
        const name = domainToUnicode(hostname);
        const found = letterLikeOthers(name);
        if (found === undefined) continue;
        const { letter, alphabet } = found;
        yield at(record, path, {
          message: `The “${letter}” in the name ${name} is ${alphabet === undefined ? 'not' : `a ${alphabet} letter, and not`} one of a to z.`,
          why: 'It may look like another letter, so readers may mistake the website for one that they trust.',
          advice: `Open the address and see whose website it is. In code its name is ${hostname}.`,
        });
      }
    }
  },
};
