import { createHash } from 'node:crypto';
import { idPattern, referencePattern } from '../../domain/reference.ts';
import { textOf, type ActionRead, type OutcomeRead, type TableRead } from '../rows/table-read.ts';
import { isLabel } from '../rows/groups.ts';
import type { RowQuestion } from '../questions/question.ts';
import { shortSlugOf } from '../../domain/slug.ts';

/** What each theme and outcome is called in the plan, and each action’s file. */
export interface References {
  themes: string[];
  outcomes: string[];
  actions: GivenReference[];
  /** What an action is known by when the same file comes again, in the order of the actions. */
  keys: string[];
  questions: RowQuestion[];
  repairs: { row: number; text: string }[];
}

export interface GivenReference {
  /** The name of the action’s file: 2.1.2. */
  reference: string;
  /** How the plan prints it, where the file’s name cannot. */
  printed?: string;
  /** Why a person has to look at it. */
  doubt?: string;
  /** The plan has no number here, or another one. */
  isOurs: boolean;
}

/**
 * Gives every theme, outcome and action its reference: the plan’s own number where it has one.
 * Actions without a number are counted within their outcome. An action that was imported before
 * keeps its reference, wherever it is now.
 *
 * @param earlier what the import before gave: key → reference
 * @param answers what a person has said: place of the row → number
 * @param placeOf where an editor finds a row
 */
export function giveReferences(
  read: TableRead,
  earlier: Readonly<Record<string, string>>,
  answers: ReadonlyMap<string, string> = new Map(),
  placeOf: (row: number) => string = String,
): References {
  const outcomes = localReferences(
    read.outcomes.map((outcome) => ({
      number: textOf(outcome.number),
      title: textOf(outcome.wording) || textOf(outcome.theme.title),
    })),
    'outcome',
  );
  const themeNumber = (at: number) => {
    const theme = read.themes[at]!;
    const own = numberIn(textOf(theme.number));
    const first = read.outcomes.findIndex((outcome) => outcome.theme === theme);
    const before = /^(\d+)\./.exec(outcomes[first] ?? '')?.[1];
    return own ?? before ?? '';
  };
  const themes = localReferences(
    read.themes.map((theme, at) => ({ number: themeNumber(at), title: textOf(theme.title) })),
    'theme',
  );
  const keys = keysOf(read.actions);
  const giver = new ReferenceGiver(read, outcomes, keys, earlier, answers, placeOf);
  return { themes, outcomes, keys, ...giver.give() };
}

/** Why a number was not taken as it is. */
type Refused = 'date' | 'no reference' | 'used twice';

class ReferenceGiver {
  private readonly taken = new Set<string>();
  /** Every number in the file. */
  private readonly printed: ReadonlySet<string>;
  private readonly given: (GivenReference | undefined)[];
  private readonly questions: RowQuestion[] = [];
  private readonly repairs: References['repairs'] = [];
  private readonly read: TableRead;
  private readonly outcomes: readonly string[];
  private readonly keys: readonly string[];
  private readonly earlier: Readonly<Record<string, string>>;
  private readonly answers: ReadonlyMap<string, string>;
  private readonly placeOf: (row: number) => string;
  /** What is put before the number of each action, where numbers begin again in each theme or outcome. */
  private readonly prefixes: readonly (string | undefined)[];

  constructor(
    read: TableRead,
    outcomes: readonly string[],
    keys: readonly string[],
    earlier: Readonly<Record<string, string>>,
    answers: ReadonlyMap<string, string>,
    placeOf: (row: number) => string,
  ) {
    this.read = read;
    this.outcomes = outcomes;
    this.keys = keys;
    this.earlier = earlier;
    this.answers = answers;
    this.placeOf = placeOf;
    this.given = read.actions.map(() => undefined);
    this.prefixes = prefixesOf(read);
    this.printed = new Set(
      read.actions.flatMap(({ texts }) => ownNumber(textOf(texts.number)) ?? []),
    );
  }

  give(): Pick<References, 'actions' | 'questions' | 'repairs'> {
    const { actions } = this.read;
    const refused = actions.map((action, at) => this.giveOwn(action, at));
    for (const at of this.keys.keys()) {
      const before = this.earlierOf(at);
      if (this.given[at] === undefined && before !== undefined) {
        this.enter(at, before, true);
      }
    }
    for (const [at, action] of actions.entries()) {
      if (this.given[at] === undefined) this.giveNext(action, at, refused[at]);
    }
    for (const [at, why] of refused.entries()) {
      if (why !== undefined) this.askAbout(actions[at]!, this.given[at]!, why);
    }
    if (this.prefixes.length > 0) {
      this.repairs.push({
        row: -1,
        text: `The numbers begin again in each part of the plan, so that of the part was put before them, as in ${this.given[0]!.reference}.`,
      });
    }
    const none = actions.flatMap(({ texts }, at) =>
      textOf(texts.number) === '' ? [this.given[at]!.reference] : [],
    );
    if (none.length > 0) {
      const shown =
        none.length > 12 ? [...none.slice(0, 12), `and ${none.length - 12} more`] : none;
      this.repairs.push({
        row: -1,
        text: `${none.length === 1 ? 'One action has' : `${none.length} actions have`} no number in the file, and got: ${shown.join(', ')}.`,
      });
    }
    return {
      actions: this.given as GivenReference[],
      questions: this.questions,
      repairs: this.repairs,
    };
  }

  /** A number that has lost its nought: not where the file has the longer one too, or is sorted as text. */
  private lengthened(own: string | undefined, before: string | undefined): string | undefined {
    const next = lengthened(own, before);
    if (next === undefined || own === undefined || this.printed.has(next)) return undefined;
    return !this.isFree(own) || own.endsWith('.1') ? next : undefined;
  }

  /** What the import before called the action. */
  private earlierOf(at: number): string | undefined {
    const key = this.keys[at]!;
    return Object.hasOwn(this.earlier, key) ? this.earlier[key] : undefined;
  }

  private isFree(reference: string): boolean {
    return !this.taken.has(slug(reference));
  }

  private enter(at: number, reference: string, isOurs: boolean, printed?: string): boolean {
    if (!this.isFree(reference)) return false;
    this.taken.add(slug(reference));
    this.given[at] = { reference, isOurs, ...(printed !== undefined && { printed }) };
    return true;
  }

  /** The plan’s own number. What is no number, or is one already, is refused. */
  private giveOwn({ texts, rows }: ActionRead, at: number): Refused | undefined {
    const answer = this.answers.get(this.placeOf(rows[0]!));
    const typed = answer ?? textOf(texts.number);
    if (typed === '') return undefined;
    if (answer === undefined && isDate(typed)) return 'date';
    const own = ownNumber(typed);
    const prefix = answer === undefined ? this.prefixes[at] : undefined;
    if (own !== undefined && prefix !== undefined) {
      const reference = this.earlierOf(at) ?? `${prefix}.${own}`;
      return this.enter(at, reference, true) ? undefined : 'used twice';
    }
    const before = this.given[at - 1]?.reference;
    const next = answer === undefined ? this.lengthened(own, before) : undefined;
    if (next !== undefined && this.enter(at, next, false)) {
      this.given[at]!.doubt =
        `The file has ${own} after ${before}, so this was read as ${next}: Excel drops the last nought of a number. Is that right?`;
      this.repairs.push({
        row: rows[0]!,
        text: `The number ${typed} is after ${before}, so it was read as ${next}. Excel drops the last nought.`,
      });
      this.questions.push({
        kind: 'last nought',
        ask: 'Excel drops a nought at the end of a number, so 1.10 becomes 1.1. These numbers were read with the nought. Write the number that the plan prints.',
        rows: [rows[0]!],
        answer: {
          part: 'references',
          key: this.placeOf(rows[0]!),
          suggestion: `the file has “${typed}”; read as ${next}`,
        },
      });
      return undefined;
    }
    if (own === undefined) return 'no reference';
    const printed = printedAs(typed);
    return this.enter(
      at,
      own,
      false,
      printed.toLowerCase() === own || printed.length > 40 ? undefined : printed,
    )
      ? undefined
      : 'used twice';
  }

  private giveNext({ texts, outcome }: ActionRead, at: number, refused: Refused | undefined): void {
    const own = refused === 'used twice' ? ownNumber(textOf(texts.number)) : this.numberOfSplit(at);
    const stem = own ?? stemOf(this.read.outcomes, outcome, this.outcomes);
    const here = new Set(this.keys);
    // An action that is worded otherwise now keeps the reference that it had.
    const orphan = Object.entries(this.earlier).find(
      ([key, reference]) =>
        !here.has(key) && reference.startsWith(`${stem}.`) && this.isFree(reference),
    )?.[1];
    if (orphan !== undefined && this.enter(at, orphan, true)) return;
    const everGiven = new Set(Object.values(this.earlier).map(slug));
    let count = own === undefined ? 1 : 2;
    while (!this.isFree(`${stem}.${count}`) || everGiven.has(slug(`${stem}.${count}`))) count += 1;
    this.enter(at, `${stem}.${count}`, true);
  }

  /** The number of the row that an action was split from: its first action has it. */
  private numberOfSplit(at: number): string | undefined {
    const { part = 1, texts } = this.read.actions[at]!;
    if (part === 1 || textOf(texts.number) !== '') return undefined;
    const first = at - part + 1;
    const isNumbered = textOf(this.read.actions[first]?.texts.number ?? []) !== '';
    return isNumbered ? this.given[first]?.reference : undefined;
  }

  private askAbout({ texts, rows }: ActionRead, given: GivenReference, why: Refused): void {
    const typed = textOf(texts.number);
    const [one, many] = notTaken[why];
    given.doubt = `The number in the file ${one}. The action was given ${given.reference}. Which number does the plan print?`;
    this.questions.push({
      kind: `reference ${why}`,
      ask: `These numbers ${many}. The actions were given other numbers. Write the number that the plan prints. It never changes afterwards.`,
      rows: [rows[0]!],
      answer: {
        part: 'references',
        key: this.placeOf(rows[0]!),
        suggestion: `the file has “${typed}”; given for now: ${given.reference}`,
      },
    });
  }
}

/** Why a number was not taken, of one and of several. */
const notTaken: Record<Refused, [one: string, many: string]> = {
  date: [
    'looks like a date. Excel turns numbers such as 1-1 into dates',
    'look like dates. Excel turns numbers such as 1-1 into dates',
  ],
  'no reference': ['cannot be the number of an action', 'cannot be the numbers of actions'],
  'used twice': [
    'is used twice, or would have the address of another number',
    'are used twice, or would have the addresses of other numbers',
  ],
};

/**
 * The number of the part that each action is in, where actions are numbered from 1 in each: that of its
 * outcome or theme, or the place of its theme in a plan that numbers none.
 *
 * @returns one for each action; empty where every number is there once
 */
function prefixesOf({ actions, themes }: TableRead): (string | undefined)[] {
  const numbers = actions.map(({ outcome }) =>
    numberIn(textOf(outcome.number) || textOf(outcome.theme.number)),
  );
  const areNumbered = numbers.some((number) => number !== undefined);
  const prefixes = areNumbered
    ? numbers
    : actions.map(({ outcome }) => String(themes.indexOf(outcome.theme) + 1));
  const own = actions.flatMap(({ texts }, at) => {
    const typed = textOf(texts.number);
    return typed === '' ? [] : [{ number: ownNumber(typed), prefix: prefixes[at] }];
  });
  const isPlain = own.every(
    ({ number, prefix }) => /^(?:\d{1,3}[a-z]?|[a-z])$/.test(number ?? '') && prefix !== undefined,
  );
  const alone = new Set(own.map(({ number }) => number));
  const together = new Set(own.map(({ number, prefix }) => `${prefix}.${number}`));
  return isPlain && alone.size < own.length && together.size === own.length ? prefixes : [];
}

const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** The number in “Priority 2” or “Theme Two”. */
function numberIn(text: string): string | undefined {
  const digits = /\d+[a-z]?(?:\.\d+[a-z]?)*\b/.exec(text)?.[0];
  if (digits !== undefined) return digits;
  const word = /^\S+\s+([a-z]+)/i.exec(text)?.[1]?.toLowerCase() ?? '';
  if (word.length === 1) return word;
  return words.includes(word) ? String(words.indexOf(word) + 1) : undefined;
}

/** The number without “Ref.” or “Objective” before it: how the plan prints it. */
function printedAs(typed: string): string {
  return typed
    .trim()
    .replace(/^['’#]\s*/, '')
    .replace(
      /^(?:ref(?:erence)?|no|number|action|objective|outcome|priority|item|step)\b[.:\s]*(?=\S)/i,
      '',
    )
    .replace(/(?<=[\d\p{L})])[*†‡]+$/u, '')
    .replace(/(?<=[\d\p{L})])[.:]$/u, '')
    .replace(/^([^(]*[\d\p{L}])\)$/u, '$1')
    .trim();
}

/** “Ref. 2.1.” → 2.1, “WB-04” → wb.04, “3.2(b)” → 3.2.b; undefined where no reference is in it. */
export function ownNumber(typed: string): string | undefined {
  // “1 (new)”, “3 – revised”: a word that was put beside the number is no part of it.
  if (
    /\d[\s(–-]+(?:new|revised|updated|amended|added|changed|deleted|closed|complete[d]?|merged|moved|part|cont|contd|continued)\b\)?\.?$/i.test(
      typed.trim(),
    )
  )
    return undefined;
  if (severalNumbers.test(typed.trim())) return undefined;
  const plain = printedAs(typed)
    .toLowerCase()
    .replaceAll(/[\s()[\]_/–-]+/g, '.')
    .replaceAll(/\.{2,}/g, '.')
    .replaceAll(/^\.|\.$/g, '');
  const says = /\d/.test(plain) || /^(?:[a-z]|[ivxl]{1,6})$/.test(plain);
  return says && plain.length <= 20 && referencePattern.test(plain) ? plain : undefined;
}

/** “1.1” and “1.2” on two lines: joined, they would be a number that the plan does not have. */
const severalNumbers = /\d\S*\n\S*\d/;

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';

/** “01-Jan”, “Jan-25”, “2 January 2025”, 44562: what Excel makes of 1-1 or 1/2. */
function isDate(typed: string): boolean {
  const text = typed.trim().toLowerCase();
  return (
    new RegExp(String.raw`^\d{1,2}[-/ ](?:${months})[a-z]*(?:[-/ ]\d{2,4})?$`).test(text) ||
    new RegExp(String.raw`^(?:${months})[a-z]*[-/ ]\d{2,4}$`).test(text) ||
    /^\d{1,4}[-/]\d{1,2}[-/]\d{2,4}$/.test(text) ||
    /^4\d{4}$/.test(text)
  );
}

/** 1.1 after 1.9 is 1.10: a spreadsheet keeps it as a number. */
function lengthened(own: string | undefined, before: string | undefined): string | undefined {
  if (own === undefined || before === undefined || !/^\d+\.\d+$/.test(own)) return undefined;
  const [stem, last] = before.split('.') as [string, string];
  return /^\d+\.\d+$/.test(before) &&
    Number(last) % 10 === 9 &&
    own === `${stem}.${Number(last) + 1}`.replace(/0+$/, '')
    ? `${stem}.${Number(last) + 1}`
    : undefined;
}

/** What the actions of an outcome are counted under: its number, that of its theme, or its place in the plan. */
function stemOf(
  all: readonly OutcomeRead[],
  outcome: OutcomeRead,
  references: readonly string[],
): string {
  const at = all.indexOf(outcome);
  const own = references[at]!;
  const number = textOf(outcome.number);
  if (number !== '' && !isLabel(number) && referencePattern.test(own)) return own;
  return numberIn(textOf(outcome.theme.number)) ?? String(at + 1);
}

function localReferences(
  list: readonly { number: string; title: string }[],
  otherwise: string,
): string[] {
  const taken = new Set<string>();
  return list.map(({ number, title }) => {
    const own = ownNumber(/[a-z]?\d+(?:\.\d+)*[a-z]?/i.exec(number)?.[0] ?? number);
    const stem = own ?? (shortSlugOf(title) || otherwise);
    let reference = stem;
    for (let count = 2; taken.has(slug(reference)); count += 1) {
      reference = `${shortSlugOf(title.length > 0 ? title : stem, 3) || otherwise}-${count}`;
    }
    taken.add(slug(reference));
    return referencePattern.test(reference) || idPattern.test(reference) ? reference : otherwise;
  });
}

function keysOf(actions: readonly ActionRead[]): string[] {
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
