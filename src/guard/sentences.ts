import { inReadersWords } from '../domain/fixed-parts.ts';
import { standings, statusNow } from '../domain/standing.ts';
import type { Records } from '../records/records.ts';
import type { LeadEntry } from '../schema/statement.ts';
import { isKept, newCorrections, newUpdates, same, type Kept, type Pair } from './compare.ts';
import { pastSentences, rewritten } from './past-sentences.ts';
import { compareAsTyped, difference, quoted, shownDate } from './shown.ts';
import { sourceSentences } from './source-sentences.ts';
import {
  firstStageSentences,
  namedStages,
  stageReportSentences,
  stagesInWords,
} from './stage-sentences.ts';

/** Says in plain sentences what changed in one action; nothing where nothing did. */
export function sentencesOn(pair: Pair, { before, after }: { before: Records; after: Records }) {
  const names = new Map(
    [...before.organisation, ...after.organisation].map(({ id, value }) => [
      id,
      value.short_name ?? value.name ?? id,
    ]),
  );
  if (pair.after === undefined) return [`${pair.spoken}: removed.`];
  const sentences = isKept(pair)
    ? [...edits(pair, names), ...pastSentences(pair)]
    : [arrival(pair, names)];
  sentences.push(...progress(pair, names));
  if (isKept(pair)) {
    for (const correction of newCorrections(pair)) {
      const { what, date, why } = correction ?? {};
      const part = what === undefined ? 'a part of the record' : inReadersWords(what);
      sentences.push(`put right on ${shownDate(date)}: ${part}. ${why ?? ''}`);
    }
  }
  return sentences.map(
    (sentence) => `${pair.spoken}: ${sentence.replace(/[.…]?$/, (end) => end || '.')}`,
  );
}

type Names = ReadonlyMap<string, string>;

function arrival({ after }: Pair, names: Names): string {
  const { title, due, leads, milestones } = after!.value;
  const facts = [
    ...(milestones === undefined ? [dueInWords(due)] : stagesInWords(milestones)),
    leads === undefined ? 'no lead' : `lead ${leadNames(leads, names)}`,
  ];
  return `new, “${title ?? ''}”; ${facts.join('; ')}`;
}

function dueInWords(due: string | undefined): string {
  return due === undefined ? 'no due date' : `due ${shownDate(due)}`;
}

/** Changes outside the updates, whether they are allowed or not. */
function edits({ before, after }: Kept, names: Names): string[] {
  const old = before.value;
  const now = after.value;
  const sentences: string[] = [];
  const say = (what: string, from: string, to: string) => sentences.push(`${what} ${from} → ${to}`);
  if (!same(old.title, now.title)) say('title', quoted(old.title), quoted(now.title));
  if (!same(old.promise, now.promise))
    sentences.push(`promise changed: ${difference(old.promise, now.promise)}`);
  if (!same(old.due, now.due)) say('first due date', shownDate(old.due), shownDate(now.due));
  if (!same(old.leads, now.leads))
    say('first lead', leadNames(old.leads, names), leadNames(now.leads, names));
  if (!same(old.outcome, now.outcome)) say('outcome', old.outcome ?? 'none', now.outcome ?? 'none');
  if (!same(old.topics, now.topics)) say('topics', list(old.topics), list(now.topics));
  if (!same(old.measures, now.measures))
    say('measures', quotes(old.measures), quotes(now.measures));
  if (!same(old.milestones, now.milestones))
    sentences.push(...firstStageSentences(old.milestones, now.milestones));
  if (!same(old.source, now.source)) sentences.push(...sourceSentences(old.source, now.source));
  return sentences;
}

/** What each added update reports, against what held before it. */
function progress(pair: Pair, names: Names): string[] {
  const added = new Set(newUpdates(pair)).difference(
    isKept(pair) ? rewritten(pair) : new Set<undefined>(),
  );
  const { due, leads } = pair.before?.value ?? pair.after!.value;
  const updates = (pair.after!.value.updates ?? []).filter((update) => update !== undefined);
  const all = standings(
    { due, leads, milestones: namedStages(pair.after!.value.milestones) },
    updates.map((update) => ({ ...update, milestones: namedStages(update.milestones) })),
    compareAsTyped,
  );
  return updates.flatMap((update, index) => {
    if (!added.has(update)) return [];
    const before = all[index]!;
    const parts: string[] = [];
    const status = statusNow(before);
    if (update.status !== undefined && update.status !== status) {
      parts.push(
        `status ${status} → ${update.status}${update.merged_into ? ` into ${update.merged_into}` : ''}`,
      );
    }
    if (update.due !== undefined)
      parts.push(`due ${shownDate(before.due)} → ${shownDate(update.due)}`);
    if (update.leads !== undefined)
      parts.push(`lead ${leadNames(before.leads, names)} → ${leadNames(update.leads, names)}`);
    parts.push(...stageReportSentences(update.milestones, before.stages));
    if (update.reason !== undefined) parts.push(`reason: ${withoutStop(update.reason)}`);
    if (update.text !== undefined) parts.push(`“${withoutStop(update.text)}”`);
    return [[...parts, `reported ${shownDate(update.reported)}`].join('; ')];
  });
}

function withoutStop(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().replace(/\.$/, '');
}

function quotes(texts: readonly (string | undefined)[] | undefined): string {
  return texts === undefined ? 'none' : texts.map((text) => quoted(text)).join(', ');
}

function list(texts: readonly (string | undefined)[] | undefined): string {
  return texts === undefined ? 'none' : texts.join(', ');
}

function leadNames(leads: readonly (LeadDraft | undefined)[] | undefined, names: Names): string {
  if (leads === undefined) return 'nobody named';
  return leads
    .map((lead) => {
      const id = typeof lead === 'string' ? lead : (lead?.organisation ?? '');
      const role = typeof lead === 'object' && lead.role === 'partner' ? ' (partner)' : '';
      return `${names.get(id) ?? id}${role}`;
    })
    .join(', ');
}

type LeadDraft = Extract<LeadEntry, string> | Partial<Extract<LeadEntry, object>>;
