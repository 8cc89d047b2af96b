import { codePoint } from 'dingbat-to-unicode';
import type { Cell, LeftOut, Row, Table } from '../table.ts';
import { cleanText } from './clean-text.ts';
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
import { linkTold } from './read-workbook.ts';
import { WordNumbers } from './word-numbers.ts';
import { WordStyles } from './word-styles.ts';
import { isColour } from './workbook-styles.ts';

/** What people see of the tables of a Word document, and of the paragraphs between them. */
export function readDocument(bytes: Uint8Array): Table {
  return readOffice(
    bytes,
    (file) => new DocumentReader(file).read(),
    'The Word file cannot be read. Open it in Word and save it again as “Word Document (.docx)”.',
  );
}

/** Text as it is gathered, with what belongs beside it and what is not shown. */
interface Gathered {
  text: string;
  beside: string[];
  boxes: string[];
  leftOut: { text: string; why: string }[];
}

const emptyGathered = (): Gathered => ({ text: '', beside: [], boxes: [], leftOut: [] });

/** A link or a form that Word keeps as a field: what it is, and what it shows. */
interface Field {
  code: string;
  showing: boolean;
  start: number;
  element: Element;
}

class DocumentReader {
  private readonly file: OfficeFile;
  private readonly path: string;
  private readonly body: Element;
  private readonly relations: ReturnType<OfficeFile['relations']>;
  private readonly styles: WordStyles;
  private readonly numbers: WordNumbers;
  private readonly footnotes: Map<string, string>;
  private readonly rows: Row[] = [];
  private readonly leftOut: LeftOut[] = [];
  private tables = 0;
  private paragraphs = 0;
  private fields: Field[] = [];

  constructor(file: OfficeFile) {
    this.file = file;
    const main = [...file.relations('').values()].find(({ target }) => /document/i.test(target));
    this.path = main?.target ?? 'word/document.xml';
    const body = elementAt(file.part(this.path), 'body');
    if (body === undefined) throw new Error('There is no document in the file.');
    this.body = body;
    this.relations = file.relations(this.path);
    const part = (name: string) => file.part(this.path.replace(/[^/]*$/, name));
    this.styles = new WordStyles(part('styles.xml'));
    this.numbers = new WordNumbers(part('numbering.xml'));
    this.footnotes = new Map(
      ['footnote', 'endnote'].flatMap((name) =>
        elements(part(`${name}s.xml`), name)
          .filter(({ attributes }) => (attributes['type'] ?? 'normal') === 'normal')
          .map((note) => [
            `${name} ${note.attributes['id'] ?? ''}`,
            cleanText(
              elementsWithin(note, 'p')
                .map((p) => this.plain(p))
                .join('\n'),
            ),
          ]),
      ),
    );
  }

  read(): Table {
    this.readBlocks(this.body);
    this.leaveMargins();
    return { rows: this.rows, notes: [], leftOut: this.leftOut, headingsGoOn: true };
  }

  private plain(element: Element): string {
    return elementsWithin(element, 't').map(textWithin).join('');
  }

  private readBlocks(parent: Element): void {
    for (const element of elements(parent)) {
      if (element.name === 'p') this.readParagraph(element);
      else if (element.name === 'tbl') this.readTable(element);
      else if (element.name === 'sdt') {
        const content = elementAt(element, 'sdtContent');
        if (content !== undefined) this.readBlocks(content);
      } else if (['ins', 'moveTo', 'customXml'].includes(element.name)) this.readBlocks(element);
    }
  }

  private readParagraph(element: Element): void {
    const gathered = emptyGathered();
    this.gatherParagraph(element, gathered);
    const heading = this.styles.heading(elementAt(element, 'pPr'));
    const place = `paragraph ${this.paragraphs + 1}`;
    for (const box of gathered.boxes) this.addParagraph(box, 'box');
    this.leave(place, gathered);
    const text = cleanText(gathered.text);
    if (text !== '') this.addParagraph(text, heading, gathered.beside);
  }

  private addParagraph(text: string, style?: Row['style'], beside: string[] = []): void {
    this.paragraphs += 1;
    this.rows.push({
      place: `paragraph ${this.paragraphs}`,
      block: this.tables,
      kind: 'paragraph',
      cells: [{ text, ...(beside.length > 0 && { beside }) }],
      ...(style !== undefined && { style }),
    });
  }

  private leave(place: string, { leftOut }: Gathered): void {
    for (const { text, why } of leftOut) {
      const words = cleanText(text);
      if (words !== '') this.leftOut.push({ place, text: words, why });
    }
  }

  private readTable(table: Element): void {
    this.tables += 1;
    for (const [at, element] of rowsOf(table).entries()) {
      const place = `table ${this.tables}, row ${at + 1}`;
      const properties = elementAt(element, 'trPr');
      const gone = elementAt(properties, 'del') !== undefined;
      const cells = this.cellsOf(element, place);
      if (gone || isOn(elementAt(properties, 'hidden'))) {
        const text = cells.map((cell) => cell.text).filter(Boolean);
        const why = gone ? 'The row was deleted, with changes tracked.' : 'The row is hidden.';
        if (text.length > 0) this.leftOut.push({ place, text: text.join(' '), why });
        continue;
      }
      this.rows.push({ place, block: this.tables, kind: 'row', cells });
    }
  }

  private cellsOf(row: Element, place: string): Cell[] {
    const before = elementAt(row, 'trPr', 'gridBefore')?.attributes['val'];
    const cells: Cell[] = Array.from({ length: Number(before ?? 0) }, () => ({ text: '' }));
    for (const element of inControls(row, 'tc')) {
      const properties = elementAt(element, 'tcPr');
      const across = Number(elementAt(properties, 'gridSpan')?.attributes['val'] ?? 1);
      const down = elementAt(properties, 'vMerge');
      const beside = elementAt(properties, 'hMerge')?.attributes['val'];
      const goesOnDown = down !== undefined && down.attributes['val'] !== 'restart';
      const goesOnBeside = beside === 'continue';
      const cell = this.cell(element, place);
      if (goesOnBeside) {
        const first = cells.findLast(({ text }) => text !== '') ?? cells.at(-1);
        if (first !== undefined) first.across = (first.across ?? 1) + 1;
        cells.push({ text: '' });
        continue;
      }
      cells.push(goesOnDown && cell.text === '' ? { text: '', covered: true } : cell);
      if (across > 1) cells.at(-1)!.across = across;
      for (let more = 1; more < across; more += 1) cells.push({ text: '' });
    }
    return cells;
  }

  private cell(element: Element, place: string): Cell {
    const gathered = emptyGathered();
    this.gatherBlocks(element, gathered);
    this.leave(place, gathered);
    const text = cleanText([gathered.text, ...gathered.boxes].join('\n')).replaceAll(
      /\n(?:•\s*)?(?=\n|$)/g,
      '',
    );
    const fill = elementAt(element, 'tcPr', 'shd')?.attributes['fill'] ?? '';
    const isColoured = text === '' && /^[0-9A-F]{6}$/i.test(fill) && isColour(fill);
    return {
      text,
      ...(gathered.beside.length > 0 && { beside: gathered.beside }),
      ...(isColoured && { question: { kind: 'colour', colour: fill.toUpperCase() } }),
    };
  }

  /** Paragraphs and tables within a cell, each on a line of its own. */
  private gatherBlocks(parent: Element, into: Gathered): void {
    for (const element of elements(parent)) {
      if (element.name === 'p') {
        into.text += '\n';
        this.gatherParagraph(element, into);
      } else if (element.name === 'tbl') {
        for (const row of rowsOf(element)) {
          into.text += '\n';
          for (const [at, cell] of inControls(row, 'tc').entries()) {
            const inner = emptyGathered();
            this.gatherBlocks(cell, inner);
            into.text += `${at === 0 ? '' : ' '}${cleanText(inner.text).replaceAll('\n', ' ')}`;
            into.beside.push(...inner.beside);
            into.leftOut.push(...inner.leftOut);
          }
        }
      } else if (element.name === 'sdt') {
        if (this.isUnfilled(element, into)) continue;
        const content = elementAt(element, 'sdtContent');
        if (content !== undefined) this.gatherBlocks(content, into);
      } else if (element.name === 'ins' || element.name === 'customXml') {
        this.gatherBlocks(element, into);
      }
    }
  }

  private gatherParagraph(element: Element, into: Gathered): void {
    const properties = elementAt(element, 'pPr');
    const numbered = this.styles.numberedBy(properties);
    const start = into.text.length;
    this.gatherRuns(element, properties, into);
    const said = into.text.slice(start);
    if (numbered === undefined) return;
    const isEmpty = said.trim() === '';
    const mark = this.numbers.next(numbered);
    // An empty paragraph shows its number, and no bullet.
    if (mark !== '' && !(isEmpty && mark === '•')) {
      into.text = `${into.text.slice(0, start)}${mark} ${said}`;
    }
  }

  private gatherRuns(parent: Element, paragraph: Element | undefined, into: Gathered): void {
    for (const element of elements(parent)) {
      const { name } = element;
      if (name === 'r') this.gatherRun(element, paragraph, into);
      else if (name === 'hyperlink') this.gatherLink(element, paragraph, into);
      else if (name === 'sdt') this.gatherControl(element, paragraph, into);
      else if (name === 'fldSimple') {
        const before = into.text.length;
        this.gatherRuns(element, paragraph, into);
        this.noteField(element.attributes['instr'] ?? '', into.text.slice(before), into);
      } else if (name === 'del' || name === 'moveFrom') {
        const text = [...elementsWithin(element, 'delText'), ...elementsWithin(element, 't')];
        into.leftOut.push({
          text: text.map(textWithin).join(''),
          why:
            name === 'del'
              ? 'It was deleted, with changes tracked.'
              : 'It was moved elsewhere, with changes tracked.',
        });
      } else if (['ins', 'moveTo', 'smartTag', 'customXml', 'dir', 'bdo'].includes(name)) {
        this.gatherRuns(element, paragraph, into);
      } else if (name === 'oMath' || name === 'oMathPara') into.text += this.plain(element);
    }
  }

  private gatherLink(element: Element, paragraph: Element | undefined, into: Gathered): void {
    const before = into.text.length;
    this.gatherRuns(element, paragraph, into);
    const link = this.relations.get(element.attributes['id'] ?? '');
    if (link?.outside) this.noteLink(into.text.slice(before), link.target, into);
  }

  private noteLink(said: string, target: string, into: Gathered): void {
    const bare = target.replace(/^(?:mailto:|https?:\/\/)/i, '').replace(/\/$/, '');
    if (said.trim() !== '' && !said.includes(bare)) into.beside.push(linkTold(said, target));
  }

  private noteField(code: string, said: string, into: Gathered): void {
    const target = /^\s*HYPERLINK\s+"([^"]+)"/i.exec(code)?.[1];
    if (target !== undefined) this.noteLink(said, target, into);
  }

  /** A box to tick, a list to choose from, a place to fill in. */
  private gatherControl(element: Element, paragraph: Element | undefined, into: Gathered): void {
    const box = elementAt(element, 'sdtPr', 'checkbox');
    if (box !== undefined) {
      into.text += isOn(elementAt(box, 'checked') ?? box) && elementAt(box, 'checked') ? '☒' : '☐';
      return;
    }
    if (this.isUnfilled(element, into)) return;
    const content = elementAt(element, 'sdtContent');
    if (content === undefined) return;
    if (elements(content, 'p').length > 0) this.gatherBlocks(content, into);
    else this.gatherRuns(content, paragraph, into);
  }

  /** What Word shows in a place that nobody has filled in, such as “Choose an item”, is left out. */
  private isUnfilled(control: Element, into: Gathered): boolean {
    if (!(isOn(elementAt(control, 'sdtPr', 'showingPlcHdr')) ?? false)) return false;
    const text = this.plain(control);
    into.leftOut.push({ text, why: 'It is the prompt of a box that nobody has filled in.' });
    return true;
  }

  private gatherRun(run: Element, paragraph: Element | undefined, into: Gathered): void {
    const { struckOut, hidden } = this.styles.look(elementAt(run, 'rPr'), paragraph);
    if (struckOut || hidden) {
      const inner = emptyGathered();
      for (const child of elements(run)) this.gatherPiece(child, inner);
      const why = struckOut ? 'It is struck out.' : 'It is hidden.';
      into.leftOut.push({ text: inner.text, why }, ...inner.leftOut);
      return;
    }
    for (const child of elements(run)) this.gatherPiece(child, into);
  }

  private gatherPiece(element: Element, into: Gathered): void {
    const { name, attributes } = element;
    const field = this.fields.at(-1);
    if (name === 'fldChar') this.gatherField(element, into);
    else if (name === 'instrText') {
      if (field !== undefined) field.code += textWithin(element);
    } else if (field !== undefined && !field.showing) return;
    else if (name === 't') into.text += textWithin(element);
    else if (name === 'tab' || name === 'ptab') into.text += ' ';
    else if (name === 'br' || name === 'cr') into.text += '\n';
    else if (name === 'noBreakHyphen') into.text += '-';
    else if (name === 'sym')
      into.text += symbol(attributes['font'] ?? '', attributes['char'] ?? '');
    else if (name === 'footnoteReference' || name === 'endnoteReference') {
      const kind = name.replace('Reference', '');
      const note = this.footnotes.get(`${kind} ${attributes['id'] ?? ''}`);
      if (note !== undefined && note !== '') {
        into.beside.push(`${kind === 'footnote' ? 'Footnote' : 'Endnote'}: ${note}`);
      }
    } else if (name === 'AlternateContent') {
      const shown = elementAt(element, 'Choice') ?? elementAt(element, 'Fallback');
      for (const child of elements(shown)) this.gatherPiece(child, into);
    } else if (['drawing', 'pict', 'object'].includes(name)) {
      for (const box of elementsWithin(element, 'txbxContent')) {
        const inner = emptyGathered();
        this.gatherBlocks(box, inner);
        const text = cleanText(inner.text);
        if (text !== '') into.boxes.push(text);
        into.leftOut.push(...inner.leftOut);
      }
    }
  }

  private gatherField(element: Element, into: Gathered): void {
    const kind = element.attributes['fldCharType'];
    const field = this.fields.at(-1);
    if (kind === 'begin') {
      this.fields.push({ code: '', showing: false, start: into.text.length, element });
    } else if (kind === 'separate' && field !== undefined) {
      field.showing = true;
      field.start = into.text.length;
    } else if (kind === 'end' && field !== undefined) {
      this.fields.pop();
      const form = elementAt(field.element, 'ffData');
      if (/^\s*FORMCHECKBOX/i.test(field.code)) into.text += isTicked(form) ? '☒' : '☐';
      else if (/^\s*FORMDROPDOWN/i.test(field.code)) into.text += chosen(form);
      else this.noteField(field.code, into.text.slice(field.start), into);
    }
  }

  /** Comments, headers and footers are no part of the plan’s own text. */
  private leaveMargins(): void {
    const margins = [
      [/comments\.xml$/i, 'comment', 'It is a comment in the margin.'],
      [/header\d*\.xml$/i, 'p', 'It is printed at the top of each page.'],
      [/footer\d*\.xml$/i, 'p', 'It is printed at the foot of each page.'],
    ] as const;
    for (const { target } of this.relations.values()) {
      for (const [name, within, why] of margins) {
        if (!name.test(target)) continue;
        for (const element of elementsWithin(this.file.part(target), within)) {
          const text = cleanText(this.plain(element));
          if (text !== '') this.leftOut.push({ place: 'margin', text, why });
        }
      }
    }
  }
}

function rowsOf(table: Element): Element[] {
  return inControls(table, 'tr');
}

/** The children of a name, also those that a control, a change or a mark of Word’s encloses. */
function inControls(parent: Element, name: string): Element[] {
  return elements(parent).flatMap((child) => {
    if (child.name === name) return [child];
    if (child.name === 'sdt') {
      const content = elementAt(child, 'sdtContent');
      return content === undefined ? [] : inControls(content, name);
    }
    return ['ins', 'moveTo', 'customXml', 'smartTag'].includes(child.name)
      ? inControls(child, name)
      : [];
  });
}

function isTicked(form: Element | undefined): boolean {
  const box = elementAt(form, 'checkBox');
  return isOn(elementAt(box, 'checked') ?? elementAt(box, 'default')) ?? false;
}

function chosen(form: Element | undefined): string {
  const list = elementAt(form, 'ddList');
  const at = Number(
    (elementAt(list, 'result') ?? elementAt(list, 'default'))?.attributes['val'] ?? 0,
  );
  return elements(list, 'listEntry')[at]?.attributes['val'] ?? '';
}

/** A sign of a font of signs, such as a tick in Wingdings. */
function symbol(font: string, char: string): string {
  const code = Number.parseInt(char, 16);
  const bare = code >= 0xf000 ? code - 0xf000 : code;
  return codePoint(font, bare)?.string ?? codePoint(font, code)?.string ?? '';
}
