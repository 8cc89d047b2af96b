import { guidePageNames } from '../domain/guide-pages.ts';
import { ownWords } from '../domain/own-words.ts';
import { repositoryOf } from '../domain/repository.ts';
import { address } from '../domain/address.ts';
import { checkedDate, compareDueDates, ongoingFrom } from '../domain/due-date.ts';
import { mayGiveDate, undatedInWords } from '../domain/unread.ts';
import { gravest, isOverdue, judge } from '../domain/lateness.ts';
import { compareReferences, identifier, isNumber, spokenReference } from '../domain/reference.ts';
import { withoutStatus } from '../domain/reading.ts';
import { stageStatus, standings, statusNow } from '../domain/standing.ts';
import { isOpen } from '../domain/status.ts';
import { dueEntries, type DueEntry } from './due-entries.ts';
import type { ReportRecord } from '../schema/report.ts';
import type { LeadEntry, StatementRecord } from '../schema/statement.ts';
import { comparePeriods, emptyPeriod } from './period.ts';
import type { SoundRecord, SoundRecords } from '../records/records.ts';
import { compareReports, statementsIn, type StatementIn } from '../records/statements.ts';
import { standingsOf, type ActionStanding } from './standings.ts';
import type {
  Action,
  Correction,
  GlossaryEntry,
  Lead,
  Milestone,
  MilestoneReport,
  Organisation,
  Outcome,
  OwnPage,
  Period,
  Plan,
  Register,
  Report,
  Speaker,
  Theme,
  Topic,
  Update,
} from './register.ts';

/**
 * Joins checked records into the register that pages and exports ask.
 *
 * @param today the ISO day against which lateness is judged
 * @throws only if the records were not checked before: every name in them must lead somewhere
 */
export function linkRegister(records: SoundRecords, today: string): Register {
  const { repository, promise, people, ...site } = records.site[0]!.value;
  const organisations = linkOrganisations(records.organisation);
  const topics = new Map(records.topic.map((record) => [record.id, topicOf(record)]));
  const plans = new Map(records.plan.map((record) => [record.id, planOf(record, organisations)]));

  for (const record of records.plan) {
    const predecessor = plans.get(record.value.succeeds ?? '');
    if (predecessor === undefined) continue;
    const plan = plans.get(record.id)!;
    plan.predecessor = predecessor;
    predecessor.successors.push(plan);
  }

  const reports = linkReports(records.report, plans, organisations);
  const statements = statementsIn(records);
  const actions = [...records.action]
    .sort((a, b) => compareText(a.plan!, b.plan!) || compareReferences(a.reference!, b.reference!))
    .map((record) => {
      const said = statements.get(record.id) ?? [];
      return actionOf(record, said, { plans, organisations, topics, reports, today });
    });
  linkMerged(actions);
  linkContinued(records.action, actions);
  for (const plan of plans.values()) {
    for (const [index, action] of plan.actions.entries()) {
      const previous = plan.actions[index - 1];
      const next = plan.actions[index + 1];
      if (previous) action.previous = previous;
      if (next) action.next = next;
    }
  }

  const byName = [...organisations.values()].sort((a, b) => compareText(a.name, b.name));
  return {
    today,
    site: {
      ...site,
      words: ownWords(promise, people),
      ...(repository && { repository: repositoryOf(repository) }),
    },
    plans: inLine([...plans.values()].sort((a, b) => compareText(a.title, b.title))),
    actions,
    reports: [...reports.values()].toReversed(),
    organisations: byName,
    topics: [...topics.values()].sort(byNeed),
    glossary: glossaryOf(records.term, byName),
    pages: records.page.map(pageOf).sort((a, b) => compareText(a.title, b.title)),
    periods: periodsOf(actions),
  };
}

const byText = new Intl.Collator('en-GB', { numeric: true });
const compareText = (a: string, b: string) => byText.compare(a, b);

function linkOrganisations(
  records: readonly SoundRecord<'organisation'>[],
): Map<string, Organisation> {
  const organisations = new Map(
    records.map(({ id, value }): [string, Organisation] => {
      const { part_of: _partOf, short_name: shortName, other_names: otherNames, ...rest } = value;
      return [
        id,
        {
          ...rest,
          ...(shortName === undefined ? {} : { shortName }),
          id,
          url: address.lead(id),
          otherNames: otherNames ?? [],
          parts: [],
          reports: [],
          leads: [],
          partners: [],
        },
      ];
    }),
  );
  for (const { id, value } of records) {
    const whole = organisations.get(value.part_of ?? '');
    if (whole === undefined) continue;
    const part = organisations.get(id)!;
    part.partOf = whole;
    whole.parts.push(part);
  }
  return organisations;
}

function byNeed(a: Topic, b: Topic): number {
  return a.place === b.place ? compareText(a.title, b.title) : a.place - b.place;
}

/** Plans of one line come one after the other, the newest first, where that one has its place. */
function inLine(plans: readonly Plan[]): Plan[] {
  const placed = new Set<Plan>();
  for (const newest of plans.filter(({ successors }) => successors.length === 0)) {
    for (let plan: Plan | undefined = newest; plan !== undefined; plan = plan.predecessor) {
      placed.add(plan);
    }
  }
  return [...placed];
}

function topicOf({ id, value }: SoundRecord<'topic'>): Topic {
  const { other_words: otherWords, not_here: notHere, place, ...rest } = value;
  return {
    ...rest,
    id,
    url: address.topic(id),
    otherWords,
    ...(notHere !== undefined && { notHere }),
    place: place === undefined ? Infinity : Number(place),
    actions: [],
  };
}

function planOf(record: SoundRecord<'plan'>, organisations: Map<string, Organisation>): Plan {
  const {
    themes,
    period,
    reported,
    publisher,
    source,
    succeeds: _succeeds,
    corrections = [],
    ...rest
  } = record.value;
  const { published, ...document } = source;
  const plan: Plan = {
    ...rest,
    id: record.id,
    url: address.plan(record.id),
    file: record.file,
    publisher: organisations.get(publisher)!,
    period: { ...period, from: checkedDate(period.from), to: checkedDate(period.to) },
    reported: { ...reported, date: checkedDate(reported.date) },
    source: {
      ...document,
      ...(published === undefined ? {} : { published: checkedDate(published) }),
    },
    themes: [],
    outcomes: [],
    actions: [],
    reports: [],
    corrections: [],
    successors: [],
  };
  for (const themeRecord of themes) {
    const themeId = identifier(plan.code, themeRecord.id);
    const theme: Theme = {
      id: themeId,
      reference: themeRecord.id,
      numbered: isNumber(themeRecord.id),
      url: address.theme(themeId),
      title: themeRecord.title,
      plan,
      outcomes: [],
      actions: [],
    };
    plan.themes.push(theme);
    for (const { id: reference, title, wording } of themeRecord.outcomes) {
      const id = identifier(plan.code, reference);
      const outcome: Outcome = {
        id,
        reference,
        numbered: isNumber(reference),
        url: address.outcome(id),
        title,
        wording,
        plan,
        theme,
        actions: [],
      };
      theme.outcomes.push(outcome);
      plan.outcomes.push(outcome);
    }
  }
  plan.corrections = corrections
    .map(({ date, outcome, why }) => ({
      date: checkedDate(date),
      outcome: plan.outcomes.find(({ reference }) => reference === outcome)!,
      why,
    }))
    .sort((a, b) => compareDueDates(a.date, b.date));
  return plan;
}

/** Every report by its identifier, oldest first, entered with its plan and with who speaks. */
function linkReports(
  records: readonly SoundRecord<'report'>[],
  plans: ReadonlyMap<string, Plan>,
  organisations: ReadonlyMap<string, Organisation>,
): Map<string, Report> {
  const reports = new Map<string, Report>();
  for (const { id, plan: planId, value, file } of [...records].sort(compareReports)) {
    const plan = plans.get(planId!)!;
    const slug = identifier(plan.code, id.split('/')[1]!);
    const by = speakerOf(value.by ?? plan.publisher.id, organisations);
    const reported = checkedDate(value.reported);
    const { title, dated_by: datedBy, source, corrections = [] } = value;
    const report: Report = {
      id,
      slug,
      url: address.report(slug),
      title: title ?? `Report by ${by.name}, ${reported.display}`,
      plan,
      reported,
      ...(datedBy === undefined ? {} : { datedBy }),
      by,
      ...(source === undefined ? {} : { source }),
      statements: [],
      corrections: corrections.map((correction) => ({
        ...correction,
        date: checkedDate(correction.date),
      })),
      file,
    };
    reports.set(id, report);
    plan.reports.unshift(report);
    by.organisation?.reports.unshift(report);
  }
  return reports;
}

function speakerOf(
  by: NonNullable<ReportRecord['by']>,
  organisations: ReadonlyMap<string, Organisation>,
): Speaker {
  if (typeof by !== 'string') return by;
  const organisation = organisations.get(by)!;
  return { name: organisation.name, organisation };
}

/** Makes an action and enters it with its plan, theme, outcome, topics and leads. */
function actionOf(
  record: SoundRecord<'action'>,
  said: readonly Said[],
  { plans, organisations, topics, reports, today }: Known,
): Action {
  const { value } = record;
  const plan = plans.get(record.plan!)!;
  const reference = record.reference!;
  const id = identifier(plan.code, reference);
  const outcome = plan.outcomes.find((candidate) => candidate.reference === value.outcome)!;
  const leadsOf = (entries: readonly LeadEntry[]) =>
    entries.map((entry) => leadOf(entry, organisations));
  const { edtf, earliest } = plan.period.from;
  const dueOf = (text: string) => ongoingFrom(checkedDate(text), { edtf, earliest: earliest! });

  const reportOf = ({ label, due, status }: StageReport): MilestoneReport => ({
    label,
    ...(due === undefined ? {} : { due: dueOf(due) }),
    ...(status === undefined ? {} : { status }),
  });
  const statements = said.map(({ report, secondOpinion, ...statement }): Update => {
    const { completed, due, leads, milestones, ...rest } = statement.value as StatementRecord;
    return {
      ...rest,
      reported: statement.reported!,
      ...(completed === undefined ? {} : { completed: checkedDate(completed) }),
      report: reports.get(report.id)!,
      ...(secondOpinion ? { secondOpinion } : {}),
      ...(due === undefined ? {} : { due: dueOf(due) }),
      ...(leads === undefined ? {} : { leads: leadsOf(leads) }),
      ...(milestones === undefined ? {} : { milestones: milestones.map(reportOf) }),
    };
  });
  const promised = {
    due: value.due === undefined ? undefined : dueOf(value.due),
    leads: leadsOf(value.leads ?? []),
    milestones: value.milestones?.map(({ label, due }) => ({ label, due: dueOf(due) })),
  };
  const updates = statements.filter(({ secondOpinion }) => !secondOpinion);
  const all = standings(promised, updates, compareDueDates);
  const [first] = all;
  const now = all.at(-1)!;
  const milestones = [...now.stages].map(([label, stage]): Milestone => ({
    label,
    firstDue: first.stages.get(label)!.due,
    due: stage.due,
    status: stageStatus(stage, now),
    asOf: (stage.statusFrom ?? now.statusFrom)?.reported ?? plan.reported.date,
    lateness: judge(
      {
        status: stageStatus(stage, now),
        due: stage.due,
        reported: (stage.statusFrom ?? now.statusFrom)?.reported,
      },
      today,
    ),
  }));
  const status = statusNow(now);
  const completed = status === 'complete' ? now.statusFrom?.completed : undefined;
  const open = (value.needs_review ?? []).map(({ field }) => field);
  const told = withoutStatus({ updates, open });
  const isToldInWords = told === 'not read yet' || told === 'told in words';
  const whole = judge(
    {
      status,
      due: now.due,
      inWords:
        now.due === undefined &&
        mayGiveDate({
          milestones: value.milestones ?? [],
          source: value.source,
          open,
        }),
      reported: now.statusFrom?.reported,
      toldInWords: isToldInWords ? (now.newest?.reported ?? plan.reported.date) : undefined,
      completed,
      openReports: updates
        .filter(({ status }) => status && isOpen(status))
        .map((update) => update.reported),
    },
    today,
  );
  // Nobody waits for the stages of a promise that is closed.
  const lateness = isOpen(status)
    ? gravest([
        whole,
        ...milestones.filter((stage) => isOpen(stage.status)).map((stage) => stage.lateness),
      ])!
    : whole;

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
    topics: (value.topics ?? []).map((topic) => topics.get(topic)!),
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

type Said = StatementIn<SoundRecord<'report'>>;

/** What is linked before the actions are. */
interface Known {
  plans: ReadonlyMap<string, Plan>;
  organisations: ReadonlyMap<string, Organisation>;
  topics: ReadonlyMap<string, Topic>;
  reports: ReadonlyMap<string, Report>;
  today: string;
}

/** An answer settles it: a status that was reported later than a second opinion is not disputed by it. */
function isDisputed(statements: readonly Update[], now: ActionStanding): boolean {
  const newest = new Map<string, Update>();
  for (const update of statements) {
    if (update.secondOpinion && update.status !== undefined) {
      newest.set(update.report!.by.name, update);
    }
  }
  const { status, statusFrom } = now;
  return [...newest.values()].some(
    (opinion) =>
      opinion.status !== statusNow({ status }) &&
      (statusFrom === undefined || compareDueDates(opinion.reported, statusFrom.reported) >= 0),
  );
}

type StageReport = NonNullable<StatementRecord['milestones']>[number];

function leadOf(entry: LeadEntry, organisations: ReadonlyMap<string, Organisation>): Lead {
  return typeof entry === 'string'
    ? { organisation: organisations.get(entry)!, role: 'lead' }
    : { organisation: organisations.get(entry.organisation)!, role: entry.role };
}

function linkMerged(actions: readonly Action[]): void {
  const byId = new Map(actions.map((action) => [action.id, action]));
  for (const action of actions) {
    const target = byId.get(standingsOf(action).at(-1)!.statusFrom?.merged_into ?? '');
    if (target === undefined) continue;
    action.mergedInto = target;
    target.mergedFrom.push(action);
  }
}

/** Each in the order of the register, whatever order a record names them in. */
function linkContinued(
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

function glossaryOf(
  records: readonly SoundRecord<'term'>[],
  organisations: readonly Organisation[],
): GlossaryEntry[] {
  const terms = records.map(({ id, value }): GlossaryEntry => ({
    id,
    url: address.term(id),
    term: value.term,
    ...(value.stands_for === undefined ? {} : { standsFor: value.stands_for }),
    otherForms: value.other_forms ?? [],
    otherWords: value.other_words ?? [],
    meaning: value.meaning,
    basis: value.basis,
  }));
  const shortNames = organisations.flatMap((organisation): GlossaryEntry[] =>
    organisation.shortName === undefined
      ? []
      : [
          {
            id: organisation.id,
            url: address.term(organisation.id),
            term: organisation.shortName,
            ...(organisation.name === organisation.shortName
              ? {}
              : { standsFor: organisation.name }),
            otherForms: organisation.otherNames,
            otherWords: [],
            meaning: organisation.about,
            basis: organisation.basis,
            organisation,
          },
        ],
  );
  return [...terms, ...shortNames].sort((a, b) => compareText(a.term, b.term));
}

/** One that has the name of a page of the guide is in its place, also in the list of them. */
function pageOf({ id, value }: SoundRecord<'page'>): OwnPage {
  const { body: _body, ...page } = value;
  const inGuide = guidePageNames.includes(id);
  return {
    ...page,
    in: page.in ?? (inGuide ? 'guide' : 'footer'),
    id,
    url: inGuide ? address.guide(id) : address.page(id),
  };
}

function periodsOf(actions: readonly Action[]): Period[] {
  const periods = new Map<string, Period>();
  const enter = (action: Action, { due, milestone }: DueEntry) => {
    const slug = due?.slug ?? 'no-date';
    const period = periods.get(slug) ?? emptyPeriod(due);
    periods.set(slug, period);
    period.entries.push(milestone === undefined ? { action } : { action, milestone });
    // Milestones of one action come one after the other.
    if (period.actions.at(-1) !== action) period.actions.push(action);
  };
  for (const action of actions) {
    for (const entry of dueEntries(action)) enter(action, entry);
  }
  const undated = periods.get('no-date');
  if (undated !== undefined) undated.title = undatedInWords(undated.actions);
  return [...periods.values()].sort(comparePeriods);
}
