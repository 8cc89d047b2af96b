import type { GlossaryEntry } from '../register/register.ts';

/** Where it is known from what a term means, in a sentence. */
export function basisInWords({ basis, standsFor, meaning }: Explained): string {
  const note = basis.note ?? '';
  const said = meaning.includes(notStated);
  const sentence =
    basis.from === 'plan'
      ? 'We know this from the plan.'
      : basis.from === 'general knowledge'
        ? 'This is general knowledge. The plan does not explain it.'
        : standsFor === undefined && !said
          ? notStated
          : '';
  return `${sentence} ${note}`.trim();
}

/** Of a short form that no one spells out. */
export const notStated = 'The plan does not say what this stands for.';

type Explained = Pick<GlossaryEntry, 'basis' | 'standsFor' | 'meaning'>;
