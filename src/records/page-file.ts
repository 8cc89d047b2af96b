import type { FieldSorts } from './yaml/faults/fault.ts';
import { micromark } from 'micromark';
import { parse } from 'node-html-parser';
import { refusalOfAddress, type AddressRefusal } from '../domain/web-address.ts';
import { decodeUtf8 } from './yaml/bytes.ts';
import { readYamlFile, type YamlFile } from './yaml/yaml-file.ts';
import { startOfFile, type Place, type Problem } from './problem.ts';
import { nearest } from '../domain/nearest.ts';

/** What a page may show beside its text, each written as `<Name />`. */
export const pageParts = ['SiteName', 'Contact', 'Plans', 'Action'] as const;

/**
 * Reads one page of the site’s own: the lines at its head as a record, with the text below as its
 * `body`. MDX could run any code while the site is built, so a text that holds code is refused.
 *
 * @param file its path, for the problems
 * @param bytes what it holds; must be UTF-8
 * @param fields the names of all fields that a record may have
 */
export function readPageFile(file: string, bytes: Uint8Array, fields: FieldSorts): YamlFile {
  const text = decodeUtf8(bytes).text;
  const parts = text === undefined ? null : /^---\r?\n(.*?)^---[ \t]*(?:\r?\n|$)(.*)$/ms.exec(text);
  if (text === undefined || (parts === null && text.trim() === '')) {
    return readYamlFile(file, bytes, fields);
  }
  if (parts === null) {
    return unread(text, {
      file,
      ...startOfFile,
      message: 'This page does not begin with its title between two lines of dashes.',
      advice:
        'Begin it like this:\n---\ntitle: How we chose these actions\ndescription: Who wrote the plan, and whom they asked.\n---',
    });
  }
  const [, head, body] = parts;
  // The first line of dashes is left empty, so that each line keeps its number.
  const read = readYamlFile(file, new TextEncoder().encode(`\n${head!}`), fields);
  const value = read.value;
  if (value === undefined || typeof value !== 'object') return { ...read, text };
  const offset = text.length - body!.length;
  const bodyPlace = (index: number, length: number) => placeIn(text, offset + index, length);
  return {
    ...read,
    text,
    placeOf: (path) => (path[0] === 'body' ? bodyPlace(0, 0) : read.placeOf(path)),
    placeOfKey: (path) => (path[0] === 'body' ? bodyPlace(0, 0) : read.placeOfKey(path)),
    placeOfWords: (path, words, nth = 0) => {
      if (path[0] !== 'body') return read.placeOfWords(path, words, nth);
      let found = body!.indexOf(words);
      for (let left = nth; left > 0 && found >= 0; left--) found = body!.indexOf(words, found + 1);
      return found < 0 ? bodyPlace(0, 0) : bodyPlace(found, words.length);
    },
    value: { ...value, body: body! },
    problems: [...read.problems, ...codeIn(body!, offset, text, file)],
  };
}

/** What is not plain text in a page: scripts, braces and parts that there are not. */
function* codeIn(body: string, offset: number, text: string, file: string): Iterable<Problem> {
  const problem = (
    match: { index?: number; 0: string },
    message: string,
    advice: string,
  ): Problem => ({
    rule: 'page-text',
    severity: 'error',
    file,
    ...placeIn(text, offset + match.index!, match[0].length),
    message,
    advice,
  });
  if (body.trim() === '') {
    yield {
      rule: 'page-text',
      severity: 'error',
      file,
      ...placeIn(text, text.length, 0),
      message: 'This page has no text.',
      advice: 'Write it below the second line of dashes.',
    };
  }
  for (const match of body.matchAll(/^(?:import|export)\b/gm)) {
    yield problem(
      match,
      `A line of a page cannot start with “${match[0]}”, because that would start a program.`,
      'Begin the line with another word.',
    );
  }
  for (const match of body.matchAll(/[{}]/g)) {
    yield problem(
      match,
      `A page cannot hold “${match[0]}”, because what is in such brackets would be run as a program.`,
      'Use round brackets.',
    );
  }
  for (const match of body.matchAll(/<(?!\s*\d)[^>\n]*>?/g)) {
    const name = /^<\/?([A-Za-z][\w.-]*)/.exec(match[0])?.[1] ?? '';
    const known = (pageParts as readonly string[]).includes(name);
    if (known && /^<[A-Za-z]+(?: id="[a-z0-9-]+")? ?\/>$/.test(match[0])) continue;
    const id = /^<Action id="([^"]*)" ?\/>$/.exec(match[0])?.[1];
    if (id !== undefined) {
      yield problem(
        match,
        `“${id}” is not the name of an action in addresses.`,
        'Write what is at the end of the address of its page:  <Action id="abc-1-1" />',
      );
      continue;
    }
    const meant = known ? name : nearest(name, pageParts);
    yield problem(
      match,
      `“${match[0]}” is not something that a page can show.`,
      /^<(?:https?:|mailto:|[^\s@]+@)/.test(match[0])
        ? 'Write a link as  [its text](https://…)'
        : meant === undefined
          ? `Use Markdown for headings, lists and links. Beside text a page can show: ${pageParts.map((part) => `<${part} />`).join(', ')}.`
          : `Did you mean  ${meant === 'Action' ? '<Action id="abc-1-1" />' : `<${meant} />`} ?`,
    );
  }
  const told = new Set<string>();
  for (const match of body.matchAll(
    /(?:\]\(|^ {0,3}\[[^\]\n]*\]:)\s*((?:\((?:\([^\s()]*\)|[^\s()])*\)|[^\s()])*)/gm,
  )) {
    const refused = refusalOfLink(match[1]!);
    told.add(match[1]!);
    if (refused === undefined) continue;
    // The same address, as a browser understands it, is not told again.
    for (const to of linkedIn(`[x](${match[1]!})`)) told.add(to);
    yield problem(match, refused.message, refused.advice);
  }
  // There are more ways to write a link, and codes that stand for letters of its address.
  for (const to of linkedIn(body)) {
    const refused = refusalOfLink(to);
    if (refused === undefined || told.has(to)) continue;
    const typed = body.indexOf(to);
    const index = typed < 0 ? Math.max(0, body.search(/&#?\w+;|\\/)) : typed;
    const match = { index, 0: typed < 0 ? '' : to };
    yield problem(match, refused.message, refused.advice);
  }
}

function refusalOfLink(to: string): AddressRefusal | undefined {
  if (/^(?:mailto:|tel:|#|\/(?![/\\]))/.test(to) && !/[\\\p{Cc}]/u.test(to)) return undefined;
  if (/^https:/i.test(to)) return refusalOfAddress(to);
  return {
    message: `A link cannot lead to “${to}”.`,
    advice:
      'Write an address that starts with https://, or one of this site that starts with /, such as /plans/',
  };
}

/** A page has no blocks of code and no HTML, so what looks like them is read for what is in it. */
const asPage = {
  extensions: [
    { disable: { null: ['codeIndented', 'codeFenced', 'codeText', 'htmlFlow', 'htmlText'] } },
  ],
  allowDangerousProtocol: true,
};

/** Where the links and pictures of a text lead, as a browser will understand them. */
function linkedIn(body: string): string[] {
  const links = parse(micromark(body, asPage)).querySelectorAll('[href], [src]');
  const written = links.map((link) => link.getAttribute('href') ?? link.getAttribute('src') ?? '');
  const bare = [...body.matchAll(/(?<![\w/(<])https?:[^\s<>()[\]]*/gi)].map(([address]) => address);
  return [...written, ...bare];
}

function placeIn(text: string, index: number, length: number): Place {
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1, length };
}

function unread(text: string, words: Omit<Problem, 'rule' | 'severity'>): YamlFile {
  const place = () => startOfFile;
  return {
    value: undefined,
    text,
    problems: [{ rule: 'page-text', severity: 'error', ...words }],
    placeOf: place,
    placeOfKey: place,
    placeOfWords: place,
  };
}
