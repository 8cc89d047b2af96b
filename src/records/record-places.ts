import { parseDueDate } from '../domain/due-date.ts';
import { idPattern, referencePattern } from '../domain/reference.ts';
import { startOfReportName } from '../domain/report-name.ts';
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
    message: `No records are kept in “${folder}”, so the ${files} files in it are not read.`,
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
 * @param file the same as it is told to an editor
 * @param text what is in it, for a name that fits what it says
 * @returns the record's place, a problem, or undefined for a file that is no record and may be there
 */
export function recordPlace(
  path: string,
  file: string,
  text = () => '',
): RecordPlace | Problem | undefined {
  if (otherFiles.includes(path) || path.split('/').at(-1)!.startsWith('.')) return undefined;
  // What a person answered about the import of a plan.
  if (/^plans\/[^/]+\/answers\.yaml$/.test(path)) return undefined;
  const place =
    wrongEnding(path) ?? placeOfPage(path) ?? notARecord(path) ?? placeByFolder(path, text);
  if (!('message' in place)) return place;
  return { rule: 'record-places', severity: 'error', file, ...startOfFile, ...place };
}

/** What is wrong with the place or the name of a file. */
type Wrong = Pick<Problem, 'message' | 'advice'>;

/** A record whose ending another program spoiled, or that has the other ending of YAML. */
function wrongEnding(path: string): Wrong | undefined {
  const name = path.split('/').at(-1)!;
  if (/\.yml$/i.test(name)) {
    return {
      message: 'The name of this file ends in .yml, so it would not be read.',
      advice: `Rename it so that it ends in .yaml: ${name.replace(/\.yml$/i, '.yaml')}`,
    };
  }
  const spoiled =
    /^(.*\.ya?ml)(?:\.(?:txt|bak|orig|old|rtf|docx?))+$/i.exec(name) ?? /^(.*)\.YAML$/i.exec(name);
  if (spoiled === null || name.endsWith('.yaml')) return undefined;
  const right = `${spoiled[1]!.replace(/\.ya?ml$/i, '')}.yaml`;
  return {
    message: `The name of this file ends in ${name.slice(right.length - '.yaml'.length)}, so it would not be read.`,
    // Programs leave such files beside the record that they save, and the record must not be lost.
    advice: /\.(?:bak|orig|old)$/i.test(name)
      ? `If it is only an older copy of ${right}, delete it. If it is the record itself, rename it: ${right}`
      : `Rename it so that it ends in .yaml: ${right}`,
  };
}

/** A file in the folder of the site’s own pages; undefined for one that is elsewhere. */
function placeOfPage(path: string): RecordPlace | Wrong | undefined {
  const [folder, name, ...deeper] = path.split('/');
  if (folder !== pagesFolder || name === undefined || deeper.length > 0) return undefined;
  const page = name.replace(/\.mdx?$|\.yaml$|\.txt$/, '');
  if (name.endsWith('.mdx') && idPattern.test(page)) return { kind: 'page', id: page };
  return {
    message: `“${name}” cannot be the name of a page, because its address is made from it.`,
    advice: `Use small letters, digits and single hyphens, and end it in .mdx, such as ${suggestId(page)}.mdx`,
  };
}

function notARecord(path: string): Wrong | undefined {
  const name = path.split('/').at(-1)!;
  if (name.endsWith('.yaml')) return undefined;
  return {
    message: `Only records belong in the data folder, and “${name}” is not one.`,
    advice: 'Records end in .yaml. Put pictures and other files in the folder “public”.',
  };
}

/** Which record a YAML file is, by the folder that it is in. */
function placeByFolder(path: string, text: () => string): RecordPlace | Wrong {
  const parts = path.split('/');
  const folder = parts[0]!;
  const id = parts.at(-1)!.slice(0, -'.yaml'.length);
  const only = kindOfFile.get(path);
  if (only !== undefined) return { kind: only, id };
  const kind = kindOfFolder.get(folder);
  if (kind !== undefined && parts.length === 2) {
    if (idPattern.test(id)) return { kind, id };
    return {
      message: `“${id}” cannot be the name of a record, because its address is made from it.`,
      advice: `Use small letters, digits and single hyphens, such as ${suggestId(id)}.yaml`,
    };
  }
  if (folder === 'plans' && parts.length >= 3) {
    const [, plan, ...inPlan] = parts;
    return placeInPlan(plan!, inPlan, text);
  }
  if (parts.length === 1) {
    return {
      message: `“${parts[0]}” does not belong at the top of the data folder.`,
      advice:
        'Only site.yaml belongs there. Move this file to organisations, glossary, topics or a plan’s actions.',
    };
  }
  return {
    message: `No records are kept in “${parts.slice(0, -1).join('/')}”.`,
    advice: offer(folder, folders, `Records are kept in ${folders.join(', ')}.`),
  };
}

/** @param parts the path of the file from the plan’s folder */
function placeInPlan(
  plan: string,
  parts: readonly string[],
  text: () => string,
): RecordPlace | Wrong {
  if (!idPattern.test(plan)) {
    return {
      message: `“${plan}” cannot be the name of a plan’s folder, because its address is made from it.`,
      advice: `Use small letters, digits and single hyphens, such as ${suggestId(plan)}`,
    };
  }
  const [first, name] = parts as [string, string | undefined];
  const ofPlan = parts.length === 1 ? kindOfPlanFile.get(first) : undefined;
  if (ofPlan !== undefined) return { kind: ofPlan, id: plan, plan };
  const kind = parts.length === 2 ? kindOfPlanFolder.get(first) : undefined;
  const stem = name?.slice(0, -'.yaml'.length) ?? '';
  if (kind === 'action') return placeOfAction(plan, stem);
  if (kind === 'report') return placeOfReport(plan, stem, text);
  return {
    message: 'This file is not where a plan keeps its records.',
    advice: `Move it to  data/plans/${plan}/actions/  if it is an action, or to  data/plans/${plan}/reports/  if it is a report. The plan itself is  data/plans/${plan}/plan.yaml`,
  };
}

function placeOfAction(plan: string, reference: string): RecordPlace | Wrong {
  const original = copyOf(reference);
  if (original !== undefined) {
    return {
      message: `“${reference}” looks like a copy of ${original}.yaml.`,
      advice: `Delete it. If it is a separate action, name it after its own number in the plan.`,
    };
  }
  if (referencePattern.test(reference)) {
    return { kind: 'action', id: `${plan}/${reference}`, plan, reference };
  }
  return {
    message: `“${reference}” is not a reference. The name of an action’s file is its number in the plan.`,
    advice: `Use small letters and digits with dots between them, such as ${suggestReference(reference)}.yaml`,
  };
}

function placeOfReport(plan: string, name: string, text: () => string): RecordPlace | Wrong {
  if (/^\d{4}/.test(name) && idPattern.test(name)) {
    return { kind: 'report', id: `${plan}/${name}`, plan };
  }
  const date = startReportedIn(text()) ?? '2025-06';
  const words = suggestId(name.replaceAll(/\d/g, ''), 'board');
  return {
    message: `“${name}” cannot be the name of a report’s file. It starts with the date of the report.`,
    advice: `Name it after its date, year first, and add words if you like, such as ${date}.yaml or ${date}-${words}.yaml`,
  };
}

/** What the name of a report’s file starts with, going by the date in it. */
function startReportedIn(report: string): string | undefined {
  const reported = /^reported:[ \t]*["']?([^"'#\r\n]+)/m.exec(report)?.[1];
  const parsed = parseDueDate(reported?.trim() ?? '');
  return parsed.ok ? startOfReportName(parsed.date) : undefined;
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
  const numbers = /[a-z]?\d+[a-z]?(?:[.\-_ ]+(?:\d+[a-z]?|[a-z](?![a-z])))*/i.exec(name)?.[0];
  return numbers === undefined ? '2.1.2' : numbers.toLowerCase().replaceAll(/[.\-_ ]+/g, '.');
}
