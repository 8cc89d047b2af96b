import { wholeAddress } from '../domain/address.ts';
import type { DueDate } from '../domain/due-date.ts';
import type { FixedField } from '../domain/fixed-parts.ts';
import type { Action, Lead, Register } from '../register/register.ts';

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

/** One action as it is published at `/data/actions.json`. Field names are a contract: add, never rename. */
export interface PublishedAction {
  id: string;
  plan: string;
  ref: string;
  url: string;
  title: string;
  promise: string;
  outcome: { id: string; title: string; theme: string };
  leads: { id: string; name: string; role: Lead['role'] }[];
  topics: string[];
  /** The date that holds now; null where none was given. */
  due: PublishedDate | null;
  /** The date that was first promised, where it has moved since; null otherwise. */
  first_due: PublishedDate | null;
  milestones: { label: string; due: PublishedDate; status: string }[];
  status: string;
  /** The report’s own words for the status; null where it has none. */
  status_text: string | null;
  /** Whether the date had passed on the day of the build with nothing to say that the promise was kept. */
  overdue: boolean;
  /** When the status was reported, as EDTF. */
  as_of: string;
  measures: string[];
  updates: {
    reported: string;
    status: string | null;
    status_text: string | null;
    text: string | null;
    due: PublishedDate | null;
    reason: string | null;
  }[];
  /** Where the record did not say what the plan says, and was put right; oldest first. */
  corrections: { date: string; what: FixedField; why: string }[];
  /** Set where the action was joined to another: that one’s identifier. */
  merged_into: string | null;
  source: Action['source'];
}

/**
 * Every action of the register, in its order.
 *
 * @param site where the site is published, with any sub-path, so that addresses are whole
 */
export function publishedActions(register: Register, site: URL): PublishedAction[] {
  return register.actions.map((action) => publishedAction(action, site));
}

/** One action, as it is published on its own and in the list. */
export function publishedAction(action: Action, site: URL): PublishedAction {
  const moved = action.firstDue !== undefined && action.due?.slug !== action.firstDue.slug;
  return {
    id: action.id,
    plan: action.plan.id,
    ref: action.reference,
    url: wholeAddress(action.url, site),
    title: action.title,
    promise: action.promise,
    outcome: {
      id: action.outcome.id,
      title: action.outcome.title,
      theme: action.theme.title,
    },
    leads: action.leads.map(({ organisation, role }) => ({
      id: organisation.id,
      name: organisation.name,
      role,
    })),
    topics: action.topics.map((topic) => topic.id),
    due: publishedDate(action.due),
    first_due: moved ? publishedDate(action.firstDue) : null,
    milestones: action.milestones.map(({ label, due, status }) => ({
      label,
      due: publishedDate(due)!,
      status,
    })),
    status: action.status,
    status_text: action.statusText ?? null,
    overdue: action.overdue,
    as_of: action.asOf.edtf,
    measures: action.measures,
    updates: action.updates.map((update) => ({
      reported: update.reported.edtf,
      status: update.status ?? null,
      status_text: update.status_text ?? null,
      text: update.text ?? null,
      due: publishedDate(update.due),
      reason: update.reason ?? null,
    })),
    corrections: action.corrections.map(({ date, what, why }) => ({ date: date.edtf, what, why })),
    merged_into: action.mergedInto?.id ?? null,
    source: action.source,
  };
}

function publishedDate(date: DueDate | undefined): PublishedDate | null {
  if (date === undefined) return null;
  const { text, display, edtf, earliest, latest, precision } = date;
  return { text, display, edtf, earliest, latest, precision };
}
