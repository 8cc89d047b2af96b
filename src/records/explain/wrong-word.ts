import { nearest } from '../../domain/nearest.ts';
import { capitalised } from '../../domain/words.ts';
import { ragRatings } from '../../schema/statement.ts';
import { asField } from '../yaml/as-yaml.ts';
import { fieldInWords, type Asked, type Explanation, type IssueOf } from './explanation.ts';
import { choiceAtStart, choiceInFirstWords, choiceMeant } from './words-meant.ts';
import { explainWrongSort } from './wrong-sort.ts';

/** A word that is not in the closed list of its field, or a list or fields where such a word belongs. */
export function explainWrongWord(issue: IssueOf<'invalid_value'>, asked: Asked): Explanation {
  const { path, input } = issue;
  const words = issue.values.map(String);
  if (typeof input === 'object' && input !== null) {
    const sort = explainWrongSort({ ...issue, code: 'invalid_type', expected: 'string' }, asked);
    return { ...sort, advice: `${sort.advice}\nUse one of: ${words.join(', ')}.` };
  }
  const typed = String(input);
  const about = { path: [...path], about: 'value' as const };
  const rating = path.at(-1) === 'status' ? ratingIn(typed) : undefined;
  if (rating !== undefined) return { ...about, ...ratingAsStatus(typed, rating, words, path) };
  if (path.at(-1) === 'rag' && !asked.labels && noRating.test(typed)) {
    return { ...about, ...notOneRating(typed, words) };
  }
  const name = fieldInWords(path, asked);
  const meant = choiceMeant(typed, words) ?? choiceAtStart(typed, words);
  const offered = meant ?? nearest(typed, words);
  const begins = offered ?? choiceInFirstWords(typed, words);
  const isSentence = offered === undefined && typed.trim().includes(' ');
  const didYouMean =
    offered !== undefined
      ? `Did you mean “${offered}”? `
      : begins !== undefined && !hasOwnWords(path)
        ? `Did you mean “${begins}”? `
        : begins !== undefined
          ? `Write “${begins}” if that is right for all of it. `
          : '';
  const keeps =
    (meant !== undefined || isSentence) && hasOwnWords(path)
      ? ` To keep the report’s own ${typed.includes(' ') ? 'words' : 'word'}, add a line  ${asField('status_text', typed)}`
      : '';
  return {
    ...about,
    message:
      typed === ''
        ? `${capitalised(name)} is empty.`
        : `“${typed}” is not one of the words for ${name}.`,
    advice: `${didYouMean}${offered === undefined && begins !== undefined && hasOwnWords(path) ? 'Otherwise use' : 'Use'} one of: ${words.join(', ')}.${keeps}`,
  };
}

/** The rating that somebody wrote in the place of a status. */
function ratingIn(typed: string): string | undefined {
  const word = typed.trim().toLowerCase();
  return ragRatings.find((rating) => rating === word || `rag ${rating}` === word);
}

function ratingAsStatus(
  typed: string,
  rating: string,
  words: readonly string[],
  path: readonly PropertyKey[],
): Pick<Explanation, 'message' | 'why' | 'advice'> {
  const keeps = hasOwnWords(path)
    ? ` Keep the rating on a separate line:  ${asField('rag', rating)}`
    : '';
  return {
    message: `“${typed}” is a rating and not a status.`,
    why: 'A green rating means that things are going to plan. It does not say that they are done.',
    advice: `Ask what the status is, and use one of: ${words.join(', ')}.${keeps}`,
  };
}

/** Two ratings, or the blue that some reports have for what is done. */
const noRating =
  /^(?:(?:red|amber|green|r|a|g)\s*(?:\/|-|to|and|&)\s*(?:red|amber|green|r|a|g)|(?:rag )?blue|b)$/i;

function notOneRating(
  typed: string,
  words: readonly string[],
): Pick<Explanation, 'message' | 'advice'> {
  const isBlue = /b/i.test(typed) && !typed.includes('/') && !/amber/i.test(typed);
  return {
    message: isBlue
      ? `“${typed}” is not one of the ratings: ${words.join(', ')}.`
      : `“${typed}” is two ratings, and one is needed.`,
    advice: `Take “rag” out, and keep the report’s own words on a separate line:  ${asField('status_text', typed)}${isBlue ? '\nMany reports give blue to what is done. If this one does, write  status: complete' : ''}`,
  };
}

/** Whether a status is one that was reported of an action, beside which its own words can be kept. */
function hasOwnWords(path: readonly PropertyKey[]): boolean {
  return path.at(-1) === 'status' && path.at(-3) === 'actions';
}
