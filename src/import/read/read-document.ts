import mammoth from 'mammoth';
import { parse, type HTMLElement } from 'node-html-parser';
import { cleanText } from './clean-text.ts';
import { CannotRun, type Cell, type Row, type Table } from '../table.ts';

/** Reads the tables of a Word document, and the paragraphs between them. */
export async function readDocument(bytes: Uint8Array): Promise<Table> {
  let html: string;
  try {
    const options = { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) };
    html = (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options)).value;
  } catch {
    throw new CannotRun(
      'The Word file cannot be read. Open it in Word and save it again as “Word Document (.docx)”.',
    );
  }
  return { rows: rowsOfHtml(html), notes: [], headingsGoOn: true };
}

/** The rows of every table of a page of HTML, and each paragraph outside tables, in order. */
export function rowsOfHtml(html: string): Row[] {
  const rows: Row[] = [];
  let tables = 0;
  let paragraphs = 0;
  for (const element of parse(html).children) {
    if (element.tagName === 'TABLE') {
      tables += 1;
      rows.push(...rowsOfTable(element, tables));
      continue;
    }
    for (const text of element.tagName === 'UL' || element.tagName === 'OL'
      ? element.children.map(textOf)
      : [textOf(element)]) {
      if (text === '') continue;
      paragraphs += 1;
      rows.push({
        place: `paragraph ${paragraphs}`,
        block: tables,
        kind: 'paragraph',
        cells: [{ text }],
      });
    }
  }
  return rows;
}

function rowsOfTable(table: HTMLElement, number: number): Row[] {
  const elements = table.querySelectorAll('tr').filter((row) => row.closest('table') === table);
  /** For each column, how many rows more a cell above still covers. */
  const covering: number[] = [];
  return elements.map((element, at) => {
    const cells: Cell[] = [];
    const fillCovered = () => {
      while ((covering[cells.length] ?? 0) > 0) {
        covering[cells.length]! -= 1;
        cells.push({ text: '', covered: true });
      }
    };
    for (const cell of element.children) {
      fillCovered();
      const across = span(cell, 'colspan');
      const down = span(cell, 'rowspan');
      for (let column = 0; column < across; column += 1) {
        covering[cells.length] = down - 1;
        cells.push(column === 0 ? { text: textOf(cell), across } : { text: '' });
      }
    }
    fillCovered();
    return { place: `table ${number}, row ${at + 1}`, block: number, kind: 'row', cells };
  });
}

function span(cell: HTMLElement, name: 'colspan' | 'rowspan'): number {
  const typed = Number(cell.getAttribute(name) ?? 1);
  return Number.isInteger(typed) && typed > 0 ? typed : 1;
}

const ownLine = new Set(['P', 'DIV', 'TR', 'UL', 'OL', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6']);

/** The text of an element: paragraphs on lines of their own, list items with a bullet before them. */
function textOf(element: HTMLElement): string {
  const walk = (node: HTMLElement): string =>
    node.childNodes
      .map((child) => {
        if (child.nodeType === 3) return child.text;
        const inner = child as HTMLElement;
        if (inner.tagName === 'BR') return '\n';
        if (inner.tagName === 'LI') return `\n• ${walk(inner)}\n`;
        if (inner.tagName === 'TD' || inner.tagName === 'TH') return `${walk(inner)} `;
        return ownLine.has(inner.tagName) ? `\n${walk(inner)}\n` : walk(inner);
      })
      .join('');
  return cleanText(walk(element)).replaceAll(/\n(?:•\s*)?(?=\n|$)/g, '');
}
