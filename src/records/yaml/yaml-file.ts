import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseAllDocuments,
  visit,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { startOfFile, type Place, type Problem } from '../problem.ts';
import { asYaml } from './as-yaml.ts';
import { decodeUtf8 } from './bytes.ts';
import type { Fault } from './faults/fault.ts';
import { faultsIn, looksOdd } from './faults/index.ts';
import { hasInvisible, invisibleWords } from './faults/invisible-character.ts';
import { isOtherNumber } from './other-number.ts';
import { plainYaml } from './plain-yaml.ts';
import { explainParserError, isAboutOneSpot, shortcut, type Complaint } from './parser-errors.ts';

/** One YAML file, read: its value as plain text, lists and maps, and where each part of it is. */
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
   * @param nth which of them, if they appear there more often; counted from 0
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
  const decoded = decodeUtf8(bytes);
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
  const tooMuch = beyondLimits(bytes, text);
  if (tooMuch !== undefined) {
    const { line, ...words } = tooMuch;
    report({ ...startOfFile, line }, words);
    return unreadable();
  }
  if (text.trim() === '') {
    report(startOfFile, {
      message: 'This file is empty.',
      advice: 'Write the record in it, or delete the file.',
    });
    return unreadable();
  }

  const isOdd = looksOdd(text);
  const record = isOdd ? undefined : plainYaml(text);
  if (record !== undefined) return { value: record, text, problems, ...placesIn(text) };
  const documents = parse(text);
  const document = documents[0];
  if (document === undefined) {
    report(startOfFile, {
      message: 'This file holds only notes: lines that start with #.',
      advice: 'Write the record in it, or delete the file.',
    });
    return unreadable();
  }
  const firstLines = new Map<number, number>();
  const complaints: Complaint[] = [
    ...documents.flatMap(({ errors, warnings }) => [...errors, ...warnings]),
    ...fieldsTwice(document, text, firstLines),
  ];
  const faults =
    complaints.length > 0 || documents.length > 1 || isOdd ? faultsIn(text, fields) : [];
  for (const fault of worthTelling(faults, complaints.length > 0)) {
    const { rule, line, column, length, message, why, advice, severity } = fault;
    report({ line, column, length }, { rule, message, why, advice, severity });
  }
  for (const { error, place } of remaining(complaints, faults, text)) {
    report(place, explainParserError(error, text, firstLines.get(error.pos[0])));
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
    invisible(node, typed) {
      report(placeAt(text, ...startAndEnd(node)), invisibleWords(typed));
    },
    tooDeep(node) {
      report(placeAt(text, node.range?.[0] ?? 0), tooDeep);
    },
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

/** A round of reports on a plan of a thousand actions has half as many bytes. */
const mostBytes = 1_000_000;
const longestLine = 10_000;
const mostLevels = 20;

const tooDeep = {
  message: `There are lists within lists here, more than ${mostLevels} deep.`,
  advice:
    'Take out the dashes and brackets that are too many. A record needs three or four levels.',
};

/** What is wrong with a text that is larger than any record, so that a close look would take too long. */
function beyondLimits(bytes: Uint8Array, text: string) {
  if (bytes.length > mostBytes) {
    return {
      line: 1,
      message: `This file has ${Math.ceil(bytes.length / 1000)} KB, and the most is ${mostBytes / 1000} KB.`,
      advice:
        'A record holds one action, plan, report or organisation. Move what is more to files of its own.',
    };
  }
  for (const [index, line] of text.split('\n').entries()) {
    if (line.length > longestLine) {
      return {
        line: index + 1,
        message: `This line has ${line.length} characters, and the most is ${longestLine}.`,
        advice:
          'Make several lines of it. A text may go on in the next line, indented by two spaces.',
      };
    }
    if (/^\s*(?:- *){21}/.test(line) || /^[^"'#]*[[{](?:\s*[[{]){20}/.test(line)) {
      return { line: index + 1, ...tooDeep };
    }
  }
  return undefined;
}

function parse(text: string): Document.Parsed[] {
  return parseAllDocuments(text, {
    schema: 'failsafe',
    prettyErrors: false,
    // Held against every other field of its record, each field would take longer than the last.
    uniqueKeys: false,
  }) as unknown as Document.Parsed[];
}

/**
 * Where the parts of a text are. It is parsed again when the first place is asked for: keeping the
 * trees of thousands of sound records costs more than parsing the few that are asked about.
 */
function placesIn(text: string): Pick<YamlFile, 'placeOf' | 'placeOfKey' | 'placeOfWords'> {
  let contents: Node | null | undefined;
  const fields = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();
  const fieldOf = (map: YAMLMap, name: PropertyKey | undefined) => {
    // Where a field is there twice, the first counts.
    const known =
      fields.get(map) ?? new Map(map.items.toReversed().map((pair) => [String(pair.key), pair]));
    fields.set(map, known);
    return known.get(String(name));
  };
  const searched = {
    withAddresses: new WeakMap<Node, Searchable>(),
    without: new WeakMap<Node, Searchable>(),
  };
  const searchable = (node: Node, withAddresses: boolean) => {
    const known = searched[withAddresses ? 'withAddresses' : 'without'];
    const [start, end] = node.range!;
    const made = known.get(node) ?? toSearch(text.slice(start, end), withAddresses);
    known.set(node, made);
    return made;
  };
  const nodeAt = (path: readonly PropertyKey[]) => {
    contents ??= parse(text)[0]?.contents;
    let node: Node | null = contents ?? null;
    for (const step of path) {
      const next: unknown = isMap(node)
        ? fieldOf(node, step)?.value
        : isSeq(node)
          ? node.get(step as number, true)
          : undefined;
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
      const pair = isMap(parent) ? fieldOf(parent, path.at(-1)) : undefined;
      return place((pair?.key as Node | undefined) ?? parent);
    },
    placeOfWords(path, words, nth = 0) {
      const node = nodeAt(path);
      if (!node?.range) return startOfFile;
      const [start] = node.range;
      const found = wordsIn(searchable(node, words.includes('://')), words, nth);
      return found === undefined
        ? place(node)
        : placeAt(text, start + found.start, start + found.end);
    },
  };
}

/** A text in which words are looked for, whatever space is between them. */
interface Searchable {
  /** With one space in the place of any. */
  evened: string;
  /** Where each character of it is in the text itself. */
  at: Uint32Array;
}

/** Words are not looked for within web addresses, unless they are one. */
function toSearch(text: string, withAddresses: boolean): Searchable {
  const searched = withAddresses
    ? text
    : text.replaceAll(/https?:\/\/\S+/g, (address) => ' '.repeat(address.length));
  const at = new Uint32Array(text.length + 1);
  const parts: string[] = [];
  let length = 0;
  for (const { 0: part, index } of searched.matchAll(/\s+|\S+/g)) {
    const kept = part.trim() === '' ? ' ' : part;
    for (let offset = 0; offset < kept.length; offset++) at[length + offset] = index + offset;
    length += kept.length;
    parts.push(kept);
  }
  at[length] = text.length;
  return { evened: parts.join(''), at };
}

/** Where whole words are in a text for the nth time, counted from 0. */
function wordsIn(
  { evened, at }: Searchable,
  words: string,
  nth: number,
): { start: number; end: number } | undefined {
  const wanted = words.trim().replaceAll(/\s+/g, ' ');
  if (wanted === '') return undefined;
  let left = nth;
  for (let from = evened.indexOf(wanted); from !== -1;) {
    const to = from + wanted.length;
    const whole =
      !goesOnAt(evened.slice(from - 1, from + 1)) && !goesOnAt(evened.slice(to - 1, to + 1));
    if (whole && left === 0) return { start: at[from]!, end: at[to - 1]! + 1 };
    if (whole) left -= 1;
    from = evened.indexOf(wanted, whole ? to : from + 1);
  }
  return undefined;
}

/** Whether two characters that follow each other belong to one word. */
function goesOnAt(pair: string): boolean {
  return /^[\p{L}\p{N}]{2}$/u.test(pair);
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
  const { starts, end: lastCharacter } = linesOf(text);
  // What is missing at the very end is looked for at the end of the last line with something on it.
  const from = Math.min(start, lastCharacter);
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= from) low = middle;
    else high = middle;
  }
  const lineEnd = (starts[low + 1] ?? text.length + 1) - 1;
  const rest = text.slice(from, Math.max(from, Math.min(end, lineEnd)));
  return { line: low + 1, column: from - starts[low]! + 1, length: rest.trimEnd().length };
}

/** Where the lines of the text start that was last asked about, and where its last word ends. */
let known = { text: '', starts: [0], end: 0 };

function linesOf(text: string): typeof known {
  if (known.text !== text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
      starts.push(at + 1);
    known = { text, starts, end: text.trimEnd().length };
  }
  return known;
}

/** Of faults that the parser would complain of, only what it did complain of is worth telling. */
function worthTelling(faults: readonly Fault[], complained: boolean): Fault[] {
  return faults.filter((fault) => fault.silent || complained);
}

/**
 * The parser’s complaints that no fault of typing explains. One fault brings a swarm of complaints
 * about the lines below it, so of those only the first counts.
 */
function remaining(complaints: readonly Complaint[], faults: readonly Fault[], text: string) {
  const faulty = new Set(faults.map(({ line }) => line));
  const placed = complaints.map((error) => ({ error, place: placeAt(text, ...error.pos) }));
  const spots = placed.filter(
    ({ error, place }) => isAboutOneSpot(error) && !faulty.has(place.line),
  );
  const explained = faults.some(({ severity }) => severity === 'error');
  const [swarm] = explained ? [] : placed.filter(({ error }) => !isAboutOneSpot(error));
  return faults.some(({ bringsAll }) => bringsAll)
    ? []
    : [...spots, ...(swarm === undefined ? [] : [swarm])];
}

/** Every field that its list of fields has already, and for each the line of the first. */
function* fieldsTwice(
  document: Document.Parsed,
  text: string,
  firstLines: Map<number, number>,
): Iterable<Complaint> {
  const found: Complaint[] = [];
  visit(document, {
    Map(_key, { items }) {
      const first = new Map<string, number>();
      for (const { key } of items) {
        const [start, end] = (key as Node | null)?.range ?? [0, 0];
        const name = String(key);
        const earlier = first.get(name);
        if (earlier === undefined) first.set(name, start);
        else {
          found.push({ code: 'DUPLICATE_KEY', pos: [start, end] });
          firstLines.set(start, placeAt(text, earlier).line);
        }
      }
    },
  });
  yield* found;
}

interface Watch {
  invisible(node: Node, typed: string): void;
  tooDeep(node: Node): void;
  shortcut(node: Node): void;
  otherNumber(node: Node, typed: string): void;
  oddKey(node: Node): void;
}

/** A tree as text, lists and maps; tells of parts that are more than that. */
function plain(node: unknown, watch: Watch, level = 1): unknown {
  if (level > mostLevels) {
    watch.tooDeep(node as Node);
    return '';
  }
  if (isAlias(node) || (node as Node | null)?.anchor !== undefined) {
    watch.shortcut(node as Node);
    if (isAlias(node)) return '';
  }
  if (isScalar(node)) {
    const typed = String(node.value ?? '').normalize('NFC');
    if (hasInvisible(typed)) watch.invisible(node as Node, typed);
    if (node.type === 'PLAIN' && isOtherNumber(typed)) {
      watch.otherNumber(node as Node, typed);
    }
    return typed;
  }
  if (isSeq(node)) return node.items.map((item) => plain(item, watch, level + 1));
  if (isMap(node)) {
    const value: Record<string, unknown> = {};
    for (const { key, value: inner } of node.items) {
      if (!isScalar(key)) watch.oddKey((key ?? node) as Node);
      else setField(value, String(plain(key, watch, level)), plain(inner, watch, level + 1));
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
