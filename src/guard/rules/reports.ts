import { startOfFile } from '../../records/problem.ts';
import { at, type Rule } from '../../records/rule.ts';
import { asField, asFlow } from '../../records/yaml/as-yaml.ts';
import {
  added,
  keptReports,
  lostReports,
  same,
  type Comparison,
  type KeptReport,
} from '../compare.ts';
import {
  actionOf,
  isAllowed,
  isPutRight,
  partInWords,
  reportChanges,
  type ReportChange,
} from '../report-changes.ts';
import { reportNamed } from '../shown.ts';
import { capitalised } from '../../domain/words.ts';

export const reportKept: Rule<Comparison> = {
  name: 'report-kept',
  about: 'A report that was once published keeps its file, its page and its address.',
  *find(comparison) {
    const old = new Set(comparison.before.report.map(({ id }) => id));
    for (const report of lostReports(comparison)) {
      const renamed = comparison.after.report.find(
        ({ id, value }) => !old.has(id) && same(value.actions, report.value.actions),
      );
      // A date that was misread is in the file’s name too, so putting it right gives it another.
      if (renamed && added(report.value.corrections, renamed.value.corrections).length > 0)
        continue;
      const named = capitalised(reportNamed(report));
      yield {
        file: report.file,
        ...startOfFile,
        message:
          renamed === undefined
            ? `${named} was removed.`
            : `${named} was renamed: it is now ${renamed.file}.`,
        why: 'What was reported stays on record, and others link to its page.',
        advice:
          renamed === undefined
            ? 'Put the file back. If something in it was wrong, correct it in the file and say so there under “corrections”.'
            : `Give the file its old name again: ${report.file}`,
      };
    }
  },
};

export const reportedKept: Rule<Comparison> = {
  name: 'reported-kept',
  about: 'What a published report says stays as it was. What is new is a new report.',
  *find(comparison) {
    const spoken = new Map(comparison.pairs.map((pair) => [pair.id, pair.spoken]));
    for (const report of keptReports(comparison)) {
      for (const change of reportChanges(report)) {
        if (isAllowed(change, report) || isPutRight(change, report)) continue;
        const reference = actionOf(change);
        const about =
          reference === undefined
            ? undefined
            : (spoken.get(`${report.after.plan!}/${reference}`) ?? reference);
        const path = change.after === undefined ? change.path.slice(0, 1) : change.path;
        const place = report.after.placeOf(path);
        yield {
          ...at(report.after, path, {
            message: whatChanged(change, report, about),
            why: 'A past report is part of the record. Readers compare it with what followed.',
            advice: `${howToPutBack(change)}\nWhat is new goes into a new report:  npm run report\n${howToCorrectReport(reference)}`,
          }),
          // The name of the file is told to be another one, as long as the date is.
          ...(change.path[0] === 'reported' && { brings: [{ file: report.after.file, ...place }] }),
        };
      }
    }
  },
};

function whatChanged(change: ReportChange, { before }: KeptReport, about: string | undefined) {
  const named = reportNamed(before);
  if (about === undefined) return `${capitalised(named)} was changed: ${partInWords(change)}.`;
  if (change.before === undefined) {
    return `${capitalised(named)} said nothing about ${about} when it was first published.`;
  }
  const what = change.after === undefined ? 'taken out' : 'changed';
  return `What ${named} says about ${about} was ${what}.`;
}

/** The number of an action is always in quotation marks, so that 1.10 stays what it is. */
const asKey = (name: string) => (/^\d/.test(name) ? `"${name}"` : name);

/** A long text is not repeated for whoever has just changed it. */
const mostLetters = 300;

function howToPutBack({ path, before }: ReportChange): string {
  if (before === undefined) return 'Take the new lines out again.';
  const [name, ...rest] = [...path].reverse();
  const inside = rest.reverse().map((step, depth) => `${'  '.repeat(depth)}${step}:`);
  const indent = '  '.repeat(inside.length);
  const lines =
    typeof before === 'object' && before !== null
      ? [
          `${indent}${asKey(name!)}:`,
          ...Object.entries(before).map(([field, value]) => `${indent}  ${field}: ${brief(value)}`),
        ]
      : [`${indent}${name!}: ${brief(before)}`];
  return `Put it back:\n${[...inside, ...lines].join('\n')}`;
}

function brief(value: unknown): string {
  const text = asFlow(value);
  return text.length <= mostLetters ? text : '… (the whole text, as it was)';
}

function howToCorrectReport(reference: string | undefined): string {
  const action = reference === undefined ? [] : [`    action: ${asKey(reference)}`];
  return [
    'If the record was wrong from the start, say so at the end of its file:',
    'corrections:',
    '  - date: 3 March 2024',
    ...action,
    `    ${asField('why', 'The document itself says …')}`,
  ].join('\n');
}
