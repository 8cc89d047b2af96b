import { isDeepStrictEqual } from 'node:util';
import type { FixedField } from '../domain/fixed-parts.ts';
import type { Draft, Kind, Records, Sourced } from '../records/records.ts';
import type { StatementIn } from '../records/statements.ts';
import type { ActionRecord } from '../schema/action.ts';
import type { StatementRecord } from '../schema/statement.ts';

/** An action as far as it can be read in one of the two states. */
export type DraftAction = Draft<ActionRecord>;
export type DraftStatement = Draft<StatementRecord>;

/** One dated statement on one action, in a report. */
export type Statement = StatementIn<Sourced<'report'>>;

/** One action in two states of the records; one of them may be missing. */
export interface Pair {
  /** The name of its plan’s folder and its reference: `doncaster/2.1.2`. */
  id: string;
  /** As printed: `DON 2.1.2`. */
  spoken: string;
  before?: Sourced<'action'>;
  after?: Sourced<'action'>;
  /** What was reported of it in the earlier state, oldest first. */
  saidBefore: readonly Statement[];
  /** What is reported of it in the later state, oldest first. */
  saidAfter: readonly Statement[];
}

/** What the guard looks at: two states of the same data folder. */
export interface Comparison {
  before: Records;
  after: Records;
  /** Every action of either state, in the order of plans and references. */
  pairs: Pair[];
  /** Folders with a file whose name is wrong. That file may be the one that seems to be missing. */
  unclear: ReadonlySet<string>;
}

/**
 * An action that is in both states and could be read in both. A record with a mistake in it is left out,
 * because nobody knows what it says.
 */
export type Kept = Required<Pair>;

/** Whether an action is in both states and could be read in both. */
export function isKept(pair: Pair): pair is Kept {
  return pair.before?.sound === true && pair.after?.sound === true;
}

/** The records of a kind that the later state no longer has, and those that the earlier one had not. */
export function goneAndAdded<K extends Kind>(
  { before, after, unclear }: Comparison,
  kind: K,
): { gone: Sourced<K>[]; added: Sourced<K>[] } {
  const [earlier, later] = [before, after].map(({ [kind]: records }) => records) as [
    Sourced<K>[],
    Sourced<K>[],
  ];
  const [old, known] = [earlier, later].map((records) => new Set(records.map(({ id }) => id)));
  return {
    gone: earlier.filter(({ id, file }) => !known!.has(id) && !unclear.has(folderOf(file))),
    added: later.filter(({ id }) => !old!.has(id)),
  };
}

/** A plan that is in both states and could be read in both. */
export interface KeptPlan {
  before: Sourced<'plan'>;
  after: Sourced<'plan'>;
}

/** Every plan that is in both states and could be read in both. */
export function keptPlans({ before, after }: Comparison): KeptPlan[] {
  const later = new Map(after.plan.map((plan) => [plan.id, plan]));
  return before.plan.flatMap((plan) => {
    const now = later.get(plan.id);
    return plan.sound && now?.sound === true ? [{ before: plan, after: now }] : [];
  });
}

/** A report that is in both states and could be read in both. */
export interface KeptReport {
  before: Sourced<'report'>;
  after: Sourced<'report'>;
}

/** Every report that is in both states and could be read in both. */
export function keptReports({ before, after }: Comparison): KeptReport[] {
  const later = new Map(after.report.map((report) => [report.id, report]));
  return before.report.flatMap((report) => {
    const now = later.get(report.id);
    return report.sound && now?.sound === true ? [{ before: report, after: now }] : [];
  });
}

/** Every report of the earlier state that the later one no longer has under its name. */
export function lostReports({ before, after, unclear }: Comparison): Sourced<'report'>[] {
  const later = new Set(after.report.map(({ id }) => id));
  return before.report.filter(({ id, file }) => !later.has(id) && !unclear.has(folderOf(file)));
}

/** The folder of a file, by their paths. */
export function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/'));
}

/** Whether two drafts of a field say the same, whatever their form in YAML. */
export function same(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(a, b);
}

/** A list `corrections`, of an action, a plan or a report. */
type Corrections<T> = (T | undefined)[] | undefined;

/** The entries of a list that an earlier state of it does not have. */
export function added<T>(before: Corrections<T>, after: Corrections<T>): T[] {
  const old = before ?? [];
  return (after ?? []).filter(
    (entry) => entry !== undefined && !old.some((other) => same(other, entry)),
  ) as T[];
}

/** The corrections that this change adds to an action. */
export function newCorrections({ before, after }: Kept) {
  return added(before.value.corrections, after.value.corrections);
}

/** Whether this change says, in a new correction, what was wrong with a field. */
export function isCorrected(pair: Kept, field: FixedField): boolean {
  return newCorrections(pair).some(({ what }) => what === field);
}

/** The statements that this change adds. What only says the same in another file is not new. */
export function newStatements({ saidBefore, saidAfter }: Pair): Statement[] {
  const old = [...saidBefore];
  return saidAfter.filter((statement) => {
    if (!statement.report.sound) return false;
    const twin = old.findIndex((other) => saysSame(other, statement));
    if (twin !== -1) old.splice(twin, 1);
    return twin === -1;
  });
}

function saysSame(a: Statement, b: Statement): boolean {
  return (
    a.reportedText === b.reportedText &&
    same(a.value, b.value) &&
    same(a.report.value.by, b.report.value.by)
  );
}
