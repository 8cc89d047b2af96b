import { referenceSlug } from '../domain/reference.ts';
import type { ReportRecord } from '../schema/report.ts';
import type { LeadEntry, StatementRecord } from '../schema/statement.ts';
import type { Finding } from './findings.ts';
import type { ReportFacts } from './report-facts.ts';
import { tidyLine, tidyText } from './tidy.ts';

/** What is in the boxes of the form, as typed; a box that was left empty holds ''. */
export interface FormValues {
  reported: string;
  /** Who reports: '' for the publisher of the plan, the identifier of an organisation, or `nobodyListed`. */
  by: string;
  by_name: string;
  by_website: string;
  /** Whether everyone can read it: '' where they can, `notPublished` where not. */
  access: string;
  title: string;
  url: string;
  page: string;
  archived: string;
  note: string;
  /** One for each action that the report is about, in the order in which they were chosen. */
  actions: StatementValues[];
}

/** What is in the boxes about one action. */
export interface StatementValues {
  /** Its number in the plan. */
  ref: string;
  status: string;
  status_text: string;
  rag: string;
  text: string;
  completed: string;
  merged_into: string;
  due: string;
  leads: { organisation: string; role: string }[];
  reason: string;
  /** One for each milestone of the action, in its order. */
  milestones: { label: string; status: string; due: string }[];
}

/** Chosen for a body that has no record. No file can be named so. */
export const nobodyListed = '*';

/** Chosen where not everyone can read the source. */
export const notPublished = 'not published';

/** The same with the identifier of each lead whose name was typed, whole and in any case. */
export function withIdsOfLeads(
  values: FormValues,
  organisations: ReportFacts['organisations'],
): FormValues {
  const idOf = (typed: string): string => {
    const name = tidyLine(typed).toLowerCase();
    const named = organisations.filter((body) =>
      [body.id, body.name, body.short_name, ...body.other_names].some(
        (one) => one?.toLowerCase() === name,
      ),
    );
    return named.length === 1 ? named[0]!.id : typed;
  };
  return {
    ...values,
    actions: values.actions.map((action) => ({
      ...action,
      leads: action.leads.map((lead) => ({ ...lead, organisation: idOf(lead.organisation) })),
    })),
  };
}

/**
 * The report that the boxes say, with its fields in the order of the schema and nothing for a box
 * that is empty. It may hold mistakes: the schema and the rules have not seen it yet.
 */
export function reportOf(values: FormValues): ReportRecord {
  const by = speakerSaid(values);
  const source = sourceSaid(values);
  return {
    reported: tidyLine(values.reported),
    ...(by !== undefined && { by }),
    ...(source !== undefined && { source }),
    actions: Object.fromEntries(values.actions.map((action) => [action.ref, statementOf(action)])),
  };
}

function speakerSaid({ by, by_name, by_website }: FormValues): ReportRecord['by'] {
  if (by !== nobodyListed) return by === '' ? undefined : by;
  return withoutEmpty({ name: tidyLine(by_name), website: tidyLine(by_website) }) as {
    name: string;
  };
}

function sourceSaid(values: FormValues): ReportRecord['source'] {
  const isPublished = values.access !== notPublished;
  const said = withoutEmpty({
    title: tidyLine(values.title),
    // These boxes are not there beside “not published”, nor is the note without it.
    url: isPublished ? tidyLine(values.url) : '',
    page: tidyLine(values.page),
    archived: isPublished ? tidyLine(values.archived) : '',
    not_published: isPublished ? '' : 'true',
    note: isPublished ? '' : tidyLine(values.note),
  }) as ReportRecord['source'] & object;
  return Object.keys(said).length === 0 ? undefined : said;
}

function statementOf(values: StatementValues): StatementRecord {
  return withoutEmpty({
    status: values.status,
    status_text: tidyLine(values.status_text),
    rag: values.rag,
    text: tidyText(values.text),
    // Each of these boxes is there only beside that status.
    completed: values.status === 'complete' ? tidyLine(values.completed) : '',
    merged_into: values.status === 'merged' ? tidyLine(values.merged_into) : '',
    due: tidyLine(values.due),
    leads: values.leads.flatMap(leadSaid),
    reason: tidyLine(values.reason),
    milestones: values.milestones.flatMap(milestoneSaid),
  });
}

function leadSaid({ organisation, role }: StatementValues['leads'][number]): LeadEntry[] {
  const id = tidyLine(organisation);
  if (id === '') return [];
  return role === 'partner' ? [{ organisation: id, role }] : [id];
}

function milestoneSaid({ label, status, due }: StatementValues['milestones'][number]) {
  const said = withoutEmpty({ status, due: tidyLine(due) });
  return Object.keys(said).length === 0 ? [] : [{ label, ...said }];
}

function withoutEmpty(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value.length > 0));
}

/** Whether nothing is typed or chosen yet. */
export function isEmpty({ reported, by, source, actions }: ReportRecord): boolean {
  return (
    reported === '' &&
    by === undefined &&
    source === undefined &&
    Object.values(actions).every((statement) => Object.keys(statement).length === 0)
  );
}

/**
 * The box of the form that something was found in, by its name: `reported`, `source-url`,
 * `actions-2-1-2-status`, `actions-2-1-2-leads-1`, `actions-2-1-2-milestones-0-due`.
 */
export function boxOf({ path }: Pick<Finding, 'path'>, values: FormValues): string {
  const [field = 'reported', part, ...rest] = path;
  if (field !== 'actions') return [field, ...(part === undefined ? [] : [part])].join('-');
  const action = values.actions.find(({ ref }) => ref === part)!;
  return `actions-${referenceSlug(action.ref)}-${boxOfStatement(rest, action)}`;
}

function boxOfStatement(path: readonly PropertyKey[], values: StatementValues): string {
  const [field = 'text', entry, part] = path;
  if (typeof entry !== 'number') return String(field);
  // What is empty is not in the report, so the nth entry there is not always the nth here.
  const filled =
    field === 'leads'
      ? filledAt(values.leads, ({ organisation }) => tidyLine(organisation) !== '')
      : filledAt(values.milestones, ({ status, due }) => status !== '' || tidyLine(due) !== '');
  const box = `${String(field)}-${filled[entry]!}`;
  return field === 'leads' ? box : `${box}-${part === 'status' ? 'status' : 'due'}`;
}

function filledAt<T>(entries: readonly T[], isFilled: (entry: T) => boolean): number[] {
  return entries.flatMap((entry, index) => (isFilled(entry) ? [index] : []));
}
