import type { ReportRecord } from '../schema/report.ts';
import type { LeadEntry, StatementRecord } from '../schema/statement.ts';

const text = { type: 'string' } as const;
const several = { type: 'string', multiple: true } as const;

/** What can be said of a report as a whole on the command line. */
const headOptions = {
  reported: text,
  by: text,
  'by-name': text,
  'by-website': text,
  'source-title': text,
  'source-url': text,
  page: text,
  archived: text,
  'not-published': { type: 'boolean' },
  note: text,
} as const;

/** What can be said of each action. */
const statementOptions = {
  status: text,
  'status-text': text,
  rag: text,
  text,
  completed: text,
  'merged-into': text,
  due: text,
  lead: several,
  partner: several,
  reason: text,
  milestone: several,
  'milestone-status': several,
  'milestone-due': several,
} as const;

/** Every option of the command `report`. */
export const reportOptions = { ...headOptions, ...statementOptions };

/** What its help says of them. */
export const reportUsage = `The report:
  --reported DATE     when this was reported, such as "June 2025"
  --by NAME           who reports, by the name of a file in organisations. Left out
                      where it is the publisher of the plan
  --by-name NAME      who reports, if the body or group has no file
  --by-website URL    and its website
  --source-title TEXT the title of the document or page in which it can be read
  --source-url URL    where it can be read
  --page TEXT         the page or section of the document
  --archived URL      a copy in a web archive
  --not-published     not everyone can read it (say with --note what it is)
  --note TEXT         what sort of document it is

The action. If there are several, write after each what was reported about it:
  --status WORD       not started, in progress, complete, not reported, withdrawn or merged
  --status-text TEXT  the report’s own words for the status
  --text TEXT         what was reported, in the report’s own words
  --completed DATE    with --status complete: when the report’s words say that it was done
  --due DATE          the new due date, if it moved (with --reason)
  --lead NAME         a new lead, if they changed: name them all (with --reason)
  --partner NAME      the same for a partner
  --merged-into ID    with --status merged: the action that goes on
  --rag COLOUR        red, amber or green, where the report gives one
  --reason TEXT       why a date or lead changed, or why it was withdrawn
  --milestone LABEL   a stage, for an action that has milestones; may be given again.
                      What the report says about it comes right after it:
  --milestone-status WORD
                      how far the stage has got
  --milestone-due DATE
                      the new due date of the stage, if it moved (with --reason)
`;

/** One word or option as it was typed, in order. */
interface Token {
  kind: string;
  name?: string;
  value?: string | undefined;
}

/** What was said of one or more actions: the same of each of them. */
export interface ActionsGiven {
  /** As they were typed. */
  actions: string[];
  said: Partial<StatementRecord>;
}

/** What was said of a report on the command line. Nothing is checked here. */
export interface ReportGiven {
  head: Partial<Omit<ReportRecord, 'actions'>>;
  /** At least one, which may name no action. */
  groups: ActionsGiven[];
}

/**
 * What was typed after the name of the command. An option that says something of an action belongs to
 * the actions named right before it.
 *
 * @throws where a stage’s status or date comes before the stage
 */
export function reportGiven(tokens: readonly Token[]): ReportGiven {
  const groups: { actions: string[]; tokens: Token[] }[] = [{ actions: [], tokens: [] }];
  const head: Token[] = [];
  for (const token of tokens) {
    const last = groups.at(-1)!;
    if (token.kind === 'positional') {
      const isNext = last.actions.length > 0 && last.tokens.length > 0;
      if (isNext) groups.push({ actions: [token.value!], tokens: [] });
      else last.actions.push(token.value!);
    } else if (token.name !== undefined && Object.hasOwn(statementOptions, token.name)) {
      last.tokens.push(token);
    } else head.push(token);
  }
  return {
    head: headFrom(head),
    groups: groups.map(({ actions, tokens: own }) => ({ actions, said: statementFrom(own) })),
  };
}

/** In the order of the schema’s fields. */
function headFrom(tokens: readonly Token[]): ReportGiven['head'] {
  const given = (name: string) => tokens.findLast((token) => token.name === name)?.value;
  const named = defined({ name: given('by-name'), website: given('by-website') });
  const source = defined({
    title: given('source-title'),
    url: given('source-url'),
    page: given('page'),
    archived: given('archived'),
    not_published: tokens.some(({ name }) => name === 'not-published') ? 'true' : undefined,
    note: given('note'),
  });
  return defined({
    reported: given('reported'),
    by: Object.keys(named).length > 0 ? named : given('by'),
    source: Object.keys(source).length > 0 ? source : undefined,
  });
}

function statementFrom(tokens: readonly Token[]): Partial<StatementRecord> {
  const all = (name: string) =>
    tokens.flatMap((token) => (token.name === name ? token.value! : []));
  const given = (name: string) => all(name).at(-1);
  return defined({
    status: given('status'),
    status_text: given('status-text'),
    rag: given('rag'),
    text: given('text'),
    completed: given('completed'),
    merged_into: given('merged-into'),
    due: given('due'),
    leads: leadsFrom(all('lead'), all('partner')),
    reason: given('reason'),
    milestones: stagesFrom(tokens),
  });
}

function defined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Leads and partners as a record lists them; undefined where nobody is named. */
export function leadsFrom(
  leads: string | string[] = [],
  partners: string | string[] = [],
): LeadEntry[] | undefined {
  const all = [
    ...[leads].flat(),
    ...[partners].flat().map((organisation) => ({ organisation, role: 'partner' as const })),
  ];
  return all.length === 0 ? undefined : all;
}

function stagesFrom(tokens: readonly Token[]): StatementRecord['milestones'] {
  const stages: Record<string, string>[] = [];
  for (const { name, value = '' } of tokens) {
    if (name === 'milestone') stages.push({ label: value });
    if (name !== 'milestone-status' && name !== 'milestone-due') continue;
    const stage = stages.at(-1);
    if (stage === undefined)
      throw new Error(`Say which stage is meant:  --milestone "…" --${name} "${value}"`);
    stage[name.slice('milestone-'.length)] = value;
  }
  return stages.length === 0 ? undefined : (stages as unknown as StatementRecord['milestones']);
}
