/**
 * Which pages of the index are those of actions: rows of pages, one after another, whose actions are
 * one after another too. Mostly that is one row, where a list of each would be the largest file that
 * a search fetches.
 */
export type ActionPages = [page: number, action: number, length: number][];

/** @param actions of each page, which action it is of in the order of the register, if any */
export function actionPagesOf(actions: readonly (number | undefined)[]): ActionPages {
  const rows: ActionPages = [];
  for (const [page, action] of actions.entries()) {
    if (action === undefined) continue;
    const last = rows.at(-1);
    if (last !== undefined && page === last[0] + last[2] && action === last[1] + last[2]) last[2]++;
    else rows.push([page, action, 1]);
  }
  return rows;
}

/** Which action a page is of, in the order of the register; undefined where it is of none. */
export function actionOn(page: number, pages: ActionPages): number | undefined {
  const row = pages.find(([first, , length]) => first <= page && page < first + length);
  return row && row[1] + page - row[0];
}
