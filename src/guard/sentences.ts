import { inReadersWords } from '../domain/fixed-parts.ts';
import { standings, statusNow, type Standing } from '../domain/standing.ts';
import type { Draft } from '../records/records.ts';
import type { ReportRecord } from '../schema/report.ts';
import type { LeadEntry } from '../schema/statement.ts';
import {
  isKept,
  newCorrections,
  newStatements,
  same,
  type Comparison,
  type Kept,
  type Pair,
  type DraftStatement,
} from './compare.ts';
import { continuedIn } from './rules/continued.ts';
import { isRewritten, pastSentences } from './past-sentences.ts';
import {
  compareAsTyped,
  difference,
  inBrief,
  quoted,
  shownDate,
  shownWhen,
  shownDue,
} from './shown.ts';
import { sourceSentences } from './source-sentences.ts';
import {
  firstStageSentences,
  namedStages,
  stageReportSentences,
  stagesInWords,
} from './stage-sentences.ts';

/** What organisations are called in a sentence, by their identifiers. */
export type Names = ReadonlyMap<string, string>;

/** What organisations are called, in either state of the records. */
export function namesIn({ before, after }: Comparison): Names {
  return new Map(
    [...before.organisation, ...after.organisation].map(({ id, value }) => [
      id,
      value.short_name ?? value.name ?? id,
    ]),
  );
}

/** Says in plain sentences what changed in one action; nothing where nothing did. */
export function sentencesOn(pair: Pair, { after }: Comparison, names: Names): string[] {
  if (pair.after === undefined) return [`${pair.spoken}: removed.`];
  const sentences = isKept(pair)
    ? [...edits(pair, names), ...pastSentences(pair, after.report)]
    : [arrival(pair, names)];
  sentences.push(...progress(pair, names));
  if (isKept(pair)) {
    for (const correction of newCorrections(pair)) {
      const { what, date, why } = correction ?? {};
      const part = what === undefined ? 'a part of the record' : inReadersWords(what);
      sentences.push(`corrected ${shownWhen(date)}: ${part}. ${why ?? ''}`);
    }
  }
  return sentences.map(
    (sentence) => `${pair.spoken}: ${sentence.replace(/[.…]?$/, (end) => end || '.')}`,
  );
}

function arrival({ after }: Pair, names: Names): string {
  const { title, due, leads, milestones } = after!.value;
  const continues = continuedIn(after!.value);
  const facts = [
    ...(milestones === undefined ? [shownDue(due)] : stagesInWords(milestones)),
    leads === undefined ? 'no lead' : `lead ${leadNames(leads, names)}`,
    ...(continues.length === 0 ? [] : [`carries on ${list(continues)}`]),
  ];
  return `new, “${title ?? ''}”; ${facts.join('; ')}`;
}

/** Changes of the record besides what was reported, whether they are allowed or not. */
function edits({ before, after }: Kept, names: Names): string[] {
  const old = before.value;
  const now = after.value;
  const sentences: string[] = [];
  const say = (what: string, from: string, to: string) => sentences.push(`${what} ${from} → ${to}`);
  if (!same(old.reference, now.reference))
    say('number as printed', quoted(old.reference), quoted(now.reference));
  if (!same(old.title, now.title)) say('title', quoted(old.title), quoted(now.title));
  if (!same(old.promise, now.promise))
    sentences.push(`promise changed: ${difference(old.promise, now.promise)}`);
  if (!same(old.due, now.due)) {
    const shown = [old.due, now.due].map(shownDate);
    // The same date in other words is shown as it is typed.
    const isSame = shown[0] === shown[1];
    say(
      'first due date',
      isSame ? quoted(old.due) : shown[0]!,
      isSame ? quoted(now.due) : shown[1]!,
    );
  }
  if (!same(old.leads, now.leads))
    say('first lead', leadNames(old.leads, names), leadNames(now.leads, names));
  if (!same(old.outcome, now.outcome)) say('outcome', old.outcome ?? 'none', now.outcome ?? 'none');
  if (!same(old.topics, now.topics)) say('topics', list(old.topics), list(now.topics));
  if (!same(continuedIn(old), continuedIn(now)))
    say('carries on', list(continuedIn(old)), list(continuedIn(now)));
  if (!same(old.measures, now.measures))
    say('measures', quotes(old.measures), quotes(now.measures));
  if (!same(old.milestones, now.milestones))
    sentences.push(...firstStageSentences(old.milestones, now.milestones));
  if (!same(old.source, now.source)) sentences.push(...sourceSentences(old.source, now.source));
  return sentences;
}

/** What each new report says of an action, against what held before it. */
function progress(pair: Pair, names: Names): string[] {
  const added = new Set(
    newStatements(pair).filter((statement) => !isKept(pair) || !isRewritten(pair, statement)),
  );
  if (added.size === 0) return [];
  const { due, leads } = pair.before?.value ?? pair.after!.value;
  const all = standings(
    { due, leads, milestones: namedStages(pair.after!.value.milestones) },
    pair.saidAfter.map(({ value, secondOpinion }) => ({
      ...value,
      secondOpinion,
      milestones: namedStages(value.milestones),
    })),
    compareAsTyped,
  );
  return pair.saidAfter.flatMap((statement, index) => {
    if (!added.has(statement)) return [];
    const { value, reportedText, secondOpinion } = statement;
    const before = all[index]!;
    const parts = secondOpinion ? claims(value, names) : moves(value, before, names);
    if (value.reason !== undefined) parts.push(`reason: ${inBrief(value.reason)}`);
    if (value.text !== undefined) parts.push(`“${inBrief(value.text)}”`);
    const by = statement.report.value.by;
    const who = by === undefined ? '' : ` by ${speakerName(by, names)}`;
    parts.push(`reported ${shownWhen(reportedText)}${who}`);
    return [
      secondOpinion
        ? `a second opinion (the status stays “${statusNow(before)}”): ${parts.join('; ')}`
        : parts.join('; '),
    ];
  });
}

/** From what to what a report by those who made the promise moves it. */
function moves(
  said: DraftStatement,
  before: Standing<string | undefined, Leads>,
  names: Names,
): string[] {
  const parts: string[] = [];
  const status = statusNow(before);
  if (said.status !== undefined && said.status !== status) {
    const into = said.merged_into ? ` into ${said.merged_into}` : '';
    parts.push(`status ${status} → ${said.status}${into}`);
  }
  if (said.due !== undefined) parts.push(`due ${shownDate(before.due)} → ${shownDate(said.due)}`);
  if (said.leads !== undefined)
    parts.push(`lead ${leadNames(before.leads, names)} → ${leadNames(said.leads, names)}`);
  parts.push(...stageReportSentences(said.milestones, before.stages));
  return parts;
}

/** What somebody else says about a promise. It changes nothing. */
function claims(said: DraftStatement, names: Names): string[] {
  const stages = namedStages(said.milestones).flatMap(({ label, due, status }) => [
    ...(status === undefined ? [] : [`“${label}” ${status}`]),
    ...(due === undefined ? [] : [`“${label}” ${shownDue(due)}`]),
  ]);
  return [
    ...(said.status === undefined ? [] : [said.status]),
    ...(said.due === undefined ? [] : [shownDue(said.due)]),
    ...(said.leads === undefined ? [] : [`lead ${leadNames(said.leads, names)}`]),
    ...stages,
  ];
}

/** Who reports, by the name of an organisation’s record or its own. */
export function speakerName(by: NonNullable<DraftReport['by']>, names: Names): string {
  return typeof by === 'string' ? (names.get(by) ?? by) : (by.name ?? 'somebody without a name');
}

function quotes(texts: readonly (string | undefined)[] | undefined): string {
  return texts === undefined ? 'none' : texts.map((text) => quoted(text)).join(', ');
}

function list(texts: readonly (string | undefined)[] | undefined): string {
  return texts === undefined || texts.length === 0 ? 'none' : texts.join(', ');
}

function leadNames(leads: Leads, names: Names): string {
  if (leads === undefined) return 'nobody named';
  return leads
    .map((lead) => {
      const id = typeof lead === 'string' ? lead : (lead?.organisation ?? '');
      const role = typeof lead === 'object' && lead.role === 'partner' ? ' (partner)' : '';
      return `${names.get(id) ?? id}${role}`;
    })
    .join(', ');
}

type DraftReport = Draft<ReportRecord>;
type Leads = readonly (LeadDraft | undefined)[] | undefined;
type LeadDraft = Extract<LeadEntry, string> | Partial<Extract<LeadEntry, object>>;
