import type { Sourced } from '../records.ts';

/** The outcomes of a plan that could be read, each with its place in the file. */
export function outcomesOf(plan: Sourced<'plan'>) {
  return (plan.value.themes ?? []).flatMap((theme, t) =>
    (theme?.outcomes ?? []).flatMap((outcome, o) =>
      outcome?.id === undefined
        ? []
        : [
            {
              id: outcome.id,
              title: outcome.title,
              path: ['themes', t, 'outcomes', o, 'id'] as PropertyKey[],
            },
          ],
    ),
  );
}
