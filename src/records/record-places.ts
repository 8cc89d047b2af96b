import { idPattern, referencePattern } from '../domain/reference.ts';
import { offer } from '../domain/nearest.ts';
import { iconFile } from './icon-file.ts';
import { startOfFile, type Problem } from './problem.ts';
import { kindNames, kinds, type Home, type Kind } from '../schema/kinds.ts';

/** What a file in the data folder is, going by its place and name alone. */
export interface RecordPlace {
  kind: Kind;
  id: string;
  plan?: string;
  reference?: string;
}

const homes = kindNames.map((kind) => [kind, kinds[kind].home as Home] as const);
const named = (pick: (home: Home) => string | false) =>
  new Map(
    homes.flatMap(([kind, home]): [string, Kind][] => {
      const name = pick(home);
      return name === false ? [] : [[name, kind]];
    }),
  );
const kindOfFile = named((home) => 'file' in home && home.file);
const kindOfFolder = named((home) => 'folder' in home && home.folder);
const kindOfPlanFile = named((home) => 'planFile' in home && home.planFile);
const kindOfPlanFolder = named((home) => 'planFolder' in home && home.planFolder);
const folders = [...kindOfFolder.keys(), 'plans'];
/** The folder of the site’s own pages, whose files end otherwise than all other records. */
const pagesFolder = kinds.page.home.folder;

/** The path of a record from the data folder: the other way round from `recordPlace`. */
export function recordPath(kind: Kind, id: string): string {
  const home: Home = kinds[kind].home;
  if ('file' in home) return home.file;
  if ('folder' in home) return `${home.folder}/${id}${home.ending ?? '.yaml'}`;
  if ('planFile' in home) return `plans/${id}/${home.planFile}`;
  const [plan, name] = id.split('/') as [string, string];
  return `plans/${plan}/${home.planFolder}/${name}.yaml`;
}

/** The folder at the top of the data folder that a record is in, where no records are kept in it. */
export function strangeFolder(path: string): string | undefined {
  const [folder, inner] = path.split('/');
  const isRecord = path.endsWith('.yaml');
  return !isRecord || inner === undefined || folders.includes(folder!) ? undefined : folder;
}

/** Says that a whole folder is not read: once, however many files are in it. */
export function wrongFolder(folder: string, files: number, file: string): Problem {
  return {
    rule: 'record-places',
    severity: 'error',
    file,
    ...startOfFile,
    message: `There is no kind of record that is kept in “${folder}”, so the ${files} files in it are not read.`,
    advice: offer(
      folder,
      folders,
      `Delete the folder if it is a copy. Records are kept in ${folders.join(', ')}.`,
    ),
  };
}

/** Files beside the records that have readers of their own. */
const otherFiles = ['permalinks.txt', 'README.md', iconFile];

/**
 * Says which record a file is, or what is wrong with where it is.
 *
 * @param path from the data folder, with forward slashes
 * @returns the record's place, a problem, or undefined for a file that is no record and may be there
 */
export function recordPlace(path: string, file: string): RecordPlace | Problem | undefined {
  const wrong = (message: string, advice: string): Problem => ({
    rule: 'record-places',
    severity: 'error',
    file,
    ...startOfFile,
    message,
    advice,
  });
  if (otherFiles.includes(path) || path.split('/').at(-1)!.startsWith('.')) return undefined;
  // What a person answered about the import of a plan.
  if (/^plans\/[^/]+\/answers\.yaml$/.test(path)) return undefined;
  if (/\.yml$/i.test(path)) {
    return wrong(
      'The name of this file ends in .yml, so it would not be read.',
      `Rename it so that it ends in .yaml: ${path
        .split('/')
        .at(-1)!
        .replace(/\.yml$/i, '.yaml')}`,
    );
  }
  const parts = path.split('/');
  const name = parts.at(-1)!;
  const spoiled =
    /^(.*\.ya?ml)(?:\.(?:txt|bak|orig|old|rtf|docx?))+$/i.exec(name) ?? /^(.*)\.YAML$/i.exec(name);
  if (spoiled !== null && !name.endsWith('.yaml')) {
    const right = `${spoiled[1]!.replace(/\.ya?ml$/i, '')}.yaml`;
    return wrong(
      `The name of this file ends in ${name.slice(right.length - '.yaml'.length)}, so it would not be read.`,
      `Rename it so that it ends in .yaml: ${right}`,
    );
  }
  if (parts.length === 2 && parts[0] === pagesFolder) {
    const page = name.replace(/\.mdx?$|\.yaml$|\.txt$/, '');
    if (name.endsWith('.mdx') && idPattern.test(page)) return { kind: 'page', id: page };
    return wrong(
      `“${name}” cannot be the name of a page, because its address is made from it.`,
      `Use small letters, digits and single hyphens, and end it in .mdx, such as ${suggestId(page)}.mdx`,
    );
  }
  if (!name.endsWith('.yaml')) {
    return wrong(
      `Only records belong in the data folder, and “${name}” is not one.`,
      'Records end in .yaml. Put pictures and other files in the folder “public”.',
    );
  }
  const stem = name.slice(0, -'.yaml'.length);
  const [folder, plan, inner] = parts;

  const only = kindOfFile.get(path);
  if (only !== undefined) return { kind: only, id: stem };
  const kind = kindOfFolder.get(folder!);
  if (kind !== undefined && parts.length === 2) {
    if (idPattern.test(stem)) return { kind, id: stem };
    return wrong(
      `“${stem}” cannot be the name of a record, because its address is made from it.`,
      `Use small letters, digits and single hyphens, such as ${suggestId(stem)}.yaml`,
    );
  }
  if (folder === 'plans' && parts.length >= 3) {
    if (!idPattern.test(plan!)) {
      return wrong(
        `“${plan}” cannot be the name of a plan’s folder, because its address is made from it.`,
        `Use small letters, digits and single hyphens, such as ${suggestId(plan!)}`,
      );
    }
    const ofPlan = parts.length === 3 ? kindOfPlanFile.get(name) : undefined;
    if (ofPlan !== undefined) return { kind: ofPlan, id: plan!, plan: plan! };
    if (parts.length === 4 && kindOfPlanFolder.get(inner!) === 'action') {
      const original = copyOf(stem);
      if (original !== undefined) {
        return wrong(
          `“${stem}” looks like a copy of ${original}.yaml.`,
          `Delete it. If it is an action of its own, name it after its number in the plan, such as ${original}.yaml`,
        );
      }
      if (referencePattern.test(stem)) {
        return { kind: 'action', id: `${plan}/${stem}`, plan: plan!, reference: stem };
      }
      return wrong(
        `“${stem}” is not a reference. The name of an action’s file is its number in the plan.`,
        `Use small letters and digits with dots between them, such as ${suggestReference(stem)}.yaml`,
      );
    }
    if (parts.length === 4 && kindOfPlanFolder.get(inner!) === 'report') {
      if (/^\d{4}/.test(stem) && idPattern.test(stem)) {
        return { kind: 'report', id: `${plan}/${stem}`, plan: plan! };
      }
      return wrong(
        `“${stem}” cannot be the name of a report’s file. It starts with the date of the report.`,
        `Name it after its date, year first, and add words if you like, such as 2025-06.yaml or 2025-06-${suggestId(stem.replaceAll(/\d/g, ''), 'hospital')}.yaml`,
      );
    }
    return wrong(
      'This file is not where a plan keeps its records.',
      `Move it to  data/plans/${plan}/actions/  if it is an action, or to  data/plans/${plan}/reports/  if it is a report. The plan itself is  data/plans/${plan}/plan.yaml`,
    );
  }
  return wrong(
    parts.length === 1
      ? `“${name}” does not belong at the top of the data folder.`
      : `There is no kind of record that is kept in “${parts.slice(0, -1).join('/')}”.`,
    parts.length === 1
      ? 'Only site.yaml is there. Move it to organisations, glossary, topics or a plan’s actions.'
      : offer(folder!, folders, `Records are kept in ${folders.join(', ')}.`),
  );
}

/** The reference in a name such as “2.1.2 copy”, “2.1.2 (1)” or “2.1.2 - final”. */
function copyOf(stem: string): string | undefined {
  return /^(.+?)[\s_-]*(?:\(\d+\)|\b(?:copy|copie|final|draft|new|old|backup)\b.*)$/i
    .exec(stem)?.[1]
    ?.toLowerCase()
    .match(/^[a-z]?\d+(?:\.\d+)*[a-z]?$/)?.[0];
}

function suggestId(name: string, otherwise = 'nhs-england'): string {
  const id = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return id === '' ? otherwise : id;
}

function suggestReference(name: string): string {
  const numbers = /[a-z]?\d+[a-z]?(?:[.\-_ ]+\d+[a-z]?)*/i.exec(name)?.[0];
  return numbers === undefined ? '2.1.2' : numbers.toLowerCase().replaceAll(/[.\-_ ]+/g, '.');
}
