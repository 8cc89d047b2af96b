/**
 * How many pages of an index are named together. A search knows where every page is before it knows
 * which ones it shows, so a name for each would be most of what it fetches.
 */
export const pagesTogether = 16;

/**
 * What the index calls a page, and its file: by its number, and by what all pages that are named with
 * it say, so that a name changes when the page does.
 *
 * @param start what all names start with: `en_`
 * @param together stands for what the pages that are named together say
 */
export function pageName(start: string, together: string, page: number): string {
  return `${start}${together}_${page}`;
}
