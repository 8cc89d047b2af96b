import { parseDueDate } from '../../domain/due-date.ts';
import { offer } from '../../domain/nearest.ts';
import { identifier } from '../../domain/reference.ts';
import type { Records } from '../records.ts';
import { at, type Rule } from '../rule.ts';

export const updatesInOrder: Rule<Records> = {
  name: 'updates-in-order',
  about: 'The updates of an action are in the order of their dates, the oldest first.',
  *find(records) {
    for (const action of records.action) {
      let newest: { text: string; latest: string } | undefined;
      for (const [index, update] of (action.value.updates ?? []).entries()) {
        if (update?.reported === undefined) continue;
        const parsed = parseDueDate(update.reported);
        if (!parsed.ok || parsed.date.latest === null || parsed.date.earliest === null) continue;
        if (
          newest !== undefined &&
          parsed.date.latest < newest.latest &&
          parsed.date.earliest < newest.latest
        ) {
          yield at(action, ['updates', index, 'reported'], {
            message: `This update is from ${parsed.date.display}, before the one above it (${newest.text}).`,
            advice: 'Put the updates in order of their dates, the oldest first.',
          });
          continue;
        }
        newest = { text: parsed.date.display, latest: parsed.date.latest };
      }
    }
  },
};

export const updateAfterPlanBegan: Rule<Records> = {
  name: 'update-after-plan-began',
  about: 'Nothing is reported of a plan before it began.',
  *find(records) {
    const began = new Map(records.plan.map((plan) => [plan.id, plan.value.period?.from]));
    for (const action of records.action) {
      const from = parseDueDate(began.get(action.plan!) ?? '');
      if (!from.ok || from.date.earliest === null) continue;
      for (const [index, update] of (action.value.updates ?? []).entries()) {
        if (update?.reported === undefined) continue;
        const parsed = parseDueDate(update.reported);
        if (!parsed.ok || parsed.date.latest === null || parsed.date.latest >= from.date.earliest)
          continue;
        yield at(action, ['updates', index, 'reported'], {
          message: `This update is from ${parsed.date.display}, before the plan began (${from.date.display}).`,
          advice: `Check the year. If it is right, change “from” under “period” in data/plans/${action.plan}/plan.yaml.`,
        });
      }
    }
  },
};

export const mergedIntoExists: Rule<Records> = {
  name: 'merged-into-exists',
  about: 'An action that was merged says into which other one, and that one is there.',
  *find(records) {
    const codes = new Map(records.plan.map((plan) => [plan.id, plan.value.code]));
    const idOf = (action: (typeof records.action)[number]) =>
      identifier(codes.get(action.plan!) ?? action.plan!, action.reference!);
    const known = records.action.map(idOf);
    const ids = new Set(known);
    for (const action of records.action) {
      for (const [index, update] of (action.value.updates ?? []).entries()) {
        const target = update?.merged_into;
        if (target === undefined) continue;
        const path = ['updates', index, 'merged_into'];
        if (target === idOf(action)) {
          yield at(action, path, {
            message: 'This action cannot be merged into itself.',
            advice: 'Write the identifier of the action that goes on.',
          });
        } else if (!ids.has(target)) {
          yield at(action, path, {
            message: `There is no action “${target}” to merge into.`,
            advice: offer(
              target,
              known,
              'Write a plan’s code and a number with hyphens, such as nat-4-3.',
            ),
          });
        }
      }
    }
  },
};

export const milestoneExists: Rule<Records> = {
  name: 'milestone-exists',
  about:
    'A milestone that an update reports on is one of the action’s own, and no two have the same label.',
  *find(records) {
    for (const action of records.action) {
      const labels = (action.value.milestones ?? []).map((milestone) => milestone?.label);
      for (const [index, label] of labels.entries()) {
        if (label === undefined || labels.indexOf(label) === index) continue;
        yield at(action, ['milestones', index, 'label'], {
          message: `Two milestones are called “${label}”.`,
          advice: 'Give each a label of its own, so that an update can say which it means.',
        });
      }
      for (const [u, update] of (action.value.updates ?? []).entries()) {
        for (const [m, report] of (update?.milestones ?? []).entries()) {
          if (report?.label === undefined || labels.includes(report.label)) continue;
          const known = labels.filter((label) => label !== undefined);
          yield at(action, ['updates', u, 'milestones', m, 'label'], {
            message: `This action has no milestone “${report.label}”.`,
            advice: offer(
              report.label,
              known,
              known.length === 0 ? 'It has no milestones at all.' : `It has: ${known.join(', ')}.`,
            ),
          });
        }
      }
    }
  },
};
