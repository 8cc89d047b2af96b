import type { Repository } from '../domain/repository.ts';
import type { Register } from '../register/register.ts';

/** What the rules need to know beside the action itself. It stands in the page, so it is kept small. */
export interface ReportFacts {
  /** Undefined where the records cannot be changed in a browser. */
  repository?: Repository;
  plans: { id: string; code: string; from: string }[];
  organisations: {
    id: string;
    name: string;
    short_name?: string;
    other_names: string[];
  }[];
  terms: { id: string; term: string; other_forms: string[] }[];
}

/** The plans, organisations and terms of a register, as far as a report can go wrong by them. */
export function reportFacts(register: Register): ReportFacts {
  const { repository } = register.site;
  return {
    ...(repository === undefined ? {} : { repository }),
    plans: register.plans.map(({ id, code, period }) => ({ id, code, from: period.from.display })),
    organisations: register.organisations.map(({ id, name, shortName, otherNames }) => ({
      id,
      name,
      ...(shortName === undefined ? {} : { short_name: shortName }),
      other_names: otherNames,
    })),
    terms: register.glossary
      .filter(({ organisation }) => organisation === undefined)
      .map(({ id, term, otherForms }) => ({ id, term, other_forms: otherForms })),
  };
}
