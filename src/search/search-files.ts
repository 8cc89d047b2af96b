/** The folder of the index within the site; pages are fetched from it by those who search alone. */
export const indexFolder = 'pagefind';

/** In it, what the search knows before it asks the index. */
export const vocabularyFile = 'vocabulary.json';

/** In it, more words by which slips are corrected, and those that are no slips. */
export const slipWordsFile = 'slip-words.json';

/** In it, which pages of the index are those of actions. */
export const actionsFile = 'actions.json';

/** In it, what there is in the index. */
export const contentsFile = 'contents.json';

/** In it, the actions in each order. */
export const ordersFile = 'orders.json';
