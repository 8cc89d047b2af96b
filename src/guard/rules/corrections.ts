import type { Kind, Sourced } from '../../records/records.ts';
import { at, type Found, type Rule } from '../../records/rule.ts';
import { outcomesOf } from '../../records/rules/plans.ts';
import {
  added,
  isKept,
  keptPlans,
  keptReports,
  same,
  type Comparison,
  type Kept,
  type KeptPlan,
} from '../compare.ts';
import { actionOf, reportChanges } from '../report-changes.ts';
import { reportNamed } from '../shown.ts';
import { atField } from './breach.ts';
import type { CorrectedField } from '../../domain/fixed-parts.ts';

interface Corrected<T> {
  before: { value: { corrections?: (T | undefined)[] } };
  after: { value: { corrections?: (T | undefined)[] } };
}

export const correctionsKept: Rule<Comparison> = {
  name: 'corrections-kept',
  about: 'A correction that was published stays too.',
  *find(comparison) {
    const kept = [
      ...comparison.pairs.filter(isKept).map((pair) => ({ ...pair, of: pair.spoken })),
      ...keptPlans(comparison).map((pair) => ({ ...pair, of: `the plan “${pair.before.id}”` })),
      ...keptReports(comparison).map((pair) => ({ ...pair, of: reportNamed(pair.before) })),
    ];
    for (const { before, after, of } of kept) {
      for (const { date } of added<{ date?: string }>(
        after.value.corrections,
        before.value.corrections,
      )) {
        yield atField(after, 'corrections', {
          message: `The correction of ${of} from ${date ?? 'an unknown date'} was changed or taken out.`,
          why: 'Readers are told each time that a record was corrected.',
          advice: 'Put it back as it was. If it was itself wrong, add another correction below it.',
        });
      }
    }
  },
};

export const correctionCorrects: Rule<Comparison> = {
  name: 'correction-corrects',
  about: 'A new correction comes with the change that it describes.',
  *find(comparison) {
    for (const pair of comparison.pairs.filter(isKept)) {
      yield* idle(pair, ({ what }) => what === undefined || isChanged(pair, what));
    }
    for (const plan of keptPlans(comparison)) {
      yield* idle(plan, ({ outcome }) => outcome === undefined || isOutcomeChanged(plan, outcome));
    }
    for (const report of keptReports(comparison)) {
      const changed = reportChanges(report);
      yield* idle(report, ({ action }) =>
        action === undefined
          ? changed.length > 0
          : changed.some((change) => actionOf(change) === action),
      );
    }
  },
};

/** The new corrections of a record that come without the change that they describe. */
function* idle<T extends { date?: string }>(
  { before, after }: Corrected<T> & { after: Sourced<Kind> },
  corrects: (correction: T) => boolean,
): Iterable<Found> {
  for (const correction of added<T>(before.value.corrections, after.value.corrections)) {
    if (corrects(correction)) continue;
    const index = (after.value as Corrected<T>['after']['value']).corrections!.indexOf(correction);
    yield at(after, ['corrections', index], {
      message: `This correction${correction.date === undefined ? '' : ` of ${correction.date}`} corrects nothing: the text that it names has not changed.`,
      why: 'Readers would be told that something was corrected, when nothing was.',
      advice:
        'Correct what was wrong, or take the correction out. What was reported since is a new report, not a correction.',
    });
  }
}

function isChanged(pair: Kept, field: CorrectedField): boolean {
  // Only older records hold corrections of updates; a report is corrected in its own file.
  return field !== 'updates' && !same(pair.before.value[field], pair.after.value[field]);
}

function isOutcomeChanged({ before, after }: KeptPlan, outcome: string): boolean {
  const wordingIn = (plan: KeptPlan['before']) =>
    outcomesOf(plan).find(({ id }) => id === outcome)?.wording;
  return wordingIn(before) !== wordingIn(after);
}
