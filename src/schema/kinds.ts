import { z } from 'zod';
import { pagesFolder } from '../domain/pages-folder.ts';
import { actionSchema } from './action.ts';
import { glossaryTermSchema } from './glossary-term.ts';
import { organisationSchema } from './organisation.ts';
import { pageSchema } from './page.ts';
import { planSchema } from './plan.ts';
import { reportSchema } from './report.ts';
import { siteSchema } from './site.ts';
import { topicSchema } from './topic.ts';

/**
 * Where the records of a kind are kept: one file in the data folder itself, a folder of records, one
 * file in the folder of each plan, or a folder of records in that of each plan.
 */
export type Home =
  | { file: string }
  | { folder: string; ending?: '.mdx' }
  | { planFile: string }
  | { planFolder: string };

interface KindOfRecord {
  schema: z.ZodObject;
  home: Home;
  /** What one is called in a sentence: “an action”. */
  name: string;
  /** What a certain one is called, before its name: “the action”. */
  called: string;
}

/**
 * Every kind of record: what it may say, where it is kept and what it is called. Readers, places of
 * records, Astro’s live collections, the schemas for editors and the summary of a change follow from
 * this. A new kind is a schema here, and then whatever the register and the pages make of it
 * (`register/link.ts`).
 */
export const kinds = {
  site: {
    schema: siteSchema,
    home: { file: 'site.yaml' },
    name: 'the site',
    called: 'the site’s own record',
  },
  organisation: {
    schema: organisationSchema,
    home: { folder: 'organisations' },
    name: 'an organisation',
    called: 'the organisation',
  },
  term: {
    schema: glossaryTermSchema,
    home: { folder: 'glossary' },
    name: 'a glossary entry',
    called: 'the glossary entry',
  },
  topic: {
    schema: topicSchema,
    home: { folder: 'topics' },
    name: 'a topic',
    called: 'the topic',
  },
  page: {
    schema: pageSchema,
    home: { folder: pagesFolder, ending: '.mdx' },
    name: 'a page',
    called: 'the page',
  },
  plan: {
    schema: planSchema,
    home: { planFile: 'plan.yaml' },
    name: 'a plan',
    called: 'the plan',
  },
  action: {
    schema: actionSchema,
    home: { planFolder: 'actions' },
    name: 'an action',
    called: 'the action',
  },
  report: {
    schema: reportSchema,
    home: { planFolder: 'reports' },
    name: 'a report',
    called: 'the report',
  },
} as const satisfies Record<string, KindOfRecord>;

/** The name of a kind of record. */
export type Kind = keyof typeof kinds;

/** The names of all kinds, in the order of the table. */
export const kindNames = Object.keys(kinds) as Kind[];

/** What one file of each kind holds, as its editor typed it. */
export type RecordOf = { [K in Kind]: z.infer<(typeof kinds)[K]['schema']> };

/** The same made for each kind, by its name. */
export function forEachKind<T>(make: (kind: Kind) => T): { [K in Kind]: T } {
  return Object.fromEntries(kindNames.map((kind) => [kind, make(kind)])) as { [K in Kind]: T };
}

/** Whether records of a kind are YAML throughout, so that editing programs can check them as YAML. */
export function isYaml(kind: Kind): boolean {
  return !('ending' in kinds[kind].home);
}

/** What the schema of a kind is called in addresses and file names: `action`, `glossary-term`. */
export function schemaName(kind: Kind): string {
  return kinds[kind].schema.meta()!.id!;
}
