import { knownOf, lineAbove, type Line } from '../lines.ts';
import type { FaultRule } from './fault.ts';

export const wrongIndent: FaultRule = {
  name: 'wrong-indent',
  about: 'Lines that belong together are indented alike.',
  *find({ line, lines, fields }) {
    const { key, column, inside, opener, openColumns, dashed, indent } = line;
    if (dashed) {
      if (inside !== undefined) return;
      const beside = entryBeside(lines, line);
      if (beside === undefined) return;
      yield misplaced(indent, beside);
    }
    if (key === undefined || !fields.has(key.toLowerCase())) return;
    if (inside === 'text' && opener?.key !== undefined) {
      if (column !== opener.column) yield misplaced(column, opener.column);
      return;
    }
    if (inside !== undefined) return;
    if (openColumns.length === 0) {
      // The first field of all, where others are further left.
      const atLeft = column > 0 && !dashed && fieldsAtLeft(lines);
      if (!atLeft || lineAbove(lines, line.number, ({ key: above }) => above !== undefined)) return;
      line.column = 0;
      yield misplaced(column, 0);
      return;
    }
    const columns = columnsAbove(lines, line);
    if (columns.includes(column)) return;
    const [nearest] = columns.toSorted(
      (a, b) => Math.abs(a - column) - Math.abs(b - column) || b - a,
    );
    if (nearest === undefined) return;
    // The lines below are held against where this one should be.
    line.column = nearest;
    yield misplaced(column, nearest);
  },
};

/** Whether a field has no space before it. */
const fieldsAtLeft = knownOf((lines) =>
  lines.some(
    ({ key, inside, column }) => key !== undefined && inside === undefined && column === 0,
  ),
);

/** The numbers of all lines that start an entry of a list, by how far they are indented. */
const entries = knownOf((lines) =>
  Map.groupBy(
    lines.filter(({ dashed, inside }) => dashed && inside === undefined),
    ({ indent }) => indent,
  ),
);

/** How far the last entry above a line is indented that is one space beside it. */
function entryBeside(lines: readonly Line[], { indent, number }: Line): number | undefined {
  const above = [indent - 1, indent + 1].flatMap(
    (beside) => lastBefore(entries(lines).get(beside) ?? [], number) ?? [],
  );
  return above.sort((a, b) => b.number - a.number)[0]?.indent;
}

/** Of lines in their order, the last before a number. */
function lastBefore(lines: readonly Line[], number: number): Line | undefined {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.number < number) low = middle + 1;
    else high = middle;
  }
  return lines[low - 1];
}

/** The columns at which the entry that is open above a line has its fields. */
function columnsAbove(lines: readonly Line[], { number }: Line): number[] {
  const above = lineAbove(lines, number, ({ key, inside }) => key !== undefined && !inside);
  if (above === undefined) return [];
  const own = above.value === '' ? [above.column + 2] : [];
  return [...above.openColumns, above.column, ...own];
}

function misplaced(found: number, wanted: number) {
  const steps = wanted === 1 ? '1 space' : `${wanted} spaces`;
  return {
    column: 1,
    length: found,
    message: `This line has too ${found > wanted ? 'many' : 'few'} spaces before it.`,
    why: 'The spaces at the start of a line say what it belongs to.',
    advice: `Put ${wanted === 0 ? 'no space' : steps} before it, as in the lines that belong with it. It has ${found} now.`,
  };
}
