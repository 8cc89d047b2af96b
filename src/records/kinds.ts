import type { z } from 'zod';
import { actionSchema } from '../schema/action.ts';
import { glossaryTermSchema } from '../schema/glossary-term.ts';
import { organisationSchema } from '../schema/organisation.ts';
import { planSchema } from '../schema/plan.ts';
import { siteSchema } from '../schema/site.ts';
import { topicSchema } from '../schema/topic.ts';
import type { Kind } from './records.ts';

/** Every kind of record: its schema, and what it is called in a sentence. */
export const kinds: Record<Kind, { schema: z.ZodType; name: string }> = {
  site: { schema: siteSchema, name: 'the site' },
  organisation: { schema: organisationSchema, name: 'an organisation' },
  term: { schema: glossaryTermSchema, name: 'a glossary entry' },
  topic: { schema: topicSchema, name: 'a topic' },
  plan: { schema: planSchema, name: 'a plan' },
  action: { schema: actionSchema, name: 'an action' },
};
