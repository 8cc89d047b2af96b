import { isAlias, isMap, isScalar, isSeq, type Document, type Node, type Scalar } from 'yaml';
import { startOfFile, type Place, type Problem } from '../problem.ts';
import { asYaml } from './as-yaml.ts';
import { decodeUtf8 } from './bytes.ts';
import type { Fault, FieldSorts } from './faults/fault.ts';
import { faultsIn, looksOdd } from './faults/index.ts';
import { hasInvisible, invisibleWords } from './faults/invisible-character.ts';
import { isOtherNumber } from './other-number.ts';
import { plainYaml } from './plain-yaml.ts';
import { fieldsTwice } from './fields-twice.ts';
import { nowhere, parseYaml, placeAt, placesIn, startAndEnd, type Places } from './places.ts';
import {
  explainParserError,
  isAboutOneSpot,
  shortcutNamed,
  type Complaint,
} from './parser-errors.ts';

/** One YAML file, read: its value as plain text, lists and maps, and where each part of it is. */
export interface YamlFile extends Places {
  /** Undefined where the file could not be read at all. */
  value: unknown;
  problems: Problem[];
  /** The file as text, or as much of it as is text. */
  text: string;
}

/**
 * Reads one YAML file with every value as text (the YAML 1.2 “failsafe” schema), so that nothing
 * turns into a number, a date or a yes/no behind an editor’s back.
 *
 * @param file its path, for the problems
 * @param bytes what it holds; must be UTF-8
 * @param fields the names of all fields that a record may have
 */
export function readYamlFile(file: string, bytes: Uint8Array, fields: FieldSorts): YamlFile {
  const decoded = decodeUtf8(bytes);
  const text = decoded.text ?? decoded.readable;
  const problems: Problem[] = [];
  const report: Report = (place, words) => {
    problems.push({ rule: 'yaml', severity: 'error', file, ...place, ...words });
  };
  const unreadable = () => ({ value: undefined, text, problems, ...nowhere });

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
  const documents = parseYaml(text);
  const document = documents[0];
  if (document === undefined) {
    report(startOfFile, {
      message: 'This file holds only notes: lines that start with #.',
      advice: 'Write the record in it, or delete the file.',
    });
    return unreadable();
  }
  reportFaults(documents, text, { fields, isOdd, report });
  if (documents.length > 1 && problems.every(({ severity }) => severity === 'warning')) {
    report(placeAt(text, documents[1]!.range[0]), {
      message: 'This file holds more than one record.',
      advice: 'Keep one record in a file: move the rest to a separate file.',
    });
  }
  const isFine = () => !problems.some(({ severity }) => severity === 'error');
  if (!isFine()) return unreadable();

  const value = plain(document.contents, watchOver(text, report));
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

type Report = (place: Place, words: Pick<Problem, 'message' | 'advice'> & Partial<Problem>) => void;

/** Reports what is wrong with how a file was typed: faults that have a name, and what else the parser says. */
function reportFaults(
  documents: readonly Document.Parsed[],
  text: string,
  { fields, isOdd, report }: { fields: FieldSorts; isOdd: boolean; report: Report },
): void {
  const twice = fieldsTwice(documents[0]!, text);
  const complaints: Complaint[] = [
    ...documents.flatMap(({ errors, warnings }) => [...errors, ...warnings]),
    ...twice.map(({ complaint }) => complaint),
  ];
  const [first] = complaints;
  if (first !== undefined && /^(?:\s*#.*\n|\s)*\{/.test(text)) {
    report(placeAt(text, ...first.pos), curlyRecord);
    return;
  }
  const faults =
    complaints.length > 0 || documents.length > 1 || isOdd ? faultsIn(text, fields) : [];
  // That a field is there twice comes from no other fault.
  const complained = complaints.some(({ code }) => code !== 'DUPLICATE_KEY');
  for (const fault of worthTelling(faults, complained)) {
    const { rule, line, column, length, message, why, advice, severity } = fault;
    report({ line, column, length }, { rule, message, why, advice, severity });
  }
  for (const { error, place } of remaining(complaints, faults, text)) {
    const words = twice.find(({ complaint }) => complaint === error)?.words;
    report(place, words ?? explainParserError(error));
  }
}

/** Anything else that may be wrong in such a record could not be explained to an editor. */
const curlyRecord = {
  message:
    'This record is written in curly brackets. Here or just before, a comma, a bracket or a quotation mark is missing, or there is one too many.',
  advice:
    'Write it without curly brackets and commas, each field on a separate line:\ntitle: Our promise\nleads:\n  - library-team',
};

/** A round of reports on a plan of a thousand actions has half as many bytes. */
const mostBytes = 1_000_000;
const longestLine = 10_000;
const mostLevels = 20;

const tooDeep = {
  message: `There are lists within lists here, more than ${mostLevels} deep.`,
  advice: 'Take out the extra dashes and brackets. A record needs three or four levels.',
};

/** What is wrong with a text that is larger than any record, so that a close look would take too long. */
function beyondLimits(bytes: Uint8Array, text: string) {
  if (bytes.length > mostBytes) {
    return {
      line: 1,
      message: `This file has ${Math.ceil(bytes.length / 1000)} KB, and the most is ${mostBytes / 1000} KB.`,
      advice:
        'A record holds one action, plan, report or organisation. Move the rest to separate files.',
    };
  }
  for (const [index, line] of text.split('\n').entries()) {
    if (line.length > longestLine) {
      return {
        line: index + 1,
        message: `This line has ${line.length} characters, and the most is ${longestLine}.`,
        advice:
          'Split it into several lines. A text may go on in the next line, indented by two spaces.',
      };
    }
    if (/^\s*(?:- *){21}/.test(line) || /^[^"'#]*[[{](?:\s*[[{]){20}/.test(line)) {
      return { line: index + 1, ...tooDeep };
    }
  }
  return undefined;
}

/** Faults that the parser would complain of are only reported if it did complain. */
function worthTelling(faults: readonly Fault[], complained: boolean): Fault[] {
  return faults.filter((fault) => fault.silent || complained);
}

/**
 * The parser’s complaints that no fault of typing explains. One fault brings a swarm of complaints
 * about the lines below it, so of those only the first counts.
 */
function remaining(complaints: readonly Complaint[], faults: readonly Fault[], text: string) {
  const isFaulty = (at: number) =>
    faults.some(({ line, lastLine = line }) => line <= at && at <= lastLine);
  const placed = complaints.map((error) => ({ error, place: placeAt(text, ...error.pos) }));
  const spots = placed.filter(({ error, place }) => isAboutOneSpot(error) && !isFaulty(place.line));
  const explained = faults.some(({ severity }) => severity === 'error');
  const [swarm] = explained ? [] : placed.filter(({ error }) => !isAboutOneSpot(error));
  return faults.some(({ bringsAll }) => bringsAll)
    ? []
    : [...spots, ...(swarm === undefined ? [] : [swarm])];
}

interface Watch {
  invisible(node: Node, typed: string): void;
  tooDeep(node: Node): void;
  shortcut(node: Node): void;
  otherNumber(node: Node, typed: string): void;
  oddKey(node: Node): void;
}

/** Reports each part of a tree that is more than text, lists and maps. */
function watchOver(text: string, report: Report): Watch {
  return {
    invisible(node, typed) {
      report(placeAt(text, ...startAndEnd(node)), invisibleWords(typed));
    },
    tooDeep(node) {
      report(placeAt(text, node.range?.[0] ?? 0), tooDeep);
    },
    shortcut(node) {
      const name = isAlias(node) ? `*${node.source}` : `&${(node as Scalar).anchor!}`;
      // The name of a shortcut comes before what it names.
      const end = (node.range?.[0] ?? 0) + (isAlias(node) ? name.length : 0);
      const start = text.slice(0, end).lastIndexOf(name);
      report(placeAt(text, start, start + name.length), shortcutNamed(name));
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
  };
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
