import { expect, test } from 'vitest';
import { decodeCbor, encodeCbor, type Cbor } from './cbor.ts';

test.each<[Cbor]>([
  [0],
  [23],
  [24],
  [255],
  [256],
  [65_535],
  [65_536],
  [4_294_967_295],
  [''],
  ['café'],
  ['x'.repeat(300)],
  [[]],
  [['plan', [['doncaster', [0, 1, 47]]], 'en_1234567']],
  [Array.from({ length: 30 }, (_, index) => index)],
])('%j is read as it was written', (value) => {
  expect(decodeCbor(encodeCbor(value))).toEqual(value);
});

test('as the standard’s examples have it', () => {
  expect(encodeCbor([1, [2, 3], 'IETF', 1_000_000]).toString('hex')).toBe(
    '84018202036449455446' + '1a000f4240',
  );
});

test.each(['20', '5800', '9f00ff', '1b0000000000000001', '0000'])('%s is refused', (hex) => {
  expect(() => decodeCbor(Buffer.from(hex, 'hex'))).toThrow();
});
