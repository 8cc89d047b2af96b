import type { ActionRecord } from '../schema/action.ts';
import type { ReportRecord } from '../schema/report.ts';
import { statementFields, type StatementRecord } from '../schema/statement.ts';
import { spokenReference } from '../domain/reference.ts';
import { statusNames } from '../domain/status.ts';
import type { Draft, Records, Sourced } from '../records/records.ts';
import type { Problem } from '../records/problem.ts';
import { answerOf, valueOf } from './answer.ts';
import type { Asker, OptionalQuestion } from './ask.ts';
import { findAction } from './find-action.ts';
import type { ActionsGiven, ReportGiven } from './report-options.ts';

/** A report that is being written. */
export type ReportSoFar = Partial<Omit<ReportRecord, 'actions'>> & {
  actions: Record<string, Partial<StatementRecord>>;
};

/** What is wrong with one part of a report, checked together with the parts before it. */
export type Judge = (plan: string, before: ReportSoFar, report: ReportSoFar) => Problem[];

/** A report on a plan, before it was checked as a whole. */
export interface ReportAsked {
  /** The plan’s folder. */
  plan: string;
  report: ReportRecord;
}

/** What must be said about an action, so that the report is worth writing. */
const saying = ['status', 'status_text', 'rag', 'text', 'due', 'leads', 'milestones'] as const;

const says = (said: Partial<StatementRecord>) => saying.some((field) => said[field] !== undefined);

/**
 * Asks for what is missing from a report. If something was said about an action already, it asks only
 * for what goes with it. If nothing was said, it asks for everything that a report can say.
 */
export async function askReport(
  asker: Asker,
  { head, groups }: ReportGiven,
  records: Records,
  judge: Judge,
): Promise<ReportAsked> {
  const all = asker.present && !groups.some(({ said }) => says(said));
  const named = await askActions(asker, groups, records);
  const plan = named[0]!.action.plan!;
  const report: ReportSoFar = {
    ...head,
    actions: Object.fromEntries(named.map(({ action, said }) => [action.reference!, said])),
  };
  const asking = new AskingReport(asker, plan, report, judge);
  if (report.reported === undefined) await asking.head('reported', 'When was this reported');
  for (let next = named; next.length > 0;) {
    for (const { action } of next) await asking.statement(action, all);
    next = all ? await askOneMore(asker, records, report, plan) : [];
  }
  await asking.origin(all);
  return { plan, report: inOrder(report) };
}

interface Named {
  action: Sourced<'action'>;
  said: Partial<StatementRecord>;
}

/** The actions of a report: those that were named, or else the one that is asked for. */
async function askActions(
  asker: Asker,
  groups: readonly ActionsGiven[],
  records: Records,
): Promise<Named[]> {
  const codes = records.plan.map(({ id, value }) => (value.code ?? id).toLowerCase());
  const named: Named[] = [];
  for (const { actions, said } of groups) {
    for (const typed of joined(actions, codes)) {
      const action = valueOf(findAction(records, typed, named[0]?.action.plan));
      const spoken = spokenOf(records, action);
      if (named.some((other) => other.action === action)) {
        throw new Error(`You named ${spoken} twice.`);
      }
      if (named[0] !== undefined && named[0].action.plan !== action.plan) {
        throw new Error(
          `${spoken} is in a different plan from ${spokenOf(records, named[0].action)}. Write a separate report for it.`,
        );
      }
      named.push({ action, said: { ...said } });
    }
  }
  if (named.length > 0) return named;
  const action = await asker.ask({
    option: 'ACTION',
    question: 'The action, such as ANY 2.1.2',
    read: (typed) => findAction(records, typed),
  });
  return [{ action, said: { ...groups[0]!.said } }];
}

async function askOneMore(
  asker: Asker,
  records: Records,
  report: ReportSoFar,
  plan: string,
): Promise<Named[]> {
  const action = await asker.askIfAny({
    option: 'ACTION',
    question: 'Another action of the same report',
    read: (typed) => {
      const found = findAction(records, typed, plan);
      if ('refusal' in found) return found;
      const spoken = spokenOf(records, found.value);
      if (found.value.plan !== plan) return { refusal: `${spoken} is in a different plan.` };
      return found.value.reference! in report.actions
        ? { refusal: `${spoken} is in this report already.` }
        : found;
    },
  });
  if (action === undefined) return [];
  report.actions[action.reference!] = {};
  return [{ action, said: {} }];
}

/** A shell parts DON 2.1.2 in two where it is typed without quotation marks. */
function joined(typed: readonly string[], codes: readonly string[]): string[] {
  const whole: string[] = [];
  for (const word of typed) {
    const before = whole.at(-1);
    if (before !== undefined && codes.includes(before.toLowerCase())) {
      whole[whole.length - 1] = `${before} ${word}`;
    } else whole.push(word);
  }
  return whole;
}

function spokenOf({ plan }: Records, { plan: id, reference }: Sourced<'action'>): string {
  return spokenReference(plan.find((each) => each.id === id)?.value.code ?? id!, reference!);
}

/** Asks one person for the parts of one report, one after the other. */
class AskingReport {
  readonly #asker: Asker;
  readonly #plan: string;
  readonly #report: ReportSoFar;
  readonly #judge: Judge;

  constructor(asker: Asker, plan: string, report: ReportSoFar, judge: Judge) {
    this.#asker = asker;
    this.#plan = plan;
    this.#report = report;
    this.#judge = judge;
  }

  /** Asks for a part of the report as a whole. */
  async head(field: 'reported', question: string): Promise<void> {
    this.#report[field] = await this.#asker.ask({
      option: `--${field}`,
      question,
      read: (typed) => this.#judged(typed, { ...this.#report, [field]: typed }),
    });
  }

  /** Asks what was reported of one action. */
  async statement(action: Sourced<'action'>, all: boolean): Promise<void> {
    const said = this.#report.actions[action.reference!]!;
    const asker = this.#asker;
    const about = <Field extends keyof StatementRecord>(
      field: Field,
      question: string,
      parse: (typed: string) => StatementRecord[Field] = (typed) => typed as StatementRecord[Field],
    ): OptionalQuestion<StatementRecord[Field]> => ({
      option: `--${field === 'leads' ? 'lead' : field.replaceAll('_', '-')}`,
      question,
      long: field === 'text',
      read: (typed) => {
        const value = parse(typed);
        return this.#judged(value, this.#with(action, { ...said, [field]: value }));
      },
    });
    const askFor = async (field: keyof StatementRecord, question: string) => {
      Object.assign(said, { [field]: await asker.ask(about(field, question)) });
    };
    const askIfAny = async <Field extends keyof StatementRecord>(
      ...[field, ...how]: Parameters<typeof about<Field>>
    ) => {
      const value = await asker.askIfAny(about(field, ...how));
      if (value !== undefined) Object.assign(said, { [field]: value });
    };

    asker.say(`\n${String(action.value.title)}\n`);
    if (all) await askIfAny('status', `How far has it got (${statusNames.join(', ')})`);
    if (said.status === 'merged' && said.merged_into === undefined) {
      await askFor('merged_into', 'The action that goes on, such as any-4-3');
    }
    const whatWasReported = 'What was reported, in the report’s own words';
    if (all) {
      await askIfAny('text', whatWasReported);
      await this.#stages(action, said);
      const ends = said.status === 'merged' || said.status === 'withdrawn';
      if (!ends && action.value.milestones === undefined) {
        await askIfAny('due', 'The new due date, if it moved');
      }
      if (!ends) await askIfAny('leads', 'The new leads, all of them, if they changed', namesTyped);
      if (!says(said)) throw new Error('A report says more of an action than a date.');
    } else if (!says(said)) await askFor('text', whatWasReported);
    if (!asker.present || said.reason !== undefined) return;
    const moved = said.due ?? said.leads ?? said.milestones?.find(({ due }) => due !== undefined);
    if (moved !== undefined) await askFor('reason', 'Why did this change');
    else if (said.status === 'withdrawn') await askFor('reason', 'Why was it withdrawn');
  }

  /** Asks who reports, and where it can be read. */
  async origin(all: boolean): Promise<void> {
    const report = this.#report;
    if (all && report.by === undefined) {
      const by = await this.#asker.askIfAny({
        option: '--by',
        question: 'Who reports, if it is not the publisher of the plan',
        read: (typed) => this.#judged(typed, { ...report, by: typed }),
      });
      if (by !== undefined) report.by = by;
    }
    const isSource = report.source !== undefined;
    if (!all && !isSource) return;
    await this.#ofSource('title', 'The title of the document in which it can be read', isSource);
    if (report.source === undefined) return;
    if (report.source.not_published === undefined && all) {
      await this.#ofSource('url', 'Its web address', false);
      await this.#ofSource('page', 'The page or section', false);
      if (report.source.url === undefined) {
        const note = 'If not everyone can read it, what it is, such as an email from whom to whom';
        await this.#ofSource('note', note, false);
        if (report.source.note !== undefined) report.source.not_published = 'true';
      }
    }
    if (report.source.not_published !== undefined) {
      await this.#ofSource('note', 'What it is, such as an email from whom to whom', true);
    }
  }

  async #ofSource(
    field: 'title' | 'url' | 'page' | 'note',
    question: string,
    needed: boolean,
  ): Promise<void> {
    const report = this.#report;
    const asker = this.#asker;
    if (report.source?.[field] !== undefined || !asker.present) return;
    const withField = (typed: string) =>
      ({ ...report.source, [field]: typed }) as ReportRecord['source'] & object;
    const asked = {
      option: field === 'title' || field === 'url' ? `--source-${field}` : `--${field}`,
      question,
      read: (typed: string) => this.#judged(typed, { ...report, source: withField(typed) }),
    };
    const answer = needed ? await asker.ask(asked) : await asker.askIfAny(asked);
    if (answer !== undefined) report.source = withField(answer);
  }

  async #stages(action: Sourced<'action'>, said: Partial<StatementRecord>): Promise<void> {
    const done = said.milestones ?? [];
    for (const stage of (action.value as Draft<ActionRecord>).milestones ?? []) {
      if (stage?.label === undefined) continue;
      const report: Record<string, string> = { label: stage.label };
      for (const [field, question] of [
        ['status', `“${stage.label}”: how far has it got`],
        [
          'due',
          `“${stage.label}” (first due ${stage.due ?? 'on no date'}): its new date, if it moved`,
        ],
      ] as const) {
        const withStage = (typed: string) =>
          this.#with(action, {
            ...said,
            milestones: [...done, { ...report, [field]: typed }] as StatementRecord['milestones'] &
              object,
          });
        const answer = await this.#asker.askIfAny({
          option: `--milestone-${field}`,
          question,
          read: (typed) => this.#judged(typed, withStage(typed)),
        });
        if (answer !== undefined) report[field] = answer;
      }
      if (Object.keys(report).length > 1) done.push(report as unknown as (typeof done)[number]);
    }
    if (done.length > 0) said.milestones = done;
  }

  #with({ reference }: Sourced<'action'>, said: Partial<StatementRecord>): ReportSoFar {
    return { ...this.#report, actions: { ...this.#report.actions, [reference!]: said } };
  }

  #judged<T>(value: T, report: ReportSoFar) {
    return answerOf(value, this.#judge(this.#plan, this.#report, report));
  }
}

/** Names with commas between them, as a list. */
export function namesTyped(answer: string): string[] {
  return answer
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

const sourceOrder = ['title', 'url', 'page', 'archived', 'not_published', 'note'] as const;

const statementOrder = Object.keys(statementFields) as (keyof StatementRecord)[];

/** The fields in the order of the schema. */
function inOrder({ reported, by, source, actions }: ReportSoFar): ReportRecord {
  return {
    reported: reported!,
    ...(by !== undefined && { by }),
    ...(source !== undefined && { source: picked(source, sourceOrder) as typeof source }),
    actions: Object.fromEntries(
      Object.entries(actions).map(([reference, said]) => [reference, picked(said, statementOrder)]),
    ),
  };
}

function picked<Field extends string>(
  value: Partial<Record<Field, unknown>>,
  order: readonly Field[],
): object {
  return Object.fromEntries(
    order.flatMap((field) => (value[field] === undefined ? [] : [[field, value[field]]])),
  );
}
