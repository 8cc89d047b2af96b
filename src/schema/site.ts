import { z } from 'zod';
import { line, prose, webAddress } from './text.ts';

/** What an adopter changes first: `site.yaml`. */
export const siteSchema = z
  .strictObject({
    name: line(40).meta({ description: 'The name of the site.', examples: ['Promised to carers'] }),
    summary: line(160).meta({
      description: 'What the site is for, in one plain sentence.',
      examples: ['See what was promised to people who look after someone.'],
    }),
    url: webAddress.meta({
      description: 'The address at which the site will be published.',
      examples: ['https://carers.example.org/'],
    }),
    run_by: line(160).meta({
      description: 'Who runs the site, as a sentence ends: “This site is run by …”.',
      examples: ['Doncaster carers’ forum'],
    }),
    official: prose.meta({
      description: 'Whether the site speaks for those who made the plans. Shown on every page.',
      examples: ['It is not run by the government, the NHS or a council.'],
    }),
    contact: z.email().meta({
      description: 'The email address to write to.',
      examples: ['hello@example.org'],
    }),
    repository: webAddress.optional().meta({
      description: 'Where the records are kept, on a code-hosting site.',
      examples: ['https://github.com/example/promised-to-carers'],
    }),
  })
  .meta({ id: 'site', title: 'Site', description: 'The name, address and people of this site.' });

/** The site as an adopter writes it. */
export type SiteRecord = z.infer<typeof siteSchema>;
