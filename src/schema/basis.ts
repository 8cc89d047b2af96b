import { z } from 'zod';
import { line } from './text.ts';

const bases = ['plan', 'general knowledge', 'not stated'] as const;

/** On what ground the site says what an abbreviation stands for, or what a body is. */
export const basis = z
  .strictObject({
    from: z.enum(bases).meta({
      description:
        'How this is known: from the plan itself, from general knowledge, or not stated (then nothing is guessed).',
      examples: ['plan'],
    }),
    note: line(300)
      .optional()
      .meta({
        description: 'One sentence more, such as which action spells it out.',
        examples: ['Spelled out in action 3.3.'],
      }),
  })
  .meta({ description: 'On what ground this is said.' });
