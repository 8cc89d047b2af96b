import type { LiveLoader } from 'astro/loaders';
import type { Kind } from '../schema/kinds.ts';
import { forPages } from './for-pages.ts';

/** What a page is told that asks for records while those in the folder have problems. */
const unsound = 'The records have problems. The terminal tells all of them.';

/** Gives pages the sound records of one kind, as an integration read them. */
export function recordsLoader(kind: Kind): LiveLoader {
  const entries = () =>
    forPages.records?.[kind].map(({ id, value }) => ({ id, data: { ...value } }));
  return {
    name: `records-${kind}`,
    loadCollection: () => {
      const all = entries();
      return Promise.resolve(all === undefined ? { error: new Error(unsound) } : { entries: all });
    },
    loadEntry: ({ filter }) => Promise.resolve(entries()?.find(({ id }) => id === filter['id'])),
  };
}
