import { dateFromSerial, format, getFormatDateInfo, isDateFormat } from 'numfmt';
import type { Cell, LeftOut, Row, Table } from '../table.ts';
import { cleanText } from './clean-text.ts';
import { withoutTags } from './without-tags.ts';
import {
  elementAt,
  elements,
  elementsWithin,
  isOn,
  type OfficeFile,
  readOffice,
  textWithin,
  type Element,
} from './office-file.ts';
import { cellStyles, plainStyle, type CellStyle } from './workbook-styles.ts';

/** What people see of every sheet of an Excel workbook. */
export function readWorkbook(bytes: Uint8Array): Table {
  return readOffice(
    bytes,
    (file) => new WorkbookReader(file).read(),
    'The Excel file cannot be read. Open it in Excel and save it again as “Excel Workbook (.xlsx)”. A workbook with a password has to be saved without it.',
  );
}

interface Shown {
  text: string;
  question?: Cell['question'];
  struckOut?: string;
}

/** One text that cells share, with what is struck out in it apart. */
interface SharedText {
  text: string;
  struckOut: string;
}

class WorkbookReader {
  private readonly file: OfficeFile;
  private readonly styles: CellStyle[];
  private readonly texts: SharedText[];
  private readonly from1904: boolean;
  private readonly table: Table = { rows: [], notes: [], leftOut: [], headingsGoOn: false };
  private readonly workbook: Element;
  private readonly path: string;

  constructor(file: OfficeFile) {
    this.file = file;
    const main = [...file.relations('').values()].find(({ target }) => /workbook/i.test(target));
    this.path = main?.target ?? 'xl/workbook.xml';
    const workbook = file.part(this.path);
    if (workbook === undefined) throw new Error('There is no workbook in the file.');
    this.workbook = workbook;
    const parts = [...file.relations(this.path).values()].map(({ target }) => target);
    const part = (name: RegExp) => file.part(parts.find((path) => name.test(path)) ?? '');
    this.styles = cellStyles(part(/styles\.xml$/i), part(/theme\d*\.xml$/i));
    this.texts = elements(part(/sharedStrings\.xml$/i), 'si').map(richText);
    const { date1904 } = elementAt(workbook, 'workbookPr')?.attributes ?? {};
    this.from1904 = date1904 === '1' || date1904 === 'true';
  }

  read(): Table {
    const relations = this.file.relations(this.path);
    const sheets = elements(elementAt(this.workbook, 'sheets'), 'sheet').map(({ attributes }) => ({
      name: attributes['name'] ?? '',
      isHidden: (attributes['state'] ?? 'visible') !== 'visible',
      path: relations.get(attributes['id'] ?? '')?.target ?? '',
    }));
    const several = sheets.filter(({ isHidden }) => !isHidden).length > 1;
    for (const [block, { name, isHidden, path }] of sheets.entries()) {
      const sheet = this.file.part(path);
      if (sheet === undefined) continue;
      const reader = new SheetReader(this, sheet, path, block, several ? name : undefined);
      const { rows, leftOut } = reader.read();
      if (isHidden) {
        const words = rows.flatMap(({ cells }) => cells.map(({ text }) => text)).filter(Boolean);
        this.table.leftOut.push({
          place: `sheet ${name}`,
          text: words.join(' '),
          why: 'The sheet is hidden.',
        });
        continue;
      }
      this.table.rows.push(...rows);
      this.table.leftOut.push(...leftOut);
    }
    return this.table;
  }

  related(path: string) {
    return this.file.relations(path);
  }

  partOf(path: string): Element | undefined {
    return this.file.part(path);
  }

  styleOf(cell: Element): CellStyle {
    return this.styles[Number(cell.attributes['s'] ?? 0)] ?? plainStyle;
  }

  /** What a cell shows. */
  shown(cell: Element): Shown {
    const style = this.styleOf(cell);
    const said = this.written(cell, style);
    const whole = style.struckOut
      ? { text: '', struckOut: [said.struckOut, said.text].filter(Boolean).join(' ') }
      : said;
    if (whole.text !== '' || whole.question !== undefined) return whole;
    return style.colour === undefined
      ? whole
      : { ...whole, question: { kind: 'colour', colour: style.colour } };
  }

  private written(cell: Element, style: CellStyle): Shown {
    const { t: type = 'n' } = cell.attributes;
    const value = elementAt(cell, 'v');
    const text = value === undefined ? undefined : textWithin(value);
    if (type === 's') return tidy(this.texts[Number(text)] ?? { text: '', struckOut: '' });
    if (type === 'inlineStr') return tidy(richText(elementAt(cell, 'is')));
    if (text === undefined || (text === '' && type !== 'str')) {
      const isFormula = elementAt(cell, 'f') !== undefined;
      return isFormula ? { text: '', question: { kind: 'no value' } } : { text: '' };
    }
    if (type === 'e') return { text, question: { kind: 'error' } };
    if (type === 'b') return { text: text === '1' ? 'TRUE' : 'FALSE' };
    if (type === 'str') return tidy({ text: unescaped(text), struckOut: '' });
    const number = type === 'd' ? serialOf(text) : Number(text);
    if (Number.isNaN(number)) return { text: cleanText(text) };
    return { text: numberShown(number, style.format, this.from1904 && type !== 'd') };
  }
}

function tidy({ text, struckOut }: SharedText): Shown {
  const shown = cleanText(withoutTags(text));
  return struckOut.trim() === '' ? { text: shown } : { text: shown, struckOut };
}

/** A text of several runs: those that are struck out are kept apart. Reading aids above the text are left out. */
function richText(element: Element | undefined): SharedText {
  const shown = { text: '', struckOut: '' };
  for (const child of elements(element)) {
    if (child.name === 't') shown.text += unescaped(textWithin(child));
    if (child.name !== 'r') continue;
    const text = elements(child, 't').map(textWithin).join('');
    const isStruck = isOn(elementAt(child, 'rPr', 'strike')) ?? false;
    shown[isStruck ? 'struckOut' : 'text'] += unescaped(text);
  }
  return shown;
}

/** Excel writes characters that XML cannot hold as _x000D_. */
function unescaped(text: string): string {
  return text.replaceAll(/_x([0-9A-F]{4})_/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function serialOf(day: string): number {
  return Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / 86_400_000 + 25_569;
}

/** A number as its format shows it. A date is written out, with as much of it as the format shows. */
export function numberShown(value: number, code: string, from1904 = false): string {
  const serial = value + (from1904 ? 1462 : 0);
  if (!isDateFormat(code)) return cleanText(format(code, value));
  const { year, month, day } = getFormatDateInfo(code);
  // A time of day alone, or a day of every year, is shown as Excel shows it.
  if (!year) return cleanText(format(code, serial));
  const date = dateFromSerial(serial);
  if (date === null) return cleanText(format(code, serial));
  const [y, m, d] = date;
  return new Date(Date.UTC(y, m - 1, d)).toLocaleDateString('en-GB', {
    ...(day && { day: 'numeric' }),
    ...(month && { month: 'long' }),
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** A run of cells, counted from 0. */
interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

class SheetReader {
  private readonly book: WorkbookReader;
  private readonly sheet: Element;
  private readonly path: string;
  private readonly block: number;
  private readonly name: string | undefined;
  private readonly leftOut: LeftOut[] = [];
  private readonly hiddenColumns: Set<number>;
  private readonly merged: Area[];
  private readonly links: Map<string, string>;

  constructor(
    book: WorkbookReader,
    sheet: Element,
    path: string,
    block: number,
    name: string | undefined,
  ) {
    this.book = book;
    this.sheet = sheet;
    this.path = path;
    this.block = block;
    this.name = name;
    this.hiddenColumns = hiddenColumnsOf(sheet);
    this.merged = elements(elementAt(sheet, 'mergeCells'), 'mergeCell').map(({ attributes }) =>
      areaOf(attributes['ref'] ?? 'A1'),
    );
    const relations = book.related(path);
    this.links = new Map(
      elements(elementAt(sheet, 'hyperlinks'), 'hyperlink').flatMap(({ attributes }) => {
        const target = relations.get(attributes['id'] ?? '')?.target;
        return target === undefined ? [] : [[attributes['ref'] ?? '', target] as const];
      }),
    );
  }

  read(): { rows: Row[]; leftOut: LeftOut[] } {
    const rows: Row[] = [];
    let next = 0;
    for (const element of elements(elementAt(this.sheet, 'sheetData'), 'row')) {
      const at = Number(element.attributes['r'] ?? next + 1) - 1;
      // Rows without anything are not in the file, and count in Excel.
      for (; next < at && next < rows.length + 1000; next += 1) rows.push(this.row(next, []));
      next = at + 1;
      const cells = this.cellsOf(element, at);
      if (isHiddenRow(element)) {
        const text = cells.map((cell) => cell.text).filter(Boolean);
        if (text.length > 0) this.leaveHidden(at, text.join(' '));
      } else rows.push(this.row(at, cells));
    }
    this.leaveNotes();
    return { rows: [...rows, ...this.boxes()], leftOut: this.leftOut };
  }

  /** A filter that somebody has left on hides rows that they may have forgotten. */
  private leaveHidden(at: number, text: string): void {
    const filter = elementAt(this.sheet, 'autoFilter');
    const area = areaOf(filter?.attributes['ref'] ?? 'A1');
    const isFiltered = elements(filter).length > 0 && at > area.top && at <= area.bottom;
    this.leave(
      this.placeOf(at),
      text,
      isFiltered
        ? 'A filter hides the row. To take it, clear the filter in Excel, save the file and import again.'
        : 'The row is hidden.',
    );
  }

  /** Boxes of text that lie over the sheet. */
  private boxes(): Row[] {
    const drawings = [...this.book.related(this.path).values()].filter(({ target }) =>
      /\/drawings\/drawing\d*\.xml$/i.test(target),
    );
    return drawings.flatMap(({ target }) =>
      elementsWithin(this.book.partOf(target), 'txBody').flatMap((body): Row[] => {
        const lines = elementsWithin(body, 'p').map((line) =>
          elementsWithin(line, 't').map(textWithin).join(''),
        );
        const text = cleanText(lines.join('\n'));
        if (text === '') return [];
        const place = `${this.name === undefined ? '' : `sheet ${this.name}, `}box`;
        return [
          {
            place,
            block: this.block,
            kind: 'paragraph',
            style: 'box',
            cells: [{ text }],
            ...(this.name !== undefined && { sheet: this.name }),
          },
        ];
      }),
    );
  }

  private placeOf(at: number): string {
    return `${this.name === undefined ? '' : `sheet ${this.name}, `}row ${at + 1}`;
  }

  private row(at: number, cells: Cell[]): Row {
    return {
      place: this.placeOf(at),
      block: this.block,
      kind: 'row',
      cells,
      ...(this.name !== undefined && { sheet: this.name }),
    };
  }

  private cellsOf(row: Element, at: number): Cell[] {
    const cells: Cell[] = [];
    let next = 0;
    for (const element of elements(row, 'c')) {
      const ref = element.attributes['r'];
      const column = ref === undefined ? next : areaOf(ref).left;
      next = column + 1;
      const cell = this.cell(element, at, ref ?? '');
      if (this.hiddenColumns.has(column)) {
        const why = `Column ${columnLetter(column)} is hidden.`;
        if (cell.text !== '') this.leave(this.placeOf(at), cell.text, why);
        continue;
      }
      while (cells.length < column) cells.push({ text: '' });
      cells[column] = cell;
    }
    for (const area of this.merged.filter(({ top, bottom }) => top <= at && at <= bottom)) {
      while (cells.length <= area.left) cells.push({ text: '' });
      if (at > area.top) cells[area.left] = { text: '', covered: true };
      else if (area.right > area.left) cells[area.left]!.across = area.right - area.left + 1;
    }
    return cells;
  }

  private cell(element: Element, at: number, ref: string): Cell {
    const { text, question, struckOut } = this.book.shown(element);
    if (struckOut !== undefined) {
      this.leave(this.placeOf(at), cleanText(struckOut), 'It is struck out.');
    }
    const link = this.links.get(ref);
    const isNew = link !== undefined && text !== '' && !text.includes(link.replace(/^mailto:/, ''));
    return {
      text,
      ...(question && { question }),
      ...(isNew && { beside: [linkTold(text, link)] }),
    };
  }

  private leave(place: string, text: string, why: string): void {
    this.leftOut.push({ place, text, why });
  }

  /** Comments in the margin are read by those who write the plan, and no part of it. */
  private leaveNotes(): void {
    for (const { target } of this.book.related(this.path).values()) {
      if (!/\/comments\d*\.xml$/i.test(target)) continue;
      for (const comment of elementsWithin(this.book.partOf(target), 'comment')) {
        const at = areaOf(comment.attributes['ref'] ?? 'A1').top;
        const text = elementsWithin(comment, 't').map(textWithin).join('');
        this.leave(this.placeOf(at), cleanText(text), 'It is a comment in the margin.');
      }
    }
  }
}

/** How the address of a link is kept beside its words. */
export function linkTold(text: string, link: string): string {
  const words = text.replaceAll(/\s+/g, ' ').trim();
  return `“${words.length > 80 ? `${words.slice(0, 79)}…` : words}” leads to ${link}`;
}

function hiddenColumnsOf(sheet: Element): Set<number> {
  const hidden = new Set<number>();
  for (const { attributes } of elements(elementAt(sheet, 'cols'), 'col')) {
    const isHidden = attributes['hidden'] === '1' || attributes['hidden'] === 'true';
    if (!isHidden && Number(attributes['width'] ?? 1) !== 0) continue;
    const last = Math.min(Number(attributes['max']), Number(attributes['min']) + 1000);
    for (let at = Number(attributes['min']); at <= last; at += 1) hidden.add(at - 1);
  }
  return hidden;
}

function isHiddenRow({ attributes }: Element): boolean {
  const { hidden, ht } = attributes;
  return hidden === '1' || hidden === 'true' || (ht !== undefined && Number(ht) === 0);
}

/** “B3:C4” counted from 0. */
function areaOf(ref: string): Area {
  const [from = 'A1', to = from] = ref.split(':');
  const [top, left] = placeOfRef(from);
  const [bottom, right] = placeOfRef(to);
  return { top, left, bottom, right };
}

function placeOfRef(ref: string): [row: number, column: number] {
  const [, letters = 'A', digits = '1'] = /^\$?([A-Z]+)\$?(\d+)$/i.exec(ref) ?? [];
  const column = [...letters.toUpperCase()].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
  return [Number(digits) - 1, column - 1];
}

function columnLetter(column: number): string {
  const rest = column % 26;
  const letter = String.fromCharCode(65 + rest);
  return column < 26 ? letter : columnLetter((column - rest) / 26 - 1) + letter;
}
