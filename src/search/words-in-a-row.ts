import { factsWith, placesInFact, spotsOf, type PageTable } from './index-words.ts';
import type { WeightedPlace } from './ranking.ts';

/**
 * How much it counts that a page has words in a row: as much as a plain word where its text has them,
 * and as the fact that has them does.
 */
export function scoreInARow(
  words: readonly PageTable[][],
  factWeights: readonly number[],
): number | undefined {
  // One word is in a row wherever it is.
  const single = words.length === 1;
  if (single ? words[0]!.some(([, places]) => places.length > 0) : rowInText(words) !== undefined) {
    return 1;
  }
  const facts = new Set(words[0]!.flatMap(factsWith));
  const weights = [...facts]
    .filter((fact) => {
      const inFact = (table: PageTable) => placesInFact(table, fact);
      return single || startOfRow(words.map((tables) => tables.flatMap(inFact))) !== undefined;
    })
    .map((fact) => factWeights[fact]!);
  return weights.length === 0 ? undefined : Math.max(...weights);
}

/** How many words of a page’s text are before the first place with words in a row. */
function rowInText(words: readonly PageTable[][]): number | undefined {
  return startOfRow(words.map((tables) => tables.flatMap(spotsOf).map(({ at }) => at)));
}

/** Where in a page’s text they are: nowhere where only a fact has them. */
export function placesInARow(words: readonly PageTable[][]): WeightedPlace[] {
  const start = rowInText(words);
  return start === undefined ? [] : words.map((_, index) => ({ at: start + index, counts: 1 }));
}

function startOfRow([first, ...others]: readonly number[][]): number | undefined {
  return first!.find((start) =>
    others.every((places, index) => places.includes(start + index + 1)),
  );
}
