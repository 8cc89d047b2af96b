import { compareDueDates, parseDueDate, type DueDate } from '../domain/due-date.ts';
import { isOwnAccount } from '../domain/voice.ts';
import type { ActionRecord } from '../schema/action.ts';
import type { OrganisationRecord } from '../schema/organisation.ts';
import type { PlanRecord } from '../schema/plan.ts';
import type { ReportRecord } from '../schema/report.ts';
import type { StatementRecord } from '../schema/statement.ts';
import type { Draft } from './records.ts';

/** A record of some kind, checked or not. */
interface Item<T> {
  id: string;
  plan?: string;
  reference?: string;
  value: Draft<T>;
}

/** What must be known to gather what was reported; `R` is the form of the reports. */
export interface RecordsAround<R> {
  report: readonly R[];
  action: readonly Item<ActionRecord>[];
  plan: readonly Item<PlanRecord>[];
  organisation: readonly Item<OrganisationRecord>[];
}

/** One dated statement on one action, with enough to judge it and to point at it. */
export interface StatementIn<R> {
  /** The report that says it. */
  report: R;
  /** Where in the report it is, for the places of its fields. */
  path: readonly PropertyKey[];
  value: Draft<StatementRecord>;
  /** As typed. */
  reportedText: string | undefined;
  /** Undefined where that is missing or cannot be read. */
  reported: DueDate | undefined;
  /** Set where somebody speaks who neither published the plan nor leads the action. */
  secondOpinion: boolean;
}

type AnyReport = Item<ReportRecord>;

/**
 * What was reported of each action, oldest first: by `doncaster/2.1.2`, also of actions that are not
 * there. Reports that could not be read say nothing.
 */
export function statementsIn<R extends AnyReport>(
  records: RecordsAround<R>,
): ReadonlyMap<string, readonly StatementIn<R>[]> {
  const known = gathered.get(records) as Map<string, StatementIn<R>[]> | undefined;
  if (known !== undefined) return known;
  const statements = new Map<string, StatementIn<R>[]>();
  const enter = (action: string, statement: StatementIn<R>) => {
    const list = statements.get(action);
    if (list === undefined) statements.set(action, [statement]);
    else list.push(statement);
  };
  for (const report of [...records.report].sort(compareReports)) {
    const { reported, actions } = report.value;
    for (const [reference, value] of Object.entries(actions ?? {})) {
      if (value === undefined) continue;
      const path = ['actions', reference];
      enter(`${report.plan!}/${reference}`, {
        report,
        path,
        value,
        ...dated(reported),
      });
    }
  }
  markSecondOpinions(records, statements);
  gathered.set(records, statements);
  return statements;
}

/** Every statement of every report, by the action that it is about. */
export function* statementsByAction<R extends AnyReport>(
  records: RecordsAround<R>,
): Iterable<{ id: string; statement: StatementIn<R> }> {
  for (const [id, list] of statementsIn(records)) {
    for (const statement of list) yield { id, statement };
  }
}

/** Many rules ask for the statements of the same records. */
const gathered = new WeakMap<object, unknown>();

function dated(reportedText: string | undefined) {
  return { reportedText, reported: dateOf(reportedText), secondOpinion: false };
}

function dateOf(text: string | undefined): DueDate | undefined {
  const parsed = text === undefined ? undefined : parseDueDate(text);
  return parsed?.ok ? parsed.date : undefined;
}

function byDate(
  a: { reported: DueDate | undefined },
  b: { reported: DueDate | undefined },
): number {
  return a.reported && b.reported ? compareDueDates(a.reported, b.reported) : 0;
}

/** The order in which reports are applied: by the last day that their date can mean, then by file. */
export function compareReports(a: AnyReport, b: AnyReport): number {
  const order = byDate(
    { reported: dateOf(a.value.reported) },
    { reported: dateOf(b.value.reported) },
  );
  return order !== 0 ? order : a.id < b.id ? -1 : Number(a.id > b.id);
}

/**
 * Whether a statement is a second opinion depends on who leads when it is made, so a former lead no
 * longer counts.
 */
function markSecondOpinions(
  { action, plan, organisation }: RecordsAround<AnyReport>,
  statements: ReadonlyMap<string, StatementIn<AnyReport>[]>,
): void {
  const wholes = new Map(organisation.map(({ id, value }) => [id, value.part_of]));
  const publishers = new Map(plan.map(({ id, value }) => [id, value.publisher]));
  const firstLeads = new Map(action.map(({ id, value }) => [id, value.leads]));
  for (const [id, list] of statements) {
    let leads = firstLeads.get(id);
    for (const statement of list) {
      const { report, value } = statement;
      const { by } = report.value;
      const promisers = [publishers.get(id.split('/')[0]!), ...leading(leads)].filter(
        (body) => body !== undefined,
      );
      statement.secondOpinion =
        by !== undefined &&
        (typeof by !== 'string' || !isOwnAccount(by, promisers, (body) => wholes.get(body)));
      if (!statement.secondOpinion) leads = value.leads ?? leads;
    }
  }
}

function leading(leads: Draft<ActionRecord>['leads']): (string | undefined)[] {
  return (leads ?? []).flatMap((lead) =>
    typeof lead === 'string' ? [lead] : lead?.role === 'partner' ? [] : [lead?.organisation],
  );
}
