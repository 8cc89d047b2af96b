import { knownOf } from '../domain/known-of.ts';
import { noDateInWords, noLeadInWords } from '../domain/unread.ts';
import { namesAndRoles, statusLabel } from '../domain/wording.ts';
import { compareDueDates, type DueDate } from '../domain/due-date.ts';
import { inReadersWords } from '../domain/fixed-parts.ts';
import { spokenReference } from '../domain/reference.ts';
import { statusNow } from '../domain/standing.ts';
import { isCounted, statusOf, type StatusName } from '../domain/status.ts';
import type {
  Action,
  Correction,
  Lead,
  Organisation,
  Outcome,
  Plan,
  Update,
} from '../register/register.ts';
import { standingsOf, type ActionStanding } from '../register/standings.ts';

/** Something that happened to an action on a date: progress, a promise that moved, or a record corrected. */
export interface Change {
  /** Of a report its file, `don-2-1-2#report-2025-06-due`; of a correction its day and field, `don-2-1-2#correction-2024-03-03-due`; of what a later plan carries on, `don-2-1-2#carried-over-don24-1-1`. */
  id: string;
  kind:
    | 'progress'
    | 'opinion'
    | 'due'
    | 'leads'
    | 'withdrawn'
    | 'merged'
    | 'carried over'
    | 'correction';
  action: Action;
  /** The report of it; undefined for a correction and for what a later plan carries on. */
  update?: Update;
  /** When it was reported, as finely as the report says; when a record was corrected, or the later plan published. */
  date: DueDate;
  /** What changed, without a full stop: “Due date moved from September 2022 to March 2023”. */
  what: string;
  /** Why, in the report’s or the editor’s words; of a correction, what was wrong. */
  reason?: string;
  /** What the report says of it, as prose. */
  text?: string;
  /** How the promise stood once all that was reported by then was taken in. */
  after: State;
  /** Whom it concerns: those who led or took part before or after, of both actions for a merger. */
  organisations: Set<Organisation>;
}

/** How a promise stood at one time, as far as it takes to say so. */
export interface State {
  /** What is said where there is no date, or nobody leads. */
  none: { date: string; lead: string };
  due: DueDate | undefined;
  leads: readonly Lead[];
  status: StatusName;
  /** How pages call that status. */
  label: string;
  /** When that status was reported; undefined where none was. */
  reported?: DueDate;
}

/** A record of a plan or of a report that did not say what its document says, and was corrected. */
export interface RecordPutRight {
  /** Within the page: `correction-2024-03-03-2-1`. */
  id: string;
  plan: Plan;
  /** Set where the wording of an outcome was wrong. */
  outcome?: Outcome;
  /** The page of the outcome or of the report. */
  url: string;
  /** What was wrong, by its name: “Outcome 2.1: Carers are heard”, “Progress update, July 2019”. */
  name: string;
  date: DueDate;
  /** “We corrected the wording of this outcome”. */
  what: string;
  /** What was wrong, and how the right reading is known. */
  reason: string;
}

/** What was corrected in the records of plans and reports, newest first. */
export function recordsPutRight(plans: readonly Plan[]): RecordPutRight[] {
  const alike = new Map<string, number>();
  return plans
    .flatMap((plan) => [
      ...plan.corrections.map(({ date, outcome, why }): RecordPutRight => ({
        id: `correction-${date.slug}`,
        plan,
        outcome,
        url: outcome.url,
        name: outcome.title,
        date,
        what: 'We corrected the wording of this outcome',
        reason: why,
      })),
      ...plan.reports.flatMap((report) =>
        report.corrections.map(({ date, action, why }): RecordPutRight => ({
          id: `correction-${date.slug}${action === undefined ? '' : `-${action}`}`,
          plan,
          url: report.url,
          name: report.title,
          date,
          what:
            action === undefined
              ? 'We corrected our record of this report'
              : `We corrected what this report says about ${spokenReference(plan.code, action)}`,
          reason: why,
        })),
      ),
    ])
    .map((one) => {
      const key = `${one.url}#${one.id}`;
      const number = (alike.get(key) ?? 0) + 1;
      alike.set(key, number);
      return number === 1 ? one : { ...one, id: `${one.id}-${number}` };
    })
    .sort((a, b) => compareDueDates(b.date, a.date));
}

/**
 * Everything that was reported of these actions, that moved and that was corrected, newest first. Many
 * feeds ask the same of all actions.
 */
export const changesIn = knownOf<readonly Action[], readonly Change[]>(inOrder);

function inOrder(actions: readonly Action[]): Change[] {
  return actions
    .flatMap((action) => changesOfEach(action).toReversed().flat())
    .sort((a, b) => compareDueDates(b.date, a.date));
}

/** One change is the same in the feeds of all, of its plan and of each of its leads. */
const changesOfEach = knownOf(changesOf);

/** “Due date moved from September 2022 to March 2023: The team had no money left.” */
export function sentence({ what, reason }: Pick<Change, 'what' | 'reason'>): string {
  const whole = reason === undefined ? what : `${what}: ${reason}`;
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}

/**
 * What happened to one action: for each update, then for each later plan that carries it on, then for
 * each correction, oldest first.
 */
function changesOf(action: Action): Change[][] {
  const standings = standingsOf(action);
  const updates = action.statements.map((update, index) => {
    const before = standings[index]!;
    const after = standings[index + 1]!;
    const leads = [...before.leads, ...after.leads, ...(action.mergedInto?.leads ?? [])];
    return foundIn(update, before, action).map(({ name, ...change }): Change => ({
      id: `${action.id}#${sayer(update)}-${name}`,
      ...change,
      action,
      update,
      date: update.reported,
      after: stateOf(after, action),
      organisations: organisationsOf(leads),
    }));
  });
  const standingAt = (date: DueDate) =>
    standings[
      action.statements.filter((update) => compareDueDates(update.reported, date) <= 0).length
    ]!;
  const carriedOver = action.continuedBy.flatMap((later): Change[][] => {
    // Where it is not known when the later plan came out, there is no date to tell it by.
    const date = later.plan.source.published;
    if (date === undefined) return [];
    const then = standingAt(date);
    const change: Change = {
      id: `${action.id}#carried-over-${later.id}`,
      kind: 'carried over',
      action,
      date,
      what: `Carried over to ${later.spoken}, ${later.title}`,
      after: stateOf(then, action),
      organisations: organisationsOf([...then.leads, ...later.leads]),
    };
    return [[change]];
  });
  const corrections = action.corrections.map((correction) => {
    const { date, what, why } = correction;
    const then = standingAt(date);
    const change: Change = {
      id: `${action.id}#correction-${nameOf(correction, action.corrections)}`,
      kind: 'correction',
      action,
      date,
      what: `We corrected ${inReadersWords(what)}`,
      reason: why,
      after: stateOf(then, action),
      organisations: organisationsOf(then.leads),
    };
    return [change];
  });
  return [...updates, ...carriedOver, ...corrections];
}

/** What tells the statements on one action apart, whatever comes between them later. */
function sayer({ report }: Update): string {
  return `report-${report.id.split('/')[1]!}`;
}

/** “2024-03-03-due”, and “2024-03-03-due-2” for the next of the same day. */
function nameOf(correction: Correction, all: readonly Correction[]): string {
  const name = ({ date, what }: Correction) => `${date.slug}-${what}`;
  const alike = all.filter((other) => name(other) === name(correction));
  const place = alike.indexOf(correction) + 1;
  return place === 1 ? name(correction) : `${name(correction)}-${place}`;
}

function stateOf(standing: ActionStanding, action: Action): State {
  const reported = standing.statusFrom?.reported;
  return {
    none: { date: noDateInWords({ ...action, due: standing.due }), lead: noLeadInWords(action) },
    due: standing.due,
    leads: standing.leads,
    status: statusNow(standing),
    label: statusLabel({ ...action, status: statusNow(standing), updates: upTo(standing, action) }),
    ...(reported && { reported }),
  };
}

/** What had been reported by then. */
function upTo({ newest }: ActionStanding, { updates }: Action): Update[] {
  return updates.slice(0, newest === undefined ? 0 : updates.indexOf(newest) + 1);
}

function organisationsOf(leads: readonly Lead[]): Set<Organisation> {
  return new Set(leads.map((lead) => lead.organisation));
}

function foundIn(update: Update, before: ActionStanding, action: Action): WhatHappened[] {
  if (update.secondOpinion) return [secondOpinion(update)];
  const found = [...moves(before, update), ...endings(action, update)];
  found.push(...progress(before, update, found.length === 0 ? update.reason : undefined));
  return found.length === 0 ? [nothingElse] : found;
}

type WhatHappened = Pick<Change, 'kind' | 'what' | 'reason' | 'text'> & {
  /** What tells it from the others of the same update. */
  name: string;
};

/** What somebody else says of it, which changes nothing of what holds. */
function secondOpinion({ report, status, text }: Update): WhatHappened {
  const says =
    status === undefined ? 'wrote about it' : `says it is ${statusOf(status).label.toLowerCase()}`;
  return {
    kind: 'opinion',
    name: 'opinion',
    what: `A second opinion: ${report.by.name} ${says}`,
    text,
  };
}

/** A dated update is never passed over, even if it repeats what was known. */
const nothingElse: WhatHappened = { kind: 'progress', name: 'progress', what: 'Progress reported' };

function* moves(before: ActionStanding, update: Update): Generator<WhatHappened> {
  const { reason } = update;
  if (update.due !== undefined && update.due.slug !== before.due?.slug) {
    yield { kind: 'due', name: 'due', what: moved('Due date', before.due, update.due), reason };
  }
  for (const [index, { label, due }] of (update.milestones ?? []).entries()) {
    const was = before.stages.get(label)?.due;
    if (due === undefined || due.slug === was?.slug) continue;
    const what = moved(`Due date of “${label}”`, was, due);
    yield { kind: 'due', name: `due-${index + 1}`, what, reason };
  }
  if (update.leads !== undefined && namesAndRoles(update.leads) !== namesAndRoles(before.leads)) {
    const what =
      before.leads.length === 0
        ? `Leads named: ${namesAndRoles(update.leads)}`
        : `Leads changed from ${namesAndRoles(before.leads)} to ${namesAndRoles(update.leads)}`;
    yield { kind: 'leads', name: 'leads', what, reason };
  }
}

function* endings(action: Action, { status, reason, text }: Update): Generator<WhatHappened> {
  if (status === 'withdrawn') {
    yield { kind: 'withdrawn', name: 'withdrawn', what: 'Withdrawn', reason, text };
  }
  if (status === 'merged') {
    const into = action.mergedInto;
    const what = into === undefined ? 'Merged' : `Joined to ${into.spoken}, ${into.title}`;
    yield { kind: 'merged', name: 'merged', what, reason, text };
  }
}

function* progress(
  before: ActionStanding,
  update: Update,
  reason?: string,
): Generator<WhatHappened> {
  const { status, status_text: words, rag, completed, text } = update;
  if (status !== undefined && !isCounted(status)) return;
  const stages = (update.milestones ?? []).filter((stage) => stage.status !== undefined);
  const said = [status, words, rag, text].some((part) => part !== undefined);
  if (!said && stages.length === 0) return;
  const what = [
    status === undefined ? 'Progress reported' : reportedAs(before.status, status),
    words === undefined ? undefined : `the report says “${words}”`,
    rag === undefined ? undefined : `rated ${rag}`,
    completed === undefined ? undefined : `the report dates it to ${completed.name}`,
    ...stages.map(({ label, status }) => stageAs(label, before.stages.get(label)?.status, status!)),
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
  if (now === 'not reported') return 'The report does not say how far this has got';
  if (before === undefined) return `Reported as ${label}`;
  if (before === now) return `Still ${label}`;
  return `Status changed from ${statusOf(before).label.toLowerCase()} to ${label}`;
}

function stageAs(label: string, before: StatusName | undefined, now: StatusName): string {
  if (before === undefined) return `“${label}” is ${now}`;
  if (before === now) return `“${label}” is still ${now}`;
  return `“${label}” changed from ${before} to ${now}`;
}

function moved(what: string, from: DueDate | undefined, to: DueDate): string {
  if (from === undefined) return `${what} set: ${to.name}`;
  // “From April 2018 to March 2019 to by June 2020” could not be read.
  return [from, to].some(hasToOrBy)
    ? `${what} moved: it was ${from.name} and is now ${to.name}`
    : `${what} moved from ${from.name} to ${to.name}`;
}

/** Whether a date is named by two others, or by one that it comes before. */
function hasToOrBy({ earliest, latest, edtf, precision }: DueDate): boolean {
  if (latest === null) return false;
  if (earliest === null) return true;
  const isWinter = precision === 'season' && edtf.includes('/');
  return isWinter || ['range', 'quarter', 'financial year'].includes(precision);
}
