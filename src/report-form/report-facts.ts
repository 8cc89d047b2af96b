import type { Repository } from '../domain/repository.ts';
import type { Register } from '../register/register.ts';

/** What the rules need to know beside the action itself. It is in the page, so it is kept small. */
export interface ReportFacts {
  /** Undefined where the records cannot be changed in a browser. */
  repository?: Repository;
  /** The name of the site, and the email address to which a report can be sent. */
  site: string;
  contact: string;
  plans: { id: string; code: string; title: string; from: string; publisher: string }[];
  organisations: {
    id: string;
    name: string;
    short_name?: string;
    other_names: string[];
    /** The body that it is part of. */
    part_of?: string;
  }[];
  terms: { id: string; term: string; other_forms: string[] }[];
}

/** The plans, organisations and terms of a register, as far as a report can go wrong by them. */
export function reportFacts(register: Register): ReportFacts {
  const { name, contact, repository } = register.site;
  return {
    ...(repository === undefined ? {} : { repository }),
    site: name,
    contact,
    plans: register.plans.map(({ id, code, title, period, publisher }) => ({
      id,
      code,
      title,
      from: period.from.display,
      publisher: publisher.id,
    })),
    organisations: register.organisations.map(({ id, name, shortName, otherNames, partOf }) => ({
      id,
      name,
      ...(shortName === undefined ? {} : { short_name: shortName }),
      other_names: otherNames,
      ...(partOf === undefined ? {} : { part_of: partOf.id }),
    })),
    terms: register.glossary
      .filter(({ organisation }) => organisation === undefined)
      .map(({ id, term, otherForms }) => ({ id, term, other_forms: otherForms })),
  };
}
