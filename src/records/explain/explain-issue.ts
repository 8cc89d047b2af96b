import type { z } from 'zod';
import { capitalised } from '../../domain/words.ts';
import type { RefusalParams } from '../../schema/text.ts';
import {
  fieldInWords,
  typedAt,
  type Asked,
  type Explanation,
  type Issue,
  type IssueOf,
} from './explanation.ts';
import { explainEmpty, explainMissing, explainNothingSaid } from './missing.ts';
import { explainUnknownFields } from './unknown-field.ts';
import { explainWrongSort } from './wrong-sort.ts';
import { explainWrongWord } from './wrong-word.ts';

/**
 * Turns an issue that Zod found into plain words.
 *
 * @param issue what Zod says; its `input` is needed (`reportInput: true`)
 */
export function explainIssue(issue: Issue, asked: Asked): Explanation[] {
  const whatever = explainCurlyMarks(issue, asked) ?? explainNothingSaid(issue, asked);
  return whatever === undefined ? explainByCode(issue, asked) : [whatever];
}

function explainByCode(issue: Issue, asked: Asked): Explanation[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return explainUnknownFields(issue, asked);
    case 'invalid_type':
      if (issue.input === undefined) return [explainMissing(issue, asked)];
      return [issue.input === '' ? explainEmpty(issue, asked) : explainWrongSort(issue, asked)];
    case 'invalid_value':
      return [
        issue.input === undefined ? explainMissing(issue, asked) : explainWrongWord(issue, asked),
      ];
    case 'too_small':
      return [explainEmpty(issue, asked)];
    case 'too_big':
      return [explainTooLong(issue, asked)];
    case 'invalid_format':
      if (issue.format !== 'email') throw new Error(`No words for the format “${issue.format}”.`);
      return [explainNoEmailAddress(issue)];
    case 'invalid_union':
      return explainUnion(issue, asked);
    case 'custom':
      return [explainRefusal(issue, asked)];
    default:
      throw new Error(
        `No words for a problem of the sort “${issue.code}” at ${fieldInWords(issue.path)}.`,
      );
  }
}

/** What is wrong with a value that may be of several sorts, taken as the sort that it most likely is. */
export function branchOf(issue: z.core.$ZodIssueInvalidUnion): Issue[] {
  const fits = (issues: readonly Issue[]) =>
    !issues.some((inner) => inner.code === 'invalid_type' && inner.path.length === 0);
  return issue.errors.find(fits) ?? issue.errors[0]!;
}

function explainUnion(issue: z.core.$ZodIssueInvalidUnion, asked: Asked): Explanation[] {
  return branchOf(issue).flatMap((inner) =>
    explainIssue({ ...inner, path: [...issue.path, ...inner.path] }, asked),
  );
}

/** Curly quotation marks around a whole text, whatever else is wrong with it but its length. */
function explainCurlyMarks(issue: Issue, { labels }: Asked): Explanation | undefined {
  const { path, input, code } = issue;
  const unquoted = /^[“‘„‚](.*)[”’“‘]$/.exec(typeof input === 'string' ? input : '')?.[1];
  if (unquoted === undefined || code === 'too_big') return undefined;
  return {
    path: [...path],
    about: 'value',
    message: 'The curly quotation marks become part of this text.',
    why: 'Only straight marks (") count as quotation marks around a text.',
    advice: `Take them out:  ${labels ? unquoted : typedAt(path, unquoted)}`,
  };
}

function explainTooLong(issue: IssueOf<'too_big'>, asked: Asked): Explanation {
  const { path, input, maximum } = issue;
  const most = Number(maximum);
  const length = String(input).trim().length;
  return {
    path: [...path],
    about: 'value',
    message: `${capitalised(fieldInWords(path, asked))} has ${length} characters, and the most is ${most}.`,
    advice: `Make it shorter by ${length - most}.`,
  };
}

function explainNoEmailAddress({ path, input }: IssueOf<'invalid_format'>): Explanation {
  const typed = String(input);
  const meant = typed
    .replaceAll(/\s+/g, ' ')
    .replace(/^ ?(?:mailto:|<)/i, '')
    .replace(/ ?(?:@|\(at\)|\[at\]|\bat\b) ?/i, '@')
    .replace(/[>.,; ]$/, '');
  const isAddress = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+$/.test(meant);
  return {
    path: [...path],
    about: 'value',
    message: `“${typed}” is not an email address.`,
    advice: isAddress ? `Did you mean “${meant}”?` : 'Write it in full, such as hello@example.org.',
  };
}

/** What a schema of ours refuses says it in its own words, which differ for someone who fills in a box. */
function explainRefusal({ path, message, params }: IssueOf<'custom'>, asked: Asked): Explanation {
  const { advice, inBox = advice } = params as RefusalParams;
  const inPlace = asked.labels === undefined ? advice : inBox;
  return { path: [...path], about: 'value', message, advice: inPlace };
}
