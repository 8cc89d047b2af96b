import { isMap, isNode, isPair, parseDocument, visit } from 'yaml';
import type { Draft, Piece } from '../rows/draft.ts';
import type { Claim, MadeFile } from '../make/made-record.ts';
import type { Table } from '../table.ts';

/** What became of one row of the file. */
export interface RowAccount {
  place: string;
  result: 'taken' | 'repaired' | 'needs you' | 'passed over';
  /** The files that hold its words, from the data folder. */
  files: string[];
  /** What was repaired, what needs a person, or why there was nothing to take. */
  remarks: string[];
  words: number;
}

export interface Account {
  rows: RowAccount[];
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
export function account(table: Table, draft: Draft, files: readonly MadeFile[]): Account {
  const lost: Account['lost'] = [];
  const invented: Account['invented'] = [];
  const held = table.rows.map((row) => row.cells.map(() => [] as string[]));
  const filesOfRow = table.rows.map(() => new Set<string>());

  for (const file of files) {
    const record = readRecord(file.text);
    const left = new Map<string, string[]>();
    const wordsAt = (path: Claim['path']) => {
      const key = JSON.stringify(path);
      const words =
        left.get(key) ?? wordsOf(path === 'comment' ? record.comments : record.at(path));
      left.set(key, words);
      return words;
    };
    for (const { piece, path, again } of piecesInOrder(file.claims)) {
      const wanted = wordsOf(piece.text);
      const words = again
        ? wordsOf(path === 'comment' ? record.comments : record.at(path))
        : wordsAt(path);
      const at = placeOf(wanted, words);
      if (at < 0) {
        lost.push({ place: table.rows[piece.row]!.place, text: piece.text });
        continue;
      }
      if (!again) words.splice(at, wanted.length, ...(path === 'comment' ? [barrier] : []));
      held[piece.row]![piece.column]!.push(piece.text);
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
  const headings = new Set(draft.passed.filter((row) => row.headings).map(({ row }) => row));
  const rows = table.rows.map((row, at): RowAccount => {
    for (const [column, cell] of row.cells.entries()) {
      if (headings.has(at)) continue;
      if (!covers(held[at]![column]!, cell.text)) lost.push({ place: row.place, text: cell.text });
    }
    const remarks = draft.remarks.filter((remark) => remark.row === at);
    const passed = draft.passed.filter((remark) => remark.row === at).map(({ why }) => why);
    const needsYou = remarks.some(({ kind }) => kind === 'needs you');
    const files = [...filesOfRow[at]!];
    return {
      place: row.place,
      result: needsYou
        ? 'needs you'
        : remarks.length > 0
          ? 'repaired'
          : files.length > 0
            ? 'taken'
            : 'passed over',
      files,
      remarks: [
        ...new Set([...remarks.map(({ text }) => text), ...(files.length > 0 ? [] : passed)]),
      ],
      words: wordsOf(row.cells.map((cell) => cell.text).join(' ')).length,
    };
  });
  return { rows, lost, invented };
}

/** As claimed; what stands in comments comes last and the longest first, as a short text may be a part of a long one. */
function piecesInOrder(
  claims: readonly Claim[],
): (Pick<Claim, 'path' | 'again'> & { piece: Piece })[] {
  const all = claims.flatMap(({ pieces, path, again }) =>
    pieces.map((piece) => ({ piece, path, again })),
  );
  const inComments = all.filter(({ path }) => path === 'comment');
  return [
    ...all.filter(({ path }) => path !== 'comment'),
    ...inComments.sort((a, b) => wordsOf(b.piece.text).length - wordsOf(a.piece.text).length),
  ];
}

/** Stands where words were taken away, so that what is left on both sides does not look like one run. */
const barrier = '\u0000';

/**
 * The words of a text, for the account: everything between white space, in small letters. Marks of
 * lists are no words, nor is the punctuation at the end of a number.
 */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '' && !/^(?:[•▪●◦‣·*–—-]|…)$/.test(word))
    .map((word) => (/^[\p{L}]?\d[\d.]*[.:)]$/u.test(word) ? word.replace(/[.:)]+$/, '') : word));
}

function placeOf(wanted: readonly string[], words: readonly string[]): number {
  if (wanted.length === 0) return 0;
  for (let at = 0; at + wanted.length <= words.length; at += 1) {
    if (wanted.every((word, step) => words[at + step] === word)) return at;
  }
  return -1;
}

/** Whether the pieces that were found make up the whole cell: one of them by itself, or all in order. */
function covers(found: readonly string[], cell: string): boolean {
  const wanted = wordsOf(cell).join(' ');
  const inOrder = [...new Set(found)].sort((a, b) => cell.indexOf(a) - cell.indexOf(b));
  return (
    wanted === '' ||
    found.some((text) => wordsOf(text).join(' ') === wanted) ||
    wordsOf(inOrder.join(' ')).join(' ') === wanted
  );
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
