import { offer } from '../../domain/nearest.ts';
import { compareReferences, identifier } from '../../domain/reference.ts';
import { listed } from '../../domain/words.ts';
import type { Records, Sourced } from '../records.ts';
import { at, identifiersOf, type Rule } from '../rule.ts';
import { compareReports, statementsByAction, type StatementIn } from '../statements.ts';

type Statement = StatementIn<Sourced<'report'>>;

export const reportedActionExists: Rule<Records> = {
  name: 'reported-action-exists',
  about: 'A report, and each correction of it, is about actions that its plan has.',
  *find(records) {
    const known = new Set(records.action.map(({ id }) => id));
    const plans = new Set(records.plan.map(({ id }) => id));
    for (const report of records.report) {
      if (!plans.has(report.plan!)) continue;
      const own = records.action
        .filter(({ plan }) => plan === report.plan)
        .map(({ reference }) => reference!);
      for (const reference of Object.keys(report.value.actions ?? {})) {
        if (known.has(`${report.plan!}/${reference}`)) continue;
        yield {
          ...at(report, ['actions', reference], adviceOn(reference, report, own, records)),
          ...report.placeOfKey(['actions', reference]),
        };
      }
      for (const [index, correction] of (report.value.corrections ?? []).entries()) {
        const typed = correction?.action;
        if (typed === undefined || known.has(`${report.plan!}/${typed}`)) continue;
        const path = ['corrections', index, 'action'];
        yield at(
          report,
          path,
          adviceOn(typed, report, own, records, (right) => `action: "${right}"`),
        );
      }
    }
  },
};

/** What to say of a number that no action of the report’s plan has. */
function adviceOn(
  typed: string,
  { plan }: Sourced<'report'>,
  own: readonly string[],
  records: Records,
  asTyped = (reference: string) => `"${reference}":`,
) {
  const code = records.plan.find(({ id }) => id === plan)?.value.code ?? plan!;
  const bare = bareNumber(typed, code);
  const several = typed
    .split(/\s*(?:,|;|\/|\+|&|\band\b)\s*/i)
    .map((part) => bareNumber(part, code));
  const elsewhere = records.action.find(
    ({ reference, plan: other }) => other !== plan && reference === bare,
  );
  const message = `The plan “${plan!}” has no action “${typed}”.`;
  if (own.includes(bare)) return { message, advice: `Write its number alone:  ${asTyped(bare)}` };
  if (several.length > 1 && several.every((part) => own.includes(part))) {
    const each = several.map((part) => `  ${asTyped(part)}`).join('\n');
    return {
      message,
      advice: `Give each action a separate entry, with what was said about it:\n${each}`,
    };
  }
  const between = numbersBetween(typed, code, own);
  if (between.length > 0) {
    return {
      message,
      advice: `Name each action, with what was said about it:\n${between.map((part) => `  ${asTyped(part)}`).join('\n')}`,
    };
  }
  if (elsewhere !== undefined) {
    return {
      message,
      advice: `The plan “${elsewhere.plan!}” has one. A report is about one plan: move this part to a report in data/plans/${elsewhere.plan!}/reports.`,
    };
  }
  const near = nearNumber(bare, own);
  if (near.length > 0) {
    return {
      message,
      advice: `If it was there before, its file ${bare}.yaml was removed or renamed: put it back. If the number is a slip, write the right one. The nearest in the plan: ${listed(near)}.`,
    };
  }
  return {
    message,
    advice: offer(typed, own, 'Use the number of the action in the plan, as its file is named.'),
  };
}

/** ‘2.1.1-2.1.4’, ‘2.1.1 to 2.1.4’: the actions from one to the other, in the order of the plan. */
function numbersBetween(typed: string, code: string, own: readonly string[]): string[] {
  const ends = typed.split(/\s*[–—]\s*|\s+-\s+|(?<=\d)-(?=\d)|\s+to\s+/);
  const [from, to] = ends.map((end) => bareNumber(end, code));
  if (ends.length !== 2 || !own.includes(from!) || !own.includes(to!)) return [];
  const inOrder = own.toSorted(compareReferences);
  return inOrder.slice(inOrder.indexOf(from!), inOrder.indexOf(to!) + 1);
}

/** The number that is meant, without the plan’s code and without words before it. */
function bareNumber(typed: string, code: string): string {
  return typed
    .toLowerCase()
    .trim()
    .replace(/^(?:actions?|references?|ref|number|no|item|point)\b[\s.:#]*/, '')
    .replace(new RegExp(`^${code}[\\s._-]*`), '')
    .replaceAll(/[\s_-]+/g, '.');
}

/**
 * The actions nearest to a number that is not there, of the same outcome. None where it is higher than
 * they go: then it is a slip, and no action that was removed.
 */
function nearNumber(bare: string, own: readonly string[]): string[] {
  const [, parent, last] = /^(.*\.)(\d+)$/.exec(bare) ?? [];
  if (parent === undefined || last === undefined) return [];
  const beside = own
    .filter((other) => other.startsWith(parent) && /^\d+$/.test(other.slice(parent.length)))
    .map((other) => ({ other, number: Number(other.slice(parent.length)) }));
  const highest = Math.max(0, ...beside.map(({ number }) => number));
  if (Number(last) > highest + 1) return [];
  const apart = ({ number }: (typeof beside)[number]) => Math.abs(number - Number(last));
  return beside
    .toSorted((a, b) => apart(a) - apart(b))
    .slice(0, 4)
    .map(({ other }) => other)
    .toSorted(compareReferences);
}

export const mergedIntoExists: Rule<Records> = {
  name: 'merged-into-exists',
  about: 'An action that was merged says which other one it was merged into, and that one exists.',
  *find(records) {
    const known = identifiersOf(records);
    const ids = new Set(known);
    const named = new Map(records.action.map(({ id }, index) => [id, known[index]!]));
    for (const { id, statement } of statementsByAction(records)) {
      const target = statement.value.merged_into;
      const own = named.get(id);
      if (target === undefined || own === undefined) continue;
      const path = [...statement.path, 'merged_into'];
      const [plan] = id.split('/');
      const byNumber = named.get(`${plan!}/${target}`);
      if (target === own || byNumber === own) {
        yield at(statement.report, path, {
          message: 'This action cannot be merged into itself.',
          advice: 'Write the identifier of the action that goes on.',
        });
      } else if (byNumber !== undefined && !ids.has(target)) {
        yield at(statement.report, path, {
          message: `“${target}” is the number of an action, and its identifier is needed here.`,
          why: 'An action may be merged into one of another plan, which may have the same number.',
          advice: `Write  merged_into: ${byNumber}`,
        });
      } else if (!ids.has(target)) {
        yield at(statement.report, path, {
          message: `There is no action “${target}” to merge into.`,
          advice: offer(
            target,
            known,
            'Write a plan’s code and a number with hyphens, such as any-4-3.',
          ),
        });
      }
    }
  },
};

export const mergersEnd: Rule<Records> = {
  name: 'mergers-end',
  about: 'An action that was merged leads to one that goes on, directly or through others.',
  *find(records) {
    const codes = new Map(records.plan.map((plan) => [plan.id, plan.value.code]));
    const target = new Map<string, { into: string; statement: Statement }>();
    for (const { id, statement } of statementsByAction(records)) {
      const [plan, reference] = id.split('/') as [string, string];
      const from = identifier(codes.get(plan) ?? plan, reference);
      const { status, merged_into: into } = statement.value;
      if (status === undefined || statement.secondOpinion) continue;
      if (status === 'merged' && into !== undefined) target.set(from, { into, statement });
      else target.delete(from);
    }
    const told = new Set<string>();
    for (const start of target.keys()) {
      const way = [start];
      for (let next = target.get(start)?.into; next !== undefined; next = target.get(next)?.into) {
        const circle = way.indexOf(next);
        way.push(next);
        if (circle === -1) continue;
        const round = way.slice(circle);
        // An action that is merged into itself is told by another rule.
        if (round.length > 2 && !round.some((id) => told.has(id))) {
          const statement = round.map((id) => target.get(id)!.statement).reduce(newer);
          yield at(statement.report, [...statement.path, 'merged_into'], {
            message: `These actions are merged into each other, so none of them goes on: ${round.join(' → ')}.`,
            advice: 'Name the action that goes on. It is not merged into any other.',
          });
        }
        for (const id of round) told.add(id);
        break;
      }
    }
  },
};

/** The newer of two statements, which closed the circle. */
function newer(a: Statement, b: Statement): Statement {
  return compareReports(a.report, b.report) < 0 ? b : a;
}

export const milestoneExists: Rule<Records> = {
  name: 'milestone-exists',
  about:
    'A milestone that a report mentions belongs to the action, and no two have the same label.',
  *find(records) {
    const actions = new Map(records.action.map((action) => [action.id, action]));
    for (const action of records.action) {
      const labels = labelsOf(action);
      for (const [index, label] of labels.entries()) {
        if (label === undefined || labels.indexOf(label) === index) continue;
        yield at(action, ['milestones', index, 'label'], {
          message: `Two milestones are called “${label}”.`,
          advice: 'Give each its own label, so that a report can say which it means.',
        });
      }
    }
    for (const { id, statement } of statementsByAction(records)) {
      const action = actions.get(id);
      if (action === undefined || !allLabelsKnown(action)) continue;
      const known = labelsOf(action).filter((label) => label !== undefined);
      for (const [m, stage] of (statement.value.milestones ?? []).entries()) {
        if (stage?.label === undefined || known.includes(stage.label)) continue;
        yield at(statement.report, [...statement.path, 'milestones', m, 'label'], {
          message: `This action has no milestone “${stage.label}”.`,
          advice: offer(
            stage.label,
            known,
            known.length === 0 ? 'It has no milestones at all.' : `It has: ${known.join(', ')}.`,
          ),
        });
      }
    }
  },
};

/** False where the file could not be read or a label was refused. That is told already, and reports may be right. */
function allLabelsKnown(action: Sourced<'action'>): boolean {
  return (
    action.sound || (action.value.milestones !== undefined && !labelsOf(action).includes(undefined))
  );
}

function labelsOf({ value }: Sourced<'action'>): (string | undefined)[] {
  return (value.milestones ?? []).map((milestone) => milestone?.label);
}
