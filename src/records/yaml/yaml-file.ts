import {
  LineCounter,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseAllDocuments,
  visit,
  type Document,
  type Node,
  type YAMLError,
} from 'yaml';
import { startOfFile, type Place, type Problem } from '../problem.ts';
import { asYaml } from './as-yaml.ts';
import { decode } from './bytes.ts';
import type { Fault } from './faults/fault.ts';
import { faultsIn, looksOdd } from './faults/index.ts';
import { explainParserError, isAboutOneSpot, shortcut } from './parser-errors.ts';

/** One YAML file, read: its value as plain text, lists and maps, and where each part of it stands. */
export interface YamlFile {
  /** Undefined where the file could not be read at all. */
  value: unknown;
  problems: Problem[];
  /** The file as text, or as much of it as is text. */
  text: string;
  /** The place of the value at a path of keys and list positions, or of the nearest part above it. */
  placeOf(path: readonly PropertyKey[]): Place;
  /** The place of a key itself. */
  placeOfKey(path: readonly PropertyKey[]): Place;
  /**
   * The place of some words of a text, however its lines are broken; of the whole text where they
   * are not to be found, as in one that is written with escapes.
   *
   * @param nth which of them, if they stand there more often; counted from 0
   */
  placeOfWords(path: readonly PropertyKey[], words: string, nth?: number): Place;
}

/**
 * Reads one YAML file with every value as text (the YAML 1.2 “failsafe” schema), so that nothing
 * turns into a number, a date or a yes/no behind an editor’s back.
 *
 * @param file its path, for the problems
 * @param bytes what it holds; must be UTF-8
 * @param fields the names of all fields that a record may have
 */
export function readYamlFile(
  file: string,
  bytes: Uint8Array,
  fields: ReadonlySet<string>,
): YamlFile {
  const decoded = decode(bytes);
  const text = decoded.text ?? decoded.readable;
  const problems: Problem[] = [];
  const report = (place: Place, words: Pick<Problem, 'message' | 'advice'> & Partial<Problem>) => {
    problems.push({ rule: 'yaml', severity: 'error', file, ...place, ...words });
  };
  const unreadable = () => ({
    value: undefined,
    text,
    problems,
    placeOf: () => startOfFile,
    placeOfKey: () => startOfFile,
    placeOfWords: () => startOfFile,
  });

  if (decoded.text === undefined) {
    const { at, message, advice } = decoded;
    report(at === 0 && text === '' ? startOfFile : placeAt(text, at, at + 1), { message, advice });
    return unreadable();
  }
  if (/^\s*$/.test(text)) {
    report(startOfFile, {
      message: 'This file is empty.',
      advice: 'Write the record in it, or delete the file.',
    });
    return unreadable();
  }

  const documents = parse(text);
  const document = documents[0];
  if (document === undefined) {
    report(startOfFile, {
      message: 'This file holds only notes: lines that start with #.',
      advice: 'Write the record in it, or delete the file.',
    });
    return unreadable();
  }
  const complaints = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings]);
  const faults =
    complaints.length > 0 || documents.length > 1 || looksOdd(text) ? faultsIn(text, fields) : [];
  for (const fault of worthTelling(faults, complaints.length > 0)) {
    const { rule, line, column, length, message, why, advice, severity } = fault;
    report({ line, column, length }, { rule, message, why, advice, severity });
  }
  for (const { error, place } of remaining(complaints, faults, text)) {
    report(place, explainParserError(error, text, firstLineOf(error, text)));
  }
  if (documents.length > 1 && problems.every(({ severity }) => severity === 'warning')) {
    report(placeAt(text, documents[1]!.range[0]), {
      message: 'This file holds more than one record.',
      advice: 'Keep one record in a file: move the rest to a file of its own.',
    });
  }
  const isFine = () => !problems.some(({ severity }) => severity === 'error');

  if (!isFine()) return unreadable();

  const value = plain(document.contents, {
    shortcut(node) {
      report(placeAt(text, node.range?.[0] ?? 0), shortcut);
    },
    otherNumber(node, typed) {
      const [start, end] = node.range!;
      report(placeAt(text, start, end), {
        severity: 'warning',
        message: `Other programs read ${typed} as the number ${String(Number(typed))}.`,
        why: 'This site reads every value as text, but the file may be used elsewhere.',
        advice: `Put quotation marks around it:  ${asYaml(typed)}`,
      });
    },
    oddKey(node) {
      report(placeAt(text, ...startAndEnd(node)), {
        message: 'The name of a field must be a plain word.',
        advice:
          'A field is written as a name, a colon, a space and its text, such as  title: Our promise',
      });
    },
  });
  if (!isFine()) return unreadable();
  if (!isMap(document.contents)) {
    report(placeAt(text, document.contents?.range?.[0] ?? 0), {
      message: 'This file is not a record: a record is made of lines such as “title: …”.',
      advice: 'Start each line with the name of a field and a colon.',
    });
    return unreadable();
  }
  return { value, text, problems, ...placesIn(text) };
}

function parse(text: string): Document.Parsed[] {
  return parseAllDocuments(text, {
    schema: 'failsafe',
    prettyErrors: false,
  }) as unknown as Document.Parsed[];
}

/**
 * Where the parts of a text stand. It is parsed again when the first place is asked for: keeping the
 * trees of thousands of sound records costs more than parsing the few that are asked about.
 */
function placesIn(text: string): Pick<YamlFile, 'placeOf' | 'placeOfKey' | 'placeOfWords'> {
  let contents: Node | null | undefined;
  const nodeAt = (path: readonly PropertyKey[]) => {
    contents ??= parse(text)[0]?.contents;
    let node: Node | null = contents ?? null;
    for (const step of path) {
      const next: unknown =
        isMap(node) || isSeq(node) ? node.get(step as string | number, true) : undefined;
      if (next === undefined || next === null) break;
      node = next as Node;
    }
    return node;
  };
  const place = (node: Node | null | undefined) =>
    node?.range ? placeAt(text, ...startAndEnd(node)) : startOfFile;
  return {
    placeOf: (path) => (path.length === 0 ? startOfRecord(text) : place(nodeAt(path))),
    placeOfKey(path) {
      const parent = nodeAt(path.slice(0, -1));
      const pair = isMap(parent)
        ? parent.items.find((item) => isPair(item) && String(item.key) === path.at(-1))
        : undefined;
      return place((pair?.key as Node | undefined) ?? parent);
    },
    placeOfWords(path, words, nth = 0) {
      const node = nodeAt(path);
      const [start, end] = node?.range ?? [0, 0];
      const match = wordsIn(text.slice(start, end), words)[nth];
      return match === undefined
        ? place(node)
        : placeAt(text, start + match.index, start + match.index + match[0].length);
    },
  };
}

/** Where whole words stand in a text; those within a web address only if they are one. */
function wordsIn(text: string, words: string): RegExpExecArray[] {
  const escaped = words.trim().replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  const before = /^[\p{L}\p{N}]/u.test(words) ? String.raw`(?<![\p{L}\p{N}])` : '';
  const after = /[\p{L}\p{N}]$/u.test(words) ? String.raw`(?![\p{L}\p{N}])` : '';
  const whole = new RegExp(before + escaped.replaceAll(/\s+/g, String.raw`\s+`) + after, 'gu');
  const searched = words.includes('://')
    ? text
    : text.replaceAll(/https?:\/\/\S+/g, (address) => ' '.repeat(address.length));
  return [...searched.matchAll(whole)];
}

/** Below the notes at the top of a file, if there are any; found without parsing it. */
function startOfRecord(text: string): Place {
  const notes = /^(?:[ \t]*(?:#.*|---.*)?\r?\n)*/.exec(text)![0];
  return placeAt(text, notes.length);
}

/** Where a value starts and ends; of one that has fields or entries below it, only the start. */
function startAndEnd(node: Node): [number, number] {
  const start = node.range?.[0] ?? 0;
  const isBlock = (isMap(node) || isSeq(node)) && node.flow !== true;
  return [start, isBlock ? start : (node.range?.[1] ?? start)];
}

/** The place of a stretch of text; of several lines the first. Always within the file. */
function placeAt(text: string, start: number, end = start): Place {
  // What is missing at the very end is looked for at the end of the last line with something on it.
  const from = start >= text.trimEnd().length ? Math.min(start, text.trimEnd().length) : start;
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < from; at = text.indexOf('\n', at + 1)) line++;
  const rest = text.slice(from, Math.max(from, end)).split(/\r?\n/, 1)[0]!;
  return { line, column: from - lineStart + 1, length: rest.trimEnd().length };
}

/** Of faults that the parser would complain of, only what it did complain of is worth telling. */
function worthTelling(faults: readonly Fault[], complained: boolean): Fault[] {
  return faults.filter((fault) => fault.silent || complained);
}

/**
 * The parser’s complaints that no fault of typing explains. One fault brings a swarm of complaints
 * about the lines below it, so of those only the first counts.
 */
function remaining(complaints: readonly YAMLError[], faults: readonly Fault[], text: string) {
  const placed = complaints.map((error) => ({ error, place: placeAt(text, ...error.pos) }));
  const spots = placed.filter(
    ({ error, place }) => isAboutOneSpot(error) && !faults.some(({ line }) => line === place.line),
  );
  const explained = faults.some(({ severity }) => severity === 'error');
  const [swarm] = explained ? [] : placed.filter(({ error }) => !isAboutOneSpot(error));
  return faults.some(({ bringsAll }) => bringsAll)
    ? []
    : [...spots, ...(swarm === undefined ? [] : [swarm])];
}

/** For a field that stands twice: the line of the first. */
function firstLineOf(error: YAMLError, text: string): number | undefined {
  if (error.code !== 'DUPLICATE_KEY') return undefined;
  let line: number | undefined;
  const lines = new LineCounter();
  const [document] = parseAllDocuments(text, {
    schema: 'failsafe',
    prettyErrors: false,
    lineCounter: lines,
  }) as unknown as Document.Parsed[];
  visit(document!, {
    Map(_key, { items }) {
      const twice = items.find(({ key }) => (key as Node).range?.[0] === error.pos[0]);
      const first = items.find(({ key }) => String(key) === String(twice?.key));
      if (twice === undefined || first === undefined) return undefined;
      line = lines.linePos((first.key as Node).range![0]).line;
      return visit.BREAK;
    },
  });
  return line;
}

interface Watch {
  shortcut(node: Node): void;
  otherNumber(node: Node, typed: string): void;
  oddKey(node: Node): void;
}

const number = /^[-+]?(?:\d[\d_]*\.?\d*(?:[eE][-+]?\d+)?|\.\d+|0x[\da-fA-F]+|0o[0-7]+)$/;

/** A tree as text, lists and maps; tells of parts that are more than that. */
function plain(node: unknown, watch: Watch): unknown {
  if (isAlias(node) || (node as Node | null)?.anchor !== undefined) {
    watch.shortcut(node as Node);
    if (isAlias(node)) return '';
  }
  if (isScalar(node)) {
    const typed = String(node.value ?? '');
    if (node.type === 'PLAIN' && number.test(typed) && String(Number(typed)) !== typed) {
      watch.otherNumber(node as Node, typed);
    }
    return typed;
  }
  if (isSeq(node)) return node.items.map((item) => plain(item, watch));
  if (isMap(node)) {
    const value: Record<string, unknown> = {};
    for (const { key, value: inner } of node.items) {
      if (!isScalar(key)) watch.oddKey((key ?? node) as Node);
      else setField(value, String(key.value ?? ''), plain(inner, watch));
    }
    return value;
  }
  return '';
}

/** A field named `__proto__` is a field like any other. */
function setField(record: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') record[name] = value;
  else {
    Object.defineProperty(record, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
}
