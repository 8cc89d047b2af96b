import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { guidePageSchema } from './guide/guide-page.ts';
import { recordsLoader } from './register/astro-loader.ts';
import { forEachKind, kinds } from './schema/kinds.ts';

/** One collection per kind of record, all filled from one reading of the data folder; and the guide. */
export const collections = {
  ...forEachKind((kind) =>
    defineCollection({ loader: recordsLoader(kind), schema: kinds[kind].schema }),
  ),
  guide: defineCollection({
    loader: glob({ base: 'src/guide', pattern: '*.mdx' }),
    schema: guidePageSchema,
  }),
};
