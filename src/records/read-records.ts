import type { DataFile } from './data-files.ts';
import { fieldNames } from './field-names.ts';
import { startOfFile, type Problem } from './problem.ts';
import { recordPlace, type RecordPlace } from './record-places.ts';
import type { Kind, Records, Sourced } from './records.ts';
import { validate } from './validate.ts';
import { forEachKind } from '../schema/kinds.ts';
import { readYamlFile } from './yaml/yaml-file.ts';

/** Every record of a folder as far as it can be read, and what is wrong in each file by itself. */
export interface Reading {
  records: Records;
  problems: Problem[];
  /** The files whose names say of no record which it is. */
  misnamed: string[];
  /** The text of each file that was read, by its name as it is told. */
  texts: Map<string, string>;
}

/**
 * Reads every record of a data folder: the only reader of YAML. Rules over several records come
 * later, in `load-records.ts`.
 *
 * @param files from the disk, or from an earlier state of the repository
 * @param name what to call the folder at the start of every path that is told to an editor
 */
export function readRecords(files: Iterable<DataFile>, name: string): Reading {
  const problems: Problem[] = [];
  const misnamed: string[] = [];
  const texts = new Map<string, string>();
  const records: Records = forEachKind(() => []);

  const all = [...files];
  const paths = new Set(all.map(({ path }) => path));
  for (const { path, bytes } of all) {
    const file = `${name}/${path}`;
    let place = recordPlace(path, file);
    if (place === undefined) continue;
    if ('message' in place) {
      problems.push(place);
      place = meantPlace(path, file, paths);
      if (place === undefined) {
        misnamed.push(file);
        continue;
      }
    }
    const yaml = readYamlFile(file, bytes, fieldNames);
    texts.set(file, yaml.text);
    problems.push(...yaml.problems);
    const checked =
      yaml.value === undefined ? { value: {}, problems: [] } : validate(place.kind, file, yaml);
    problems.push(...checked.problems);
    const { placeOf, placeOfKey, placeOfWords } = yaml;
    (records[place.kind] as Sourced<Kind>[]).push({
      ...place,
      file,
      value: checked.value as Sourced<Kind>['value'],
      sound: ![...yaml.problems, ...checked.problems].some(({ severity }) => severity === 'error'),
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
