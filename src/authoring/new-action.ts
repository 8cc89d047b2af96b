import { idPattern, referencePattern } from '../domain/reference.ts';
import type { Records, Sourced } from '../records/records.ts';
import { offer } from '../domain/nearest.ts';
import { outcomesOf } from '../records/rules/plans.ts';
import type { Answer } from './answer.ts';

/** The plan of a name or code. */
export function planNamed(records: Records, typed: string): Answer<Sourced<'plan'>> {
  const plan = records.plan.find(({ id, value }) => id === typed || value.code === typed);
  if (plan !== undefined) return { value: plan };
  const known = records.plan.map(({ id }) => id);
  const how = `The plans are: ${known.join(', ')}.`;
  return { refusal: `There is no plan “${typed}”. ${offer(typed, known, how)}` };
}

/** The outcome of a plan by its number or name. */
export function outcomeNamed(plan: Sourced<'plan'>, typed: string): Answer<string> {
  const known = outcomesOf(plan).map(({ id }) => id);
  if (known.includes(typed)) return { value: typed };
  const how = `It has: ${known.join(', ')}.`;
  return {
    refusal: `The plan “${plan.id}” has no outcome “${typed}”. ${offer(typed, known, how)}`,
  };
}

/**
 * The next free reference within an outcome whose actions are numbered by it (2.1.3 after 2.1.2);
 * undefined where the plan numbers its actions otherwise. A number that was ever published is not free.
 *
 * @param published every address that was ever published
 * @param elsewhere references that actions of the plan have in states that are not joined with this one
 */
export function nextReference(
  records: Records,
  plan: Sourced<'plan'>,
  outcome: string,
  published: readonly string[],
  elsewhere: readonly string[],
): string | undefined {
  const own = records.action.filter((action) => action.plan === plan.id);
  const inOutcome = own.filter(({ value }) => value.outcome === outcome);
  const numbered = (reference: string) => reference.startsWith(`${outcome}.`);
  const isPlansWay =
    referencePattern.test(outcome) &&
    (inOutcome.length > 0 ? inOutcome : own).every(({ reference, value }) =>
      reference!.startsWith(`${value.outcome ?? ''}.`),
    );
  if (!isPlansWay || !/\d/.test(outcome)) return undefined;
  const code = plan.value.code ?? plan.id;
  const taken = [
    ...own.map(({ reference }) => reference!),
    ...elsewhere,
    ...published.flatMap((address) => {
      const id = /\/actions\/([^/]+)\//.exec(address)?.[1];
      return id?.startsWith(`${code}-`) ? [id.slice(code.length + 1).replaceAll('-', '.')] : [];
    }),
  ].filter(numbered);
  const last = Math.max(
    0,
    ...taken.map((reference) => Number.parseInt(reference.slice(outcome.length + 1))),
  );
  return `${outcome}.${last + 1}`;
}

/** The row of the plan’s table, written as in the other actions of the plan. */
export function rowFor(records: Records, plan: string, outcome: string, reference: string): string {
  const others = records.action.filter((action) => action.plan === plan);
  const byOutcome = others.some(({ value }) => value.source?.row === value.outcome);
  return byOutcome && !idPattern.test(outcome)
    ? outcome
    : byOutcome && /^\d/.test(outcome)
      ? outcome
      : reference;
}
