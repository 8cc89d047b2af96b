import { z } from 'zod';
import { correctedFields } from '../domain/fixed-parts.ts';
import { idPattern, referencePattern } from '../domain/reference.ts';
import { needsReview } from './needs-review.ts';
import { leads, milestoneLabel } from './statement.ts';
import {
  asPattern,
  dateText,
  evenWhenFieldsAreWrong,
  line,
  prose,
  recordId,
  refusal,
  boundedDate,
} from './text.ts';

const milestone = z.strictObject({
  label: milestoneLabel,
  due: dateText.meta({
    description: 'When this stage is due, as the plan writes it.',
    examples: ['2018/19'],
  }),
});

const repair = z.strictObject({
  cell: z.enum(['action', 'lead', 'due', 'measure', 'status', 'progress', 'outcome']).meta({
    description: 'The column of the plan’s table in which the fault is.',
    examples: ['progress'],
  }),
  found: line(300).meta({ description: 'The words as they were scanned.', examples: ['neid.'] }),
  read: z.string().meta({
    description: 'The words as they are read here; empty where they were printed twice.',
    examples: ['held.'],
  }),
  why: line(300).meta({
    description: 'Why that is the right reading.',
    examples: ['The scan reads “h” as “n” here.'],
  }),
});

const correction = z.strictObject({
  date: boundedDate.meta({
    description: 'When the record was corrected.',
    examples: ['3 March 2024'],
  }),
  what: z.enum(correctedFields).meta({
    description: 'Which part of the record was wrong, by the name of its field.',
    examples: ['due'],
  }),
  why: line(400).meta({
    description: 'What was wrong, and how the right reading is known.',
    examples: ['The date was copied from the row below. Page 7 of the plan says March 2023.'],
  }),
});

const source = z.strictObject({
  row: line(20)
    .optional()
    .meta({
      description:
        'The row of the plan’s table that this was taken from, as the plan numbers it. Leave it out where the plan has no numbers.',
      examples: ['2.1'],
    }),
  outcome: line(1000)
    .optional()
    .meta({
      description: 'The outcome cell, word for word, where it differs.',
      examples: ['2.1 Libraries'],
    }),
  lead: line(600)
    .optional()
    .meta({
      description: 'The lead cell, word for word, where the plan has one.',
      examples: ['Library team and council'],
    }),
  due: line(300)
    .optional()
    .meta({
      description: 'The due date cell, word for word, where milestones are in its place.',
      examples: ['Review 2018 Delivery 2020'],
    }),
  status: line(300)
    .optional()
    .meta({
      description: 'The status cell, word for word, where it differs.',
      examples: ['Ongoing - to complete by Summer 2019'],
    }),
  note: line(800)
    .optional()
    .meta({
      description: 'A reading that needed a decision, and why.',
      examples: ['The row names no lead. The one above it does.'],
    }),
  repaired: z.array(repair).min(1).optional().meta({
    description: 'Each fault of the scan that was corrected.',
  }),
});

/** One action: `plans/<plan>/actions/<reference>.yaml`. The file’s name is its reference. */
export const actionSchema = z
  .strictObject({
    title: line(90).meta({
      description:
        'A short plain title, written for this site: who does what. At most 90 characters.',
      examples: ['Open the main library on Sundays'],
    }),
    title_from: z
      .enum(['promise'])
      .optional()
      .meta({
        description:
          'Only where an import cut the title from the promise. Take this line out once you have written a title.',
        examples: ['promise'],
      }),
    reference: line(40)
      .optional()
      .meta({
        description:
          'The number as the plan prints it, where the name of the file has to write it in another way.',
        examples: ['WB-04'],
      }),
    promise: prose.meta({
      description: 'The promise as first published, every word of it. It never changes.',
      examples: ['The council will open the main library on Sundays, from ten to four.'],
    }),
    // Whether the plan has it is asked where all outcomes are known, which also finds one by its title.
    outcome: recordId.meta({
      ...asPattern(referencePattern, idPattern),
      description: 'The outcome that it serves, by its number or name in plan.yaml.',
      examples: ['2.1'],
    }),
    leads: leads.optional().meta({
      description:
        'Who was responsible when it was first published. Left out where the plan names nobody.',
      examples: [['anytown-council', 'library-team']],
    }),
    topics: z
      .array(recordId)
      .min(1)
      .optional()
      .meta({
        description: 'What a reader would come for, by the names of files in data/topics.',
        examples: [['hospital']],
      }),
    continues: z
      .union([recordId, z.array(recordId).min(1)])
      .optional()
      .meta({
        description:
          'The action of an earlier plan that this one carries on, by its identifier, or a list of several. Write it only where the new plan or another source says so. The plan of this action has to name the earlier plan under “succeeds”.',
        examples: ['any-2-1-2'],
      }),
    due: dateText.optional().meta({
      description: 'The due date as first published and as the plan writes it. It never changes.',
      examples: ['Sept 22'],
    }),
    milestones: z.array(milestone).min(1).optional().meta({
      description: 'Instead of “due”, where the plan gives several stages with dates of their own.',
    }),
    measures: z
      .array(line(400))
      .min(1)
      .optional()
      .meta({
        description: 'How success will be measured, in the plan’s words, one entry each.',
        examples: [['More visits to the library']],
      }),
    corrections: z.array(correction).min(1).optional().meta({
      description:
        'Where this record did not say what the plan says, and was corrected. What the plan itself changed later is a report.',
    }),
    needs_review: needsReview.optional(),
    source: source.meta({ description: 'Where in the plan this is, and its own words there.' }),
  })
  .superRefine((value, context) => {
    if (value.due !== undefined && value.milestones !== undefined) {
      context.addIssue({
        ...refusal(
          'An action has either “due” or “milestones”, not both.',
          'Keep “milestones” if the stages have dates of their own. Keep “due” otherwise.',
        ),
        path: ['due'],
      });
    }
  }, evenWhenFieldsAreWrong)
  .meta({
    id: 'action',
    title: 'Action',
    description: 'One promise of a plan, as it was first published.',
  });

/** An action as an editor writes it. */
export type ActionRecord = z.infer<typeof actionSchema>;
