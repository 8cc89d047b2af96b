import { compareReferences, spokenReference } from '../domain/reference.ts';
import type { Records } from '../records/records.ts';
import type { Comparison, Pair } from './compare.ts';

/** Puts the actions of two states side by side. */
export function comparisonOf(before: Records, after: Records): Comparison {
  const earlier = new Map(before.action.map((action) => [action.id, action]));
  const later = new Map(after.action.map((action) => [action.id, action]));
  const codes = new Map(
    [...before.plan, ...after.plan].map(({ id, value }) => [id, value.code ?? id]),
  );
  const pairs = [...new Set([...earlier.keys(), ...later.keys()])].map((id): Pair => {
    const [plan, reference] = id.split('/') as [string, string];
    const old = earlier.get(id);
    const now = later.get(id);
    return {
      id,
      spoken: spokenReference(codes.get(plan) ?? plan, reference),
      ...(old && { before: old }),
      ...(now && { after: now }),
    };
  });
  pairs.sort((a, b) => {
    const [planA, refA] = a.id.split('/') as [string, string];
    const [planB, refB] = b.id.split('/') as [string, string];
    return planA === planB ? compareReferences(refA, refB) : planA < planB ? -1 : 1;
  });
  return { before, after, pairs };
}
