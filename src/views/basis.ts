import type { GlossaryEntry } from '../register/register.ts';

/** Where it is known from what a term means or what a body is, in a sentence, with the record’s own note. */
export function basisInWords({ from, note = '' }: GlossaryEntry['basis']): string {
  return `${sentences[from]} ${note}`.trim();
}

const sentences: Record<GlossaryEntry['basis']['from'], string> = {
  plan: 'We know this from the plan.',
  'general knowledge': 'This is general knowledge. The plan does not explain it.',
  'not stated': 'The plan does not explain it.',
};

/** Of a short form that no one spells out. */
export const notSpelledOut = 'The plan does not say what this stands for.';
