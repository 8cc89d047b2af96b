import { inSentence, listed } from '../domain/words.ts';
import { compareDueDates, type DueDate } from '../domain/due-date.ts';
import { counts, statusOf, type StatusName } from '../domain/status.ts';
import type { Action, Lead, Organisation, Update } from '../register/register.ts';

/** Something that was reported of an action on a date: progress, or a promise that moved. */
export interface Change {
  /** Never changes, because updates are only ever added: `don-2-1-2#update-1-due`. */
  id: string;
  kind: 'progress' | 'due' | 'leads' | 'withdrawn' | 'merged';
  action: Action;
  /** When it was reported, as finely as the report says. */
  reported: DueDate;
  /** What changed, without a full stop: “Due date moved from September 2022 to March 2023”. */
  what: string;
  /** Why, in the report’s or the editor’s words. */
  reason?: string;
  /** What the report says of it, as prose. */
  text?: string;
  /** How the promise stood once all of that report was taken in. */
  after: State;
  /** Whom it concerns: those who led or took part before or after, of both actions for a merger. */
  organisations: Set<Organisation>;
}

export interface State {
  due: DueDate | undefined;
  leads: readonly Lead[];
  status: StatusName;
}

/** Everything that was reported of these actions and everything that moved, newest first. */
export function changesIn(actions: readonly Action[]): readonly Change[] {
  const changes = known.get(actions) ?? inOrder(actions);
  known.set(actions, changes);
  return changes;
}

/** Many feeds ask the same of all actions. */
const known = new WeakMap<readonly Action[], readonly Change[]>();

function inOrder(actions: readonly Action[]): Change[] {
  return actions
    .flatMap((action) => changesOf(action).toReversed().flat())
    .sort((a, b) => compareDueDates(b.reported, a.reported));
}

/** “Due date moved from September 2022 to March 2023: The team had no money left.” */
export function sentence({ what, reason }: Pick<Change, 'what' | 'reason'>): string {
  const whole = reason === undefined ? what : `${what}: ${reason}`;
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}

/** Of one action, for each update, oldest first: takes in one after the other, as the record has them. */
function changesOf(action: Action): Change[][] {
  let before: Standing = {
    due: action.firstDue,
    moved: undefined,
    leads: action.firstLeads,
    status: undefined,
    stages: new Map(action.milestones.map((stage) => [stage.label, stage.firstDue])),
  };
  return action.updates.map((update, index) => {
    const after = afterUpdate(before, update);
    const found = [...moves(before, update), ...endings(action, update)];
    found.push(...progress(before, update, found.length === 0 ? update.reason : undefined));
    if (found.length === 0) found.push(nothingElse);
    const organisations = new Set(
      [...before.leads, ...after.leads, ...(action.mergedInto?.leads ?? [])].map(
        (lead) => lead.organisation,
      ),
    );
    before = after;
    const { due, leads, status = 'not reported' } = after;
    return found.map(({ name, ...change }): Change => ({
      id: `${action.id}#update-${index + 1}-${name}`,
      ...change,
      action,
      reported: update.reported,
      after: { due, leads, status },
      organisations,
    }));
  });
}

/** What is known of an action at one time. */
interface Standing {
  due: DueDate | undefined;
  /** The due date that an update gave to the whole action; it holds whatever its milestones say. */
  moved: DueDate | undefined;
  leads: readonly Lead[];
  /** Undefined until one was reported. */
  status: StatusName | undefined;
  /** When each milestone is due, by its label. */
  stages: ReadonlyMap<string, DueDate>;
}

type Found = Pick<Change, 'kind' | 'what' | 'reason' | 'text'> & {
  /** What tells it from the others of the same update. */
  name: string;
};

/** A dated update is never passed over, even if it repeats what was known. */
const nothingElse: Found = { kind: 'progress', name: 'progress', what: 'Progress reported' };

function afterUpdate(before: Standing, update: Update): Standing {
  const stages = new Map(before.stages);
  for (const { label, due } of update.milestones ?? []) {
    if (due !== undefined) stages.set(label, due);
  }
  const moved = update.due ?? before.moved;
  return {
    due: moved ?? [...stages.values()].sort(compareDueDates).at(-1) ?? before.due,
    moved,
    leads: update.leads ?? before.leads,
    status: update.status ?? before.status,
    stages,
  };
}

function* moves(before: Standing, update: Update): Generator<Found> {
  const { reason } = update;
  if (update.due !== undefined && update.due.slug !== before.due?.slug) {
    yield { kind: 'due', name: 'due', what: moved('Due date', before.due, update.due), reason };
  }
  for (const [index, { label, due }] of (update.milestones ?? []).entries()) {
    const was = before.stages.get(label);
    if (due === undefined || due.slug === was?.slug) continue;
    const what = moved(`Due date of “${label}”`, was, due);
    yield { kind: 'due', name: `due-${index + 1}`, what, reason };
  }
  if (update.leads !== undefined && names(update.leads) !== names(before.leads)) {
    const what =
      before.leads.length === 0
        ? `Leads named: ${names(update.leads)}`
        : `Leads changed from ${names(before.leads)} to ${names(update.leads)}`;
    yield { kind: 'leads', name: 'leads', what, reason };
  }
}

function* endings(action: Action, { status, reason, text }: Update): Generator<Found> {
  if (status === 'withdrawn') {
    yield { kind: 'withdrawn', name: 'withdrawn', what: 'Withdrawn', reason, text };
  }
  if (status === 'merged') {
    const into = action.mergedInto;
    const what = into === undefined ? 'Merged' : `Joined to ${into.spoken}, ${into.title}`;
    yield { kind: 'merged', name: 'merged', what, reason, text };
  }
}

function* progress(before: Standing, update: Update, reason?: string): Generator<Found> {
  const { status, status_text: words, rag, text } = update;
  if (status !== undefined && !counts(status)) return;
  const stages = (update.milestones ?? []).filter((stage) => stage.status !== undefined);
  const said = [status, words, rag, text].some((part) => part !== undefined);
  if (!said && stages.length === 0) return;
  const what = [
    status === undefined ? 'Progress reported' : reportedAs(before.status, status),
    words === undefined ? undefined : `the report says “${words}”`,
    rag === undefined ? undefined : `rated ${rag}`,
    ...stages.map((stage) => `“${stage.label}” is ${stage.status}`),
  ];
  yield {
    kind: 'progress',
    name: 'progress',
    what: what.filter((part) => part !== undefined).join('; '),
    reason,
    text,
  };
}

function reportedAs(before: StatusName | undefined, now: StatusName): string {
  const label = statusOf(now).label.toLowerCase();
  if (before === undefined) return `Reported as ${label}`;
  if (before === now) return `Still ${label}`;
  return `Status changed from ${statusOf(before).label.toLowerCase()} to ${label}`;
}

function moved(what: string, from: DueDate | undefined, to: DueDate): string {
  const now = inSentence(to);
  if (from === undefined) return `${what} set: ${now}`;
  const was = inSentence(from);
  // “From April 2018 to March 2019 to by June 2020” could not be read.
  return [was, now].some((date) => /^(by|before) | to /.test(date))
    ? `${what} moved: it was ${was} and is now ${now}`
    : `${what} moved from ${was} to ${now}`;
}

function names(leads: readonly Lead[]): string {
  return listed(
    leads.map(({ organisation, role }) =>
      role === 'partner' ? `${organisation.name} (partner)` : organisation.name,
    ),
  );
}
