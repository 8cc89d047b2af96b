import type { NamedSubject } from './subjects.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * A vocabulary as a phone fetches it: each subject is one text, under its kind, of four parts:
 * `short-breaks|5-17|name,name|phrase,phrase`. What goes without saying is left out: an identifier
 * that its first phrase makes, and ages.
 */
export interface PackedVocabulary {
  codes: string[];
  people: string[];
  places: string[];
  subjects: Partial<Record<NamedSubject['kind'], string[]>>;
}

/** Writes it small. Phrases hold no signs but those within words, so the signs between are safe. */
export function packed({ codes, people, places, subjects }: Vocabulary): PackedVocabulary {
  const byKind: PackedVocabulary['subjects'] = {};
  for (const { id, kind, phrases, names, ages } of subjects) {
    const name = id.slice(kind.length + 1);
    const parts = [
      name === identifierOf(phrases) ? '' : name,
      ages === undefined ? '' : `${ages.from}-${ages.to}`,
      phrases.slice(0, names).join(','),
      phrases.slice(names).join(','),
    ];
    (byKind[kind] ??= []).push(parts.join('|'));
  }
  return { codes, people, places, subjects: byKind };
}

/** The subjects come by kind, in the order in which the kinds first came. */
export function unpacked({ codes, people, places, subjects }: PackedVocabulary): Vocabulary {
  const kinds = Object.entries(subjects) as [NamedSubject['kind'], string[]][];
  return {
    codes,
    people,
    places,
    subjects: kinds.flatMap(([kind, texts]) => texts.map((text) => subjectIn(kind, text))),
  };
}

function subjectIn(kind: NamedSubject['kind'], text: string): NamedSubject {
  const [name = '', ages = '', ...lists] = text.split('|');
  const [names = [], others = []] = lists.map((list) => (list === '' ? [] : list.split(',')));
  const phrases = [...names, ...others];
  const [from, to] = ages.split('-').map(Number);
  return {
    id: `${kind}:${name === '' ? identifierOf(phrases) : name}`,
    kind,
    phrases,
    names: names.length,
    ...(to === undefined ? {} : { ages: { from: from!, to } }),
  };
}

/** `short breaks` → `short-breaks` */
function identifierOf([phrase = '']: readonly string[]): string {
  return phrase.replaceAll(/[^a-z0-9]+/g, '-');
}
