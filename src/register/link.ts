import { guidePageNames } from '../domain/guide-pages.ts';
import { ownWords } from '../domain/own-words.ts';
import { repositoryOf } from '../domain/repository.ts';
import { address } from '../domain/address.ts';
import { checkedDate, compareDueDates } from '../domain/due-date.ts';
import { mayGiveDate, undatedInWords } from '../domain/unread.ts';
import { compareReferences, identifier, isNumber } from '../domain/reference.ts';
import { dueEntries, type DueEntry } from './due-entries.ts';
import type { ReportRecord } from '../schema/report.ts';
import { linkAction, linkContinued, linkMerged } from './link-actions.ts';
import { comparePeriods, emptyPeriod } from './period.ts';
import type { SoundRecord, SoundRecords } from '../records/records.ts';
import { compareReports, statementsIn } from '../records/statements.ts';
import type {
  Action,
  GlossaryEntry,
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
      return linkAction(record, said, { plans, organisations, topics, reports, today });
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
      isTitled: title !== undefined,
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
  if (undated !== undefined) {
    undated.title = undatedInWords(undated.actions);
    if (undated.actions.some(mayGiveDate)) undated.unread = true;
  }
  return [...periods.values()].sort(comparePeriods);
}
