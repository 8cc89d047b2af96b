import { offer } from '../../domain/nearest.ts';
import { identifier } from '../../domain/reference.ts';
import type { Kind, Records, Sourced } from '../records.ts';
import { at, idsOf, type Rule } from '../rule.ts';
import { asFlow } from '../yaml/as-yaml.ts';

export const identifierUnique: Rule<Records> = {
  name: 'identifier-unique',
  about: 'No two things share an identifier, because an address is made from it.',
  find: (records) =>
    twice(identifiersIn(records), (said, where) => `${said} is used twice${where}.`),
};

export const nameUnique: Rule<Records> = {
  name: 'name-unique',
  about:
    'A name leads to one thing: no two organisations share one, no two entries of the glossary explain the same term, and no two actions of a plan share a title.',
  find: (records) => twice(namesIn(records), (said, where) => `${said} is used twice${where}.`),
};

export const topicExists: Rule<Records> = {
  name: 'topic-exists',
  about: 'A topic that an action names has a record in data/topics.',
  *find(records) {
    const known = idsOf(records.topic);
    for (const action of records.action) {
      for (const [index, topic] of (action.value.topics ?? []).entries()) {
        if (topic === undefined || known.includes(topic)) continue;
        yield at(action, ['topics', index], {
          message: `There is no topic “${topic}”.`,
          advice: adviceOnTopic(topic, records.topic),
        });
      }
    }
  },
};

function adviceOnTopic(typed: string, topics: readonly Sourced<'topic'>[]): string {
  const known = idsOf(topics);
  const found =
    severalOnALine
      .map((mark) => [...new Set(typed.split(mark).map((part) => topicCalled(part, topics)))])
      .find((ids) => !ids.includes(undefined)) ?? [];
  if (found.length > 1) {
    return `Write each on a separate line:\n${found.map((id) => `  - ${id}`).join('\n')}`;
  }
  const meant = topicCalled(typed, topics) ?? found[0] ?? typed;
  return offer(meant, known, `Use one of: ${known.join(', ')}.`);
}

/** The topic that somebody called by its id, its title or another word for it. */
function topicCalled(typed: string, topics: readonly Sourced<'topic'>[]): string | undefined {
  const name = typed.trim().toLowerCase();
  const called = (
    names: (value: Sourced<'topic'>['value'], id: string) => (string | undefined)[],
  ) =>
    topics.find(({ id, value }) => names(value, id).some((one) => one?.toLowerCase() === name))?.id;
  return called(({ title }, id) => [id, title]) ?? called(({ other_words = [] }) => other_words);
}

/** What people put between several things on one line; “and” may be part of a name. */
const severalOnALine = [/[,;/]/, /[,;/&]|\band\b/];

export const wordOfItsOwn: Rule<Records> = {
  name: 'word-of-its-own',
  about: 'Each word that people use for a topic or a term is on a separate line.',
  *find(records) {
    for (const record of [...records.topic, ...records.term]) {
      for (const [index, typed] of (record.value.other_words ?? []).entries()) {
        const words = (typed ?? '').split(betweenWords).filter(Boolean);
        if (words.length < 2) continue;
        yield at(record, ['other_words', index], {
          message: `“${typed}” is on one line, so the search takes it as one word.`,
          advice: `Write each on a separate line:\n${words.map((word) => `  - ${asFlow(word)}`).join('\n')}`,
        });
      }
    }
  },
};

/** Not the stroke of 24/7. */
const betweenWords = /\s*[,;]\s*|\s+\/\s+|(?<=\p{L})\/(?=\p{L})/u;

/** A name that may be given once. */
interface Claim {
  record: Sourced<Kind>;
  path: PropertyKey[];
  /** The same for two claims of the same name. */
  key: string;
  /** The name, in a sentence. */
  said: string;
  advice: string;
}

/** Every claim of a name that an earlier one has claimed already. */
function* twice(claims: Iterable<Claim>, inWords: (said: string, where: string) => string) {
  const first = new Map<string, string>();
  for (const { record, path, key, said, advice } of claims) {
    const file = first.get(key);
    if (file === undefined) {
      first.set(key, record.file);
      continue;
    }
    const where = file === record.file ? ' in this file' : `: also in ${file}`;
    yield at(record, path, { message: inWords(said, where), advice });
  }
}

function* identifiersIn(records: Records): Iterable<Claim> {
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
          'Give each plan its own code. A plan that follows an old one may add its year, such as any28.',
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

function inPlan(record: Sourced<'plan'>, path: PropertyKey[], kind: string, id: string): Claim {
  return {
    record,
    path,
    key: `${kind} ${record.id} ${identifier('', id)}`,
    said: `The ${kind} “${id}”`,
    advice: `Give each ${kind} of a plan its own number or name.`,
  };
}

function* namesIn(records: Records): Iterable<Claim> {
  for (const record of records.organisation) {
    const { name, short_name: shortName, other_names: otherNames } = record.value;
    const claim = (path: PropertyKey[], claimed: string): Claim => ({
      record,
      path,
      key: `organisation ${claimed}`,
      said: `“${claimed}”`,
      advice:
        'Keep the name in the record that it belongs to. If both are the same body, keep one record.',
    });
    if (name !== undefined) yield claim(['name'], name);
    // An abbreviation that nobody spells out is both the name and the short name.
    if (shortName !== undefined && shortName !== name) yield claim(['short_name'], shortName);
    for (const [index, other] of (otherNames ?? []).entries()) {
      if (other !== undefined) yield claim(['other_names', index], other);
    }
  }
  for (const record of records.term) {
    const { term, other_forms: otherForms = [] } = record.value;
    const claim = (path: PropertyKey[], claimed: string): Claim => ({
      record,
      path,
      key: `term ${claimed}`,
      said: `“${claimed}”`,
      advice:
        'Keep one entry for it. Where plans mean two things by it, say both in its “meaning”.',
    });
    if (term !== undefined) yield claim(['term'], term);
    for (const [index, form] of otherForms.entries()) {
      if (form !== undefined) yield claim(['other_forms', index], form);
    }
  }
  for (const record of records.action) {
    const { title } = record.value;
    if (title === undefined) continue;
    yield {
      record,
      path: ['title'],
      key: `title ${record.plan} ${title}`,
      said: `“${title}”`,
      advice: 'Say in the title what sets this action apart from the other one.',
    };
  }
}
