import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadLedger } from '../../permalinks/ledger-file.ts';
import { publishedAddresses } from '../../permalinks/published-addresses.ts';
import { twoPlans } from '../fixtures/folders.ts';
import { root } from './places.ts';
import { builtSite } from './built-site.ts';

test('every address that was published is still there', () => {
  const { ledger } = loadLedger(join(root, twoPlans), twoPlans);
  expect(ledger.links.length).toBeGreaterThan(500);
  const built = new Set(publishedAddresses(builtSite));
  expect(ledger.links.filter(({ address }) => !built.has(address))).toEqual([]);
});
