/**
 * What someone typed, read as the reference of an action. References reach a search box in many
 * shapes: “DON 2.1.2”, “don-2-1-2”, “2.1.2).”, or the whole address of the page.
 */
import { spokenReference } from '../domain/reference.ts';

/** What a query says of a reference. */
export interface ReferenceQuery {
  /** The plans that it may belong to: the one that was named, or all where none was. */
  codes: string[];
  /** `['2', '1', '2']` */
  parts: string[];
  /** As a plan would print it: `DON 2.1.2`, or `2.1.2` where no plan was named. */
  spoken: string;
  /** Whether the plan was named. */
  named: boolean;
  /** Whether it can hardly be anything else: “5” may be a number of people, “DON 5” is not. */
  certain: boolean;
}

const separator = String.raw`[\s\-–_.]+`;
/** After the name of a plan a slash or a comma parts numbers too; alone, “2018/19” is a year. */
const namedSeparator = String.raw`[\s\-–_.,:/]+`;
const part = String.raw`[a-z]?\d+[a-z]?`;
const parts = new RegExp(`^${part}(?:${separator}${part})*$`);
const namedParts = new RegExp(`^${part}(?:${namedSeparator}${part})*$`);

/**
 * Reads a query as a reference, or says that it is none.
 *
 * @param codes the codes of the plans there are: `['don', 'nat']`
 */
export function readReference(query: string, codes: readonly string[]): ReferenceQuery | undefined {
  const typed = query
    .toLowerCase()
    .replace(/^.*\/actions\//, '')
    .replace(/^\W*\d{1,2}(?:, ?\d{1,2}){2,}\W*$/, (numbers) => numbers.replaceAll(/, ?/g, '.'));
  const [text = ''] = /[a-z0-9](?:[^]*[a-z0-9])?/.exec(typed) ?? [];
  const longestFirst = codes
    .filter((code) => text.startsWith(code))
    .sort((a, b) => b.length - a.length);
  for (const code of longestFirst) {
    // A code may end in a digit; then only a space or a sign can part it from the number.
    const rest = new RegExp(`^${code}${gapAfter(code)}(.+)$`).exec(text)?.[1];
    if (rest !== undefined && namedParts.test(rest)) return reference([code], rest, true);
  }
  // “£4.6m” is money.
  const isAmount = query.includes('£') || /^\d+(?:\.\d+)?(?:k|m|bn)$/.test(text);
  return /^\d/.test(text) && !isAmount && parts.test(text)
    ? reference([...codes], text, false)
    : undefined;
}

/** What may be between the code of a plan and the numbers. */
export function gapAfter(code: string): string {
  return /\d$/.test(code) ? namedSeparator : `(?:${namedSeparator})?`;
}

function reference(codes: string[], text: string, named: boolean): ReferenceQuery {
  const split = text.split(new RegExp(named ? namedSeparator : separator));
  const dotted = split.join('.');
  return {
    codes,
    parts: split,
    spoken: named ? spokenReference(codes[0]!, dotted) : dotted.toUpperCase(),
    named,
    certain: named || split.length > 1,
  };
}

/**
 * The word under which the index knows one action and no other: (`don`, `['2', '1', '2']`) →
 * `refxdonx2x1x2x`. The index drops dots and hyphens from words, so that 2.1.2, 21.2 and 212 are
 * one word to it; here letters are between the numbers and keep them apart.
 */
export function referenceWord(code: string, parts: readonly string[]): string {
  return `refx${[code, ...parts].join('x')}x`;
}

/**
 * The word under which the index knows a theme or an outcome by its number: `refxxdonx2x1x`. A
 * promise of another plan may have the same number.
 */
export function groupWord(code: string, parts: readonly string[]): string {
  return `refxx${[code, ...parts].join('x')}x`;
}

/** The word for a reference without the signs between its numbers, as in `don212`. */
export function joinedReferenceWord(code: string, parts: readonly string[]): string {
  return `joinx${code}x${parts.join('')}x`;
}

/**
 * What the words of the nearest actions start with, the nearest first: those that the reference
 * itself starts (`DON 2.1` starts `DON 2.1.2`), then those that start as it does.
 */
export function nearbyWords({ codes, parts }: ReferenceQuery): string[] {
  return parts.flatMap((_, dropped) =>
    codes.map((code) => referenceWord(code, parts.slice(0, parts.length - dropped))),
  );
}
