import type { Register } from '../register/register.ts';
import { wordsOf, type OwnCommonWords } from './words.ts';

/** The words of which a whole site is. */
export interface SiteWords {
  /** What its people are called, and what they do: `residents`, `living`. */
  people: string[];
  /** The words of the places where its plans apply. */
  places: string[];
}

/** The words of which a whole site is. */
export function siteWordsOf({ site, plans }: Pick<Register, 'site' | 'plans'>): SiteWords {
  const people = site.words.toPeople === '' ? '' : site.words.people;
  return {
    people: unique([people, ...(site.people_words ?? [])]),
    places: unique(plans.flatMap(({ area, within = '' }) => [area, within])),
  };
}

const unique = (texts: readonly string[]) => [...new Set(texts.flatMap((text) => wordsOf(text)))];

/** The words of `people` and `places` as one set, which `weightOf` takes. */
export function ownCommonWords({ people, places }: SiteWords): OwnCommonWords {
  return new Set([...people, ...places]);
}
