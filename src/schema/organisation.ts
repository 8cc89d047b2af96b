import { z } from 'zod';
import { basis } from './basis.ts';
import { line, prose, recordId, webAddress } from './text.ts';

/** What sort of body an organisation may be. */
export const organisationKinds = [
  'council',
  'government',
  'nhs',
  'regulator',
  'charity',
  'university',
  'business',
  'group',
  'team',
  'role',
  'sector',
  'other',
] as const;

/** Someone who leads or takes part in an action: `organisations/<id>.yaml`. */
export const organisationSchema = z
  .strictObject({
    name: line(120).meta({
      description:
        'Its name in everyday use. A role or team keeps the name that the plan gives it.',
      examples: ['NHS England'],
    }),
    short_name: line(30)
      .optional()
      .meta({ description: 'Its abbreviation or short form, if it has one.', examples: ['NHSE'] }),
    kind: z.enum(organisationKinds).meta({
      description:
        'What sort of body it is. A group is a board or committee. A team is a part of a body. A role is one person’s job. A sector is a whole kind of body, such as “Housing”.',
      examples: ['nhs'],
    }),
    part_of: recordId.optional().meta({
      description: 'The organisation that it belongs to, where that is known.',
      examples: ['anytown-council'],
    }),
    other_names: z
      .array(line(120))
      .min(1)
      .optional()
      .meta({
        description: 'Other ways in which the plans write its name, exactly as printed.',
        examples: [['Library team', 'Libary Team']],
      }),
    website: webAddress
      .optional()
      .meta({ description: 'Its own website.', examples: ['https://www.england.nhs.uk/'] }),
    about: prose.meta({
      description:
        'What it is, in one or two plain sentences. If nobody says what it is, say that.',
      examples: ['NHS England leads the National Health Service in England.'],
    }),
    basis,
  })
  .meta({
    id: 'organisation',
    title: 'Organisation',
    description: 'A body, team, group or role that leads or takes part in an action.',
  });

/** An organisation as an editor writes it. */
export type OrganisationRecord = z.infer<typeof organisationSchema>;
