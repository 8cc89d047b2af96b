import { existsSync } from 'node:fs';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { guidePageSchema } from './guide/guide-page.ts';
import { recordsLoader } from './register/astro-loader.ts';
import { dataFolderName } from './records/data-folder.ts';
import { pageSchema } from './schema/page.ts';
import { forEachKind, kinds } from './schema/kinds.ts';

const ownPages = `${dataFolderName(process.env)}/${kinds.page.home.folder}`;

/** One collection per kind of record, all filled from one reading of the data folder; and the guide. */
export const collections = {
  ...forEachKind((kind) =>
    defineCollection({ loader: recordsLoader(kind), schema: kinds[kind].schema }),
  ),
  ownPages: defineCollection({
    // Most sites have none, and Astro warns of a folder that is not there.
    loader: existsSync(ownPages) ? glob({ base: ownPages, pattern: '*.mdx' }) : () => [],
    schema: pageSchema.omit({ body: true }),
  }),
  guide: defineCollection({
    loader: glob({ base: 'src/guide', pattern: '*.mdx' }),
    schema: guidePageSchema,
  }),
};
