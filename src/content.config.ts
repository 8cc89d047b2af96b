import { existsSync } from 'node:fs';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { guidePageSchema } from './guide/guide-page.ts';
import { dataFolderName } from './records/data-folder.ts';
import { pageSchema } from './schema/page.ts';
import { kinds } from './schema/kinds.ts';

const ownPages = `${dataFolderName(process.env)}/${kinds.page.home.folder}`;

/** What is written as pages: the site’s own, and the guide. Records are in `live.config.ts`. */
export const collections = {
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
