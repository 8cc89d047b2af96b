import type { DataFile } from './data-files.ts';
import { fieldNames } from './field-names.ts';
import { startOfFile, type Problem } from './problem.ts';
import { iconFile, problemsOfIcon } from './icon-file.ts';
import { readPageFile } from './page-file.ts';
import { recordPlace, strangeFolder, wrongFolder, type RecordPlace } from './record-places.ts';
import type { Kind, Records, Sourced } from './records.ts';
import { validate } from './validate.ts';
import { forEachKind } from '../schema/kinds.ts';
import { nowhere } from './yaml/places.ts';
import { readYamlFile, type YamlFile } from './yaml/yaml-file.ts';

/** Every record of a folder as far as it can be read, and what is wrong in each file by itself. */
export interface Reading {
  records: Records;
  problems: Problem[];
  /** The files whose names do not show which record they are. */
  misnamed: string[];
  /** The text of each file that was read, by its name as it is told. */
  texts: Map<string, string>;
}

/**
 * Reads every record of a data folder, each by itself: whatever is in one never hides the others.
 * Rules over several records come later, in `load-records.ts`.
 *
 * @param files from the disk, or from an earlier state of the repository
 * @param name what to call the folder at the start of every path that is told to an editor
 * @param memo what was read before; a file that has not changed since is not read again
 */
export function readRecords(files: Iterable<DataFile>, name: string, memo?: ReadingMemo): Reading {
  const problems: Problem[] = [];
  const misnamed: string[] = [];
  const texts = new Map<string, string>();
  const records: Records = forEachKind(() => []);

  const all = [...files];
  const paths = new Set(all.map(({ path }) => path));
  const strange = Map.groupBy(all, ({ path }) => strangeFolder(path));
  for (const { path, bytes, instead } of all) {
    const file = `${name}/${path}`;
    if (instead !== undefined) {
      problems.push(noFile(file, instead));
      misnamed.push(file);
      continue;
    }
    const folder = strangeFolder(path);
    const beside = folder === undefined ? [] : strange.get(folder)!;
    if (beside.length > 1) {
      if (beside[0]!.path === path) problems.push(wrongFolder(folder!, beside.length, file));
      misnamed.push(file);
      continue;
    }
    if (path === iconFile) problems.push(...problemsOfIcon(file, bytes));
    let place = recordPlace(path, file, () => new TextDecoder().decode(bytes));
    if (place === undefined) continue;
    if ('message' in place) {
      problems.push(place);
      place = meantPlace(path, file, paths);
      if (place === undefined) {
        misnamed.push(file);
        continue;
      }
    }
    const { yaml, value, found } = remembered(memo, place.kind, file, bytes);
    texts.set(file, yaml.text);
    problems.push(...found);
    const { placeOf, placeOfKey, placeOfWords } = yaml;
    (records[place.kind] as Sourced<Kind>[]).push({
      ...place,
      file,
      value,
      sound: !found.some(({ severity }) => severity === 'error'),
      placeOf,
      placeOfKey,
      placeOfWords,
    });
  }
  if (records.site.length === 0) {
    problems.push({
      rule: 'load-records',
      severity: 'error',
      file: `${name}/site.yaml`,
      ...startOfFile,
      message: 'There is no site.yaml, so the site has no name.',
      advice: 'Copy site.yaml from the project that you started with, and change it.',
    });
  }
  return { records, problems, misnamed, texts };
}

/** Files as they were read before, by their names, for programs that read the same folder many times. */
export type ReadingMemo = Map<string, { kind: Kind; bytes: Uint8Array; one: ReadFile }>;

type ReadFile = ReturnType<typeof readOne>;

function remembered(
  memo: ReadingMemo | undefined,
  kind: Kind,
  file: string,
  bytes: Uint8Array,
): ReadFile {
  const before = memo?.get(file);
  if (before?.kind === kind && Buffer.compare(before.bytes, bytes) === 0) return before.one;
  const one = readOne(kind, file, bytes);
  memo?.set(file, { kind, bytes, one });
  return one;
}

/** One file, read and held against its schema. A fault of this program becomes a problem of the file. */
function readOne(kind: Kind, file: string, bytes: Uint8Array) {
  type Value = Sourced<Kind>['value'];
  try {
    const yaml =
      kind === 'page'
        ? readPageFile(file, bytes, fieldNames)
        : readYamlFile(file, bytes, fieldNames);
    if (yaml.value === undefined) {
      return { yaml, value: {} as Value, found: firstFew(yaml.problems) };
    }
    const { value, problems } = validate(kind, file, yaml);
    return { yaml, value: value as Value, found: firstFew([...yaml.problems, ...problems]) };
  } catch {
    const found: Problem[] = [
      {
        rule: 'read-records',
        severity: 'error',
        file,
        ...startOfFile,
        message: 'This file is built in a way that the check cannot read.',
        advice: 'Compare it with a record that works, and type it again.',
      },
    ];
    const yaml: YamlFile = { value: undefined, text: '', problems: found, ...nowhere };
    return { yaml, value: {} as Value, found };
  }
}

/**
 * Nobody corrects more than this at once. One slip at the top of a file may cause thousands of errors
 * below it.
 */
const mostErrors = 20;

/** Of the errors in a file, those that come first, and how many more there are. */
function firstFew(problems: readonly Problem[]): Problem[] {
  const errors = problems.filter(({ severity }) => severity === 'error');
  // One more is told as soon as it is said that there is one.
  if (errors.length <= mostErrors + 1) return [...problems];
  const inOrder = errors.toSorted((a, b) => a.line - b.line || a.column - b.column);
  const [next] = inOrder.slice(mostErrors);
  const few = new Set(inOrder.slice(0, mostErrors));
  const more = new Intl.NumberFormat('en-GB').format(errors.length - mostErrors);
  return [
    ...problems.filter((problem) => problem.severity !== 'error' || few.has(problem)),
    {
      ...next!,
      rule: 'read-records',
      message: `There are ${more} more problems in this file, from here on.`,
      why: undefined,
      inBox: undefined,
      advice: 'Correct those above first. They may be the reason for the others.',
    },
  ];
}

/** What to say of something in the data folder that is no file. */
function noFile(file: string, instead: NonNullable<DataFile['instead']>): Problem {
  const words = {
    link: {
      message: 'This is a link to another place and not a file, so it is not read.',
      advice: 'Put the record itself here. Links may lead out of the data folder.',
    },
    folder: {
      message: 'This is a folder with the name of a record.',
      advice: 'Give the folder another name, or put the record itself here.',
    },
    device: {
      message: 'This is not an ordinary file, so it is not read.',
      advice: 'Take it out of the data folder.',
    },
  };
  return { rule: 'data-files', severity: 'error', file, ...startOfFile, ...words[instead] };
}

/**
 * The record that a file would be but for its ending, `.yml` or `.yaml.txt`. It is read all the same,
 * so that nobody is told that what it explains is missing.
 */
function meantPlace(
  path: string,
  file: string,
  paths: ReadonlySet<string>,
): RecordPlace | undefined {
  const meant = path.replace(/\.ya?ml(?:\.[a-z]+)*$/i, '.yaml');
  if (paths.has(meant)) return undefined;
  const place = recordPlace(meant, file);
  return place === undefined || 'message' in place ? undefined : place;
}
