import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { inReadingOrder, startOfFile, type Problem } from './problem.ts';
import { recordPlace } from './record-places.ts';
import type { Kind, Records, Sourced, SoundRecord, SoundRecords } from './records.ts';
import { rules } from './rules/index.ts';
import { validate } from './validate.ts';
import { readYamlFile } from './yaml-file.ts';

/** What a data folder holds: every problem in it, and its records if there is none. */
export type Loaded =
  | { problems: []; records: SoundRecords }
  | { problems: [Problem, ...Problem[]]; records: undefined };

/**
 * Reads and checks a whole data folder: the one way in for the site, the checker and the exports.
 *
 * @param folder the data folder
 * @param name what to call it at the start of every path that is told to an editor
 */
export function loadRecords(folder: string, name = 'data'): Loaded {
  const problems: Problem[] = [];
  const records: Records = {
    site: [],
    organisation: [],
    term: [],
    topic: [],
    plan: [],
    action: [],
  };

  for (const path of filesBelow(folder)) {
    const file = `${name}/${path}`;
    const place = recordPlace(path, file);
    if (place === undefined) continue;
    if ('message' in place) {
      problems.push(place);
      continue;
    }
    const yaml = readYamlFile(file, readFileSync(join(folder, path)));
    const checked =
      yaml.problems.length > 0
        ? { value: {}, problems: yaml.problems }
        : validate(place.kind, file, yaml);
    problems.push(...checked.problems);
    const { placeOf, placeOfKey } = yaml;
    (records[place.kind] as Sourced<Kind>[]).push({
      ...place,
      file,
      value: checked.value as Sourced<Kind>['value'],
      readable: yaml.value !== undefined,
      placeOf,
      placeOfKey,
    });
  }
  if (records.site.length === 0) {
    problems.push({
      rule: 'load-records',
      file: `${name}/site.yaml`,
      ...startOfFile,
      message: 'There is no site.yaml, so the site has no name.',
      advice: 'Copy site.yaml from the project that you started with, and change it.',
    });
  }
  for (const rule of rules) problems.push(...rule(records));

  const [first, ...rest] = inReadingOrder(problems);
  return first === undefined
    ? { problems: [], records: sound(records) }
    : { problems: [first, ...rest], records: undefined };
}

/** Every file below a folder, as sorted paths with forward slashes. */
function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) throw new Error(`There is no folder “${folder}”.`);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length)
        .replaceAll('\\', '/')
        .replace(/^\/+/, ''),
    )
    .sort();
}

/** Only called when nothing was refused, so no field that a record must have is missing. */
function sound(records: Records): SoundRecords {
  const kept = <K extends Kind>(list: Sourced<K>[]) =>
    list.map(
      ({ id, plan, reference, file, value }) =>
        ({ id, plan, reference, file, value }) as SoundRecord<K>,
    );
  return {
    site: kept(records.site),
    organisation: kept(records.organisation),
    term: kept(records.term),
    topic: kept(records.topic),
    plan: kept(records.plan),
    action: kept(records.action),
  };
}
