import { isMap, isNode, isPair, parseDocument, visit } from 'yaml';
import type { PassedRow, Piece, TableRead } from '../rows/table-read.ts';
import { comparableWords } from './comparable-words.ts';
import type { Claim, MadeFile } from '../make/made-record.ts';
import type { Table } from '../table.ts';

/** What became of one row of the file. */
export interface RowAccount {
  place: string;
  /** The files that hold its words, from the data folder. */
  files: string[];
  /** Headings, furniture (what repeats or only helps to read), empty, or the words of records. */
  kind: 'taken' | PassedRow['kind'];
}

/** How many words of what people see in the file went where. */
export interface WordCount {
  /** In a field of a record. */
  record: number;
  /** In a comment or a note of a record. */
  note: number;
  /** Names of columns. */
  heading: number;
  /** Headings that are printed again. */
  furniture: number;
  /** Not read, each with a reason. */
  leftOut: number;
  /** All words that the file shows. */
  all: number;
}

/** Where every word of the table went. */
export interface Account {
  rows: RowAccount[];
  words: WordCount;
  /** Whether the parts make up the whole, and nothing was added to the plan’s own words. */
  isWhole: boolean;
  /** Words of the file that are in no record and no comment: there must be none. */
  lost: { place: string; text: string }[];
  /** Words in a field of the plan’s own words that the file does not have: there must be none. */
  invented: { file: string; path: string; text: string }[];
}

/**
 * Follows every word of the file into the records, from the finished text of each record. It trusts
 * nothing that made them: each claim is looked up again in the YAML, in order, and no word serves
 * two claims.
 */
export function account(table: Table, draft: TableRead, files: readonly MadeFile[]): Account {
  const lost: Account['lost'] = [];
  const invented: Account['invented'] = [];
  const held = table.rows.map((row) => row.cells.map(() => [] as Held[]));
  const filesOfRow = table.rows.map(() => new Set<string>());

  for (const file of files) {
    const record = readRecord(file.text);
    const left = new Map<string, string[]>();
    const wordsAt = (path: Claim['path']) => {
      const key = JSON.stringify(path);
      const words =
        left.get(key) ?? comparableWords(path === 'comment' ? record.comments : record.at(path));
      left.set(key, words);
      return words;
    };
    const claimed = new Set<string>();
    for (const { piece, path, again } of piecesInOrder(file.claims)) {
      const wanted = comparableWords(piece.text);
      // A cell is printed once: words that a field has twice were added.
      const claim = JSON.stringify([piece, path]);
      if (!again && path !== 'comment' && claimed.has(claim) && wanted.length > 0) {
        invented.push({ file: file.path, path: String(path), text: piece.text });
      }
      claimed.add(claim);
      const words = again
        ? comparableWords(path === 'comment' ? record.comments : record.at(path))
        : wordsAt(path);
      const at = placeOf(wanted, words);
      if (at < 0) {
        lost.push({ place: table.rows[piece.row]!.place, text: piece.text });
        continue;
      }
      if (!again) words.splice(at, wanted.length, ...(path === 'comment' ? [barrier] : []));
      held[piece.row]![piece.column]!.push({ text: piece.text, isNote: isNote(path) });
      filesOfRow[piece.row]!.add(file.path);
    }
    for (const { path, all } of file.claims) {
      const rest = all ? wordsAt(path).filter((word) => word !== barrier) : [];
      if (rest.length > 0) {
        invented.push({ file: file.path, path: String(path), text: rest.join(' ') });
        left.set(JSON.stringify(path), []);
      }
    }
  }
  const passed = new Map(draft.passed.map((row) => [row.row, row.kind]));
  const words: WordCount = { record: 0, note: 0, heading: 0, furniture: 0, leftOut: 0, all: 0 };
  const rows = table.rows.map((row, at): RowAccount => {
    const kind = passed.get(at);
    for (const [column, cell] of row.cells.entries()) {
      for (const text of [cell.text, ...(cell.beside ?? [])]) {
        const count = comparableWords((text === cell.text ? cell.mark : undefined) ?? text).length;
        words.all += count;
        if (count === 0) continue;
        if (text === cell.text && (kind === 'heading' || kind === 'furniture')) {
          words[kind] += count;
          continue;
        }
        const found = held[at]![column]!;
        if (covers(found, text)) words[isInNote(found, text) ? 'note' : 'record'] += count;
        else lost.push({ place: row.place, text });
      }
    }
    return { place: row.place, files: [...filesOfRow[at]!], kind: kind ?? 'taken' };
  });
  for (const { text } of table.leftOut) {
    words.leftOut += comparableWords(text).length;
    words.all += comparableWords(text).length;
  }
  const { all, ...parts } = words;
  const sum = Object.values(parts).reduce((total, part) => total + part, 0);
  return {
    rows,
    words,
    isWhole: sum === all && lost.length + invented.length === 0,
    lost,
    invented,
  };
}

/** A part of a cell that was found in a record. */
interface Held {
  text: string;
  isNote: boolean;
}

function isNote(path: Claim['path']): boolean {
  return path === 'comment' || (path[0] === 'source' && path[1] === 'note');
}

/**
 * In the order of the claims. Texts in comments come last, the longest first, because a short text may
 * be a part of a long one.
 */
function piecesInOrder(
  claims: readonly Claim[],
): (Pick<Claim, 'path' | 'again'> & { piece: Piece })[] {
  const all = claims.flatMap(({ pieces, path, again }) =>
    pieces.map((piece) => ({ piece, path, again })),
  );
  const inComments = all.filter(({ path }) => path === 'comment');
  return [
    ...all.filter(({ path }) => path !== 'comment'),
    ...inComments.sort(
      (a, b) => comparableWords(b.piece.text).length - comparableWords(a.piece.text).length,
    ),
  ];
}

/** Stands where words were taken away, so that what is left on both sides does not look like one run. */
const barrier = '\u0000';

function placeOf(wanted: readonly string[], words: readonly string[]): number {
  if (wanted.length === 0) return 0;
  for (let at = 0; at + wanted.length <= words.length; at += 1) {
    if (wanted.every((word, step) => words[at + step] === word)) return at;
  }
  return -1;
}

/** Whether the pieces that were found make up the whole cell: one of them by itself, or all in order. */
function covers(found: readonly Held[], cell: string): boolean {
  const wanted = comparableWords(cell).join(' ');
  const texts = found.map(({ text }) => text);
  const inOrder = [...new Set(texts)].sort((a, b) => cell.indexOf(a) - cell.indexOf(b));
  const within = inOrder.filter((text) => cell.includes(text));
  return (
    wanted === '' ||
    texts.some((text) => comparableWords(text).join(' ') === wanted) ||
    [inOrder, within].some((all) => comparableWords(all.join(' ')).join(' ') === wanted)
  );
}

/** Whether a cell is only in comments and notes. */
function isInNote(found: readonly Held[], cell: string): boolean {
  const own = found.filter(({ text }) => cell.includes(text));
  return own.length > 0 && own.every((piece) => piece.isNote);
}

function readRecord(text: string) {
  const document = parseDocument(text, { schema: 'failsafe' });
  const comments: (string | null | undefined)[] = [document.commentBefore, document.comment];
  const collect = (node: unknown) => {
    if (isNode(node)) comments.push(node.commentBefore, node.comment);
  };
  collect(document.contents);
  visit(document, {
    Node(_key, node) {
      if (node !== document.contents) collect(node);
    },
  });
  const flat = (value: unknown): string => {
    if (typeof value === 'string') return value;
    if (Array.isArray(value)) return value.map(flat).join(' ');
    return '';
  };
  return {
    comments: comments.filter(Boolean).join('\n'),
    at: (path: readonly (string | number)[]) => {
      const value: unknown = document.getIn(path);
      return flat(
        isNode(value) || isPair(value) || isMap(value)
          ? (value as { toJSON(): unknown }).toJSON()
          : value,
      );
    },
  };
}
