import { parseDueDate } from '../domain/due-date.ts';
import type { Records } from '../register/records.ts';
import type { LeadEntry } from '../schema/action.ts';
import { newCorrections, newUpdates, same, type DraftUpdate, type Pair } from './compare.ts';

/** Says in plain sentences what changed in one action; nothing where nothing did. */
export function sentencesOn(pair: Pair, { before, after }: { before: Records; after: Records }) {
  const names = new Map(
    [...before.organisation, ...after.organisation].map(({ id, value }) => [
      id,
      value.short_name ?? value.name ?? id,
    ]),
  );
  if (pair.after === undefined) return [`${pair.spoken}: removed.`];
  const sentences = pair.before === undefined ? [arrival(pair, names)] : edits(pair, names);
  sentences.push(...progress(pair, names));
  if (pair.before !== undefined) {
    for (const correction of newCorrections({ ...pair, before: pair.before, after: pair.after })) {
      sentences.push(
        `${correction?.what ?? 'record'} corrected on ${shown(correction?.date)}: ${correction?.why ?? ''}`,
      );
    }
  }
  return sentences.map(
    (sentence) => `${pair.spoken}: ${sentence.replace(/[.…]?$/, (end) => end || '.')}`,
  );
}

type Names = ReadonlyMap<string, string>;

function arrival({ after }: Pair, names: Names): string {
  const { title, due, leads } = after!.value;
  const facts = [
    due === undefined ? 'no due date' : `due ${shown(due)}`,
    leads === undefined ? 'no lead' : `lead ${leadNames(leads, names)}`,
  ];
  return `new, “${title ?? ''}”; ${facts.join('; ')}`;
}

/** Changes outside the updates, whether they are allowed or not. */
function edits({ before, after }: Pair, names: Names): string[] {
  const old = before!.value;
  const now = after!.value;
  const sentences: string[] = [];
  const say = (what: string, from: string, to: string) => sentences.push(`${what} ${from} → ${to}`);
  if (!same(old.title, now.title)) say('title', quote(old.title), quote(now.title));
  if (!same(old.promise, now.promise))
    sentences.push(`promise changed: ${difference(old.promise, now.promise)}`);
  if (!same(old.due, now.due)) say('first due date', shown(old.due), shown(now.due));
  if (!same(old.leads, now.leads))
    say('first lead', leadNames(old.leads, names), leadNames(now.leads, names));
  if (!same(old.outcome, now.outcome)) say('outcome', old.outcome ?? 'none', now.outcome ?? 'none');
  if (!same(old.topics, now.topics)) say('topics', list(old.topics), list(now.topics));
  if (!same(old.measures, now.measures))
    say('measures', quotes(old.measures), quotes(now.measures));
  if (!same(old.milestones, now.milestones)) sentences.push('milestones changed');
  if (!same(old.source, now.source)) sentences.push('source changed');
  const kept = (now.updates ?? []).filter((update) =>
    (old.updates ?? []).some((entry) => same(entry, update)),
  );
  const lost = (old.updates ?? []).length - kept.length;
  if (lost > 0)
    sentences.push(`${lost} past ${lost === 1 ? 'update' : 'updates'} changed or taken out`);
  return sentences;
}

/** What each added update reports, against what held before it. */
function progress(pair: Pair, names: Names): string[] {
  const added = new Set(newUpdates(pair));
  let { due, leads } = pair.before?.value ?? pair.after!.value;
  let status = 'not reported';
  const stages = new Map(
    (pair.after!.value.milestones ?? []).map((stage) => [stage?.label, stage?.due]),
  );
  const sentences: string[] = [];
  for (const update of pair.after!.value.updates ?? []) {
    if (update === undefined) continue;
    const parts: string[] = [];
    if (update.status !== undefined && update.status !== status) {
      parts.push(
        `status ${status} → ${update.status}${update.merged_into ? ` into ${update.merged_into}` : ''}`,
      );
    }
    if (update.due !== undefined) parts.push(`due ${shown(due)} → ${shown(update.due)}`);
    if (update.leads !== undefined)
      parts.push(`lead ${leadNames(leads, names)} → ${leadNames(update.leads, names)}`);
    for (const stage of update.milestones ?? []) {
      if (stage?.due !== undefined)
        parts.push(
          `${stage.label ?? ''} due ${shown(stages.get(stage.label))} → ${shown(stage.due)}`,
        );
      if (stage?.status !== undefined) parts.push(`${stage.label ?? ''} ${stage.status}`);
      if (stage?.due !== undefined) stages.set(stage.label, stage.due);
    }
    if (update.reason !== undefined) parts.push(`reason: ${withoutStop(update.reason)}`);
    if (update.text !== undefined) parts.push(`“${withoutStop(update.text)}”`);
    if (added.has(update))
      sentences.push([...parts, `reported ${shown(update.reported)}`].join('; '));
    status = update.status ?? status;
    due = update.due ?? due;
    leads = update.leads ?? leads;
  }
  return sentences;
}

function withoutStop(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().replace(/\.$/, '');
}

function quote(text: string | undefined): string {
  return text === undefined ? 'none' : `“${text}”`;
}

function quotes(texts: readonly (string | undefined)[] | undefined): string {
  return texts === undefined ? 'none' : texts.map((text) => quote(text)).join(', ');
}

function list(texts: readonly (string | undefined)[] | undefined): string {
  return texts === undefined ? 'none' : texts.join(', ');
}

function shown(date: string | undefined): string {
  if (date === undefined) return 'no date';
  const parsed = parseDueDate(date);
  return parsed.ok ? parsed.date.display : `“${date}”`;
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

/** The words that differ between two texts, with a few on either side. */
function difference(before = '', after = ''): string {
  const a = before.split(/\s+/);
  const b = after.split(/\s+/);
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const part = (words: string[]) => {
    const from = Math.max(0, start - 3);
    const to = Math.min(words.length, words.length - end + 3);
    const cut = words.slice(from, to).join(' ');
    return `“${from > 0 ? '… ' : ''}${cut}${to < words.length ? ' …' : ''}”`;
  };
  return `${part(a)} → ${part(b)}`;
}

export type { DraftUpdate };
