import { defineLiveCollection } from 'astro:content';
import { recordsLoader } from './register/records-loader.ts';
import { forEachKind } from './schema/kinds.ts';

/**
 * One collection per kind of record. They are live ones, because Astro’s store of the others goes
 * through a file and a module, which takes long and much memory where there are thousands. They have
 * no schema: all records were held against theirs when they were read.
 */
export const collections = forEachKind((kind) =>
  defineLiveCollection({ loader: recordsLoader(kind) }),
);
