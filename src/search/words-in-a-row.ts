import type { WordOnPage } from './index-words.ts';
import type { WeightedPlace } from './ranking.ts';

/**
 * How much it counts that a page has words in a row: as much as a plain word where its text has them,
 * and as the fact that has them does.
 */
export function scoreInARow(
  words: readonly WordOnPage[][],
  factWeights: readonly number[],
): number | undefined {
  // One word is in a row wherever it is.
  const single = words.length === 1;
  if (
    single ? words[0]!.some((word) => word.places().length > 0) : rowInText(words) !== undefined
  ) {
    return 1;
  }
  const facts = new Set(words[0]!.flatMap((word) => word.facts()));
  const weights = [...facts]
    .filter((fact) => {
      const inFact = (word: WordOnPage) => word.placesIn(fact);
      return single || startOfRow(words.map((forms) => forms.flatMap(inFact))) !== undefined;
    })
    .map((fact) => factWeights[fact]!);
  return weights.length === 0 ? undefined : Math.max(...weights);
}

/** How many words of a page’s text are before the first place with words in a row. */
function rowInText(words: readonly WordOnPage[][]): number | undefined {
  return startOfRow(words.map((forms) => forms.flatMap((word) => word.places())));
}

/** Where in a page’s text they are: nowhere where only a fact has them. */
export function placesInARow(words: readonly WordOnPage[][]): WeightedPlace[] {
  const start = rowInText(words);
  return start === undefined ? [] : words.map((_, index) => ({ at: start + index, counts: 1 }));
}

function startOfRow([first, ...others]: readonly number[][]): number | undefined {
  return first!.find((start) =>
    others.every((places, index) => places.includes(start + index + 1)),
  );
}
