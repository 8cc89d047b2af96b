import { count } from '../../../domain/words.ts';
import { knownOf } from '../../../domain/known-of.ts';
import { lineAbove, type Line } from '../lines.ts';
import type { FaultRule, FieldSorts } from './fault.ts';

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
      if (column !== opener.column) yield outOfLine(lines, line, opener.column, fields);
      return;
    }
    if (inside !== undefined) return;
    if (openColumns.length === 0) {
      // The first field of all, where others are further left.
      const atLeft = column > 0 && !dashed && fieldsAtLeft(lines);
      if (!atLeft || lineAbove(lines, line.number, ({ key: above }) => above !== undefined)) return;
      yield outOfLine(lines, line, 0, fields);
      return;
    }
    const columns = columnsAbove(lines, line);
    if (columns.includes(column)) return;
    const [nearest] = columns.toSorted(
      (a, b) => Math.abs(a - column) - Math.abs(b - column) || b - a,
    );
    if (nearest === undefined) return;
    yield outOfLine(lines, line, nearest, fields);
  },
};

/** Whether a field has no space before it. */
const fieldsAtLeft = knownOf((lines: readonly Line[]) =>
  lines.some(
    ({ key, inside, column }) => key !== undefined && inside === undefined && column === 0,
  ),
);

/** The numbers of all lines that start an entry of a list, by how far they are indented. */
const entries = knownOf((lines: readonly Line[]) =>
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

/** The last line before the one with a number, from lines in their order. */
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
  // Below a list there is no room for fields of its own.
  const own = above.value === '' && !lines[above.number]!.dashed ? [above.column + 2] : [];
  return [...above.openColumns, above.column, ...own];
}

/** A field that is in the wrong place, with the fields below it that were moved in with it. */
function outOfLine(lines: readonly Line[], line: Line, wanted: number, fields: FieldSorts) {
  const { column: found, number } = line;
  // The lines below are held against where this one should be.
  line.column = wanted;
  const end = lines.findIndex(
    ({ text, indent }, index) => index >= number && text.trim() !== '' && indent < found,
  );
  const moved = lines.slice(number, end < 0 ? undefined : end);
  const isField = ({ key, column, dashed }: Line) =>
    !dashed && column === found && key !== undefined && fields.has(key.toLowerCase());
  const last = moved.findLast(({ text }) => text.trim() !== '');
  if (found < wanted || line.dashed || last === undefined || !moved.some(isField)) {
    return misplaced(found, wanted);
  }
  for (const each of moved) each.column -= found - wanted;
  return {
    ...misplaced(found, wanted),
    message: `This line and those below it, down to line ${last.number}, have too many spaces before them.`,
    advice: `Take ${spaces(found - wanted)} out at the start of each of these lines.`,
    lastLine: last.number,
  };
}

function misplaced(found: number, wanted: number) {
  return {
    column: 1,
    length: found,
    message: `This line has too ${found > wanted ? 'many' : 'few'} spaces before it.`,
    why: 'The spaces at the start of a line say what it belongs to.',
    advice: `Put ${wanted === 0 ? 'no space' : spaces(wanted)} before it, as in the lines that belong with it. It has ${found} now.`,
  };
}

const spaces = (number: number): string => count(number, 'space');
