import {
  isMap,
  isSeq,
  parseAllDocuments,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { startOfFile, type Place } from '../problem.ts';

/** Where the parts of one YAML file are. */
export interface Places {
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

/** The places of a file that could not be read: all are at its start. */
export const nowhere: Places = {
  placeOf: () => startOfFile,
  placeOfKey: () => startOfFile,
  placeOfWords: () => startOfFile,
};

/** The documents of a text, with every value as text. */
export function parseYaml(text: string): Document.Parsed[] {
  // Each error would record a stack trace, which takes longer than the parsing.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return parseAllDocuments(text, {
      schema: 'failsafe',
      prettyErrors: false,
      // The parser would look for repeated fields by comparing each with all others, which takes too
      // long for many fields.
      uniqueKeys: false,
    }) as unknown as Document.Parsed[];
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/**
 * Where the parts of a text are. It is parsed again when the first place is asked for: keeping the
 * trees of thousands of sound records costs more than parsing the few that are asked about.
 */
export function placesIn(text: string): Places {
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
    contents ??= parseYaml(text)[0]?.contents;
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
export function startAndEnd(node: Node): [number, number] {
  const start = node.range?.[0] ?? 0;
  const isBlock = (isMap(node) || isSeq(node)) && node.flow !== true;
  return [start, isBlock ? start : (node.range?.[1] ?? start)];
}

/** The place of a stretch of text; of several lines the first. Always within the file. */
export function placeAt(text: string, start: number, end = start): Place {
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
