import { isDeepStrictEqual } from 'node:util';
import type { FixedField } from '../domain/fixed-parts.ts';
import type { Draft, Records, Sourced } from '../records/records.ts';
import type { ActionRecord, UpdateRecord } from '../schema/action.ts';

export type DraftAction = Draft<ActionRecord>;
export type DraftUpdate = Draft<UpdateRecord>;

/** One action in two states of the records; one of them may be missing. */
export interface Pair {
  /** The name of its plan’s folder and its reference: `doncaster/2.1.2`. */
  id: string;
  /** As printed: `DON 2.1.2`. */
  spoken: string;
  before?: Sourced<'action'>;
  after?: Sourced<'action'>;
}

/** What the guard looks at: two states of the same data folder. */
export interface Comparison {
  before: Records;
  after: Records;
  /** Every action of either state, in the order of plans and references. */
  pairs: Pair[];
}

/**
 * An action that is in both states and could be read in both. Of a record with a mistake in it, it
 * is not known what it says, so nothing is held against it.
 */
export type Kept = Required<Pair>;

export function isKept(pair: Pair): pair is Kept {
  return pair.before?.sound === true && pair.after?.sound === true;
}

/** A plan that is in both states and could be read in both. */
export interface KeptPlan {
  before: Sourced<'plan'>;
  after: Sourced<'plan'>;
}

/** Every plan that is in both states and could be read in both. */
export function keptPlans({ before, after }: Comparison): KeptPlan[] {
  const later = new Map(after.plan.map((plan) => [plan.id, plan]));
  return before.plan.flatMap((plan) => {
    const now = later.get(plan.id);
    return plan.sound && now?.sound === true ? [{ before: plan, after: now }] : [];
  });
}

/** Whether two drafts of a field say the same, whatever their form in YAML. */
export function same(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(a, b);
}

/** A list `corrections`, of an action or of a plan. */
type Corrections<T> = (T | undefined)[] | undefined;

/** The entries of a list that an earlier state of it does not have. */
export function added<T>(before: Corrections<T>, after: Corrections<T>): T[] {
  const old = before ?? [];
  return (after ?? []).filter(
    (entry) => entry !== undefined && !old.some((other) => same(other, entry)),
  ) as T[];
}

/** The corrections that this change adds to an action. */
export function newCorrections({ before, after }: Kept) {
  return added(before.value.corrections, after.value.corrections);
}

/** Whether this change says, in a new correction, what was wrong with a field. */
export function isCorrected(pair: Kept, field: FixedField): boolean {
  return newCorrections(pair).some(({ what }) => what === field);
}

/**
 * Which updates of the earlier state no longer stand in the later one, word for word and in order.
 *
 * @returns for each the update, and the position of the one that took its place, if there is one
 */
export function lostUpdates({ before, after }: Kept): { lost: DraftUpdate; now?: number }[] {
  const earlier = before.value.updates ?? [];
  const later = after.value.updates ?? [];
  let from = 0;
  const lost: { lost: DraftUpdate; now?: number }[] = [];
  for (const [index, update] of earlier.entries()) {
    if (update === undefined) continue;
    const found = later.findIndex((candidate, at) => at >= from && same(candidate, update));
    if (found !== -1) {
      from = found + 1;
      continue;
    }
    const twin = later.findIndex(
      (candidate) =>
        candidate?.reported === update.reported && !earlier.some((entry) => same(entry, candidate)),
    );
    const place = twin !== -1 ? twin : index < later.length && !isOld(later[index]) ? index : -1;
    lost.push({ lost: update, ...(place === -1 ? {} : { now: place }) });
  }
  return lost;

  function isOld(update: DraftUpdate | undefined): boolean {
    return earlier.some((entry) => same(entry, update));
  }
}

/** The updates that this change adds. */
export function newUpdates({ before, after }: Pair): DraftUpdate[] {
  const old = before?.value.updates ?? [];
  return (after?.value.updates ?? []).filter(
    (update): update is DraftUpdate =>
      update !== undefined && !old.some((entry) => same(entry, update)),
  );
}
