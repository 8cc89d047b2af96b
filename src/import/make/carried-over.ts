import { offer } from '../../domain/nearest.ts';
import { identifier } from '../../domain/reference.ts';
import { CannotRun } from '../table.ts';
import { ownNumber } from './give-references.ts';

/** A plan of this site, as far as a later one names its actions. */
export interface EarlierPlan {
  code: string;
  references: readonly string[];
}

/** What is known of the plan before this one. */
export interface CarriedOver {
  /** The plan that this one follows, if somebody has said which. */
  earlier: EarlierPlan | undefined;
  /** The folders of all other plans. */
  others: readonly string[];
  /** Somebody has said that the words are to be kept and nothing else. */
  isLeft: boolean;
}

/**
 * The plan that another follows, by its folder.
 *
 * @throws CannotRun where there is no such plan
 */
export function earlierPlanOf(
  plan: string,
  succeeds: string | undefined,
  plans: Readonly<Record<string, EarlierPlan>>,
): EarlierPlan | undefined {
  if (succeeds === undefined || succeeds === 'keep') return undefined;
  if (succeeds !== plan && Object.hasOwn(plans, succeeds)) return plans[succeeds];
  const others = Object.keys(plans).filter((id) => id !== plan);
  throw new CannotRun(
    `There is no other plan in data/plans/${succeeds}, which this plan is said to follow. ${offer(succeeds, others, others.length === 0 ? 'Bring the earlier plan in first.' : `Use one of: ${others.join(', ')}.`)}`,
  );
}

/**
 * The actions of an earlier plan that a cell names: “2.3”, “Carried forward from ANY 2.3 and 2.4 (2019
 * plan)”.
 *
 * @returns their identifiers; undefined where the plan does not have one of them, or the cell says more
 */
export function actionsNamed(
  text: string,
  { code, references }: EarlierPlan,
): string[] | undefined {
  const known = new Map(references.map((reference) => [reference.toLowerCase(), reference]));
  const withoutYears = text.replaceAll(years, ' ');
  const others =
    withoutYears
      .replaceAll(numbers, ' ')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  if (!others.every((word) => word === code || besideNumbers.has(word))) return undefined;
  const found = (withoutYears.match(numbers) ?? []).map((typed) => {
    const number = ownNumber(typed) ?? '';
    return known.get(number) ?? known.get(number.replace(`${code}.`, ''));
  });
  if (found.length === 0 || found.includes(undefined)) return undefined;
  return [...new Set(found)].map((reference) => identifier(code, reference!));
}

/** “2019”, “2022-25”, “2023/24” */
const years = /\b(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?\b/g;
const numbers =
  /(?<![\w.])(?:[A-Za-z]\w{0,7}[-.])?(?:[A-Za-z]{1,4})?\d{1,3}(?:[.-]\d{1,3})*[a-z]?(?:\s?\([a-z]{1,3}\))?(?!\w)/g;
const besideNumbers = new Set(
  `action actions and carried carries continued continues forward from in last number no old of on over
  plan previous previously prior ref reference s strategy the was earlier formerly`.split(/\s+/),
);
