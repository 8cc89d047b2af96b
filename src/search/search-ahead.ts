/**
 * Runs before the search page’s own script, which is fifty times as large: where the address asks for
 * something, what every search needs is on its way while that script comes.
 */
import { fetchAhead } from './index-ahead.ts';
import { contentsFile, indexFolder, vocabularyFile } from './search-files.ts';

if (location.search !== '') {
  const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
  fetchAhead(`${base}${indexFolder}/`, [contentsFile, vocabularyFile]);
}
