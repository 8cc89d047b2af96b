import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { guidePageSchema } from './guide/guide-page.ts';
import { recordsLoader } from './register/astro-loader.ts';
import { actionSchema } from './schema/action.ts';
import { glossaryTermSchema } from './schema/glossary-term.ts';
import { organisationSchema } from './schema/organisation.ts';
import { planSchema } from './schema/plan.ts';
import { siteSchema } from './schema/site.ts';
import { topicSchema } from './schema/topic.ts';

/** One collection per kind of record, all filled from one reading of the data folder; and the guide. */
export const collections = {
  site: defineCollection({ loader: recordsLoader('site'), schema: siteSchema }),
  organisation: defineCollection({
    loader: recordsLoader('organisation'),
    schema: organisationSchema,
  }),
  term: defineCollection({ loader: recordsLoader('term'), schema: glossaryTermSchema }),
  topic: defineCollection({ loader: recordsLoader('topic'), schema: topicSchema }),
  plan: defineCollection({ loader: recordsLoader('plan'), schema: planSchema }),
  action: defineCollection({ loader: recordsLoader('action'), schema: actionSchema }),
  guide: defineCollection({
    loader: glob({ base: 'src/guide', pattern: '*.mdx' }),
    schema: guidePageSchema,
  }),
};
