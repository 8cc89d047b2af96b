import { dataFilesIn, type DataFile } from './data-files.ts';
import { inReadingOrder, type Problem } from './problem.ts';
import { readRecords, type Reading, type ReadingMemo } from './read-records.ts';
import { forEachKind, type Kind } from '../schema/kinds.ts';
import type { Records, SoundRecord, SoundRecords, Sourced } from './records.ts';
import { problemsFound, type Rule } from './rule.ts';
import { datedErrorRules, errorRules } from './rules/errors.ts';
import { reportedActionExists } from './rules/named-in-reports.ts';
import { warningRules } from './rules/warnings.ts';

/** What a data folder holds: every problem in it, and its records if there is none. */
export type Loaded =
  | { problems: []; records: SoundRecords }
  | { problems: [Problem, ...Problem[]]; records: undefined };

/** What a checked folder holds: as `Loaded`, with what could be better, and the reading itself. */
export type Checked = Loaded & { warnings: Problem[]; reading: Reading };

/**
 * Reads and checks a whole data folder: the one way in for the site and the exports.
 *
 * @param folder the data folder
 * @param name what to call it at the start of every path that is told to an editor
 * @param memo what was read before; files that have not changed since are not read again
 */
export function loadRecords(folder: string, name = 'data', memo?: ReadingMemo): Loaded {
  const { errors, reading } = findErrors(dataFilesIn(folder), name, { memo });
  return loaded(errors, reading);
}

/**
 * The same with warnings, for those who edit.
 *
 * @param files of the data folder
 * @param today the ISO day against which the age of a report is judged
 * @param memo what was read before; files that have not changed since are not read again
 */
export function checkRecords(
  files: Iterable<DataFile>,
  name: string,
  today: string,
  memo?: ReadingMemo,
): Checked {
  const { errors, reading } = findErrors(files, name, { today, memo });
  const warnings = reading.problems.filter(({ severity }) => severity === 'warning');
  const { records } = reading;
  warnings.push(
    ...problemsFound(
      warningRules,
      { records, today },
      'warning',
      suspectIn(records, (some) => ({ records: some, today })),
    ),
  );
  // An editor corrects what is wrong inside a file first. Until then, half of what the file says is not
  // known.
  const wrong = new Set(errors.map(({ file }) => file));
  const told = warnings.filter(({ file }) => !wrong.has(file));
  return {
    ...loaded(errors, reading),
    warnings: withLines(inReadingOrder(told), reading),
    reading,
  };
}

/**
 * Without `today`, rules that depend on the day are left out. A build for an earlier day is not a
 * mistake, so only the check applies them.
 */
function findErrors(
  files: Iterable<DataFile>,
  name: string,
  { today, memo }: { today?: string; memo?: ReadingMemo | undefined },
) {
  const reading = readRecords(files, name, memo);
  const errors = reading.problems.filter(({ severity }) => severity === 'error');
  const { records } = reading;
  errors.push(
    ...problemsFound(errorRules, records, 'error', suspectIn(records)).filter(
      (problem) => problem.rule !== reportedActionExists.name || !isUnclear(problem, reading),
    ),
  );
  if (today !== undefined) {
    errors.push(
      ...problemsFound(
        datedErrorRules,
        { records, today },
        'error',
        suspectIn(records, (some) => ({ records: some, today })),
      ),
    );
  }
  return { reading, errors: withLines(inReadingOrder(errors), reading) };
}

/**
 * Finds the file that stops a rule over all records. It tries the rule on fewer and fewer of the first
 * records: the file is the last one of the fewest that still stop the rule.
 *
 * @param subjectOf what the rule looks at, made of some of the records
 */
export function suspectIn<Subject = Records>(
  records: Records,
  subjectOf: (some: Records) => Subject = (some) => some as Subject,
): (rule: Rule<Subject>) => string | undefined {
  const all = Object.values(records).flat() as Sourced<Kind>[];
  const stopsWithin = ({ find }: Rule<Subject>, count: number) => {
    const first = new Set(all.slice(0, count));
    const some = forEachKind((kind) =>
      records[kind].filter((record) => first.has(record)),
    ) as Records;
    try {
      Array.from(find(subjectOf(some)));
      return false;
    } catch {
      return true;
    }
  };
  return (rule) => {
    let [goes, stops] = [0, all.length];
    while (stops - goes > 1) {
      const middle = (goes + stops) >> 1;
      if (stopsWithin(rule, middle)) stops = middle;
      else goes = middle;
    }
    return all[stops - 1]?.file;
  };
}

/** Whether the action that a report misses may be the one whose file has a wrong name, which is told already. */
function isUnclear({ file, line }: Problem, { misnamed, texts }: Reading): boolean {
  const typed = texts.get(file)?.split('\n')[line - 1] ?? '';
  const reference = /[\w.]+/.exec(typed)?.[0] ?? '';
  const start = file.replace(/reports\/[^/]*$/, `actions/${reference}`);
  return misnamed.some((name) => name.startsWith(start));
}

function loaded([first, ...rest]: Problem[], { records }: Reading): Loaded {
  return first === undefined
    ? { problems: [], records: sound(records) }
    : { problems: [first, ...rest], records: undefined };
}

/** Adds to each problem the line at which it is. */
export function withLines(problems: readonly Problem[], { texts }: Reading): Problem[] {
  let last: { file: string; lines: string[] } = { file: '', lines: [] };
  return problems.map((problem) => {
    if (last.file !== problem.file) {
      last = { file: problem.file, lines: texts.get(problem.file)?.split(/\r?\n/) ?? [] };
    }
    const lineText = last.lines[problem.line - 1];
    return lineText === undefined || lineText === '' ? problem : { ...problem, lineText };
  });
}

/** Only called when nothing was refused, so no field that a record must have is missing. */
function sound(records: Records): SoundRecords {
  return forEachKind((kind) =>
    records[kind].map(
      ({ id, plan, reference, file, value }) =>
        ({ id, plan, reference, file, value }) as SoundRecord<Kind>,
    ),
  ) as SoundRecords;
}
