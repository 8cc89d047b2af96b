import { defineLiveCollection } from 'astro:content';
import { recordsLoader } from './register/records-loader.ts';
import { forEachKind, kinds } from './schema/kinds.ts';

/**
 * One collection per kind of record. They are live ones, because Astro’s store of the others goes
 * through a file and a module, which takes long and much memory where there are thousands.
 */
export const collections = forEachKind((kind) =>
  defineLiveCollection({ loader: recordsLoader(kind), schema: kinds[kind].schema }),
);
