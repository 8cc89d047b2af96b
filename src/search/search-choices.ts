import { sharedStatusLabel } from '../domain/wording.ts';
import { undatedInWords } from '../domain/unread.ts';
import { slugOf } from '../domain/slug.ts';
import { isOverdue, latenessKinds } from '../domain/lateness.ts';
import { statuses } from '../domain/status.ts';
import type { Action, Plan, Register } from '../register/register.ts';
import { fewPlans, plansByArea } from '../views/plan-lists.ts';
import { numberIn } from '../views/tally.ts';
import { disputedValue, noDateValue, ongoingValue, searchFacts } from './search-facts.ts';
import type { FilterName } from './search-state.ts';

/** One value that a filter of the search page offers. */
export interface Choice {
  value: string;
  label: string;
  /** How many promises have it that count, whatever else is asked; of what ended, how many there are. */
  count: number;
  /** What it is under in a long list: the plan of a theme. */
  group?: string;
}

/** What each filter offers, in the order in which it is there: only what some action has. */
export function searchChoices(register: Register): Record<FilterName, Choice[]> {
  const having = new Map<string, Action[]>();
  for (const action of register.actions) {
    for (const [name, values] of Object.entries(searchFacts(action).filters)) {
      for (const value of values) {
        const key = `${name}:${value}`;
        const others = having.get(key);
        if (others === undefined) having.set(key, [action]);
        else others.push(action);
      }
    }
  }
  const had = (name: FilterName, choices: Omit<Choice, 'count'>[]): Choice[] =>
    choices.flatMap((choice) => {
      const actions = having.get(`${name}:${choice.value}`);
      return actions === undefined ? [] : [{ ...choice, count: numberIn(actions) }];
    });
  const years = [...having.keys()]
    .filter((key) => /^due:\d/.test(key))
    .map((key) => key.slice('due:'.length))
    .sort();

  const areas = valuesOf(register.plans.map(({ area }) => area));
  const subjects = valuesOf(register.plans.flatMap(({ subject }) => subject ?? []));
  const plans =
    register.plans.length > fewPlans
      ? plansByArea(register.plans).flatMap(({ name, plans }) =>
          plans.map((plan) => ({ ...choiceOf(plan), group: name })),
        )
      : register.plans.map(choiceOf);

  return {
    area: areas.length > 1 ? had('area', areas) : [],
    subject: subjects.length > 1 ? had('subject', subjects) : [],
    plan: had('plan', plans),
    theme: had(
      'theme',
      register.plans.flatMap((plan) =>
        plan.themes.map(({ id, title }) => ({
          value: id,
          label: title,
          group: plan.short_title ?? plan.title,
        })),
      ),
    ),
    lead: had(
      'lead',
      register.organisations.map(({ id, name }) => ({ value: id, label: name })),
    ),
    due: had('due', [
      ...years.map((year) => ({ value: year, label: year })),
      { value: ongoingValue, label: 'Ongoing' },
      { value: noDateValue, label: undatedInWords(having.get(`due:${noDateValue}`) ?? []) },
    ]),
    status: had(
      'status',
      statuses.map(({ name, slug }) => ({
        value: slug,
        label: sharedStatusLabel(name, having.get(`status:${slug}`) ?? []),
      })),
    ),
    overdue: had(
      'overdue',
      latenessKinds
        .filter(({ name }) => isOverdue(name))
        .map(({ slug, label }) => ({ value: slug, label })),
    ),
    disputed: had('disputed', [{ value: disputedValue, label: 'Disputed' }]),
  };
}

function choiceOf({ id, short_title, title }: Plan): Omit<Choice, 'count'> {
  return { value: id, label: short_title ?? title };
}

/** Every area or subject once, by name. */
function valuesOf(names: readonly string[]): Omit<Choice, 'count'>[] {
  return [...new Set(names)]
    .sort((a, b) => a.localeCompare(b, 'en-GB', { numeric: true }))
    .map((name) => ({ value: slugOf(name), label: name }));
}
