import { address } from '../domain/address.ts';
import { checkedDate, compareDueDates, ongoingFrom, type DueDate } from '../domain/due-date.ts';
import { gravest, isOverdue, judge, type LatenessKind } from '../domain/lateness.ts';
import { withoutStatus } from '../domain/unread-status.ts';
import { identifier, spokenReference } from '../domain/reference.ts';
import { stageStatus, standings, statusNow } from '../domain/standing.ts';
import { isOpen } from '../domain/status.ts';
import { mayGiveDate } from '../domain/unread.ts';
import type { SoundRecord } from '../records/records.ts';
import type { StatementIn } from '../records/statements.ts';
import type { LeadEntry, StatementRecord } from '../schema/statement.ts';
import type {
  Action,
  Correction,
  Lead,
  Milestone,
  MilestoneReport,
  Organisation,
  Plan,
  Report,
  Topic,
  Update,
} from './register.ts';
import { standingsOf, type ActionStanding } from './standings.ts';

type Said = StatementIn<SoundRecord<'report'>>;

/** What is linked before the actions are. */
export interface LinkedSoFar {
  plans: ReadonlyMap<string, Plan>;
  organisations: ReadonlyMap<string, Organisation>;
  topics: ReadonlyMap<string, Topic>;
  reports: ReadonlyMap<string, Report>;
  /** The ISO day against which lateness is judged. */
  today: string;
}

/** Makes an action, and enters it with its plan, theme, outcome, topics and leads. */
export function linkAction(
  record: SoundRecord<'action'>,
  said: readonly Said[],
  known: LinkedSoFar,
): Action {
  const { value } = record;
  const plan = known.plans.get(record.plan!)!;
  const reference = record.reference!;
  const id = identifier(plan.code, reference);
  const outcome = plan.outcomes.find((candidate) => candidate.reference === value.outcome)!;
  const dueOf = dueDatesOf(plan);
  const statements = said.map((statement) => updateOf(statement, dueOf, known));
  const promised = {
    due: value.due === undefined ? undefined : dueOf(value.due),
    leads: leadsOf(value.leads ?? [], known),
    milestones: value.milestones?.map(({ label, due }) => ({ label, due: dueOf(due) })),
  };
  const updates = statements.filter(({ secondOpinion }) => !secondOpinion);
  const all = standings(promised, updates, compareDueDates);
  const [first] = all;
  const now = all.at(-1)!;
  const status = statusNow(now);
  const completed = status === 'complete' ? now.statusFrom?.completed : undefined;
  const open = (value.needs_review ?? []).map(({ field }) => field);
  const milestones = milestonesOf(first, now, plan, known.today);
  const lateness = latenessNow({ value, plan, updates, now, milestones, open }, known.today);

  const action: Action = {
    id,
    spoken: spokenReference(plan.code, value.reference ?? reference),
    reference,
    url: address.action(id),
    title: value.title,
    ...(value.title_from !== undefined && { titleFrom: value.title_from }),
    promise: value.promise,
    plan,
    theme: outcome.theme,
    outcome,
    leads: now.leads,
    firstLeads: first.leads,
    topics: (value.topics ?? []).map((topic) => known.topics.get(topic)!),
    ...(now.due === undefined ? {} : { due: now.due }),
    ...(first.due === undefined ? {} : { firstDue: first.due }),
    milestones,
    status,
    ...(now.statusFrom?.status_text === undefined
      ? {}
      : { statusText: now.statusFrom.status_text }),
    ...(now.statusFrom?.rag === undefined ? {} : { rag: now.statusFrom.rag }),
    asOf: now.statusFrom?.reported ?? plan.reported.date,
    lastReported: now.newest?.reported ?? plan.reported.date,
    ...(completed === undefined ? {} : { completed }),
    lateness,
    overdue: isOverdue(lateness),
    measures: value.measures ?? [],
    updates,
    statements,
    disputed: isDisputed(statements, now),
    corrections: (value.corrections ?? [])
      .map((correction): Correction => ({ ...correction, date: checkedDate(correction.date) }))
      .sort((a, b) => compareDueDates(a.date, b.date)),
    mergedFrom: [],
    continues: [],
    continuedBy: [],
    source: value.source,
    open,
    file: record.file,
  };

  for (const update of statements) update.report.statements.push({ action, update });
  plan.actions.push(action);
  outcome.theme.actions.push(action);
  outcome.actions.push(action);
  for (const topic of action.topics) topic.actions.push(action);
  for (const lead of action.leads) {
    (lead.role === 'partner' ? lead.organisation.partners : lead.organisation.leads).push(action);
  }
  return action;
}

/** How the due dates of a plan are read: an ongoing one begins with the plan. */
function dueDatesOf({ period }: Plan): (text: string) => DueDate {
  const { edtf, earliest } = period.from;
  return (text) => ongoingFrom(checkedDate(text), { edtf, earliest: earliest! });
}

/** What one report says of an action, with its dates read and its leads found. */
function updateOf(
  { report, reported, secondOpinion, value }: Said,
  dueOf: (text: string) => DueDate,
  known: LinkedSoFar,
): Update {
  const { completed, due, leads, milestones, ...rest } = value as StatementRecord;
  return {
    ...rest,
    reported: reported!,
    ...(completed === undefined ? {} : { completed: checkedDate(completed) }),
    report: known.reports.get(report.id)!,
    ...(secondOpinion ? { secondOpinion } : {}),
    ...(due === undefined ? {} : { due: dueOf(due) }),
    ...(leads === undefined ? {} : { leads: leadsOf(leads, known) }),
    ...(milestones === undefined
      ? {}
      : {
          milestones: milestones.map(({ label, due, status }): MilestoneReport => ({
            label,
            ...(due === undefined ? {} : { due: dueOf(due) }),
            ...(status === undefined ? {} : { status }),
          })),
        }),
  };
}

/** Each stage with what holds of it now, in the order of the promise. */
function milestonesOf(
  first: ActionStanding,
  now: ActionStanding,
  plan: Plan,
  today: string,
): Milestone[] {
  return [...now.stages].map(([label, stage]): Milestone => {
    const status = stageStatus(stage, now);
    const reported = (stage.statusFrom ?? now.statusFrom)?.reported;
    return {
      label,
      firstDue: first.stages.get(label)!.due,
      due: stage.due,
      status,
      asOf: reported ?? plan.reported.date,
      lateness: judge({ status, due: stage.due, reported }, today),
    };
  });
}

/** What is known of an action before it is judged by a day. */
type Unjudged = Pick<Action, 'plan' | 'updates' | 'milestones' | 'open'> & {
  value: SoundRecord<'action'>['value'];
  now: ActionStanding;
};

/** What can be said of an action as a whole: of itself and its stages, what must be said first. */
function latenessNow(
  { value, plan, updates, now, milestones, open }: Unjudged,
  today: string,
): LatenessKind {
  const status = statusNow(now);
  const told = withoutStatus({ updates, open });
  const isToldInWords = told === 'not read yet' || told === 'in words only';
  const whole = judge(
    {
      status,
      due: now.due,
      inWords:
        now.due === undefined &&
        mayGiveDate({ milestones: value.milestones ?? [], source: value.source, open }),
      reported: now.statusFrom?.reported,
      toldInWords: isToldInWords ? (now.newest?.reported ?? plan.reported.date) : undefined,
      completed: now.statusFrom?.completed,
      openReports: updates
        .filter(({ status }) => status && isOpen(status))
        .map((update) => update.reported),
    },
    today,
  );
  // Nobody waits for the stages of a promise that is closed.
  if (!isOpen(status)) return whole;
  const waitedFor = milestones.filter((stage) => isOpen(stage.status));
  return gravest([whole, ...waitedFor.map((stage) => stage.lateness)])!;
}

/** An answer settles it: a status that was reported later than a second opinion is not disputed by it. */
function isDisputed(statements: readonly Update[], now: ActionStanding): boolean {
  const newest = new Map<string, Update>();
  for (const update of statements) {
    if (update.secondOpinion && update.status !== undefined) {
      newest.set(update.report.by.name, update);
    }
  }
  const { status, statusFrom } = now;
  return [...newest.values()].some(
    (opinion) =>
      opinion.status !== statusNow({ status }) &&
      (statusFrom === undefined || compareDueDates(opinion.reported, statusFrom.reported) >= 0),
  );
}

function leadsOf(entries: readonly LeadEntry[], { organisations }: LinkedSoFar): Lead[] {
  return entries.map((entry) =>
    typeof entry === 'string'
      ? { organisation: organisations.get(entry)!, role: 'lead' }
      : { organisation: organisations.get(entry.organisation)!, role: entry.role },
  );
}

/** Links each action that was merged with the one that goes on. */
export function linkMerged(actions: readonly Action[]): void {
  const byId = new Map(actions.map((action) => [action.id, action]));
  for (const action of actions) {
    const target = byId.get(standingsOf(action).at(-1)!.statusFrom?.merged_into ?? '');
    if (target === undefined) continue;
    action.mergedInto = target;
    target.mergedFrom.push(action);
  }
}

/**
 * Links each action with those of earlier plans that it carries on: in the order of the register,
 * whatever order a record names them in.
 */
export function linkContinued(
  records: readonly SoundRecord<'action'>[],
  actions: readonly Action[],
): void {
  const named = new Map(
    records.flatMap(({ file, value: { continues } }) =>
      continues === undefined ? [] : [[file, [continues].flat()]],
    ),
  );
  if (named.size === 0) return;
  const byId = new Map(actions.map((action) => [action.id, action]));
  for (const action of actions) {
    for (const id of named.get(action.file) ?? []) {
      const earlier = byId.get(id)!;
      action.continues.push(earlier);
      earlier.continuedBy.push(action);
    }
  }
}
