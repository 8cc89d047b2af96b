import { isOpen, type StatusName } from './status.ts';

/**
 * What is true of an action after everything that was reported about it. This is the only place where
 * reports are applied to what was promised. It works on dates and leads of any form (`Due`, `Leads`): as
 * text, as an editor typed them, or read and linked. It asks only for dated statements in their order,
 * wherever they are stored.
 */

/** One dated statement on an action. What it does not speak of stays as it was. */
export interface Statement<Due, Leads> {
  status?: StatusName | undefined;
  /** The new due date of the whole action. */
  due?: Due | undefined;
  /** The new leads, all of them. */
  leads?: Leads | undefined;
  milestones?: readonly StageStatement<Due>[] | undefined;
  /**
   * Set if somebody other than the publisher or a lead says it. A second opinion is shown beside the
   * status, date and leads, and changes none of them.
   */
  secondOpinion?: boolean | undefined;
}

/** What a statement says of one stage, by its label. */
export interface StageStatement<Due> {
  label: string;
  due?: Due | undefined;
  status?: StatusName | undefined;
}

/** What was promised before anything was reported. */
export interface Promised<Due, Leads> {
  due?: Due | undefined;
  leads: Leads;
  milestones?: readonly { label: string; due: Due }[] | undefined;
}

/** What is known of an action at one time. `Said` is the form in which its statements come. */
export interface Standing<Due, Leads, Said = Statement<Due, Leads>> {
  /** When it is due: what a statement gave to the whole, or else the last of its stages. */
  due: Due | undefined;
  /** The due date that a statement gave to the whole action; it holds whatever its stages say. */
  moved: Due | undefined;
  leads: Leads;
  /** Undefined until one was reported. */
  status: StatusName | undefined;
  /** The statement that gave the status. */
  statusFrom: Said | undefined;
  /** The newest statement of all, whatever it says. */
  newest: Said | undefined;
  /** What is known of each stage, by its label, in the order of the promise. */
  stages: ReadonlyMap<string, StageStanding<Due, Said>>;
}

/** What is known of one stage at one time. */
export interface StageStanding<Due, Said> {
  due: Due;
  /** Undefined until one was reported of this stage. */
  status: StatusName | undefined;
  /** The statement that gave the status. */
  statusFrom: Said | undefined;
}

/** The order of two due dates, as for Array.sort. */
export type CompareDue<Due> = (a: Due, b: Due) => number;

/** As it was first promised. */
function firstStanding<Due, Leads, Said = Statement<Due, Leads>>(
  { due, leads, milestones = [] }: Promised<Due, Leads>,
  compare: CompareDue<Due>,
): Standing<Due, Leads, Said> {
  const stages = new Map(
    milestones.map(({ label, due }): [string, StageStanding<Due, Said>] => [
      label,
      { due, status: undefined, statusFrom: undefined },
    ]),
  );
  return {
    due: due ?? lastDue(stages, compare),
    moved: undefined,
    leads,
    status: undefined,
    statusFrom: undefined,
    newest: undefined,
    stages,
  };
}

/** The standing after one more statement. Stages that were never promised are ignored. */
function afterStatement<Due, Leads, Said extends Statement<Due, Leads>>(
  before: Standing<Due, Leads, Said>,
  statement: Said,
  compare: CompareDue<Due>,
): Standing<Due, Leads, Said> {
  if (statement.secondOpinion) return before;
  const stages = new Map(before.stages);
  for (const { label, due, status } of statement.milestones ?? []) {
    const was = stages.get(label);
    if (was === undefined) continue;
    stages.set(label, {
      due: due ?? was.due,
      status: status ?? was.status,
      statusFrom: status === undefined ? was.statusFrom : statement,
    });
  }
  const moved = statement.due ?? before.moved;
  return {
    due: moved ?? lastDue(stages, compare) ?? before.due,
    moved,
    leads: statement.leads ?? before.leads,
    status: statement.status ?? before.status,
    statusFrom: statement.status === undefined ? before.statusFrom : statement,
    newest: statement,
    stages,
  };
}

/** Each standing in turn: as promised, and then after each statement. The last is the current one. */
export function standings<Due, Leads, Said extends Statement<Due, Leads>>(
  promised: Promised<Due, Leads>,
  statements: readonly Said[],
  compare: CompareDue<Due>,
): [first: Standing<Due, Leads, Said>, ...Standing<Due, Leads, Said>[]] {
  const first = firstStanding<Due, Leads, Said>(promised, compare);
  let standing = first;
  const later = statements.map(
    (statement) => (standing = afterStatement(standing, statement, compare)),
  );
  return [first, ...later];
}

/** What holds once all statements are taken in. */
export function standingNow<Due, Leads, Said extends Statement<Due, Leads>>(
  promised: Promised<Due, Leads>,
  statements: readonly Said[],
  compare: CompareDue<Due>,
): Standing<Due, Leads, Said> {
  return standings(promised, statements, compare).at(-1)!;
}

/** The status that readers see: nothing is known until something was reported. */
export function statusNow({ status }: { status: StatusName | undefined }): StatusName {
  return status ?? 'not reported';
}

/** The status that readers see once all statements are taken in, for those who ask no more. */
export function statusAfter(
  statements: readonly Pick<Statement<unknown, unknown>, 'status' | 'secondOpinion'>[],
): StatusName {
  const said = statements.map(({ status, secondOpinion }) => ({ status, secondOpinion }));
  return statusNow(standingNow({ leads: undefined }, said, () => 0));
}

/** The status of a stage: its own, or that of an action of which nothing more is to come. */
export function stageStatus(
  stage: { status: StatusName | undefined },
  action: { status: StatusName | undefined },
): StatusName {
  const whole = statusNow(action);
  return stage.status ?? (isOpen(whole) ? 'not reported' : whole);
}

function lastDue<Due>(
  stages: ReadonlyMap<string, { due: Due }>,
  compare: CompareDue<Due>,
): Due | undefined {
  return [...stages.values()]
    .map(({ due }) => due)
    .sort(compare)
    .at(-1);
}
