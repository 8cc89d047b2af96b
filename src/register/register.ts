import type { OwnWords } from '../domain/own-words.ts';
import type { DueDate } from '../domain/due-date.ts';
import type { CorrectedField } from '../domain/fixed-parts.ts';
import type { LatenessKind } from '../domain/lateness.ts';
import type { StatusName } from '../domain/status.ts';
import type { ActionRecord } from '../schema/action.ts';
import type { RagRating } from '../schema/statement.ts';
import type { GlossaryTermRecord } from '../schema/glossary-term.ts';
import type { OrganisationRecord } from '../schema/organisation.ts';
import type { PageRecord } from '../schema/page.ts';
import type { PlanRecord } from '../schema/plan.ts';
import type { Repository } from '../domain/repository.ts';
import type { ReviewField } from '../schema/needs-review.ts';
import type { ReportRecord } from '../schema/report.ts';
import type { StatementRecord } from '../schema/statement.ts';
import type { SiteRecord } from '../schema/site.ts';
import type { TopicRecord } from '../schema/topic.ts';

/**
 * The checked, linked register: everything that pages, exports and search may ask for. A relation
 * appears once in the records; here it can be followed both ways.
 */
export interface Register {
  /** The day against which lateness is judged, as an ISO day. */
  today: string;
  site: Site;
  /** By title; a plan that another one followed comes after that one. */
  plans: Plan[];
  /** By plan, then by reference. */
  actions: Action[];
  /** Newest first. */
  reports: Report[];
  /** By name. */
  organisations: Organisation[];
  /** By need: in the order of their places, then of their titles. */
  topics: Topic[];
  /** Abbreviations and terms, organisations with a short name among them, by term. */
  glossary: GlossaryEntry[];
  /** The pages that those who run the site have written, by their titles. */
  pages: OwnPage[];
  /** Every period in which something is due, earliest end first; “ongoing” and “no date” last. */
  periods: Period[];
}

/** A page of the site’s own. Its text is rendered from its file. */
export interface OwnPage extends Omit<PageRecord, 'body'> {
  /** The name of its file. */
  id: string;
  url: string;
}

/** A published plan, with everything that belongs to it. */
export interface Plan extends Omit<
  PlanRecord,
  'themes' | 'publisher' | 'period' | 'succeeds' | 'reported' | 'source' | 'corrections'
> {
  /** The name of its folder. */
  id: string;
  url: string;
  publisher: Organisation;
  period: { from: DueDate; to: DueDate; note?: string | undefined };
  reported: { date: DueDate; ground: string };
  source: Omit<PlanRecord['source'], 'published'> & { published?: DueDate };
  themes: Theme[];
  outcomes: Outcome[];
  actions: Action[];
  /** Newest first. */
  reports: Report[];
  /** Where an outcome did not say what the plan says, and was corrected; oldest first. */
  corrections: PlanCorrection[];
  /** The plan that this one followed. */
  predecessor?: Plan;
  /** The plans that followed it: more than one where it was split. */
  successors: Plan[];
  file: string;
}

/** One theme of a plan: outcomes under one heading. */
export interface Theme {
  /** With the plan’s code: `don-2`. */
  id: string;
  /** As the plan numbers it (`2`), or a short name where the plan gives no number. */
  reference: string;
  /** Whether the reference is the plan’s own number, which readers may know. */
  numbered: boolean;
  url: string;
  title: string;
  plan: Plan;
  outcomes: Outcome[];
  actions: Action[];
}

/** What some actions of a plan are for. */
export interface Outcome {
  /** With the plan’s code: `don-2-1`. */
  id: string;
  /** As the plan numbers it (`2.1`), or a short name where the plan gives no number. */
  reference: string;
  /** Whether the reference is the plan’s own number, which readers may know. */
  numbered: boolean;
  url: string;
  title: string;
  wording: string;
  plan: Plan;
  theme: Theme;
  actions: Action[];
}

/** One dated statement by somebody about one or many actions of a plan. */
export interface Report {
  /** With the plan’s folder: `doncaster/2025-06-hospital`. */
  id: string;
  /** In addresses and identifiers, with the plan’s code: `don-2025-06-hospital`. */
  slug: string;
  url: string;
  /** What it is called: its own title, or who reports and its date. */
  title: string;
  /** Whether that is its own title. Otherwise who reports and the date need not be said beside it. */
  isTitled: boolean;
  plan: Plan;
  reported: DueDate;
  /** How the date is known, where the document does not give it. */
  datedBy?: string;
  by: Speaker;
  /** Where it can be read, as far as that is known. */
  source?: ReportRecord['source'];
  /** What it says, in the order of the plan. */
  statements: { action: Action; update: Update }[];
  corrections: (Omit<NonNullable<ReportRecord['corrections']>[number], 'date'> & {
    date: DueDate;
  })[];
  /** The record’s file, from the root of the repository. */
  file: string;
}

/** Who reports. */
export interface Speaker {
  name: string;
  /** Set where it has a record of its own. */
  organisation?: Organisation;
  website?: string | undefined;
}

/** Who leads an action, or takes part in it. */
export interface Lead {
  organisation: Organisation;
  role: 'lead' | 'partner';
}

/** One stage of an action, with what holds of it now. */
export interface Milestone {
  label: string;
  /** The date that holds now. */
  due: DueDate;
  firstDue: DueDate;
  status: StatusName;
  /** When that status was reported, of the stage or else of the whole action. */
  asOf: DueDate;
  /** What can be said of it and its date on the register’s day. */
  lateness: LatenessKind;
}

/** What one report says of an action. */
export interface Update extends Omit<
  StatementRecord,
  'completed' | 'due' | 'leads' | 'milestones'
> {
  reported: DueDate;
  /** The report that says it. */
  report: Report;
  /** Set where somebody speaks who neither published the plan nor leads the action: it changes nothing of what holds. */
  secondOpinion?: boolean;
  /** When the report’s own words say that it was done. */
  completed?: DueDate;
  /** The due date that this update set, if it moved it. */
  due?: DueDate;
  leads?: Lead[];
  milestones?: MilestoneReport[];
}

/** What one update says of one milestone. */
export interface MilestoneReport {
  label: string;
  /** The due date that it moved to. */
  due?: DueDate;
  status?: StatusName;
}

/** Where the wording of an outcome was not that of its plan, and was corrected. */
export interface PlanCorrection {
  date: DueDate;
  outcome: Outcome;
  /** What was wrong, and how the right reading is known. */
  why: string;
}

/** Where a record did not say what its plan says, and was corrected. */
export interface Correction {
  date: DueDate;
  /** The part that was wrong, by the name of its field. */
  what: CorrectedField;
  /** What was wrong, and how the right reading is known. */
  why: string;
}

/** One promise of a plan: as it was first published, and what holds of it now. */
export interface Action {
  /** Never changes: `don-2-1-2`. */
  id: string;
  /** As printed: `DON 2.1.2`. */
  spoken: string;
  /** As the plan numbers it: `2.1.2`. */
  reference: string;
  url: string;
  title: string;
  /** Set where nobody wrote the title: an import cut it from the promise. */
  titleFrom?: 'promise';
  promise: string;
  plan: Plan;
  theme: Theme;
  outcome: Outcome;
  /** Who leads and takes part now, leads before partners as the record has them. */
  leads: Lead[];
  /** Who did when the promise was first published. */
  firstLeads: Lead[];
  topics: Topic[];
  /** When it is due now: of several milestones the last. Undefined where no date was given. */
  due?: DueDate;
  /** When it was first due. */
  firstDue?: DueDate;
  milestones: Milestone[];
  status: StatusName;
  /** The report’s own words for that status. */
  statusText?: string;
  /** The red, amber or green rating that the same report gave. */
  rag?: RagRating;
  /** When the status was reported, or how far the plan’s reports go if it never was. */
  asOf: DueDate;
  /** When anything at all was last reported of it, or how far the plan’s reports go. */
  lastReported: DueDate;
  /** When the report that calls it complete says that it was done. */
  completed?: DueDate;
  /** What can be said of it and its dates on the register’s day: late, or just no news? */
  lateness: LatenessKind;
  /** Judged against the register’s day: a date has passed and nothing says that the promise was kept. */
  overdue: boolean;
  measures: string[];
  /** What those who made the promise reported of it, oldest first. */
  updates: Update[];
  /** Everything that was said of it, oldest first, second opinions among it. */
  statements: Update[];
  /**
   * Whether somebody who did not make the promise has said since, or at the same time, that its
   * status is another one.
   */
  disputed: boolean;
  /** Oldest first. */
  corrections: Correction[];
  mergedInto?: Action;
  mergedFrom: Action[];
  /** The actions of earlier plans that it carries on, as its record says. */
  continues: Action[];
  /** The actions of later plans that carry it on. */
  continuedBy: Action[];
  source: ActionRecord['source'];
  /** The parts about which a question of an import is open: nothing is claimed of them. */
  open: readonly ReviewField[];
  /** The record’s file, from the root of the repository. */
  file: string;
  /** The neighbours in the plan’s order. */
  previous?: Action;
  next?: Action;
}

/** The site’s own facts, with its repository as links need it. */
export interface Site extends Omit<SiteRecord, 'repository' | 'promise' | 'people'> {
  repository?: Repository;
  /** What it calls its promises, and those whom they are for. */
  words: OwnWords;
}

/** A body, team, group or role that is named in a plan or a report. */
export interface Organisation extends Omit<
  OrganisationRecord,
  'part_of' | 'short_name' | 'other_names'
> {
  id: string;
  url: string;
  shortName?: string;
  otherNames: string[];
  partOf?: Organisation;
  parts: Organisation[];
  /** The actions that it leads. */
  leads: Action[];
  /** The actions in which it is a partner. */
  partners: Action[];
  /** What it reported, newest first. */
  reports: Report[];
}

/** What a reader comes for, with the promises about it. */
export interface Topic extends Omit<TopicRecord, 'other_words' | 'not_here' | 'place'> {
  id: string;
  url: string;
  otherWords: string[];
  /** What no plan promises about it, as prose. */
  notHere?: string;
  /** Where it is in the list of topics, from 1; infinite where its record does not say. */
  place: number;
  actions: Action[];
}

/** A term or short form that a reader may not know. */
export interface GlossaryEntry {
  id: string;
  url: string;
  term: string;
  standsFor?: string;
  otherForms: string[];
  /** What people call it and the plans do not. */
  otherWords: string[];
  meaning: string;
  basis: GlossaryTermRecord['basis'];
  /** Set where the term is the short name of an organisation. */
  organisation?: Organisation;
}

/** One period in which something is due: a month, a season, a financial year, “ongoing”, or no date at all. */
export interface Period {
  /** Makes the address: `2022-06`, `2018-2019`, `ongoing`, `no-date`. */
  slug: string;
  url: string;
  /** Undefined for actions without a date. */
  due?: DueDate;
  /** As a heading says it: “June 2022”, “Ongoing”, “No date given”. */
  title: string;
  /** Set without a date, where the plan may give one for some of these that nobody has read yet. */
  unread?: true;
  /** What is due then, in the register’s order; an action is there once for each of its milestones. */
  entries: { action: Action; milestone?: Milestone }[];
  /** Its actions, each once. */
  actions: Action[];
}
