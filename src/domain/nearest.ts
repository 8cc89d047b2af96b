import { closest, distance } from 'fastest-levenshtein';

/**
 * The one of `choices` that `typed` most likely stands for, or undefined where none is near enough
 * to be offered: at most a third of its letters may differ.
 */
export function nearest(typed: string, choices: readonly string[]): string | undefined {
  if (choices.length === 0 || typed === '') return undefined;
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replaceAll(/[“”"‘’']/g, '')
      .replaceAll(/[\s_.-]+/g, '-');
  const match = closest(plain(typed), choices.map(plain));
  const choice = choices.find((candidate) => plain(candidate) === match)!;
  const apart = distance(plain(typed), match);
  // Two letters that changed places are one slip of the fingers.
  const swapped = apart === 2 && sorted(plain(typed)) === sorted(match);
  return swapped || apart <= Math.max(1, Math.floor(match.length / 3)) ? choice : undefined;
}

function sorted(text: string): string {
  return [...text].sort().join('');
}

/** “Did you mean …?” and what may be written, for a message about a name that does not exist. */
export function offer(typed: string, choices: readonly string[], otherwise: string): string {
  const match = nearest(typed, choices);
  return match === undefined ? otherwise : `Did you mean “${match}”?`;
}
