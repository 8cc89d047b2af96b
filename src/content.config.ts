import { existsSync } from 'node:fs';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { pagesFolder } from './domain/pages-folder.ts';
import { guidePageSchema } from './guide/guide-page.ts';
import { dataFolderName } from './records/data-folder.ts';

const ownPages = `${dataFolderName(process.env)}/${pagesFolder}`;

/**
 * What is written as pages: the site’s own, and the guide. Records are in `live.config.ts`. Each module
 * that is imported here is put through Vite before a build begins.
 */
export const collections = {
  ownPages: defineCollection({
    // Most sites have none, and Astro warns of a folder that is not there.
    loader: existsSync(ownPages) ? glob({ base: ownPages, pattern: '*.mdx' }) : () => [],
    // The lines at the head are read and checked with the records.
    schema: z.looseObject({}),
  }),
  guide: defineCollection({
    loader: glob({ base: 'src/guide', pattern: '*.mdx' }),
    schema: guidePageSchema,
  }),
};
