import { expect, test } from 'vitest';
import { nearestAddresses } from './nearest-address.ts';

test.each([
  ['/ACTIONS/DON-2-1-2).', '/actions/don-2-1-2/'],
  ['/actions/don-2-1-2/%3E', '/actions/don-2-1-2/'],
  ['/actions/don-2.1.2/', '/actions/don-2-1-2/'],
  ['/don-2-1-2', '/actions/don-2-1-2/'],
  ['/actions/DON%202.1.2', '/actions/don-2-1-2/'],
  ['/Themes/don-2/.', '/themes/don-2/'],
  ['/actions/%E0%A4%A', '/actions/%e0%a4%a/'],
])('%s may have been meant as %s', (path, meant) => {
  expect(nearestAddresses(path)).toContain(meant);
});

test('an address is not offered to those who came from it', () => {
  expect(nearestAddresses('/actions/gone/')).toEqual([]);
  expect(nearestAddresses('/')).toEqual([]);
});
