import { createHash } from 'node:crypto';
import { idPattern, referencePattern } from '../../domain/reference.ts';
import {
  textOf,
  type Draft,
  type DraftAction,
  type DraftOutcome,
  type Remark,
} from '../rows/draft.ts';
import { slugOf } from './shorten.ts';

/** What each theme and outcome is called in the plan, and each action’s file. */
export interface References {
  themes: string[];
  outcomes: string[];
  actions: string[];
  /** What an action is known by when the same file comes again, in the order of the actions. */
  keys: string[];
  remarks: Remark[];
}

/**
 * Gives every theme, outcome and action its reference: the plan’s own number where it has one.
 * Actions without a number are counted within their outcome. An action that was imported before
 * keeps its reference, wherever it stands now.
 *
 * @param earlier what the import before gave: key → reference
 */
export function giveReferences(
  draft: Draft,
  earlier: Readonly<Record<string, string>>,
): References {
  const remarks: Remark[] = [];
  const outcomes = localReferences(
    draft.outcomes.map((outcome) => ({
      number: textOf(outcome.number),
      title: textOf(outcome.wording) || textOf(outcome.theme.title),
    })),
    'outcome',
  );
  const themeNumber = (at: number) => {
    const theme = draft.themes[at]!;
    const own = /\d+(?:\.\d+)*/.exec(textOf(theme.number))?.[0];
    const first = draft.outcomes.findIndex((outcome) => outcome.theme === theme);
    const before = /^(\d+)\./.exec(outcomes[first] ?? '')?.[1];
    return own ?? before ?? '';
  };
  const themes = localReferences(
    draft.themes.map((theme, at) => ({ number: themeNumber(at), title: textOf(theme.title) })),
    'theme',
  );
  const keys = keysOf(draft.actions);
  return {
    themes,
    outcomes,
    keys,
    remarks,
    actions: actionReferences(draft, outcomes, keys, earlier, remarks),
  };
}

function actionReferences(
  draft: Draft,
  outcomes: readonly string[],
  keys: readonly string[],
  earlier: Readonly<Record<string, string>>,
  remarks: Remark[],
): string[] {
  const taken = new Set<string>();
  const given: (string | undefined)[] = draft.actions.map(() => undefined);
  const give = (at: number, reference: string) => {
    given[at] = reference;
    taken.add(slug(reference));
  };
  const free = (reference: string) => !taken.has(slug(reference));

  for (const [at, action] of draft.actions.entries()) {
    const typed = textOf(action.texts.number);
    if (typed === '') continue;
    const row = action.rows[0]!;
    const own = ownNumber(typed);
    const next = lengthened(own, given[at - 1]);
    if (next !== undefined && free(next)) {
      give(at, next);
      remarks.push({
        row,
        kind: 'repaired',
        text: `The number ${typed} stands after ${given[at - 1]}, so it was read as ${next}. Excel drops the last nought.`,
      });
    } else if (own !== undefined && free(own)) {
      give(at, own);
    } else {
      remarks.push({
        row,
        kind: 'needs you',
        text:
          own === undefined
            ? `“${typed}” cannot be a reference, so the action was given one of its own.`
            : `The number ${own} is used twice, so this action was given another one.`,
      });
    }
  }
  const here = new Set(keys);
  const known = Object.entries(earlier);
  for (const [at, key] of keys.entries()) {
    const before = earlier[key];
    if (given[at] === undefined && before !== undefined && free(before)) give(at, before);
  }
  /** References of actions that are no longer worded as they were. */
  const orphans = known
    .filter(([key, reference]) => !here.has(key) && free(reference))
    .map(([, reference]) => reference);
  const everGiven = new Set(known.map(([, reference]) => slug(reference)));
  for (const [at, action] of draft.actions.entries()) {
    if (given[at] !== undefined) continue;
    const stem = stemOf(draft.outcomes, action.outcome, outcomes);
    const orphan = orphans.find((reference) => reference.startsWith(`${stem}.`) && free(reference));
    if (orphan !== undefined) {
      give(at, orphan);
      continue;
    }
    let count = 1;
    while (!free(`${stem}.${count}`) || everGiven.has(slug(`${stem}.${count}`))) count += 1;
    give(at, `${stem}.${count}`);
  }
  return given as string[];
}

/** “Ref. 2.1.” → 2.1; undefined where no reference is in it. */
export function ownNumber(typed: string): string | undefined {
  const plain = typed
    .toLowerCase()
    .replace(/^(?:ref|no|number|action)\b[.:\s]*/, '')
    .replaceAll(/[\s()[\]]/g, '')
    .replaceAll(/[-_/]/g, '.')
    .replace(/[.:]+$/, '');
  const says = /\d/.test(plain) || plain.length === 1;
  return says && plain.length <= 20 && referencePattern.test(plain) ? plain : undefined;
}

/** 1.1 after 1.9 is 1.10: a spreadsheet keeps it as a number. */
function lengthened(own: string | undefined, before: string | undefined): string | undefined {
  if (own === undefined || before === undefined || !/^\d+\.\d+$/.test(own)) return undefined;
  const [stem, last] = before.split('.') as [string, string];
  return Number(last) % 10 === 9 && own === `${stem}.${Number(last) + 1}`.replace(/0+$/, '')
    ? `${stem}.${Number(last) + 1}`
    : undefined;
}

/** What the actions of an outcome are counted under: its number, or its place in the plan. */
function stemOf(
  all: readonly DraftOutcome[],
  outcome: DraftOutcome,
  references: readonly string[],
): string {
  const at = all.indexOf(outcome);
  const own = references[at]!;
  return textOf(outcome.number) !== '' && referencePattern.test(own) ? own : String(at + 1);
}

function localReferences(
  list: readonly { number: string; title: string }[],
  otherwise: string,
): string[] {
  const taken = new Set<string>();
  return list.map(({ number, title }) => {
    const own = ownNumber(/[a-z]?\d+(?:\.\d+)*[a-z]?/i.exec(number)?.[0] ?? number);
    const stem = own ?? (slugOf(title) || otherwise);
    let reference = stem;
    for (let count = 2; taken.has(slug(reference)); count += 1) {
      reference = `${slugOf(title.length > 0 ? title : stem, 3) || otherwise}-${count}`;
    }
    taken.add(slug(reference));
    return referencePattern.test(reference) || idPattern.test(reference) ? reference : otherwise;
  });
}

function keysOf(actions: readonly DraftAction[]): string[] {
  const seen = new Map<string, number>();
  return actions.map((action) => {
    const said = `${textOf(action.outcome.number)}|${textOf(action.outcome.wording)}|${textOf(action.texts.action)}`;
    const key = createHash('sha256').update(said.toLowerCase()).digest('hex').slice(0, 16);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}-${count}`;
  });
}

const slug = (reference: string) => reference.replaceAll('.', '-');
