/** Links with this many letters in a row fill the screen of a phone. More would be a wall of text. */
const mostLetters = 800;

/**
 * What a list of links is called where it is too long to be open: “50 plans”. Undefined where it is
 * not.
 *
 * @param what the links lead to: “plans”
 */
export function foldedAs(titles: readonly string[], what: string): string | undefined {
  const letters = titles.reduce((sum, title) => sum + title.length, 0);
  return letters > mostLetters ? `${titles.length} ${what}` : undefined;
}
