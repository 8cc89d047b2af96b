import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { CELL_NAMES, addresses, lineText, scan } from './source.ts';
import type { Piece, Source } from './source.ts';
import { SOURCES } from './sources.ts';
import { clean, words } from './words.ts';

/** Every stretch of the source that the reader put somewhere, each once. */
function placed(source: Source): Piece[] {
  const cells = [
    ...source.themes.map((theme) => theme.title),
    ...source.outcomes.flatMap((outcome) => [outcome.number, outcome.wording]),
    ...source.actions.flatMap((action) => [
      action.number,
      ...CELL_NAMES.flatMap((name) => action.cells[name] ?? []),
    ]),
  ];
  // A cell that stands for two actions is one object, so it counts once.
  return [...source.furniture, ...new Set(cells.flatMap((cell) => cell.pieces))];
}

describe('reading the sources', () => {
  describe.each(SOURCES)(
    '$plan',
    ({ scanned, sha256, furniture, actionsByTheme, outcomes, read }) => {
      const source = read(scanned);

      test('has the scan as it was received', () => {
        expect(createHash('sha256').update(scanned).digest('hex')).toBe(sha256);
      });

      test('has the themes, outcomes and actions that were counted by eye', () => {
        const counts = source.themes.map(
          (_, theme) =>
            source.actions.filter((action) => source.outcomes[action.outcome]?.theme === theme)
              .length,
        );
        expect(counts).toEqual(actionsByTheme);
        expect(source.outcomes).toHaveLength(outcomes);
      });

      test('gives every action a reference of its own, and an action and a date', () => {
        const refs = source.actions.map((action) => action.ref);
        expect(new Set(refs).size).toBe(refs.length);
        for (const action of source.actions) {
          expect(action.cells.action?.text, action.ref).not.toBe('');
          expect(action.cells.due?.text, action.ref).not.toBe('');
        }
      });

      test('takes nothing for page furniture but the declared lines', () => {
        const lines = new Set(source.furniture.map((piece) => piece.line));
        const texts = scan(scanned)
          .filter(([first]) => first && lines.has(first.line))
          .map((line) => lineText(line));
        expect([...new Set(texts)].sort()).toEqual([...furniture].sort());
      });

      test('puts every word of the file in one place, and none in two', () => {
        const all = source.everything.flatMap((piece) => addresses(piece));
        const used = placed(source).flatMap((piece) => addresses(piece));
        expect(used.toSorted()).toEqual(all.toSorted());
      });

      test('sees the same words as a plain look at the file', () => {
        const plain = clean(scanned.replace(/[\t\n]+/g, ' | '));
        const read = source.everything.flatMap((piece) => words(piece.text));
        expect(read).toEqual(words(plain));
      });
    },
  );
});
