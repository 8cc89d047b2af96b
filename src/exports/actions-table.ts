import type { Action, Lead, Register } from '../register/register.ts';
import { publishedAction, type PublishedAction } from './actions-json.ts';
import { latenessNames } from '../domain/lateness.ts';
import { latenessWithMonth } from '../domain/wording.ts';
import { changesIn, sentence, type Change } from '../views/changes.ts';
import { allowedText, onOneLine } from './plain-text.ts';

/**
 * What one cell holds: text; a list of texts on one line each; a day as ISO text; yes or no; or
 * null where nothing is known. An empty text is nowhere.
 */
export type Cell = string | readonly string[] | boolean | null;

/** What sort of value the cells of a column hold. */
export type ColumnType = 'text' | 'list' | 'day' | 'yes or no' | 'address';

/** One column of the table of actions. */
export interface Column {
  /** The heading in the CSV file. A contract: add, never rename. */
  name: string;
  /** The heading in the spreadsheet. */
  title: string;
  /** What a cell says, in one sentence. */
  description: string;
  type: ColumnType;
  /** In characters, for the spreadsheet. */
  width: number;
  /** Whether every row has it. */
  required?: true;
  cell: (published: PublishedAction, action: Action) => Cell;
}

/** The columns of `/data/actions.csv` and `.xlsx`, and of the description beside them. */
export const columns: readonly Column[] = [
  {
    name: 'reference',
    title: 'Reference',
    description: 'The plan’s code and number, as printed, such as ANY 2.1.2.',
    type: 'text',
    width: 12,
    required: true,
    cell: (_published, action) => action.spoken,
  },
  {
    name: 'title',
    title: 'Promise in short',
    description: 'A short plain title, written for this site.',
    type: 'text',
    width: 50,
    required: true,
    cell: (published) => published.title,
  },
  {
    name: 'leads',
    title: 'Led by',
    description: 'Who leads now, one to a line.',
    type: 'list',
    width: 30,
    cell: (published) => namesOf(published, 'lead'),
  },
  {
    name: 'partners',
    title: 'With',
    description: 'Who takes part now without leading, one to a line.',
    type: 'list',
    width: 20,
    cell: (published) => namesOf(published, 'partner'),
  },
  {
    name: 'due',
    title: 'Due',
    description: 'The due date that holds now, in whole words.',
    type: 'text',
    width: 24,
    cell: (published) => published.due?.display ?? null,
  },
  {
    name: 'due_earliest',
    title: 'Due: first day',
    description: 'The first day that the due date can mean. Empty where it has no beginning.',
    type: 'day',
    width: 14,
    cell: (published) => published.due?.earliest ?? null,
  },
  {
    name: 'due_latest',
    title: 'Due: last day',
    description:
      'The last day that the due date can mean. Lateness is judged by it. Empty for ongoing.',
    type: 'day',
    width: 14,
    cell: (published) => published.due?.latest ?? null,
  },
  {
    name: 'status',
    title: 'Status',
    description: 'How far it has got: one of the statuses that the guide explains.',
    type: 'text',
    width: 14,
    required: true,
    cell: (published) => published.status,
  },
  {
    name: 'overdue',
    title: 'Overdue',
    description:
      'Whether the date had passed on the day of this file with nothing to say that the promise was kept.',
    type: 'yes or no',
    width: 10,
    required: true,
    cell: (published) => published.overdue,
  },
  {
    name: 'lateness',
    title: 'Late, or no news?',
    description:
      'What can honestly be said about the promise and its date: late when last reported, due date passed with no news since, and so on.',
    type: 'text',
    width: 30,
    required: true,
    cell: (_published, action) => latenessWithMonth(action),
  },
  {
    name: 'lateness_kind',
    title: 'Late, or no news: kind',
    description: `The same in one to three words that never change, for filters: ${latenessNames}.`,
    type: 'text',
    width: 14,
    required: true,
    cell: (published) => published.lateness,
  },
  {
    name: 'last_reported',
    title: 'Last reported',
    description:
      'When anything was last reported about it, or how far the plan’s reports go, in whole words.',
    type: 'text',
    width: 16,
    required: true,
    cell: (_published, action) => action.lastReported.display,
  },
  {
    name: 'completed',
    title: 'Completed',
    description: 'When the report that calls it complete says that it was done, where it says so.',
    type: 'text',
    width: 16,
    cell: (published) => published.completed?.display ?? null,
  },
  {
    name: 'as_of',
    title: 'Status as of',
    description: 'When the status was reported, or how far the plan’s reports go (EDTF).',
    type: 'text',
    width: 13,
    required: true,
    cell: (published) => published.as_of,
  },
  {
    name: 'status_text',
    title: 'Status in the report’s words',
    description: 'The report’s own words for the status.',
    type: 'text',
    width: 24,
    cell: (published) => published.status_text,
  },
  {
    name: 'rag',
    title: 'Rating',
    description:
      'The red, amber or green rating of the report that gave the status, if it has one.',
    type: 'text',
    width: 10,
    cell: (published) => published.rag,
  },
  {
    name: 'disputed',
    title: 'Disputed',
    description: 'Whether a second opinion, no older than the status, gives another status.',
    type: 'yes or no',
    width: 10,
    required: true,
    cell: (published) => published.disputed,
  },
  {
    name: 'second_opinions',
    title: 'Second opinions',
    description:
      'What people say who neither published the plan nor lead the action, one to a line. It does not change the status.',
    type: 'list',
    width: 40,
    cell: (_published, action) => told(action, (kind) => kind === 'opinion'),
  },
  {
    name: 'promise',
    title: 'The promise in full',
    description: 'The promise as first published, every word of it.',
    type: 'text',
    width: 70,
    required: true,
    cell: (published) => published.promise,
  },
  {
    name: 'measures',
    title: 'How success will be measured',
    description: 'In the plan’s words, one measure to a line.',
    type: 'list',
    width: 40,
    cell: (published) => published.measures,
  },
  {
    name: 'updates',
    title: 'What was reported',
    description: 'Progress and everything that moved, oldest first, each with its date.',
    type: 'text',
    width: 70,
    cell: (_published, action) =>
      told(action, (kind) => kind !== 'correction' && kind !== 'opinion').join('\n\n'),
  },
  {
    name: 'corrections',
    title: 'What we corrected',
    description:
      'Where this site did not say what the plan says, and was corrected: oldest first, each with its date, one to a line.',
    type: 'list',
    width: 40,
    cell: (_published, action) => told(action, (kind) => kind === 'correction'),
  },
  {
    name: 'milestones',
    title: 'Milestones',
    description: 'The stages that have dates of their own, with date and status, one to a line.',
    type: 'list',
    width: 40,
    cell: (published) =>
      published.milestones.map(({ label, due, status }) => `${label}: ${due.display} (${status})`),
  },
  {
    name: 'due_text',
    title: 'Due in the plan’s words',
    description: 'The due date that holds now, as it was written.',
    type: 'text',
    width: 18,
    cell: (published) => published.due?.text ?? null,
  },
  {
    name: 'due_edtf',
    title: 'Due (EDTF)',
    description: 'The due date for computers, in Extended Date/Time Format level 1.',
    type: 'text',
    width: 18,
    cell: (published) => published.due?.edtf ?? null,
  },
  {
    name: 'due_precision',
    title: 'Due: how fine',
    description: 'How finely the due date is given: day, month, season, financial year and so on.',
    type: 'text',
    width: 14,
    cell: (published) => published.due?.precision ?? null,
  },
  {
    name: 'first_due',
    title: 'First due',
    description: 'The due date as first published, where it has moved since.',
    type: 'text',
    width: 24,
    cell: (published) => published.first_due?.display ?? null,
  },
  {
    name: 'first_due_latest',
    title: 'First due: last day',
    description: 'The last day of the date that was first published, where it has moved since.',
    type: 'day',
    width: 14,
    cell: (published) => published.first_due?.latest ?? null,
  },
  {
    name: 'outcome',
    title: 'Outcome',
    description: 'The outcome that it serves, in short.',
    type: 'text',
    width: 40,
    required: true,
    cell: (published) => published.outcome.title,
  },
  {
    name: 'theme',
    title: 'Theme',
    description: 'The theme of the plan.',
    type: 'text',
    width: 30,
    required: true,
    cell: (published) => published.outcome.theme,
  },
  {
    name: 'plan',
    title: 'Plan',
    description: 'The plan’s title.',
    type: 'text',
    width: 30,
    required: true,
    cell: (_published, action) => action.plan.title,
  },
  {
    name: 'area',
    title: 'Area',
    description: 'Where the plan applies.',
    type: 'text',
    width: 20,
    required: true,
    cell: (published) => published.area,
  },
  {
    name: 'subject',
    title: 'Subject',
    description: 'What the plan is about, where its record says so.',
    type: 'text',
    width: 20,
    cell: (published) => published.subject,
  },
  {
    name: 'address',
    title: 'Address',
    description: 'Where the action is on this site. It never changes.',
    type: 'address',
    width: 50,
    required: true,
    cell: (published) => published.url,
  },
  {
    name: 'merged_into',
    title: 'Joined to',
    description: 'Where it was joined to another action: the identifier of that one.',
    type: 'text',
    width: 12,
    cell: (published) => published.merged_into,
  },
  {
    name: 'continues',
    title: 'Carried over from',
    description:
      'The actions of earlier plans that it carries on: their identifiers, one to a line.',
    type: 'list',
    width: 16,
    cell: (published) => published.continues,
  },
  {
    name: 'continued_by',
    title: 'Carried over to',
    description: 'The actions of later plans that carry it on: their identifiers, one to a line.',
    type: 'list',
    width: 16,
    cell: (published) => published.continued_by,
  },
  {
    name: 'id',
    title: 'Identifier',
    description: 'The identifier in the address. It never changes.',
    type: 'text',
    width: 12,
    required: true,
    cell: (published) => published.id,
  },
  {
    name: 'plan_id',
    title: 'Plan: identifier',
    description: 'The name of the plan’s folder.',
    type: 'text',
    width: 14,
    required: true,
    cell: (published) => published.plan,
  },
  {
    name: 'plan_reference',
    title: 'Number in the plan',
    description: 'The reference as the plan numbers it, without the plan’s code.',
    type: 'text',
    width: 12,
    required: true,
    cell: (published) => published.ref,
  },
  {
    name: 'outcome_id',
    title: 'Outcome: identifier',
    description: 'The outcome’s identifier.',
    type: 'text',
    width: 20,
    required: true,
    cell: (published) => published.outcome.id,
  },
  {
    name: 'lead_ids',
    title: 'Led by: identifiers',
    description: 'The identifiers of those who lead, one to a line.',
    type: 'list',
    width: 20,
    cell: (published) => idsOf(published, 'lead'),
  },
  {
    name: 'partner_ids',
    title: 'With: identifiers',
    description: 'The identifiers of those who take part without leading, one to a line.',
    type: 'list',
    width: 20,
    cell: (published) => idsOf(published, 'partner'),
  },
  {
    name: 'topics',
    title: 'Topics',
    description: 'What a reader would come for: the topics’ identifiers, one to a line.',
    type: 'list',
    width: 20,
    cell: (published) => published.topics,
  },
  {
    name: 'source_row',
    title: 'Source: row',
    description: 'The row of the plan’s table that this was taken from.',
    type: 'text',
    width: 10,
    cell: (published) => published.source.row ?? null,
  },
  {
    name: 'source_outcome',
    title: 'Source: outcome',
    description: 'The outcome cell, word for word, where it differs.',
    type: 'text',
    width: 24,
    cell: (published) => published.source.outcome ?? null,
  },
  {
    name: 'source_lead',
    title: 'Source: lead',
    description: 'The lead cell of the plan, word for word.',
    type: 'text',
    width: 24,
    cell: (published) => published.source.lead ?? null,
  },
  {
    name: 'source_due',
    title: 'Source: due',
    description:
      'The due date cell of the plan, word for word, where milestones are in its place or it was not read as a date.',
    type: 'text',
    width: 24,
    cell: (published) => published.source.due ?? null,
  },
  {
    name: 'source_status',
    title: 'Source: status',
    description: 'The status cell of the plan, word for word, where it differs.',
    type: 'text',
    width: 24,
    cell: (published) => published.source.status ?? null,
  },
  {
    name: 'source_note',
    title: 'Source: note',
    description: 'A reading that needed a decision, and why.',
    type: 'text',
    width: 40,
    cell: (published) => published.source.note ?? null,
  },
  {
    name: 'source_repaired',
    title: 'Source: repairs',
    description: 'Each fault of the scan that was corrected, and why, one to a line.',
    type: 'list',
    width: 40,
    cell: (published) =>
      (published.source.repaired ?? []).map(
        ({ cell, found, read, why }) => `${cell}: “${found}” read as “${read}”. ${why}`,
      ),
  },
];

/**
 * Every action as one row of cells, in the order of the register and of `columns`. Milestones and
 * updates are told in words here; `/data/actions.json` has them part by part.
 */
export function actionsTable(
  { actions }: Pick<Register, 'actions'>,
  site: URL,
): (readonly Cell[])[] {
  return actions.map((action) => rowOf(action, site));
}

function rowOf(action: Action, site: URL): readonly Cell[] {
  const before = known.get(action);
  if (before?.site === site.href) return before.row;
  const published = publishedAction(action, site);
  const row = columns.map((column) => tidied(column.cell(published, action)));
  known.set(action, { site: site.href, row });
  return row;
}

/** An action is in the tables of all, of its plan and of its leads. */
const known = new WeakMap<Action, { site: string; row: readonly Cell[] }>();

function tidied(cell: Cell): Cell {
  if (typeof cell === 'string') return allowedText(cell).trim() || null;
  if (typeof cell === 'boolean' || cell === null) return cell;
  return cell.map(onOneLine).filter((text) => text !== '');
}

const withRole = (published: PublishedAction, role: Lead['role']) =>
  published.leads.filter((lead) => lead.role === role);

const namesOf = (published: PublishedAction, role: Lead['role']) =>
  withRole(published, role).map((lead) => lead.name);

const idsOf = (published: PublishedAction, role: Lead['role']) =>
  withRole(published, role).map((lead) => lead.id);

/** What happened to an action, oldest first, each with its date. */
function told(action: Action, wanted: (kind: Change['kind']) => boolean): string[] {
  return changesIn([action])
    .toReversed()
    .filter(({ kind }) => wanted(kind))
    .map((change) => {
      const heading = `${change.date.display}. ${sentence(change)}`;
      return change.text === undefined ? heading : `${heading}\n${change.text}`;
    });
}
