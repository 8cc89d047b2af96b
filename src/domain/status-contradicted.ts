import { statusWords } from './status-words.ts';
import type { StatusName } from './status.ts';

/** What a report gives of how far an action is. */
interface StatusSaid {
  status?: StatusName | undefined;
  /** The report’s own words for the status. */
  status_text?: string | undefined;
  rag?: string | undefined;
}

export type Contradiction =
  /** The words speak against the status. `meant` is what they say, where they say just one. */
  | { by: 'words'; meant?: StatusName | undefined }
  /** The rating, or the colour with which the words begin, speaks against the status. */
  | { by: 'colour' }
  /** The words begin with another colour than the rating. */
  | { by: 'two colours' };

/**
 * Where a report contradicts itself for certain. What can be meant in two ways is no contradiction:
 * “Complete Ongoing” is said of work that goes on, and many councils give blue to what is complete.
 */
export function contradictionIn(said: StatusSaid): Contradiction | undefined {
  const { status, rag } = said;
  const { words, colour } = colourApart(said.status_text ?? '');
  const meant = sureWords.get(words);
  if (status === 'complete' && saysUnfinished(words)) return { by: 'words', meant };
  if (isAnother(status, meant, words)) return { by: 'words', meant };
  if (status === 'complete' && [rag, colour].some((each) => each === 'red' || each === 'amber')) {
    return { by: 'colour' };
  }
  if (colour === undefined || rag === undefined || colour === rag) return undefined;
  return { by: 'two colours' };
}

const sureWords = new Map(
  Object.entries(statusWords).flatMap(([status, { sure }]) =>
    sure.map((words) => [words, status as StatusName] as const),
  ),
);

/** The colour that a text begins with, as in “Red – not complete”, and the words that are left. */
function colourApart(text: string): { words: string; colour?: string } {
  const words = text.toLowerCase().replaceAll(/\s+/g, ' ').replaceAll('’', "'").trim();
  const plain = words.replace(/[.!]$/, '');
  const found = /^(?:rag ?[:-]? ?)?(red|amber|green)(?: ?[-–—:;,(] ?|$)/.exec(plain);
  if (found === null) return { words: plain };
  const rest = plain.slice(found[0].length).replace(/\)$/, '');
  // “Red, moving to amber” has more than one colour.
  if (/\b(?:red|amber|green|blue)\b/.test(rest)) return { words: plain };
  return { words: rest, colour: found[1]! };
}

/** Whether words say one status and nothing else, and another one than is given. */
function isAnother(
  status: StatusName | undefined,
  meant: StatusName | undefined,
  words: string,
): boolean {
  if (status === undefined || meant === undefined || meant === status) return false;
  // That it ended may be said elsewhere than in the words for the status, which stay as they were.
  if (status === 'withdrawn' || status === 'merged' || meant === 'not reported') return false;
  // What has not begun can be on track to begin.
  return status !== 'not started' || !/^on[ -]t/.test(words);
}

/** Whether words say that something is not complete, and none of them says that it is. */
function saysUnfinished(words: string): boolean {
  if (/^(?:not (?:yet |fully |all )*(?:been )?|in)complete/.test(words)) return true;
  const rest = words.replaceAll(unfinished, '');
  return rest !== words && !finished.test(rest);
}

const done = '(?:complete[ds]?|done|finished|delivered|achieved)';
const finished = new RegExp(String.raw`\b(?:${done}|completion)\b`);

/** “not yet been fully delivered”, “partly complete”, “75% complete”, “to be completed”, “not started”. */
const unfinished = new RegExp(
  [
    String.raw`\b(?:not|\w+n't) (?:(?:yet|been|be|fully|quite|all|wholly|entirely) )*${done}\b`,
    String.raw`\b(?:incomplete|uncompleted|unfinished)\b`,
    String.raw`\b(?:part|partly|partially|nearly|almost|mostly|largely|half)[ -]${done}\b`,
    String.raw`(?<![\d.])\d\d?(?:\.\d+)? ?(?:%|per ?cent) ${done}\b`,
    String.raw`\b(?:yet|due|expected|planned|scheduled|still|will) (?:to )?(?:be )?(?:complete|completed|finished|delivered|achieved)\b`,
    String.raw`\b(?:awaiting|nearing|close to|due for) completion\b`,
    String.raw`\bnot (?:(?:yet|been) )*(?:started|begun|commenced)\b`,
    String.raw`\byet to (?:start|begin|commence)\b`,
  ].join('|'),
  'g',
);
