import { checkedDate } from '../domain/due-date.ts';
import { dueInWords } from '../domain/wording.ts';
import { spokenReference } from '../domain/reference.ts';
import type { PublishedAction } from '../exports/actions-json.ts';
import type { ReportRecord } from '../schema/report.ts';
import type { StatementRecord } from '../schema/statement.ts';
import { fieldLabels } from './form-words.ts';
import type { ReportFacts } from './report-facts.ts';
import type { ReportFile } from '../authoring/report-text.ts';

/** Some programs for email cut a longer address, and say nothing. */
export const longestEmail = 2000;

/** An email that holds a report, as an address that opens it in a program for email. */
export interface ReportEmail {
  url: string;
  /** Whether the report is in it. Otherwise it is to be pasted. */
  filled: boolean;
}

/**
 * The email by which a report can be sent: in plain words, and as the record. Where both are too long
 * for an address, the record alone, which is words enough; where that is too long, neither.
 *
 * @param actions those that it is about, of one plan; at least one
 */
export function reportEmail(
  report: ReportRecord,
  { path, text }: ReportFile,
  actions: readonly PublishedAction[],
  facts: ReportFacts,
): ReportEmail {
  const [first, ...more] = actions.map((action) => spoken(action, facts));
  const subject = `Progress on ${first!}${more.length === 0 ? '' : ` and ${more.length} more`}`;
  const opening = `This is a report for “${facts.site}”.`;
  const record = `As a record (${path}):\n\n${text}`;
  const address = (...parts: string[]) =>
    `mailto:${facts.contact}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(parts.join('\n\n').replaceAll('\n', '\r\n'))}`;
  const inWords = plainWords(report, actions, facts);
  const filled = [address(opening, inWords, record), address(opening, record)].find(
    (url) => url.length <= longestEmail,
  );
  return filled === undefined
    ? { url: address(opening, 'Paste it here:', ''), filled: false }
    : { url: filled, filled: true };
}

/** A report in plain words, as a person would tell it in an email. */
function plainWords(
  report: ReportRecord,
  actions: readonly PublishedAction[],
  facts: ReportFacts,
): string {
  const { reported, source } = report;
  const lines = [
    told('reported', reported),
    told('by', speakerName(report, actions[0]!, facts)),
    source && told('source', [source.title, source.page, source.url].filter(Boolean).join(', ')),
    source?.archived && told('archived', source.archived),
    source?.not_published && `It was not published. ${source.note ?? ''}`,
  ];
  const statements = actions.map((action) =>
    [
      `${spoken(action, facts)}: ${action.title}`,
      ...statementInWords(report.actions[action.ref]!, facts),
    ].join('\n'),
  );
  return [lines.filter(Boolean).join('\n'), ...statements].join('\n\n');
}

function statementInWords(statement: StatementRecord, facts: ReportFacts): string[] {
  const { leads, milestones = [], ...texts } = statement;
  const nameOf = (id: string) => facts.organisations.find((body) => body.id === id)?.name ?? id;
  const said = Object.entries(texts).map(([field, text]) =>
    told(field as keyof typeof texts, text),
  );
  return [
    ...said,
    ...(leads === undefined
      ? []
      : [
          told(
            'leads',
            leads
              .map((lead) =>
                typeof lead === 'string'
                  ? nameOf(lead)
                  : `${nameOf(lead.organisation)} (${lead.role})`,
              )
              .join(', '),
          ),
        ]),
    ...milestones.map(
      ({ label, status, due }) =>
        `${label}: ${[status, due && dueInWords(checkedDate(due), { start: 'now due', ongoing: 'now ongoing' })].filter(Boolean).join(', ')}`,
    ),
  ];
}

function told(field: keyof typeof fieldLabels, text: string): string {
  return `${fieldLabels[field]}: ${text}`;
}

/** What the one who reports is called. */
export function speakerName(
  { by }: ReportRecord,
  { plan }: PublishedAction,
  { plans, organisations }: ReportFacts,
): string {
  if (typeof by === 'object') return by.name ?? '';
  const id = by ?? plans.find((known) => known.id === plan)!.publisher;
  return organisations.find((body) => body.id === id)?.name ?? id;
}

/** An action as it is printed: “DON 2.1.2”. */
export function spoken({ plan, ref }: PublishedAction, { plans }: ReportFacts): string {
  return spokenReference(plans.find(({ id }) => id === plan)!.code, ref);
}
