import type { Sourced } from '../records/records.ts';
import { added, same, type KeptReport } from './compare.ts';

/** One part of a report’s record that says something else than before, as values of YAML. */
export interface ReportChange {
  /** Where it is in the record: `['source', 'url']`, or `['actions', '2.1.2']`. */
  path: readonly string[];
  before: unknown;
  after: unknown;
}

/** The parts of a report besides what it says of actions, with what each is called in a sentence. */
const parts = [
  { path: ['reported'], words: 'its date' },
  { path: ['dated_by'], words: 'how its date is known' },
  { path: ['title'], words: 'its title on this site' },
  { path: ['by'], words: 'who reports' },
  { path: ['source', 'title'], words: 'the title of its source' },
  { path: ['source', 'url'], words: 'the address of its source' },
  { path: ['source', 'page'], words: 'the page of its source' },
  { path: ['source', 'archived'], words: 'the archived copy of its source' },
  { path: ['source', 'not_published'], words: 'whether its source was published' },
  { path: ['source', 'note'], words: 'the note on its source' },
] as const;

/** What a part of a report is called in a sentence, if it is not about an action. */
export function partInWords({ path }: ReportChange): string {
  return parts.find((part) => same([...part.path], path))!.words;
}

/** The action that a part of a report is about, by its reference. */
export function actionOf({ path }: ReportChange): string | undefined {
  return path[0] === 'actions' ? path[1] : undefined;
}

/** Everything in a report that is not as it was, allowed or not; corrections are not among it. */
export function reportChanges({ before, after }: KeptReport): ReportChange[] {
  const references = new Set(
    [before, after].flatMap(({ value }) => Object.keys(value.actions ?? {})),
  );
  const paths = [
    ...parts.map(({ path }) => [...path]),
    ...[...references].map((reference) => ['actions', reference]),
  ];
  return paths
    .map((path) => ({ path, before: valueAt(before, path), after: valueAt(after, path) }))
    .filter((change) => !same(change.before, change.after));
}

function valueAt({ value }: Sourced<'report'>, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (within, name) =>
      typeof within === 'object' && within !== null && Object.hasOwn(within, name)
        ? (within as Record<string, unknown>)[name]
        : undefined,
    value,
  );
}

/** What we say of a report in our own words may change at any time. */
const ownWords = ['dated_by', 'title', 'source note'];

/**
 * Whether a change needs no correction: our own words, or where the document can be read, where
 * nothing said so before.
 */
export function isAllowed({ path, before }: ReportChange, report: KeptReport): boolean {
  const name = path.join(' ');
  if (ownWords.includes(name)) return true;
  switch (name) {
    case 'source title':
      return report.before.value.source === undefined;
    case 'source url':
    case 'source page':
    case 'source archived':
      return before === undefined;
    case 'source not_published':
      return before === undefined
        ? report.before.value.source === undefined
        : isPublishedNow(report);
    default:
      return false;
  }
}

/** A document that was not published may be published later. */
function isPublishedNow({ before, after }: KeptReport): boolean {
  return before.value.source?.url === undefined && after.value.source?.url !== undefined;
}

/** The corrections that this change adds to a report. */
export function newReportCorrections({ before, after }: KeptReport) {
  return added(before.value.corrections, after.value.corrections);
}

/** Whether this change says, in a new correction, that this part of the report was wrong. */
export function isPutRight(change: ReportChange, report: KeptReport): boolean {
  return newReportCorrections(report).some(
    ({ action }) => action === undefined || action === actionOf(change),
  );
}
