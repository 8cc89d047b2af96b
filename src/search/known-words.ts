import type { Register } from '../register/register.ts';

/**
 * The words of five letters or more in which the site speaks of what carers come for, in small
 * letters and in the order of the alphabet: the search mends slips of the fingers by them.
 */
export function knownWords({ topics, glossary, organisations, plans }: Register): string[] {
  const texts = [
    ...topics.flatMap(({ title, covers, otherWords }) => [title, covers, ...otherWords]),
    ...glossary.map(({ term }) => term),
    ...organisations.map(({ name }) => name),
    ...plans.flatMap(({ themes }) =>
      themes.flatMap(({ title, outcomes }) => [title, ...outcomes.map((outcome) => outcome.title)]),
    ),
  ];
  const words = texts.flatMap((text) => text.toLowerCase().match(/[\p{L}’']{5,}/gu) ?? []);
  return [...new Set(words)].sort();
}
