/**
 * Runs as soon as it is there, before the page is read to its end and long before the search page’s own
 * script, which is a hundred times as large: where the address asks for something, what every search
 * needs is on its way while that script comes.
 */
import { fetchAhead } from './index-ahead.ts';
import { contentsFile, indexFolder, vocabularyFile } from './search-files.ts';

if (location.search !== '') {
  const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
  fetchAhead(`${base}${indexFolder}/`, [contentsFile, vocabularyFile]);
}
