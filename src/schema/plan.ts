import { z } from 'zod';
import { needsReview } from './needs-review.ts';
import {
  endOfPlan,
  line,
  localReference,
  prose,
  asPattern,
  recordId,
  refusal,
  boundedDate,
  webAddress,
} from './text.ts';

const codePattern = /^[a-z][a-z0-9]{1,7}$/;

const outcome = z.strictObject({
  id: localReference.meta({
    description:
      'The outcome’s number in the plan, or a short lasting name where the plan gives no number. It makes the address.',
    examples: ['2.1'],
  }),
  title: line(60).meta({
    description: 'A short plain title, written for this site.',
    examples: ['Respected as expert partners'],
  }),
  wording: prose.meta({
    description: 'The outcome in the plan’s own words, all of them.',
    examples: ['Everybody in the town can learn and meet others.'],
  }),
});

const theme = z.strictObject({
  id: localReference.meta({
    description: 'The theme’s number in the plan, or a short lasting name. It makes the address.',
    examples: ['2'],
  }),
  title: line(80).meta({
    description: 'The theme’s heading in the plan.',
    examples: ['Recognition'],
  }),
  outcomes: z
    .array(outcome)
    .min(1)
    .meta({ description: 'The outcomes of this theme, in the plan’s order.' }),
});

const correction = z.strictObject({
  date: boundedDate.meta({
    description: 'When the record was corrected.',
    examples: ['3 March 2024'],
  }),
  outcome: recordId.meta({
    description: 'Which outcome was wrong, by its number or name.',
    examples: ['2.1'],
  }),
  why: line(400).meta({
    description: 'What was wrong, and how the right reading is known.',
    examples: ['A line of the wording was missing. It is on page 7 of the plan.'],
  }),
});

/** One published plan: `plans/<plan>/plan.yaml`. Its actions are files of their own. */
export const planSchema = z
  .strictObject({
    title: line(120).meta({
      description: 'The plan’s title.',
      examples: ['Anytown Libraries Plan'],
    }),
    short_title: line(40).meta({
      description: 'A short form of the title, for menus.',
      examples: ['Anytown plan'],
    }),
    code: z
      .string()
      .superRefine((text, context) => {
        if (codePattern.test(text)) return;
        context.addIssue(
          refusal(
            `“${text}” cannot be a plan’s code.`,
            'Use two to eight small letters and digits that start with a letter, such as any or any28.',
          ),
        );
      })
      .meta({
        ...asPattern(codePattern),
        description:
          'Two to eight small letters and digits. It starts every identifier of the plan and is never used again for another plan.',
        examples: ['any'],
      }),
    publisher: recordId.meta({
      description: 'The organisation that published the plan.',
      examples: ['anytown-council'],
    }),
    area: line(60).meta({ description: 'Where the plan applies.', examples: ['Anytown'] }),
    within: line(60)
      .optional()
      .meta({
        description:
          'The larger area that this one is part of, as another plan on this site has it. Readers who choose this area then see the promises of both.',
        examples: ['England'],
      }),
    subject: line(60)
      .optional()
      .meta({
        description:
          'What the plan is about, in one or two words, where the site has plans on several subjects. Write the same words in every plan on that subject. Plans are then listed and filtered by it.',
        examples: ['Libraries'],
      }),
    period: z
      .strictObject({
        from: boundedDate.meta({
          description: 'When the plan begins. No update may be dated before it.',
          examples: ['April 2022'],
        }),
        to: endOfPlan.meta({ description: 'When the plan ends.', examples: ['April 2023'] }),
        note: line(400)
          .optional()
          .meta({
            description: 'How this is known, where the plan does not say it.',
            examples: ['The plan names its first year only.'],
          }),
      })
      .meta({ description: 'The time that the plan is for.' }),
    summary: prose.meta({
      description: 'What the plan is and whom it is for, in plain words.',
      examples: ['What the council will do for the libraries of the town.'],
    }),
    source: z
      .strictObject({
        title: line(160).meta({
          description: 'The title of the document.',
          examples: ['Anytown Libraries Plan: one year on'],
        }),
        published: boundedDate.optional().meta({
          description: 'When the document was published, if it is known.',
          examples: ['July 2019'],
        }),
        url: webAddress.optional().meta({
          description: 'Where the document can be read.',
          examples: ['https://www.example.org/libraries-plan'],
        }),
        note: line(600)
          .optional()
          .meta({
            description: 'What sort of document it is.',
            examples: ['A table of actions with their progress.'],
          }),
      })
      .meta({ description: 'The document that the records were taken from.' }),
    licence: z
      .strictObject({
        name: line(80).meta({
          description: 'The licence under which the words may be used again, or “Not stated”.',
          examples: ['Open Government Licence v3.0'],
        }),
        url: webAddress.optional().meta({
          description: 'Where the licence can be read.',
          examples: ['https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/'],
        }),
        note: line(300)
          .optional()
          .meta({
            description: 'One sentence more.',
            examples: ['The plan itself names no licence.'],
          }),
      })
      .meta({ description: 'On what terms the plan’s words may be used again.' }),
    reported: z
      .strictObject({
        date: boundedDate.meta({
          description: 'How far the plan’s own progress reports go.',
          examples: ['March 2022'],
        }),
        ground: line(600).meta({
          description: 'How that date is known.',
          examples: ['The document was published in July 2019.'],
        }),
      })
      .meta({ description: 'The date of the newest progress report.' }),
    statuses: prose.meta({
      description: 'How the plan’s own words for progress were read as statuses.',
      examples: ['“Delivered” is read as complete, “On track” as in progress.'],
    }),
    succeeds: recordId.optional().meta({
      description:
        'The plan that this one follows, by the name of its folder: one plan only. Actions of this plan may then name those that they carry on, under “continues”.',
      examples: ['anytown'],
    }),
    needs_review: needsReview.optional(),
    themes: z.array(theme).min(1).meta({ description: 'The plan’s themes, in order.' }),
    corrections: z.array(correction).min(1).optional().meta({
      description: 'Where an outcome did not say here what the plan says, and was corrected.',
    }),
  })
  .meta({
    id: 'plan',
    title: 'Plan',
    description: 'A published plan, its themes and its outcomes.',
  });

/** A plan as an editor writes it. */
export type PlanRecord = z.infer<typeof planSchema>;
