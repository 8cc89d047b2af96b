import { parseDueDate } from '../../domain/due-date.ts';
import { offer } from '../../domain/nearest.ts';
import { slugOf } from '../../domain/slug.ts';
import type { Records, Sourced } from '../records.ts';
import { at, identifiersOf, type Rule, type Words } from '../rule.ts';

export const plansInLine: Rule<Records> = {
  name: 'plans-in-line',
  about: 'Plans that follow each other lead back to a first one: no plan follows itself.',
  *find(records) {
    const succeeds = succession(records);
    const walked = new Set<string>();
    for (const plan of records.plan) {
      const round = circleFrom(plan.id, succeeds, walked);
      if (round === undefined) continue;
      yield at(oldest(round, records), ['succeeds'], {
        message:
          round.length === 2
            ? 'This plan cannot follow itself.'
            : `These plans follow each other in a circle, so none of them is the first: ${round.join(' → ')}.`,
        advice:
          round.length === 2
            ? 'Write the folder of the plan before it, or take this line out.'
            : 'This one began first. Take the line out here, or out of the one that was really the first.',
      });
    }
  },
};

/** Of some plans the one that began first: it follows none of the others. */
function oldest(ids: readonly string[], { plan: plans }: Records): Sourced<'plan'> {
  const beganOn = ({ value }: Sourced<'plan'>) => {
    const from = parseDueDate(value.period?.from ?? '');
    return (from.ok && from.date.earliest) || '9999';
  };
  return plans
    .filter(({ id }) => ids.includes(id))
    .reduce((first, plan) => (beganOn(plan) < beganOn(first) ? plan : first));
}

/** Which plan each one follows, by the names of their folders. */
type Succession = ReadonlyMap<string, string | undefined>;

function succession({ plan }: Records): Succession {
  return new Map(plan.map(({ id, value }) => [id, value.succeeds]));
}

/**
 * The circle that the way back from a plan leads into, from one of its plans to the same again.
 *
 * @param walked plans whose way back is known; those on this way are added
 */
function circleFrom(plan: string, succeeds: Succession, walked: Set<string>): string[] | undefined {
  const way = new Set<string>();
  let next: string | undefined = plan;
  while (next !== undefined && succeeds.has(next) && !walked.has(next)) {
    way.add(next);
    walked.add(next);
    next = succeeds.get(next);
  }
  if (next === undefined || !way.has(next)) return undefined;
  const all = [...way];
  return [...all.slice(all.indexOf(next)), next];
}

/** The plan that a plan follows, the one that this one follows, and so on. */
function plansBefore(plan: string, succeeds: Succession): Set<string> {
  const before = new Set<string>();
  let next = succeeds.get(plan);
  while (next !== undefined && succeeds.has(next) && next !== plan && !before.has(next)) {
    before.add(next);
    next = succeeds.get(next);
  }
  return before;
}

export const continuedActionExists: Rule<Records> = {
  name: 'continued-action-exists',
  about: 'If an action carries on another one, that one exists, in a plan that came before.',
  *find(records) {
    const identifiers = identifiersOf(records);
    const planOf = new Map(identifiers.map((id, index) => [id, records.action[index]!.plan!]));
    const titles = new Map(
      identifiers.map((id, index) => [id, records.action[index]!.value.title]),
    );
    const plans = new Map(records.plan.map((plan) => [plan.id, plan]));
    const succeeds = succession(records);
    const before = new Map<string, Set<string>>();
    for (const [index, action] of records.action.entries()) {
      const plan = plans.get(action.plan!);
      const named = entriesOf(action);
      if (plan === undefined || named.length === 0) continue;
      const earlier = before.get(plan.id) ?? plansBefore(plan.id, succeeds);
      before.set(plan.id, earlier);
      // Which plans come before is not known here, and that was told already.
      if (earlier.size === 0 && (plan.value.succeeds !== undefined || !plan.sound)) continue;
      const seen = new Set<string>();
      for (const { id, path } of named) {
        const words = seen.has(id)
          ? {
              message: `“${id}” is named twice.`,
              advice: 'Take one of the two lines out.',
            }
          : refusalOf(id, {
              own: identifiers[index]!,
              plan,
              earlier,
              planOf,
              plans,
              succeeds,
              titles,
            });
        seen.add(id);
        if (words !== undefined) yield at(action, path, words);
      }
    }
  },
};

interface Around {
  /** The identifier of the action that names another. */
  own: string;
  plan: Sourced<'plan'>;
  /** The folders of all plans that its plan follows. */
  earlier: ReadonlySet<string>;
  /** The folder of the plan of every action, by its identifier. */
  planOf: ReadonlyMap<string, string>;
  plans: ReadonlyMap<string, Sourced<'plan'>>;
  succeeds: Succession;
  /** The title of every action, by its identifier. */
  titles: ReadonlyMap<string, string | undefined>;
}

/** What is wrong with the name of an action that is carried on, if anything is. */
function refusalOf(id: string, around: Around): Words | undefined {
  const { own, plan, earlier, planOf, succeeds } = around;
  const target = planOf.get(id) ?? ofSamePlan(id, around);
  if (target !== undefined && earlier.has(target)) return undefined;
  if (id === own) {
    return {
      message: 'This action cannot carry itself on.',
      advice: 'Write the identifier of an action of the earlier plan, or take this line out.',
    };
  }
  if (target === plan.id) {
    return {
      message: `“${id}” is an action of the same plan.`,
      advice: `Only an action of an earlier plan can be carried on. If the two were joined, report that with  status: merged`,
    };
  }
  if (target !== undefined && plansBefore(target, succeeds).has(plan.id)) {
    return {
      message: `“${id}” is an action of the plan “${target}”, which came after this one.`,
      advice: `Say it the other way round: take the line out here, and write  continues: ${own}  in the record of ${id}.`,
    };
  }
  if (target !== undefined) {
    return {
      message: `“${id}” is an action of the plan “${target}”, and the plan “${plan.id}” does not follow that one.`,
      advice:
        plan.value.succeeds === undefined
          ? `If it does follow it, write  succeeds: ${target}  in ${plan.file}.`
          : `It follows ${[...earlier].map((each) => `“${each}”`).join(' and ')}. Use an action of an earlier plan.`,
    };
  }
  return { message: `There is no action “${id}” to carry on.`, advice: adviceOn(id, around) };
}

/** Its plan, where an action of the same plan was typed as the plan prints it: “NEW 2.1.1”. */
function ofSamePlan(typed: string, { plan, planOf }: Around): string | undefined {
  return readingsOf(typed, []).some((id) => planOf.get(id) === plan.id) ? plan.id : undefined;
}

function adviceOn(typed: string, { plan, earlier, planOf, plans, titles }: Around): string {
  if (plan.value.succeeds === undefined) {
    return `The plan “${plan.id}” does not say which plan it follows. Write that first, as  succeeds:  and the name of its folder in ${plan.file}.`;
  }
  const known = [...planOf].flatMap(([each, of]) => (earlier.has(of) ? [each] : []));
  const codes = [...earlier].map((each) => plans.get(each)?.value.code ?? each);
  const meant = (words: string) =>
    known.find((id) => titles.get(id)?.toLowerCase() === words.toLowerCase()) ??
    known.find((id) => readingsOf(words, codes).includes(id));
  const one = meant(typed);
  if (one !== undefined) return `Did you mean “${one}”?`;
  for (const between of [/\s*[,;&+]\s*|\s+and\s+/, /\s+/]) {
    const several = typed.split(between).filter(Boolean).map(meant);
    if (several.length > 1 && several.every((each) => each !== undefined)) {
      return `Write each on a separate line:\ncontinues:\n${several.map((each) => `  - ${each}`).join('\n')}`;
    }
  }
  const example = known[0] ?? 'any-2-1-2';
  return offer(
    typed,
    known,
    `Write the code of the earlier plan and the number of the action, with hyphens, such as ${example}.`,
  );
}

/**
 * The identifiers that somebody may have meant who typed an action as its plan prints it (“DON 2.1.2”,
 * “2.1.2”), as its file is called, or the address of its page.
 */
function readingsOf(typed: string, codes: readonly string[]): string[] {
  const last = typed.split('/').findLast((part) => part !== '') ?? '';
  const slug = slugOf(last.replace(/^action\s+|\.yaml$/gi, ''));
  return [slug, ...codes.map((code) => `${code}-${slug}`)];
}

/** The identifiers that an action names as carried on, each with its own place. */
function entriesOf({ value }: Sourced<'action'>): { id: string; path: PropertyKey[] }[] {
  const { continues } = value;
  if (continues === undefined) return [];
  if (typeof continues === 'string') return [{ id: continues, path: ['continues'] }];
  return continues.flatMap((id, index) =>
    id === undefined ? [] : [{ id, path: ['continues', index] }],
  );
}
