import { dateRefusalInWords, parseDueDate } from '../../domain/due-date.ts';
import { offer } from '../../domain/nearest.ts';
import type { PlanFacts } from '../questions/mapping.ts';
import type { Known } from './read-leads.ts';
import { CannotRun } from '../table.ts';

/** Facts of the plan with everything filled in that the record must have. */
export type SurePlanFacts = PlanFacts & {
  code: string;
  publisher: string;
  reported: string;
  /** The code was made from the plan’s name, and nobody gave it. */
  codeSupposed: boolean;
};

/** Code → the plan that has it. */
type Codes = Readonly<Record<string, string>>;

/**
 * Fills in what can be supposed about a plan.
 *
 * @throws CannotRun if a fact cannot be put in the plan’s record, or one is missing
 */
export function surePlanFacts(
  plan: string,
  facts: PlanFacts,
  codes: Codes,
  organisations: readonly Known[],
): SurePlanFacts {
  refuseFacts(plan, facts, codes);
  const code = facts.code ?? supposedCode(plan, codes);
  const publisher = publisherOf(facts.publisher, organisations);
  const { reported } = facts;
  const missing = [
    ...(code === undefined
      ? [
          'a short code for the plan. It begins the number and the address of every action, and never changes: --code any28',
        ]
      : []),
    ...(publisher === undefined
      ? ['who published the plan, by the file in data/organisations: --publisher council']
      : []),
    ...(reported === undefined
      ? [
          'when the progress in the file was reported, or the plan published if it has none: --reported "March 2022"',
        ]
      : []),
  ];
  if (code === undefined || publisher === undefined || reported === undefined) {
    throw new CannotRun(
      `The file does not say these things. Give them:\n  ${missing.join('\n  ')}`,
    );
  }
  return { ...facts, code, publisher, reported, codeSupposed: facts.code === undefined };
}

/** The first letters of the plan’s name, as many as no other plan has for its code. */
function supposedCode(plan: string, codes: Codes): string | undefined {
  const letters = plan.replaceAll(/[^a-z0-9]/g, '').replace(/^[0-9]+/, '') || 'plan';
  return [
    ...[3, 4, 5, 6, 7, 8].map((length) => letters.slice(0, length)),
    ...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => `${letters.slice(0, 6)}${n}`),
  ].find((code) => code.length > 1 && (codes[code] ?? plan) === plan);
}

/** What was said about the plan has to be what its record accepts. */
function refuseFacts(plan: string, facts: PlanFacts, codes: Codes): void {
  const { code } = facts;
  if (code !== undefined && !/^[a-z][a-z0-9]{1,7}$/.test(code)) {
    throw new CannotRun(
      `“${code}” cannot be a plan’s code. Use two to eight small letters and digits, such as --code any28`,
    );
  }
  const other = code === undefined ? undefined : codes[code];
  if (other !== undefined && other !== plan) {
    throw new CannotRun(
      `The code “${code}” belongs to the plan “${other}”. Each plan has a code of its own, such as --code ${code}2`,
    );
  }
  for (const name of ['reported', 'from', 'to'] as const) {
    const read = parseDueDate(facts[name] ?? 'March 2022');
    if (!read.ok) {
      const { message, advice } = dateRefusalInWords(read.refusal);
      throw new CannotRun(`--${name}: ${message} ${advice}`);
    }
    if (name !== 'to' && (read.date.earliest === null || read.date.latest === null)) {
      throw new CannotRun(
        `--${name}: “${facts[name]}” has no beginning or no end. Write a month, such as March 2022.`,
      );
    }
  }
}

/** Who published the plan: as given, or the only organisation that there is. */
function publisherOf(
  said: string | undefined,
  organisations: readonly Known[],
): string | undefined {
  if (said === undefined) return organisations.length === 1 ? organisations[0]!.id : undefined;
  const found = organisations.find(
    ({ id, names }) =>
      id === said || names.some((name) => name.toLowerCase() === said.toLowerCase()),
  );
  if (found !== undefined) return found.id;
  const choices = organisations.flatMap(({ id, names }) => [id, ...names]);
  throw new CannotRun(
    `No organisation is called “${said}”. ${offer(said, choices, 'Write a file for it in data/organisations first.')}`,
  );
}
