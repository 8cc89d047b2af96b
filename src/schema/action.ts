import { z } from 'zod';
import { fixedFields } from '../domain/fixed-parts.ts';
import { statusNames } from '../domain/status.ts';
import { idPattern, referencePattern } from '../domain/reference.ts';
import { needsReview } from './needs-review.ts';
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

export const leadRoles = ['lead', 'partner'] as const;

export const ragRatings = ['red', 'amber', 'green'] as const;
export type RagRating = (typeof ragRatings)[number];

const lead = z
  .union([
    recordId,
    z.strictObject({
      organisation: recordId.meta({
        description: 'The organisation, by its file’s name.',
        examples: ['carers-uk'],
      }),
      role: z
        .enum(leadRoles)
        .default('lead')
        .meta({
          description: 'A lead is responsible. A partner works with the lead.',
          examples: ['partner'],
        }),
    }),
  ])
  .meta({
    description: 'An organisation by its file’s name, or with a role beside it.',
    examples: ['nhs-england'],
  });

const leads = z.array(lead).min(1);

const status = z.enum(statusNames).meta({
  description: 'How far it has got. The guide page “What each status means” explains each.',
  examples: ['in progress'],
});

const milestoneLabel = line(120).meta({
  description: 'What this stage is called, in the plan’s words.',
  examples: ['Phase 1'],
});

const milestone = z.strictObject({
  label: milestoneLabel,
  due: dateText.meta({
    description: 'When this stage is due, as the plan writes it.',
    examples: ['2018/19'],
  }),
});

const milestoneReport = z.strictObject({
  label: milestoneLabel,
  status: status.optional(),
  due: dateText.optional().meta({
    description: 'The new due date of this stage, if it moved. Give a reason too.',
    examples: ['March 2023'],
  }),
});

/** Also asked where the field was refused for its shape, so it may be anything. */
function stageMoved(stages: unknown): string | undefined {
  if (!Array.isArray(stages)) return undefined;
  return (stages as ({ due?: string } | undefined)[]).find((stage) => stage?.due)?.due;
}

const nothingSaid = refusal(
  'This update says nothing but its date.',
  'Add what was reported, such as  status: in progress  or  text: The first talks were held.',
  'Choose a status, or write what was reported, such as The first talks were held.',
);

/** One report on an action, as it stands in the list `updates` of its record. */
export const updateSchema = z
  .strictObject({
    reported: boundedDate.meta({
      description: 'When this was reported: a month or a day.',
      examples: ['March 2022'],
    }),
    status: status.optional(),
    status_text: line(300)
      .optional()
      .meta({
        description: 'The report’s own words for the status, all of them.',
        examples: ['Ongoing – expected to complete May 2020'],
      }),
    rag: z
      .enum(ragRatings)
      .optional()
      .meta({
        description: 'A red, amber or green rating, only where the report gives one.',
        examples: ['amber'],
      }),
    text: prose.optional().meta({
      description: 'What was reported, in the report’s own words, all of them.',
      examples: ['Initial discussions taken place around amendments to discharge policy.'],
    }),
    merged_into: recordId.optional().meta({
      description: 'With status: merged. The identifier of the action that goes on.',
      examples: ['nat-4-3'],
    }),
    due: dateText.optional().meta({
      description: 'The new due date, if it moved. Give a reason too.',
      examples: ['March 2023'],
    }),
    leads: leads.optional().meta({
      description: 'The new leads, all of them, if they changed. Give a reason too.',
      examples: [['dbth', 'rdash']],
    }),
    reason: line(400)
      .optional()
      .meta({
        description: 'Why a date or lead changed, or why the action was withdrawn.',
        examples: ['The hospital asked for more time to train its staff.'],
      }),
    milestones: z.array(milestoneReport).min(1).optional().meta({
      description: 'How far each stage has got, for an action that has milestones.',
    }),
  })
  .superRefine((value, context) => {
    const { reported, reason, ...said } = value;
    const isEmpty = [reason, ...Object.values(said)].every((part) => part === undefined);
    if (reported !== undefined && isEmpty) context.addIssue({ ...nothingSaid, path: ['text'] });
    const moved = value.due ?? value.leads ?? stageMoved(value.milestones);
    if (moved !== undefined && value.reason === undefined) {
      context.addIssue({
        ...refusal(
          'This update moves a date or changes the leads, and gives no reason.',
          'Add a line that says why, such as  reason: The hospital asked for more time.',
          'Write why, such as The hospital asked for more time.',
        ),
        path: ['reason'],
      });
    }
    if (value.status === 'withdrawn' && value.reason === undefined) {
      context.addIssue({
        ...refusal(
          'This update withdraws the action, and gives no reason.',
          'Add a line that says why, such as  reason: The fund was closed.',
          'Write why, such as The fund was closed.',
        ),
        path: ['reason'],
      });
    }
    if (value.status === 'merged' && value.merged_into === undefined) {
      context.addIssue({
        ...refusal(
          'This update merges the action, and does not say into which.',
          'Add a line with the identifier of the action that goes on, such as  merged_into: nat-4-3',
          'Write the identifier of the action that goes on, such as nat-4-3',
        ),
        path: ['merged_into'],
      });
    }
    if (value.merged_into !== undefined && value.status !== 'merged') {
      context.addIssue({
        ...refusal(
          '“merged_into” goes only with the status “merged”.',
          'Write  status: merged  in this update, or take the line “merged_into” out.',
        ),
        path: ['merged_into'],
      });
    }
  }, evenWhenFieldsAreWrong);

const repair = z.strictObject({
  cell: z.enum(['action', 'lead', 'due', 'measure', 'status', 'progress', 'outcome']).meta({
    description: 'The column of the plan’s table in which the fault stands.',
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
    description: 'When the record was put right.',
    examples: ['3 March 2024'],
  }),
  what: z.enum(fixedFields).meta({
    description: 'Which part of the record was wrong, by the name of its field.',
    examples: ['due'],
  }),
  why: line(400).meta({
    description: 'What was wrong, and how the right reading is known.',
    examples: ['The date was copied from the row below. Page 7 of the plan says March 2023.'],
  }),
});

const source = z.strictObject({
  row: line(20).meta({
    description: 'The row of the plan’s table that this was taken from.',
    examples: ['2.1'],
  }),
  outcome: line(1000)
    .optional()
    .meta({
      description: 'The outcome cell, word for word, where it differs.',
      examples: ['2.1 Carers in hospital'],
    }),
  lead: line(600)
    .optional()
    .meta({
      description: 'The lead cell, word for word, where the plan has one.',
      examples: ['DBTH RDaSH NHS England'],
    }),
  due: line(300)
    .optional()
    .meta({
      description: 'The due date cell, word for word, where milestones stand in its place.',
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
    description: 'Each fault of the scan that was put right.',
  }),
});

/** One action: `plans/<plan>/actions/<reference>.yaml`. The file’s name is its reference. */
export const actionSchema = z
  .strictObject({
    title: line(90).meta({
      description:
        'A short plain title, written for this site: who does what for carers. At most 90 characters.',
      examples: ['Recognise carers at every step of a hospital stay'],
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
      examples: [
        'Health services will align policies and practice to ensure that carers are recognised.',
      ],
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
      examples: [['dbth', 'rdash', 'nhs-england']],
    }),
    topics: z
      .array(recordId)
      .min(1)
      .optional()
      .meta({
        description: 'What a carer would come for, by the names of files in data/topics.',
        examples: [['hospital']],
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
        examples: [['Carer satisfaction improved']],
      }),
    updates: z.array(updateSchema).min(1).optional().meta({
      description:
        'Everything that was reported since, oldest first. Add at the end; never change an old one.',
    }),
    corrections: z.array(correction).min(1).optional().meta({
      description:
        'Where this record did not say what the plan says, and was put right. What the plan itself changed later is an update.',
    }),
    needs_review: needsReview.optional(),
    source: source.meta({ description: 'Where in the plan this stands, and its own words there.' }),
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
    description: 'One promise of a plan, and what became of it.',
  });

/** An action as an editor writes it. */
export type ActionRecord = z.infer<typeof actionSchema>;
export type UpdateRecord = NonNullable<ActionRecord['updates']>[number];
export type LeadEntry = NonNullable<ActionRecord['leads']>[number];
