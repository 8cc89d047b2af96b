import { identifier } from '../../domain/reference.ts';
import type { Records } from '../records.ts';
import { problemAt, type Rule } from './rule.ts';

/** No two things share an identifier, because an address is made from it. */
export const identifierUnique: Rule = function* (records) {
  const first = new Map<string, string>();
  for (const { record, path, key, said, advice } of claims(records)) {
    const where = first.get(key);
    if (where === undefined) {
      first.set(key, record.file);
      continue;
    }
    yield problemAt(
      'identifier-unique',
      record,
      path,
      `${said} is used twice${where === record.file ? ' in this file' : `: also in ${where}`}.`,
      advice,
    );
  }
};

function* claims(records: Records) {
  const codes = new Map<string, string>();
  for (const record of records.plan) {
    const { code } = record.value;
    if (code !== undefined) {
      codes.set(record.id, code);
      yield {
        record,
        path: ['code'],
        key: `code ${code}`,
        said: `The code “${code}”`,
        advice:
          'Give each plan a code of its own. A plan that follows an old one may add its year, such as don24.',
      };
    }
    for (const [t, theme] of (record.value.themes ?? []).entries()) {
      const path = ['themes', t];
      if (theme?.id !== undefined) yield inPlan(record, [...path, 'id'], 'theme', theme.id);
      for (const [o, outcome] of (theme?.outcomes ?? []).entries()) {
        if (outcome?.id !== undefined) {
          yield inPlan(record, [...path, 'outcomes', o, 'id'], 'outcome', outcome.id);
        }
      }
    }
  }
  for (const record of records.action) {
    const code = codes.get(record.plan!) ?? record.plan!;
    const id = identifier(code, record.reference!);
    yield {
      record,
      path: [],
      key: `action ${record.plan} ${id}`,
      said: `The identifier “${id}”`,
      advice: 'Give one of the two files another number.',
    };
  }
}

function inPlan(record: Records['plan'][number], path: PropertyKey[], kind: string, id: string) {
  return {
    record,
    path,
    key: `${kind} ${record.id} ${identifier('', id)}`,
    said: `The ${kind} “${id}”`,
    advice: `Give each ${kind} of a plan a number or name of its own.`,
  };
}
