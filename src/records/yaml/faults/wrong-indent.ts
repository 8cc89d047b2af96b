import type { Line } from '../lines.ts';
import type { FaultRule } from './fault.ts';

export const wrongIndent: FaultRule = {
  name: 'wrong-indent',
  about: 'Lines that belong together are moved in alike.',
  *find({ line, lines, fields }) {
    const { key, column, inside, opener, openColumns, dashed, indent } = line;
    if (dashed) {
      if (inside !== undefined) return;
      const first = lines.findLast(
        ({ dashed: also, number, indent: at, inside: within }) =>
          also && within === undefined && number < line.number && Math.abs(at - indent) === 1,
      );
      if (first === undefined) return;
      yield misplaced(indent, first.indent);
    }
    if (key === undefined || !fields.has(key.toLowerCase())) return;
    if (inside === 'text' && opener?.key !== undefined) {
      if (column !== opener.column) yield misplaced(column, opener.column);
      return;
    }
    if (inside !== undefined || openColumns.length === 0) return;
    const columns = columnsAbove(lines, line);
    if (columns.includes(column)) return;
    const [nearest] = columns.toSorted(
      (a, b) => Math.abs(a - column) - Math.abs(b - column) || b - a,
    );
    if (nearest === undefined) return;
    // The lines below are held against where this one should stand.
    line.column = nearest;
    yield misplaced(column, nearest);
  },
};

/** The columns at which the entry that is open above a line has its fields. */
function columnsAbove(lines: readonly Line[], { number }: Line): number[] {
  const above = lines.findLast(
    (line) => line.number < number && line.key !== undefined && !line.inside,
  );
  if (above === undefined) return [];
  const own = above.value === '' ? [above.column + 2] : [];
  return [...above.openColumns, above.column, ...own];
}

function misplaced(found: number, wanted: number) {
  const steps = wanted === 1 ? '1 space' : `${wanted} spaces`;
  return {
    column: 1,
    length: found,
    message: `This line is moved in too ${found > wanted ? 'far' : 'little'}.`,
    why: 'The spaces at the start of a line say what it belongs to.',
    advice: `Put ${wanted === 0 ? 'no space' : steps} before it, as in the lines that belong with it. Here are ${found}.`,
  };
}
