import { z } from 'zod';
import { statusNames } from '../domain/status.ts';
import {
  boundedDate,
  evenWhenFieldsAreWrong,
  line,
  movedDate,
  prose,
  recordId,
  refusal,
} from './text.ts';

/** Whether somebody is responsible, or works with who is. */
export const leadRoles = ['lead', 'partner'] as const;

/** The ratings that some plans give. They say how things go, and not how far they are. */
export const ragRatings = ['red', 'amber', 'green'] as const;
export type RagRating = (typeof ragRatings)[number];

const lead = z
  .union([
    recordId,
    z.strictObject({
      organisation: recordId.meta({
        description: 'The organisation, by its file’s name.',
        examples: ['anytown-council'],
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

/** Those who lead and take part, as an editor lists them. */
export const leads = z.array(lead).min(1);

const status = z.enum(statusNames).meta({
  description: 'How far it has got. The guide page “What each status means” explains each.',
  examples: ['in progress'],
});

/** By which a report names a stage. */
export const milestoneLabel = line(120).meta({
  description: 'What this stage is called, in the plan’s words.',
  examples: ['Phase 1'],
});

const milestoneReport = z.strictObject({
  label: milestoneLabel,
  status: status.optional(),
  due: movedDate.optional().meta({
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
  'This report says nothing about this action.',
  'Add what was reported, such as  status: in progress  or  text: The first talks were held.',
  'Choose a status, or write what was reported, such as The first talks were held.',
);

/** Everything that can be reported of one action. */
export const statementFields = {
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
  completed: boundedDate.optional().meta({
    description:
      'With status: complete. When the report’s own words say that it was done, never a guess. Left out where they do not say.',
    examples: ['January 2019'],
  }),
  merged_into: recordId.optional().meta({
    description: 'With status: merged. The identifier of the action that goes on.',
    examples: ['any-4-3'],
  }),
  due: movedDate.optional().meta({
    description: 'The new due date, if it moved. Give a reason too.',
    examples: ['March 2023'],
  }),
  leads: leads.optional().meta({
    description: 'The new leads, all of them, if they changed. Give a reason too.',
    examples: [['library-team']],
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
};

/** What one report says of one action: an entry of `actions` in the report’s record. */
export const statementSchema = z
  .strictObject(statementFields)
  .superRefine(checkStatement, evenWhenFieldsAreWrong);

/** Holds the fields of a statement against each other. */
function checkStatement(
  value: Partial<z.infer<z.ZodObject<typeof statementFields>>>,
  context: z.RefinementCtx,
): void {
  // Where nothing at all is there, that is told already.
  if (typeof value !== 'object' || value === null) return;
  const { reason: _reason, ...said } = value;
  const isEmpty = Object.values(said).every((part) => part === undefined);
  // A field with a wrong name says something, and is told by itself.
  const isMisnamed = context.issues.some(({ code }) => code === 'unrecognized_keys');
  if (isEmpty && !isMisnamed) context.addIssue({ ...nothingSaid, path: ['text'] });
  const moved = value.due ?? value.leads ?? stageMoved(value.milestones);
  if (moved !== undefined && value.reason === undefined) {
    context.addIssue({
      ...refusal(
        'This report moves a date or changes the leads, but gives no reason.',
        'Add a line that says why, such as  reason: The hospital asked for more time.',
        'Write why, such as The hospital asked for more time.',
      ),
      path: ['reason'],
    });
  }
  if (value.status === 'withdrawn' && value.reason === undefined) {
    context.addIssue({
      ...refusal(
        'This report withdraws the action, but gives no reason.',
        'Add a line that says why, such as  reason: The fund was closed.',
        'Write why, such as The fund was closed.',
      ),
      path: ['reason'],
    });
  }
  if (value.status === 'merged' && value.merged_into === undefined && !isMisnamed) {
    context.addIssue({
      ...refusal(
        'This report merges the action, but does not say into which one.',
        'Add a line with the identifier of the action that goes on, such as  merged_into: any-4-3',
        'Write the identifier of the action that goes on, such as any-4-3',
      ),
      path: ['merged_into'],
    });
  }
  if (value.completed !== undefined && value.status !== 'complete') {
    context.addIssue({
      ...refusal(
        '“completed” goes only with the status “complete”.',
        'Write  status: complete  here, or take the line “completed” out.',
      ),
      path: ['completed'],
    });
  }
  if (value.merged_into !== undefined && value.status !== 'merged') {
    context.addIssue({
      ...refusal(
        '“merged_into” goes only with the status “merged”.',
        'Write  status: merged  here, or take the line “merged_into” out.',
      ),
      path: ['merged_into'],
    });
  }
}

/** What one report says of one action, as an editor writes it. */
export type StatementRecord = z.infer<typeof statementSchema>;
/** One of the leads, as an editor writes it: alone, or with a role beside it. */
export type LeadEntry = z.infer<typeof lead>;
