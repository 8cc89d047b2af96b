import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadLedger } from '../../permalinks/ledger-file.ts';
import { unrecorded } from '../../permalinks/ledger.ts';
import { publishedAddresses } from '../../permalinks/published-addresses.ts';
import { twoPlans } from '../fixtures/folders.ts';
import { builtSite, root } from './build-site.ts';

test('every address of the site is recorded, so that none can be lost without being noticed', () => {
  const { ledger } = loadLedger(join(root, twoPlans), twoPlans);
  const built = publishedAddresses(builtSite);
  expect(built.length).toBeGreaterThan(500);
  expect(
    unrecorded(ledger, built),
    'These addresses are new. Run  npm run permalinks  and commit data/permalinks.txt.',
  ).toEqual([]);
});
