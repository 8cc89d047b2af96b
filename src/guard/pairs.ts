import { compareReferences, spokenReference } from '../domain/reference.ts';
import type { Reading } from '../records/read-records.ts';
import type { Records } from '../records/records.ts';
import { statementsIn } from '../records/statements.ts';
import { folderOf, type Comparison, type Pair } from './compare.ts';

/** Puts the actions of two states side by side. */
export function comparisonOf(
  before: Records,
  { records: after, misnamed }: Pick<Reading, 'records' | 'misnamed'>,
): Comparison {
  const earlier = new Map(before.action.map((action) => [action.id, action]));
  const later = new Map(after.action.map((action) => [action.id, action]));
  const codes = new Map(
    [...before.plan, ...after.plan].flatMap(({ id, value: { code } }) =>
      code === undefined ? [] : [[id, code] as const],
    ),
  );
  const unclear = new Set(misnamed.map(folderOf));
  const ids = [...new Set([...earlier.keys(), ...later.keys()])].filter(
    (id) => later.has(id) || !unclear.has(folderOf(earlier.get(id)!.file)),
  );
  const saidBefore = statementsIn(before);
  const saidAfter = statementsIn(after);
  const pairs = ids.map((id): Pair => {
    const [plan, reference] = id.split('/') as [string, string];
    const old = earlier.get(id);
    const now = later.get(id);
    return {
      id,
      spoken: spokenReference(codes.get(plan) ?? plan, reference),
      ...(old && { before: old }),
      ...(now && { after: now }),
      saidBefore: saidBefore.get(id) ?? [],
      saidAfter: saidAfter.get(id) ?? [],
    };
  });
  pairs.sort((a, b) => {
    const [planA, refA] = a.id.split('/') as [string, string];
    const [planB, refB] = b.id.split('/') as [string, string];
    return planA === planB ? compareReferences(refA, refB) : planA < planB ? -1 : 1;
  });
  return { before, after, pairs, unclear };
}
