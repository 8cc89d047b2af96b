import { unreadStatus } from '../domain/unread-status.ts';
import { isDeepStrictEqual } from 'node:util';
import { wholeAddress } from '../domain/address.ts';
import type { DueDate } from '../domain/due-date.ts';
import type { LatenessKind } from '../domain/lateness.ts';
import type { CorrectedField } from '../domain/fixed-parts.ts';
import type { Action, Lead, Register, Report, Speaker } from '../register/register.ts';
import type { RagRating } from '../schema/statement.ts';

/** A date as it is published: as written, as shown, as EDTF (ISO 8601-2 level 1) and as ISO days. */
export interface PublishedDate {
  text: string;
  display: string;
  edtf: string;
  /** The first day it can mean; null where it has no beginning. */
  earliest: string | null;
  /** The last day it can mean; null for “ongoing”, which has no end. */
  latest: string | null;
  precision: DueDate['precision'];
}

/** Who leads or takes part, as `leads` lists them. */
export interface PublishedLead {
  id: string;
  name: string;
  role: Lead['role'];
}

/** One action as it is published at `/data/actions.json`. Field names are a contract: add, never rename. */
export interface PublishedAction {
  id: string;
  plan: string;
  /** Where the plan applies, as its record says. */
  area: string;
  /** What the plan is about, as its record says; null where it does not say. */
  subject: string | null;
  ref: string;
  url: string;
  title: string;
  promise: string;
  outcome: { id: string; title: string; theme: string };
  leads: PublishedLead[];
  /** Those who were first named, where they have changed since; null otherwise. */
  first_leads: PublishedLead[] | null;
  topics: string[];
  /** The date that holds now; null where none was given. */
  due: PublishedDate | null;
  /** The date that was first promised, where it has moved since; null otherwise. */
  first_due: PublishedDate | null;
  milestones: {
    label: string;
    due: PublishedDate;
    /** The date that was first promised, where it has moved since; null otherwise. */
    first_due: PublishedDate | null;
    status: string;
    /** What can be said of its date: one of the kinds of `lateness` below. */
    lateness: LatenessKind;
  }[];
  status: string;
  /** The report’s own words for the status; null where it has none. */
  status_text: string | null;
  /** The report’s red, amber or green rating, from the report that gave the status; null where it gives none. */
  rag: RagRating | null;
  /** Whether the date had passed on the day of the build with nothing to say that the promise was kept. */
  overdue: boolean;
  /** What can honestly be said of the promise and its date: late when last reported, no news since, and so on. */
  lateness: LatenessKind;
  /** When anything was last reported of it, as EDTF. */
  last_reported: string;
  /** When the report that calls it complete says that it was done; null where it does not say. */
  completed: PublishedDate | null;
  /** When the status was reported, as EDTF. */
  as_of: string;
  measures: string[];
  /** Whether a second opinion, no older than the status, gives another status. */
  disputed: boolean;
  updates: {
    /** As EDTF. */
    reported: string;
    /** As the site shows it, which can be read as a date again. */
    reported_display: string;
    /** Who reports; the identifier is null where it has no record. */
    by: { id: string | null; name: string };
    /** Set if that is neither the publisher nor a lead. Then it does not change the status, date or leads. */
    second_opinion: boolean;
    /** The page of the report. */
    report: string;
    /** Where it can be read, as far as that is known. */
    source: NonNullable<Report['source']> | null;
    status: string | null;
    status_text: string | null;
    rag: RagRating | null;
    completed: PublishedDate | null;
    text: string | null;
    due: PublishedDate | null;
    /** The new leads, all of them; null where they did not change. */
    leads: PublishedLead[] | null;
    /** What was reported of single milestones: a new date, a new status or both. */
    milestones: { label: string; due: PublishedDate | null; status: string | null }[];
    reason: string | null;
  }[];
  /** Where the record did not say what the plan says, and was corrected; oldest first. */
  corrections: { date: string; what: CorrectedField; why: string }[];
  /** Set where the action was joined to another: that one’s identifier. */
  merged_into: string | null;
  /** The actions of earlier plans that its record says it carries on, by their identifiers. */
  continues: string[];
  /** The actions of later plans whose records say that they carry it on. */
  continued_by: string[];
  source: Action['source'];
  /** Parts that an import could not read and nobody has answered yet: what is said of them here may be wrong. */
  not_read_yet: string[];
  /** Where its record is in the repository. */
  record: string;
}

/**
 * Every action of the register, in its order.
 *
 * @param site where the site is published, with any sub-path, so that addresses are whole
 */
export function publishedActions(register: Register, site: URL): PublishedAction[] {
  return register.actions.map((action) => publishedAction(action, site));
}

/** As JSON that every program can read: half of a surrogate pair is in no sound text. */
export function asJson(value: PublishedAction | PublishedAction[]): string {
  return `${JSON.stringify(value, sound, 2)}\n`;
}

function sound(_key: string, part: unknown): unknown {
  return typeof part === 'string' ? part.toWellFormed() : part;
}

/** `/data/actions.json` in pieces, an action to each: the same as all of them at once. */
export function* jsonOf(actions: readonly Action[], site: URL): Iterable<string> {
  if (actions.length === 0) {
    yield asJson([]);
    return;
  }
  yield '[';
  for (const [index, action] of actions.entries()) {
    const json = JSON.stringify(publishedAction(action, site), sound, 2);
    yield `${index === 0 ? '' : ','}\n  ${json.replaceAll('\n', '\n  ')}`;
  }
  yield '\n]\n';
}

/** One action, as it is published on its own and in the list. */
export function publishedAction(action: Action, site: URL): PublishedAction {
  return {
    id: action.id,
    plan: action.plan.id,
    area: action.plan.area,
    subject: action.plan.subject ?? null,
    ref: action.reference,
    url: wholeAddress(action.url, site),
    title: action.title,
    promise: action.promise,
    outcome: {
      id: action.outcome.id,
      title: action.outcome.title,
      theme: action.theme.title,
    },
    leads: publishedLeads(action.leads),
    first_leads: isDeepStrictEqual(publishedLeads(action.leads), publishedLeads(action.firstLeads))
      ? null
      : publishedLeads(action.firstLeads),
    topics: action.topics.map((topic) => topic.id),
    due: publishedDate(action.due),
    first_due: firstIfMoved(action),
    milestones: action.milestones.map((milestone) => ({
      label: milestone.label,
      due: publishedDate(milestone.due)!,
      first_due: firstIfMoved(milestone),
      status: milestone.status,
      lateness: milestone.lateness,
    })),
    status: action.status,
    status_text: action.statusText ?? (unreadStatus(action) || null),
    rag: action.rag ?? null,
    overdue: action.overdue,
    lateness: action.lateness,
    last_reported: action.lastReported.edtf,
    completed: publishedDate(action.completed),
    as_of: action.asOf.edtf,
    measures: action.measures,
    disputed: action.disputed,
    updates: action.statements.map((update) => ({
      reported: update.reported.edtf,
      reported_display: update.reported.display,
      by: speaker(update.report.by),
      second_opinion: update.secondOpinion === true,
      report: wholeAddress(update.report.url, site),
      source: update.report.source ?? null,
      status: update.status ?? null,
      status_text: update.status_text ?? null,
      rag: update.rag ?? null,
      completed: publishedDate(update.completed),
      text: update.text ?? null,
      due: publishedDate(update.due),
      leads: update.leads === undefined ? null : publishedLeads(update.leads),
      milestones: (update.milestones ?? []).map(({ label, due, status }) => ({
        label,
        due: publishedDate(due),
        status: status ?? null,
      })),
      reason: update.reason ?? null,
    })),
    corrections: action.corrections.map(({ date, what, why }) => ({ date: date.edtf, what, why })),
    merged_into: action.mergedInto?.id ?? null,
    continues: action.continues.map(({ id }) => id),
    continued_by: action.continuedBy.map(({ id }) => id),
    source: action.source,
    not_read_yet: [...new Set(action.open)],
    record: action.file,
  };
}

function speaker({ name, organisation }: Speaker) {
  return { id: organisation?.id ?? null, name };
}

function publishedLeads(leads: readonly Lead[]): PublishedLead[] {
  return leads.map(({ organisation: { id, name }, role }) => ({ id, name, role }));
}

function firstIfMoved({ due, firstDue }: Pick<Action, 'due' | 'firstDue'>): PublishedDate | null {
  return firstDue?.slug === due?.slug ? null : publishedDate(firstDue);
}

function publishedDate(date: DueDate | undefined): PublishedDate | null {
  if (date === undefined) return null;
  const { text, display, edtf, earliest, latest, precision } = date;
  return { text, display, edtf, earliest, latest, precision };
}
