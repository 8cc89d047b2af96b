import type { LeftOut, Table } from '../table.ts';

/** What Word shows in a place that nobody has filled in, and Excel keeps once it was copied there. */
const prompt =
  /^(?:(?:choose|select) an? (?:item|date|option|building block)|(?:please )?select(?: from (?:the )?(?:drop-?down )?list)?|click (?:or tap )?(?:here )?to (?:enter|add) (?:an? )?(?:text|date)|click (?:or tap )?here)\.?$/i;

/** The table without the prompts of fields that nobody has filled in; each is told as left out. */
export function withoutPrompts(table: Table): Table {
  const leftOut: LeftOut[] = [];
  const rows = table.rows.map((row) => {
    if (!row.cells.some(({ text }) => prompt.test(text))) return row;
    const cells = row.cells.map((cell) => {
      if (!prompt.test(cell.text)) return cell;
      leftOut.push({
        place: row.place,
        text: cell.text,
        why: 'It is the prompt of a box that nobody has filled in.',
      });
      return { ...cell, text: '' };
    });
    return { ...row, cells };
  });
  return leftOut.length === 0 ? table : { ...table, rows, leftOut: [...table.leftOut, ...leftOut] };
}
