import { latenessNames } from '../domain/lateness.ts';
import type { PublishedAction, PublishedDate } from '../exports/actions-json.ts';

type Fields<T> = Record<keyof T, string>;

/** What each field of an action means in `/data/actions.json`. The compiler holds it against the export. */
export const actionFields: Fields<PublishedAction> = {
  id: 'The name of the action in its address. It never changes.',
  plan: 'The plan, by its name in addresses.',
  area: 'Where the plan applies.',
  subject: 'What the plan is about, or null where its record does not say.',
  ref: 'The number of the action in its plan.',
  url: 'The whole address of its page.',
  title: 'The short title. We wrote it.',
  promise: 'The promise, word for word.',
  outcome: 'What the action is for: id, title, and the title of its theme.',
  leads: 'Who leads now: a list, each with id, name and role. The role is lead or partner.',
  first_leads: 'Who led first, in the same way, if that has changed since. If not, null.',
  topics: 'A list of topics. We chose them.',
  due: 'The date that holds now, or null if there is none.',
  first_due: 'The date that was promised first, if it has moved since. If not, null.',
  milestones:
    'The stages, if there are any: a list, each with label, due, first_due, status and lateness.',
  status: 'How far it has got, in one of the words of this site.',
  status_text: 'The report’s own words for the status, or null.',
  rag: 'The red, amber or green rating that the report of the status gave, or null.',
  overdue: 'True if a date has passed and nothing says that the promise was kept or dropped.',
  lateness: `What can honestly be said: ${latenessNames}.`,
  last_reported: 'When anything was last reported about it, in the form of edtf below.',
  completed: 'When the report says that it was done, or null where it does not say.',
  as_of: 'When that status was reported, in the form of edtf below.',
  measures: 'How success will be measured: a list.',
  disputed:
    'True if somebody who did not make the promise has said that the status is another one, and nobody has answered since.',
  updates: 'Everything that was reported since, oldest first: a list.',
  corrections: 'Where we did not say what the plan says, and corrected it, oldest first: a list.',
  merged_into: 'The id of the action that this one was joined to, or null.',
  continues:
    'The ids of the actions of earlier plans that it carries on: a list. It is empty where the record names none.',
  continued_by: 'The ids of the actions of later plans that carry it on: a list.',
  source: 'The row of the plan, its own words there, and what we corrected.',
  not_read_yet:
    'The parts that an import could not read and nobody has answered yet, a list: what is said about them here may be wrong.',
  record: 'The file that holds all this, where we keep our records.',
};

/** What each field of a date means. */
export const dateFields: Fields<PublishedDate> = {
  text: 'The date as the plan writes it.',
  display: 'The date as this site shows it.',
  edtf: 'The date for computers, in the Extended Date/Time Format.',
  earliest: 'The first day that it can mean, or null if there is no first day.',
  latest: 'The last day that it can mean, or null if there is no last day.',
  precision: 'How exact the date is: a day, a month, a season and so on.',
};

/** What each field of an update means. */
export const updateFields: Fields<PublishedAction['updates'][number]> = {
  reported: 'When it was reported, in the form of edtf above.',
  reported_display: 'The same as this site shows it.',
  by: 'Who reports: the name, and the id or null.',
  second_opinion:
    'True if that is neither the publisher of the plan nor a lead. Then it does not change the status.',
  report: 'The page of the report.',
  source: 'Where it can be read, as far as we know, or null.',
  status: 'The new status, or null.',
  status_text: 'The report’s own words for the status, or null.',
  rag: 'The red, amber or green rating that the report gave, or null.',
  completed: 'When the report says that it was done, or null.',
  text: 'What was reported, word for word, or null.',
  due: 'The new date, if it moved, or null.',
  leads: 'The new leads, all of them, if they changed, or null.',
  milestones: 'What was reported about each stage: a list, each with label, due and status.',
  reason: 'Why a date or lead changed, or why the action was dropped, or null.',
};

/** What each field of a correction means. */
export const correctionFields: Fields<PublishedAction['corrections'][number]> = {
  date: 'When we corrected it, in the form of edtf above.',
  what: 'Which part was wrong: promise, due, milestones, leads, measures, continues, updates or source.',
  why: 'What was wrong, and how we know the right words.',
};
