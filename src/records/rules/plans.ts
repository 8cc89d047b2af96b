import { parseDueDate } from '../../domain/due-date.ts';
import { nearest, offer } from '../../domain/nearest.ts';
import { startOfFile } from '../problem.ts';
import type { Records, Sourced } from '../records.ts';
import { at, idsOf, type Rule } from '../rule.ts';

export const planExists: Rule<Records> = {
  name: 'plan-exists',
  about:
    'Every folder of actions has a plan. So does every name under “succeeds” and every area under “within”.',
  *find(records) {
    const known = idsOf(records.plan);
    const orphans = new Map(
      records.action
        .filter((action) => !known.includes(action.plan!))
        .map((action) => [action.plan!, action]),
    );
    for (const [plan, { file }] of orphans) {
      const meant = nearest(plan, known);
      const write = `data/plans/${plan}/plan.yaml`;
      yield {
        file: file.replace(/actions\/[^/]+$/, 'plan.yaml'),
        ...startOfFile,
        message: `The folder “${plan}” holds actions but no plan.`,
        advice:
          meant === undefined
            ? `Write ${write}, or move the actions to the plan that they belong to.`
            : `Did you mean the folder “${meant}”? If not, write ${write}.`,
      };
    }
    for (const plan of records.plan) {
      const { succeeds, within } = plan.value;
      const areas = records.plan
        .filter((other) => other !== plan)
        .flatMap(({ value }) => value.area ?? []);
      if (within !== undefined && !areas.includes(within)) {
        yield at(plan, ['within'], {
          message: `No other plan is for “${within}”.`,
          advice: offer(
            within,
            areas,
            'Write an area just as another plan has it, or take this line out.',
          ),
        });
      }
      if (succeeds === undefined || known.includes(succeeds)) continue;
      const others = records.plan.filter((other) => other !== plan);
      const folders = others.map(({ id }) => id);
      yield at(plan, ['succeeds'], {
        message: `There is no plan “${succeeds}”.`,
        advice: offer(
          others.find((other) => isCalled(succeeds, other))?.id ?? succeeds,
          folders,
          folders.length === 0
            ? 'Take this line out until the records of that plan are here.'
            : `Use the name of a folder in data/plans: ${folders.join(', ')}.`,
        ),
      });
    }
  },
};

/** Whether a plan may be meant by its title, its code, or the path of its folder. */
function isCalled(typed: string, { id, value: { title, short_title, code } }: Sourced<'plan'>) {
  const plain = typed.toLowerCase();
  const names = [title, short_title, code, `${short_title} plan`].map((name) =>
    name?.toLowerCase(),
  );
  return names.includes(plain) || plain.split('/').includes(id);
}

export const planHasActions: Rule<Records> = {
  name: 'plan-has-actions',
  about: 'A plan has at least one action.',
  *find(records) {
    const withActions = new Set(records.action.map((action) => action.plan));
    for (const plan of records.plan) {
      if (withActions.has(plan.id)) continue;
      yield at(plan, [], {
        message: 'This plan has no actions, so there is nothing to show.',
        advice: `Add the first one as a file in data/plans/${plan.id}/actions, such as 1.1.yaml`,
      });
    }
  },
};

export const outcomeExists: Rule<Records> = {
  name: 'outcome-exists',
  about: 'The outcome that an action serves, or that a correction names, is in its plan.',
  *find(records) {
    const outcomes = new Map(records.plan.map((plan) => [plan.id, outcomesOf(plan)]));
    const unread = new Set(
      records.plan.filter((plan) => plan.value.themes === undefined).map(({ id }) => id),
    );
    for (const action of records.action) {
      const { outcome } = action.value;
      const inPlan = outcomes.get(action.plan!);
      if (outcome === undefined || inPlan === undefined || unread.has(action.plan!)) continue;
      const known = inPlan.map(({ id }) => id);
      if (known.includes(outcome)) continue;
      const meant = inPlan.find(({ id, title }) => isMeant(outcome, id, title));
      const elsewhere = [...outcomes].find(([, others]) => others.some(({ id }) => id === outcome));
      const file = `data/plans/${action.plan}/plan.yaml`;
      const ofTheme = outcomesOfTheme(outcome, records, action.plan!);
      if (ofTheme.length > 0) {
        yield at(action, ['outcome'], {
          message: `“${outcome}” is a theme of the plan, and not an outcome.`,
          advice: `Use the outcome of it that the action serves: ${ofTheme.join(', ')}.`,
        });
        continue;
      }
      const advice = offer(
        meant?.id ?? outcome,
        known,
        elsewhere === undefined
          ? `Use one that is in ${file}, or add it there first.`
          : `If not, use an outcome that is in ${file}.`,
      );
      yield at(action, ['outcome'], {
        message: `The plan “${action.plan!}” has no outcome “${outcome}”.`,
        advice:
          elsewhere === undefined
            ? advice
            : `The plan “${elsewhere[0]}” has one. If this action is part of that plan, move the file to data/plans/${elsewhere[0]}/actions. ${advice}`,
      });
    }
    for (const plan of records.plan) {
      const known = outcomes.get(plan.id)!.map(({ id }) => id);
      for (const [index, correction] of (plan.value.corrections ?? []).entries()) {
        const outcome = correction?.outcome;
        if (outcome === undefined || unread.has(plan.id) || known.includes(outcome)) continue;
        yield at(plan, ['corrections', index, 'outcome'], {
          message: `This plan has no outcome “${outcome}”, so nothing of it can have been corrected.`,
          advice: offer(outcome, known, `Use one of: ${known.join(', ')}.`),
        });
      }
    }
  },
};

/** The outcomes of a theme that somebody named in the place of one of them. */
function outcomesOfTheme(typed: string, { plan }: Records, id: string): string[] {
  const theme = plan
    .find((one) => one.id === id)
    ?.value.themes?.find((one) => one?.id !== undefined && one.id === typed);
  return (theme?.outcomes ?? []).flatMap((outcome) => outcome?.id ?? []);
}

/** Whether somebody wrote an outcome’s title, or words around its number. */
function isMeant(typed: string, id: string, title: string | undefined): boolean {
  const plain = typed.toLowerCase();
  return plain === title?.toLowerCase() || plain.split(/[\s:,]+/).includes(id);
}

export const outcomeHasAction: Rule<Records> = {
  name: 'outcome-has-action',
  about: 'Every outcome is served by at least one action.',
  *find(records) {
    const served = new Set(
      records.action.map((action) => `${action.plan} ${action.value.outcome}`),
    );
    const known = new Set(
      records.plan.flatMap((plan) => outcomesOf(plan).map(({ id }) => `${plan.id} ${id}`)),
    );
    // An action whose outcome could not be read, or is not there, may be the one that is missed here.
    const unclear = new Set(
      records.action
        .filter(({ plan, value: { outcome } }) => !known.has(`${plan} ${outcome}`))
        .map((action) => action.plan),
    );
    const started = new Set(records.action.map((action) => action.plan));
    for (const plan of records.plan) {
      if (!started.has(plan.id) || unclear.has(plan.id)) continue;
      for (const { id, path } of outcomesOf(plan)) {
        if (served.has(`${plan.id} ${id}`)) continue;
        yield at(plan, path, {
          message: `No action serves the outcome “${id}”.`,
          advice: `Write  outcome: "${id}"  in the action that serves it, or take the outcome out of the plan.`,
        });
      }
    }
  },
};

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
              wording: outcome.wording,
              path: ['themes', t, 'outcomes', o, 'id'] as PropertyKey[],
            },
          ],
    ),
  );
}

export const periodInOrder: Rule<Records> = {
  name: 'period-in-order',
  about: 'A plan ends after it begins.',
  *find(records) {
    for (const plan of records.plan) {
      const from = parseDueDate(plan.value.period?.from ?? '');
      const to = parseDueDate(plan.value.period?.to ?? '');
      if (!from.ok || !to.ok || from.date.earliest === null || to.date.latest === null) continue;
      if (from.date.earliest <= to.date.latest) continue;
      yield at(plan, ['period', 'to'], {
        message: `This plan would end (${to.date.display}) before it begins (${from.date.display}).`,
        advice: 'Check both years.',
      });
    }
  },
};

export const dueAfterPlanBegan: Rule<Records> = {
  name: 'due-after-plan-began',
  about: 'What a plan promises is due after it began.',
  *find(records) {
    const began = new Map(records.plan.map((plan) => [plan.id, plan.value.period?.from]));
    for (const action of records.action) {
      const from = parseDueDate(began.get(action.plan!) ?? '');
      const due = parseDueDate(action.value.due ?? '');
      if (!from.ok || !due.ok || from.date.earliest === null || due.date.latest === null) continue;
      if (due.date.latest >= from.date.earliest) continue;
      yield at(action, ['due'], {
        message: `This was due ${due.date.when}, before the plan began (${from.date.display}).`,
        advice: 'Check the year. If the plan says so, leave it as it is.',
      });
    }
  },
};
