import { isDeepStrictEqual } from 'node:util';
import type { Kind, Records, Sourced } from '../records/records.ts';
import { keptPlans, type Comparison } from './compare.ts';
import { sentencesOnOutcomes } from './outcome-sentences.ts';
import { sentencesOn } from './sentences.ts';

const sorts: readonly (readonly [Kind, string])[] = [
  ['plan', 'The plan'],
  ['organisation', 'The organisation'],
  ['topic', 'The topic'],
  ['term', 'The glossary entry'],
  ['site', 'The site’s own record'],
];

/** What a change does, as plain sentences in Markdown for the summary of a pull request. */
export function changeAsMarkdown(comparison: Comparison, ref: string): string {
  const actions = comparison.pairs
    // A record with a mistake in it is told of as that; what it changes is not known yet.
    .filter(({ before, after }) => before?.sound !== false && after?.sound !== false)
    .flatMap((pair) => sentencesOn(pair, comparison));
  const others = sorts.flatMap(([kind, name]) => [
    ...sentencesOnOthers(comparison.before, comparison.after, kind, name),
  ]);
  const outcomes = keptPlans(comparison).flatMap(sentencesOnOutcomes);
  const sentences = [...actions, ...outcomes, ...others];
  const heading = `## What changed since ${code(ref)}`;
  if (sentences.length === 0) return `${heading}\n\nNo record says anything else than before.\n`;
  return `${heading}\n\n${sentences.map((sentence) => `- ${escaped(sentence)}\n`).join('')}`;
}

function* sentencesOnOthers(
  before: Records,
  after: Records,
  kind: Kind,
  name: string,
): Iterable<string> {
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

/** Text that Markdown shows as it stands. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|~@]/g, String.raw`\$&`).replaceAll(/\s+/g, ' ');
}

function code(text: string): string {
  return `\`${text.replaceAll('`', '')}\``;
}
