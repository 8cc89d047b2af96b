import { z } from 'zod';
import { statementSchema } from './statement.ts';
import {
  boundedDate,
  evenWhenFieldsAreWrong,
  line,
  recordId,
  refusal,
  webAddress,
} from './text.ts';

/** Somebody who speaks and has no record of their own. What they say is a second opinion. */
const otherSpeaker = z.strictObject({
  name: line(120).meta({
    description: 'The name of the body or group, in full. Never a private person.',
    examples: ['Anytown Residents’ Group'],
  }),
  website: webAddress.optional().meta({
    description: 'The website of the body or group.',
    examples: ['https://www.example.org/'],
  }),
});

const reportSource = z
  .strictObject({
    title: line(160).meta({
      description: 'The title of the document or page in which it can be read.',
      examples: ['Board paper 7: progress'],
    }),
    url: webAddress.optional().meta({
      description: 'The address at which the document can be read.',
      examples: ['https://www.example.org/board/2025-06/paper-7.pdf'],
    }),
    page: line(40)
      .optional()
      .meta({
        description: 'The page or section of the document.',
        examples: ['12'],
      }),
    archived: webAddress.optional().meta({
      description: 'The address of a copy in a web archive, which lasts if the document is moved.',
      examples: ['https://web.archive.org/web/2025/https://www.example.org/paper-7.pdf'],
    }),
    not_published: z
      .literal('true')
      .optional()
      .meta({
        description:
          'Write  not_published: true  where the document cannot be read by everyone. Then “note” says what it is.',
        examples: ['true'],
      }),
    note: line(600)
      .optional()
      .meta({
        description: 'What sort of document it is, or how its date is known.',
        examples: ['An email from the hospital to the council.'],
      }),
  })
  .superRefine((value, context) => {
    if (value.not_published === undefined) return;
    if (value.url !== undefined) {
      context.addIssue({
        ...refusal(
          'This source has an address and says that it was not published.',
          'Keep “url” if everyone can read the document there. Keep “not_published” if not.',
        ),
        path: ['not_published'],
      });
    }
    if (value.note === undefined) {
      context.addIssue({
        ...refusal(
          'This source was not published, and nothing says what it is.',
          'Add a line that says what it is, such as  note: An email from the hospital to the council.',
          'Say what it is, such as An email from the hospital to the council.',
        ),
        path: ['note'],
      });
    }
  }, evenWhenFieldsAreWrong);

/** A report that did not say here what it says in its document, and was corrected. */
const reportCorrection = z.strictObject({
  date: boundedDate.meta({
    description: 'When this record was corrected.',
    examples: ['3 March 2024'],
  }),
  action: recordId.optional().meta({
    description:
      'The number of the action whose lines were wrong. Left out for the report as a whole.',
    examples: ['2.1.2'],
  }),
  why: line(400).meta({
    description: 'What was wrong, and how the right reading is known.',
    examples: ['We gave the progress of the row below. Page 7 of the paper has the right one.'],
  }),
});

/**
 * One dated statement by somebody about one or many actions of a plan:
 * `plans/<plan>/reports/<date>[-<words>].yaml`. The date in the file’s name is that of `reported`.
 */
export const reportSchema = z
  .strictObject({
    reported: boundedDate.meta({
      description: 'When this was reported: a day, or a month where no day is known.',
      examples: ['June 2025'],
    }),
    dated_by: line(600)
      .optional()
      .meta({
        description: 'How that date is known, where the document does not give it.',
        examples: [
          'The text speaks of a meeting on 3 March as past, and of 1 April as still to come.',
        ],
      }),
    title: line(120)
      .optional()
      .meta({
        description:
          'What the report is called on this site, for example the name of a progress round.',
        examples: ['Progress update, July 2019'],
      }),
    by: z
      .union([recordId, otherSpeaker])
      .optional()
      .meta({
        description:
          'Who reports: an organisation, by its file’s name. Left out if it is the publisher of the plan. A body without a record is written with its name.',
        examples: ['library-team'],
      }),
    source: reportSource.optional().meta({
      description: 'Where it can be read, so that anybody can check it.',
    }),
    actions: z
      .record(z.string(), statementSchema)
      .superRefine((actions, context) => {
        if (Object.keys(actions).length > 0) return;
        context.addIssue(
          refusal(
            'This report is about no action.',
            'Add the number of an action in quotation marks, and under it what was reported:\nactions:\n  "2.1.2":\n    status: in progress',
            'Choose the action that it is about.',
          ),
        );
      })
      .meta({
        description:
          'What is reported about each action, under the number that the action has in the plan, in quotation marks.',
        examples: [{ '2.1.2': { status: 'in progress' } }],
      }),
    corrections: z.array(reportCorrection).min(1).optional().meta({
      description:
        'Where this record did not say what its document says, and was corrected. News is a new report.',
    }),
  })
  .meta({
    id: 'report',
    title: 'Report',
    description: 'One dated statement by somebody about one or many actions of a plan.',
  });

/** A report as an editor writes it. */
export type ReportRecord = z.infer<typeof reportSchema>;
