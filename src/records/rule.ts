import { identifier } from '../domain/reference.ts';
import { startOfFile, type Problem } from './problem.ts';
import type { Kind, Records, Sourced } from './records.ts';

/**
 * A rule: what it is called, what it says in one line, and how what breaks it is found. All rules
 * have this shape, whatever they look at: one record’s lines, all records, or two states of them.
 *
 * It says nothing about fields that are missing or could not be read, because the schema has reported
 * those already.
 */
export interface Rule<Subject, Breach = Found> {
  /** What reports call it, in small letters with hyphens. */
  name: string;
  /** What holds where the rule is kept, in one plain sentence; the guide for editors lists it. */
  about: string;
  /** Everything in a subject that breaks the rule. */
  find(subject: Subject): Iterable<Breach>;
}

/** What a rule found: a problem, but for the name of the rule and how severe it is. */
export type Found = Omit<Problem, 'rule' | 'severity' | 'lineText'>;

/**
 * All that rules find in a subject, as problems that bear the names of their rules. A rule that
 * cannot go on is a problem of the file that stopped it; what it found before and all other rules count.
 *
 * @param stoppedBy the file that a rule cannot read, where it can be told
 */
export function problemsFound<Subject>(
  rules: readonly Rule<Subject>[],
  subject: Subject,
  severity: Problem['severity'],
  stoppedBy: (rule: Rule<Subject>) => string | undefined = () => undefined,
): Problem[] {
  return rules.flatMap((rule) => {
    const problems: Problem[] = [];
    try {
      for (const found of rule.find(subject))
        problems.push({ rule: rule.name, severity, ...found });
    } catch {
      problems.push(stopped(rule.name, severity, stoppedBy(rule)));
    }
    return problems;
  });
}

/** A fault of this program, which must hide nothing that the others find. */
function stopped(rule: string, severity: Problem['severity'], file: string | undefined): Problem {
  return {
    rule,
    severity,
    file: file ?? 'data',
    ...startOfFile,
    message: `The check cannot tell whether ${file === undefined ? 'the records keep' : 'this file keeps'} the rule “${rule}”.`,
    why: 'Something is written in a way that the check does not expect.',
    advice:
      'Compare it with a record that works. If it looks right, tell the people who make the site.',
  };
}

/** What to say of a breach: what is wrong, why it matters, and what to do. */
export type Words = Pick<Problem, 'message' | 'why' | 'advice' | 'inBox'>;

/** A breach at the value of a field. */
export function at(record: Sourced<Kind>, path: readonly PropertyKey[], words: Words): Found {
  return { file: record.file, ...record.placeOf(path), ...words };
}

/**
 * A breach at some words of a text.
 *
 * @param nth which of them, if they are there more often; counted from 0
 */
export function atWords(
  record: Sourced<Kind>,
  path: readonly PropertyKey[],
  part: string,
  words: Words,
  nth = 0,
): Found {
  return { file: record.file, ...record.placeOfWords(path, part, nth), ...words };
}

/** What each action is called in addresses and by other records: `don-2-1-2`. */
export function identifiersOf(records: Records): string[] {
  const codes = new Map(records.plan.map(({ id, value }) => [id, value.code]));
  return records.action.map(({ plan, reference }) =>
    identifier(codes.get(plan!) ?? plan!, reference!),
  );
}

/** The identifiers of all records of one kind, those with problems included: they do exist. */
export function idsOf(records: readonly Sourced<Kind>[]): string[] {
  return records.map((record) => record.id);
}
