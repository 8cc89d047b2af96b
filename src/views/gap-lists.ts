import { knownOf } from '../domain/known-of.ts';
import { gapRules, withGap } from '../domain/gaps.ts';
import { count } from '../domain/words.ts';
import type { Action, Register } from '../register/register.ts';
import { byPlan } from './by-plan.ts';
import type { ListPart } from './list-pages.ts';
import { planName } from './place-in-plan.ts';
import { countedActions } from './tally.ts';

/** The promises of one plan that have a gap. */
export interface GapOfPlan extends ListPart<Action> {
  /** Set where every promise of the plan has it: “None of the 63 has a lead.” */
  everyOne?: string;
}

/** One thing that a plan should say of each promise, and those of which it does not. */
export interface GapList {
  /** Marks its place on the page. */
  id: string;
  title: string;
  /** What is missing, in one plain sentence. */
  means: string;
  actions: readonly Action[];
  groups: GapOfPlan[];
}

/** Every gap, with the promises that have it by their plans. Each page of a long list asks for it. */
export const gapLists = knownOf<Register, readonly GapList[]>(findGaps);

function findGaps({ actions, plans, site, today }: Register): GapList[] {
  return gapRules.map((rule) => {
    const having = withGap(rule, actions, today);
    const groups = byPlan(having, plans, rule.id).map(({ plan, id, entries }): GapOfPlan => {
      const all = countedActions(plan.actions).length;
      return {
        id,
        title: `${planName(plan)}: ${entries.length} of ${count(all, site.words.one)}`,
        entries,
        ...(entries.length < all
          ? {}
          : { everyOne: `None of the ${entries.length} has ${rule.has}.` }),
      };
    });
    const { id, title, means } = rule;
    return { id, title, means, actions: having, groups };
  });
}
