import { describe, expect, test } from 'vitest';
import { compare, compareAction, empty } from './compare.ts';
import { FAULTS, altered } from './mirror.ts';
import { readRecords } from './records.ts';
import { CELL_NAMES, addresses, known } from './source.ts';
import type { Piece } from './source.ts';
import { DATA, SOURCES } from './sources.ts';

/** Nothing in the source is dropped from the records, changed or moved, and nothing is added. */
describe('the records against the documents they were taken from', () => {
  describe.each(SOURCES)('$plan', ({ plan, scanned, read }) => {
    const source = read(scanned);
    const records = readRecords(DATA, plan);
    const result = compare(source, records);

    test('hold every word of every cell, in order, and no other', () => {
      expect(result.problems.join('\n')).toBe('');
    });

    test('leave no word of the file unaccounted for: it is page furniture or was compared', () => {
      const furniture = new Set(source.furniture.flatMap((piece) => addresses(piece)));
      const left = source.everything
        .flatMap((piece) => addresses(piece))
        .filter((address) => !furniture.has(address) && !result.compared.has(address));
      expect(left, 'line:column:word of the source').toEqual([]);
    });

    test('hold as many words as the file, apart from what is declared', () => {
      const count = (pieces: readonly Piece[]): number =>
        pieces.flatMap((piece) => addresses(piece)).length;
      const numbers = count([
        ...source.outcomes.flatMap((outcome) => outcome.number.pieces),
        ...source.actions.flatMap((action) => action.number.pieces),
      ]);
      const inTables = count(source.everything) - count(source.furniture) - numbers;
      expect(result.held).toBe(inTables - result.cutUp + result.shared + result.repaired);
    });

    test.each(Object.entries(FAULTS))('would fail with %s', (_, fault) => {
      let tried = 0;
      for (const action of source.actions) {
        const record = known(records.actions.get(action.ref), `record of ${action.ref}`);
        for (const cell of CELL_NAMES) {
          const faulty = altered(record, cell, 'progress' in action.cells, fault);
          if (!faulty) continue;
          tried += 1;
          const faults = empty();
          compareAction(plan, action, faulty, faults);
          const place = `${plan} ${action.ref}, ${cell}: word `;
          expect(
            faults.problems.some((problem) => problem.startsWith(place)),
            place,
          ).toBe(true);
        }
      }
      expect(tried).toBeGreaterThan(source.actions.length);
    });
  });
});
