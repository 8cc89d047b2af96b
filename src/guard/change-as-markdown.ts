import { asMarkdown } from '../domain/markdown.ts';
import { isDeepStrictEqual } from 'node:util';
import type { Sourced } from '../records/records.ts';
import { kindNames, kinds, type Kind } from '../schema/kinds.ts';
import { withSymbols } from '../records/report/symbols.ts';
import { keptPlans, type Comparison } from './compare.ts';
import { sentencesOnOutcomes } from './outcome-sentences.ts';
import { sentencesOnReports } from './report-sentences.ts';
import { namesIn, sentencesOn } from './sentences.ts';
import { capitalised } from '../domain/words.ts';

/** What a change does, as plain sentences in Markdown for the summary of a pull request. */
export function changeAsMarkdown(comparison: Comparison, ref: string): string {
  const names = namesIn(comparison);
  const actions = comparison.pairs
    // A record with a mistake in it is told of as that; what it changes is not known yet.
    .filter(({ before, after }) => before?.sound !== false && after?.sound !== false)
    .flatMap((pair) => sentencesOn(pair, comparison, names));
  const reports = sentencesOnReports(comparison, names);
  // For actions and reports, other sentences say more than which fields changed.
  const others = kindNames
    .filter((kind) => kind !== 'action' && kind !== 'report')
    .flatMap((kind) => [...sentencesOnOthers(comparison, kind)]);
  const outcomes = keptPlans(comparison).flatMap(sentencesOnOutcomes);
  const sentences = [...reports, ...actions, ...outcomes, ...others];
  const heading = `## What changed since ${code(ref)}`;
  if (sentences.length === 0) return `${heading}\n\nNo record says anything different.\n`;
  return `${heading}\n\n${sentences.map((sentence) => `- ${escaped(sentence)}\n`).join('')}`;
}

function* sentencesOnOthers({ before, after }: Comparison, kind: Kind): Iterable<string> {
  const name = capitalised(kinds[kind].called);
  const earlier = new Map((before[kind] as Sourced<Kind>[]).map((record) => [record.id, record]));
  const later = new Map((after[kind] as Sourced<Kind>[]).map((record) => [record.id, record]));
  for (const [id, record] of later) {
    const old = earlier.get(id);
    if (!record.sound || old?.sound === false) continue;
    if (old === undefined) yield `${name} “${id}” is new.`;
    else {
      const fields = changedFields(old.value, record.value);
      if (fields.length > 0) yield `${name} “${id}” changed: ${fields.join(', ')}.`;
    }
  }
  for (const id of earlier.keys()) if (!later.has(id)) yield `${name} “${id}” was removed.`;
}

function changedFields(before: object, after: object): string[] {
  const old = before as Record<string, unknown>;
  const now = after as Record<string, unknown>;
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (field) => !isDeepStrictEqual(old[field], now[field]),
  );
}

/** Text that Markdown shows as it is. */
function escaped(text: string): string {
  return asMarkdown(withSymbols(text));
}

function code(text: string): string {
  return `\`${text.replaceAll('`', '')}\``;
}
