import { compareDueDates, type DueDate } from '../domain/due-date.ts';
import type { StatusName } from '../domain/status.ts';
import type { Action, Lead, Update } from '../register/register.ts';

/** What is known of an action at one time. */
export interface Standing {
  due: DueDate | undefined;
  /** The due date that an update gave to the whole action; it holds whatever its milestones say. */
  moved: DueDate | undefined;
  leads: readonly Lead[];
  /** Undefined until one was reported. */
  status: StatusName | undefined;
  /** What is known of each milestone, by its label. */
  stages: ReadonlyMap<string, StageStanding>;
}

interface StageStanding {
  due: DueDate;
  /** Undefined until one was reported. */
  status: StatusName | undefined;
}

/** As it was first promised. */
export function firstStanding(action: Action): Standing {
  return {
    due: action.firstDue,
    moved: undefined,
    leads: action.firstLeads,
    status: undefined,
    stages: new Map(
      action.milestones.map(({ label, firstDue }) => [label, { due: firstDue, status: undefined }]),
    ),
  };
}

/** As it was once a report had been taken in. */
export function afterUpdate(before: Standing, update: Update): Standing {
  const stages = new Map(before.stages);
  for (const { label, due, status } of update.milestones ?? []) {
    const was = stages.get(label)!;
    stages.set(label, { due: due ?? was.due, status: status ?? was.status });
  }
  const moved = update.due ?? before.moved;
  const dates = [...stages.values()].map((stage) => stage.due);
  return {
    due: moved ?? dates.sort(compareDueDates).at(-1) ?? before.due,
    moved,
    leads: update.leads ?? before.leads,
    status: update.status ?? before.status,
    stages,
  };
}
