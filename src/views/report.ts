import { standingsOf } from '../register/standings.ts';
import { isCounted, type StatusName } from '../domain/status.ts';
import type { Action, Report, Update } from '../register/register.ts';

/** One action in a report: what is said of it, and what held before. */
export interface Reported {
  action: Action;
  update: Update;
  /** Undefined where no status had been reported. */
  before: StatusName | undefined;
}

/** The parts of a report’s page, in their order; each statement is in one of them. */
const parts = [
  {
    id: 'complete',
    title: 'Called complete for the first time',
    holds: ({ update, before }: Reported) => update.status === 'complete' && before !== 'complete',
  },
  {
    id: 'ended',
    title: 'Withdrawn, or joined to another one',
    holds: ({ update }: Reported) => update.status !== undefined && !isCounted(update.status),
  },
  {
    id: 'moved',
    title: 'Due dates and leads that changed',
    holds: ({ update }: Reported) =>
      update.due !== undefined ||
      update.leads !== undefined ||
      (update.milestones ?? []).some(({ due }) => due !== undefined),
  },
  { id: 'progress', title: 'Other progress', holds: () => true },
] as const;

/** A part of a report’s page, under a heading of its own. */
export interface ReportPart {
  id: string;
  title: string;
  statements: Reported[];
}

/** What a report says, in parts: what finished, what ended, what moved, and the rest. Empty parts are left out. */
export function reportParts(report: Report): ReportPart[] {
  const statements = report.statements.map(({ action, update }): Reported => {
    const position = action.statements.indexOf(update);
    return { action, update, before: standingsOf(action)[position]!.status };
  });
  const partOf = (statement: Reported) => parts.find(({ holds }) => holds(statement))!.id;
  return parts.flatMap(({ id, title }) => {
    const inPart = statements.filter((statement) => partOf(statement) === id);
    return inPart.length === 0 ? [] : [{ id, title, statements: inPart }];
  });
}

/** Whether a report looks at a plan as a whole, so that what it leaves out tells something. */
export function isRound({ statements }: Report): boolean {
  return statements.length > 1;
}

/** What a report is called right after the name of who reports: “in its report from March 2022”. */
export function titleAfterSpeaker({ title, isTitled, reported }: Report): string {
  return isTitled ? title : `its report from ${reported.name}`;
}

/** The promises of the plan that a report says nothing about. */
export function notMentioned({ plan, statements }: Report): Action[] {
  const mentioned = new Set(statements.map(({ action }) => action));
  return plan.actions.filter((action) => !mentioned.has(action));
}

/** Whether a report only gives second opinions. */
export function isSecondOpinion({ statements }: Report): boolean {
  return statements.length > 0 && statements.every(({ update }) => update.secondOpinion === true);
}

/** The newest second opinion with a status of each body that gave one, the newest first. */
export function secondOpinions({ statements }: Action): Update[] {
  const newest = new Map<string, Update>();
  for (const update of statements) {
    if (update.secondOpinion !== true || update.status === undefined) continue;
    newest.delete(update.report.by.name);
    newest.set(update.report.by.name, update);
  }
  return [...newest.values()].toReversed();
}
