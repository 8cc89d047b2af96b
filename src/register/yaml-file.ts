import {
  LineCounter,
  isAlias,
  isMap,
  isPair,
  isSeq,
  parseAllDocuments,
  visit,
  type Document,
  type Node,
  type YAMLError,
} from 'yaml';
import { startOfFile, type Place, type Problem } from './problem.ts';

/** One YAML file, read: its value as plain text, lists and maps, and where each part of it stands. */
export interface YamlFile {
  /** Undefined where the file could not be read at all. */
  value: unknown;
  problems: Problem[];
  /** The place of the value at a path of keys and list positions, or of the nearest part above it. */
  placeOf(path: readonly PropertyKey[]): Place;
  /** The place of a key itself. */
  placeOfKey(path: readonly PropertyKey[]): Place;
}

/**
 * Reads one YAML file with every value as text (the YAML 1.2 “failsafe” schema), so that nothing
 * turns into a number, a date or a yes/no behind an editor’s back.
 *
 * @param file its path, for the problems
 * @param bytes what it holds; must be UTF-8
 */
export function readYamlFile(file: string, bytes: Uint8Array): YamlFile {
  const problems: Problem[] = [];
  const report = (place: Place, message: string, advice: string) => {
    problems.push({ rule: 'yaml', file, ...place, message, advice });
  };
  const unreadable = () => ({
    value: undefined,
    problems,
    placeOf: () => startOfFile,
    placeOfKey: () => startOfFile,
  });

  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    report(
      startOfFile,
      'This file is not plain UTF-8 text.',
      'Save it again with the encoding “UTF-8”. A Word file or a picture cannot be read here.',
    );
    return unreadable();
  }
  if (text.trim() === '') {
    report(startOfFile, 'This file is empty.', 'Write the record in it, or delete the file.');
    return unreadable();
  }

  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
  }) as Document.Parsed[];
  const place = (start: number, end = start): Place => {
    const { line, col } = lines.linePos(start);
    const rest = text.slice(start, end).split(/\r?\n/, 1)[0]!;
    return { line, column: col, length: rest.trimEnd().length };
  };

  const document = documents[0]!;
  for (const error of [...document.errors, ...document.warnings]) {
    const { message, advice } = explainYamlError(error, text);
    report(place(...whereToLook(error, document)), message, advice);
  }
  if (documents.length > 1) {
    report(
      place(documents[1]!.range[0]),
      'This file holds more than one record. A line with only “---” starts a second one.',
      'Keep one record in a file: move the rest to a file of its own, and take the line out.',
    );
  }
  visit(document, {
    Node(_key, node) {
      if (isAlias(node) || node.anchor !== undefined) {
        report(
          place(node.range?.[0] ?? 0),
          'A word that starts with & or * is a YAML shortcut, and records do not use them.',
          'Write the text out in full, or put quotation marks around it.',
        );
      }
    },
  });
  if (problems.length > 0) return { ...unreadable(), problems };
  if (!isMap(document.contents)) {
    report(
      place(document.contents?.range?.[0] ?? 0),
      'This file is not a record: a record is made of lines such as “title: …”.',
      'Start each line with the name of a field and a colon.',
    );
    return unreadable();
  }

  const nodeAt = (path: readonly PropertyKey[]) => {
    let node: Node | null = document.contents;
    for (const step of path) {
      const next: unknown =
        isMap(node) || isSeq(node) ? node.get(step as string | number, true) : undefined;
      if (next === undefined || next === null) break;
      node = next as Node;
    }
    return node;
  };
  return {
    value: document.toJS(),
    problems,
    placeOf(path) {
      const range = nodeAt(path)?.range;
      return range ? place(range[0], range[1]) : startOfFile;
    },
    placeOfKey(path) {
      const parent = nodeAt(path.slice(0, -1));
      const pair = isMap(parent)
        ? parent.items.find((item) => isPair(item) && String(item.key) === path.at(-1))
        : undefined;
      const range = (pair?.key as Node | undefined)?.range ?? parent?.range;
      return range ? place(range[0], range[1]) : startOfFile;
    },
  };
}

/** Where an editor should look: for a quotation mark that is never closed, where it was opened. */
function whereToLook(error: YAMLError, document: Document.Parsed): [number, number] {
  let [start, end] = error.pos;
  visit(document, {
    Scalar(_key, { type, range }) {
      const quoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
      if (quoted && error.code === 'MISSING_CHAR' && range && range[2] >= error.pos[0]) {
        [start, end] = range;
        return visit.BREAK;
      }
      return undefined;
    },
  });
  return [start, end];
}

/** A YAML parser’s complaint in words that an editor can act on. */
function explainYamlError(error: YAMLError, text: string): { message: string; advice: string } {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return {
        message: 'This line starts with a tab.',
        advice: 'Use spaces to move a line in: two for each step.',
      };
    case 'DUPLICATE_KEY':
      return {
        message: `“${text.slice(error.pos[0]).split(':', 1)[0]!.trim()}” stands twice here.`,
        advice: 'Keep one of the two, and delete the other.',
      };
    case 'BAD_INDENT':
    case 'BLOCK_IN_FLOW':
      return {
        message: 'This line is moved in too far, or not far enough.',
        advice: 'Line it up with the lines that belong with it. Each step in is two spaces.',
      };
    case 'MISSING_CHAR':
      return error.message.includes('quote')
        ? {
            message: 'A quotation mark is opened here and not closed.',
            advice: 'Put the same mark at the end of the text, or take this one out.',
          }
        : {
            message: 'Something is missing here, most likely a colon or a closing bracket.',
            advice:
              'A field is written as a name, a colon, a space and its text, such as  title: Our promise',
          };
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BLOCK_AS_IMPLICIT_KEY':
      return {
        message: 'This text holds a colon, so it looks like the name of a field.',
        advice: 'Put quotation marks around the whole text: "like this: with a colon".',
      };
    case 'TAG_RESOLVE_FAILED':
      return {
        message: 'A word that starts with ! has a meaning of its own in YAML.',
        advice: 'Put quotation marks around the text.',
      };
    default:
      return {
        message: `This line cannot be read: ${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}.`,
        advice:
          'Compare it with a record that works. Quotation marks around the whole text often help.',
      };
  }
}
