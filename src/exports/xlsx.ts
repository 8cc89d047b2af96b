import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, Zip, zipSync, type ZipInputFile } from 'fflate';
import writeExcelFile, { type Cell as SheetCell } from 'write-excel-file/node';
import { columns, type Cell } from './actions-table.ts';
import { allowedText } from './plain-text.ts';

/**
 * The table as a spreadsheet (Office Open XML): days are real dates, yes and no real ones, and lists
 * have an entry to a line. The headings and the references stay in sight, and every column has a
 * filter. A second sheet says what each column means. Texts are stored as texts, so no cell can be
 * a formula.
 *
 * The library makes one workbook, with a row of samples; its rows are then put in here, because each
 * action is in the tables of all, of its plan and of its leads, and is written once for all of them.
 */
export async function writeXlsx(
  rows: readonly (readonly Cell[])[],
): Promise<Uint8Array<ArrayBuffer>> {
  return zipped((await sheetOf(rows)).map(([name, pieces]) => [name, whole(pieces)]));
}

/** The same in pieces, for a table that is too long to be made at once. */
export async function* xlsxParts(rows: readonly (readonly Cell[])[]): AsyncIterable<Uint8Array> {
  yield* zippedInPieces(await sheetOf(rows));
}

/** The parts of the workbook by their names in the zip file. */
async function sheetOf(
  rows: readonly (readonly Cell[])[],
): Promise<[name: string, pieces: Uint8Array | Iterable<string>][]> {
  const { parts, before, after, looks } = await (workbook ??= makeWorkbook());
  const height = rows.length + 1;
  const last = `${columnLetters(columns.length)}${height}`;
  function* sheet() {
    yield before;
    for (const [index, row] of rows.entries()) yield rowXml(row, index + 2, looks);
    yield after.replace('</sheetData>', `</sheetData><autoFilter ref="A1:${last}"/>`);
  }
  const filter = `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Actions!$A$1:$${columnLetters(columns.length)}$${height}</definedName>`;
  const book = strFromU8(parts[bookPart]!).replace(
    '</sheets>',
    `</sheets><definedNames>${filter}</definedNames>`,
  );
  return Object.entries({ ...parts, [bookPart]: strToU8(book), [sheetPart]: sheet() });
}

function whole(pieces: Uint8Array | Iterable<string>): Uint8Array {
  return pieces instanceof Uint8Array ? pieces : Buffer.from([...pieces].join(''));
}

/** What is the same in every table. */
interface Workbook {
  /** By their names in the zip file. */
  parts: Record<string, Uint8Array>;
  /** The first sheet, up to where the rows go, and from there on. */
  before: string;
  after: string;
  /** The numbers of the styles of cells. */
  looks: { text: string; day: string; yes: string };
}

const bookPart = 'xl/workbook.xml';
const sheetPart = 'xl/worksheets/sheet1.xml';

let workbook: Promise<Workbook> | undefined;

async function makeWorkbook(): Promise<Workbook> {
  const bytes = await writeExcelFile([
    {
      sheet: 'Actions',
      data: [columns.map(({ title }) => headingCell(title)), samples],
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
    },
    {
      sheet: 'About the columns',
      data: [
        ['Column', 'Name in the CSV file', 'What it says'].map(headingCell),
        ...columns.map(({ title, name, description }) => [title, name, description]),
      ],
      columns: [{ width: 30 }, { width: 22 }, { width: 100 }],
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
    },
  ]).toBuffer();
  const parts = unzipSync(bytes);
  const [sheet, before, row, after] =
    /^(.*)<row r="2"[^>]*>(.*?)<\/row>(.*)$/s.exec(strFromU8(parts[sheetPart]!)) ?? [];
  const [text, day, yes] = [...(row ?? '').matchAll(/ s="(\d+)"/g)].map(([, style]) => style!);
  if (sheet === undefined || text === undefined || day === undefined || yes === undefined) {
    throw new Error('The library for spreadsheets writes sheets in another way than it did.');
  }
  return { parts, before: before!, after: after!, looks: { text, day, yes } };
}

/** One cell of each sort. */
const samples: SheetCell[] = [
  { value: 'a', type: String, wrap: true, alignVertical: 'top' },
  { value: new Date(0), type: Date, format: 'd mmm yyyy', alignVertical: 'top' },
  { value: true, type: Boolean, alignVertical: 'top' },
];

/** A row as high as its longest text would fill the screen. */
const rowHeight = 60;

const letters = columns.map((_, index) => columnLetters(index + 1));

function rowXml(row: readonly Cell[], place: number, looks: Workbook['looks']): string {
  let xml = `<row r="${place}" ht="${rowHeight}" customHeight="1">`;
  for (const [index, cell] of cellsXml(row, looks).entries()) {
    if (cell !== undefined) xml += `<c r="${letters[index]!}${place}" ${cell}</c>`;
  }
  return `${xml}</row>`;
}

/** What is in the cells of a row, wherever it is; undefined of an empty cell. */
function cellsXml(row: readonly Cell[], looks: Workbook['looks']): readonly (string | undefined)[] {
  const cells = written.get(row) ?? row.map((cell, index) => cellXml(cell, index, looks));
  written.set(row, cells);
  return cells;
}

const written = new WeakMap<readonly Cell[], readonly (string | undefined)[]>();

function cellXml(cell: Cell, column: number, looks: Workbook['looks']): string | undefined {
  if (cell === null) return undefined;
  if (typeof cell === 'boolean') return `s="${looks.yes}" t="b"><v>${Number(cell)}</v>`;
  const text = typeof cell === 'string' ? cell : cell.join('\n');
  if (text === '') return undefined;
  if (columns[column]!.type === 'day') return `s="${looks.day}"><v>${dayNumber(text)}</v>`;
  const space = text.trim() === text ? '' : ' xml:space="preserve"';
  return `s="${looks.text}" t="inlineStr"><is><t${space}>${escaped(cutShort(text))}</t></is>`;
}

/** An ISO day as spreadsheets count days: 1 January 1970 is the 25,569th. */
function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
}

function escaped(text: string): string {
  return allowedText(literal(text))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** Excel refuses a file with a longer text in a cell. */
const mostCharacters = 32_767;
const goesOn = '… (The JSON file has the rest.)';

/** A cell with the name of a column. */
export function headingCell(title: string): SheetCell {
  return { value: title, type: String, fontWeight: 'bold', wrap: true, alignVertical: 'top' };
}

function cutShort(text: string): string {
  return text.length > mostCharacters
    ? text.slice(0, mostCharacters - goesOn.length) + goesOn
    : text;
}

/** Excel reads `_x0041_` as the letter A (ECMA-376, 22.9.2.19), so its first mark is written so itself. */
export function literal(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

/** The name of a spreadsheet’s column, counted from 1: A, Z, AA. */
export function columnLetters(place: number): string {
  if (place === 0) return '';
  return columnLetters(Math.floor((place - 1) / 26)) + String.fromCharCode(65 + ((place - 1) % 26));
}

/** Made of local time because that is what is written: the same in every time zone. */
const always = () => new Date(1980, 0, 1);

/** The same zip file with every part dated 1 January 1980, so that one content makes one file. */
export function withoutClock(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return zipSync(unzipSync(bytes), { mtime: always(), level: 6 });
}

/** A zip file of these parts, deflated by Node’s own zlib, which takes a tenth of the time. */
function zipped(
  parts: readonly (readonly [name: string, content: Uint8Array])[],
): Uint8Array<ArrayBuffer> {
  const zip = new ZipInMaking();
  for (const [name, content] of parts) {
    const part = zip.add(name);
    part.take(content);
    part.give(deflateRawSync(content), true);
  }
  return Uint8Array.from(Buffer.concat(zip.end()));
}

async function* zippedInPieces(
  parts: readonly (readonly [name: string, pieces: Uint8Array | Iterable<string>])[],
): AsyncIterable<Uint8Array> {
  const zip = new ZipInMaking();
  for (const [name, pieces] of parts) {
    const part = zip.add(name);
    const taken = function* () {
      for (const lot of pieces instanceof Uint8Array ? [pieces] : lotsOf(pieces)) {
        part.take(lot);
        yield lot;
      }
    };
    // What goes wrong in either of the two is thrown here.
    const deflating = pipeline(Readable.from(taken()), createDeflateRaw(), () => undefined);
    for await (const chunk of deflating as AsyncIterable<Buffer<ArrayBuffer>>) {
      part.give(chunk, false);
      yield* zip.ready();
    }
    part.give(new Uint8Array(), true);
  }
  yield* zip.end();
}

/** Joins texts up to a million characters, because deflating each by itself is slow. */
function* lotsOf(pieces: Iterable<string>): Iterable<Uint8Array> {
  let waiting = '';
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < 1_000_000) continue;
    yield Buffer.from(waiting);
    waiting = '';
  }
  yield Buffer.from(waiting);
}

/** A zip file of parts that somebody else deflates. */
class ZipInMaking {
  #chunks: Uint8Array[] = [];
  readonly #zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.#chunks.push(chunk);
  });

  add(name: string) {
    const file: ZipInputFile = { filename: name, size: 0, crc: 0, compression: 8, mtime: always() };
    this.#zip.add(file);
    return {
      /** Counts what is in the part. */
      take(content: Uint8Array) {
        file.size += content.length;
        file.crc = crc32(content, file.crc);
      },
      /** Enters what that becomes, deflated. */
      give(chunk: Uint8Array<ArrayBuffer>, isLast: boolean) {
        file.ondata!(null, chunk, isLast);
      },
    };
  }

  /** What is made and was not taken yet. */
  ready(): Uint8Array[] {
    const ready = this.#chunks;
    this.#chunks = [];
    return ready;
  }

  /** The rest. */
  end(): Uint8Array[] {
    this.#zip.end();
    return this.ready();
  }
}
