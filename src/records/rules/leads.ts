import { didYouMean, nearest } from '../../domain/nearest.ts';
import { listed } from '../../domain/words.ts';
import type { LeadEntry } from '../../schema/statement.ts';
import type { Draft, Records, Sourced } from '../records.ts';
import { at, type Rule, type Words } from '../rule.ts';
import { statementsIn } from '../statements.ts';

export const organisationExists: Rule<Records> = {
  name: 'organisation-exists',
  about:
    'Whoever leads an action, publishes a plan, reports, or has another body as a part has a record in data/organisations.',
  *find(records) {
    const bodies = bodiesIn(records);
    const ids = new Set(bodies.map(({ id }) => id));
    for (const { record, path, id } of mentions(records)) {
      if (ids.has(id)) continue;
      yield at(record, path, {
        message: `There is no organisation “${id}”.`,
        ...adviceOn(id, bodies),
      });
    }
  },
};

export const leadOnce: Rule<Records> = {
  name: 'lead-once',
  about: 'Nobody is named twice among the leads of an action.',
  *find(records) {
    for (const { record, leads } of leadLists(records)) {
      const seen = new Set<string>();
      for (const { id, path: place } of leads) {
        if (!seen.has(id)) {
          seen.add(id);
          continue;
        }
        yield at(record, place, {
          message: `“${id}” is named twice as a lead.`,
          advice: 'Take one of the two out. Who leads is not named as a partner too.',
        });
      }
    }
  },
};

export const partOfAnother: Rule<Records> = {
  name: 'part-of-another',
  about: 'No organisation is part of itself, nor of one of its own parts.',
  *find({ organisation }) {
    const wholes = new Map(organisation.map(({ id, value }) => [id, value.part_of]));
    const told = new Set<string>();
    for (const record of organisation) {
      const around = circleFrom(record.id, wholes);
      if (around === undefined || around.some((id) => told.has(id))) continue;
      for (const id of around) told.add(id);
      yield at(record, ['part_of'], {
        message:
          around.length === 1
            ? `“${record.id}” cannot be part of itself.`
            : `${listed(around.map((id, index) => `“${id}” is part of “${around[index + 1] ?? record.id}”`))}: that goes round in a circle.`,
        advice:
          around.length === 1
            ? 'Write the larger body that it is part of, or take this line out.'
            : 'Keep the line “part_of” only in the record of each smaller body.',
      });
    }
  },
};

/** The organisations from one to itself, each part of the next. Undefined where it does not come back. */
function circleFrom(
  id: string,
  wholes: ReadonlyMap<string, string | undefined>,
): string[] | undefined {
  const passed = new Set([id]);
  for (let next = wholes.get(id); next !== undefined; next = wholes.get(next)) {
    if (next === id) return [...passed];
    if (passed.has(next)) return undefined;
    passed.add(next);
  }
  return undefined;
}

/** One list of leads: those who were named first, or those whom a report names in their place. */
interface LeadList {
  record: Sourced<'action' | 'report'>;
  path: PropertyKey[];
  /** The identifiers, each with its own place. */
  leads: { id: string; path: PropertyKey[] }[];
}

/** Every list of leads of every action, then of every report; entries that were refused are left out. */
function* leadLists(records: Records): Iterable<LeadList> {
  for (const record of records.action) {
    yield leadList(record, ['leads'], record.value.leads);
  }
  for (const { report: record, path, value } of [...statementsIn(records).values()].flat()) {
    yield leadList(record, [...path, 'leads'], value.leads);
  }
}

function leadList(
  record: LeadList['record'],
  path: PropertyKey[],
  leads: Draft<LeadEntry[]> | undefined,
): LeadList {
  const entries = (leads ?? []).flatMap((lead, index) => {
    if (typeof lead === 'string') return { id: lead, path: [...path, index] };
    return lead?.organisation === undefined
      ? []
      : { id: lead.organisation, path: [...path, index, 'organisation'] };
  });
  return { record, path, leads: entries };
}

/** An organisation by its identifier, and all that it is called, its name first. */
interface Body {
  id: string;
  names: readonly string[];
}

function bodiesIn({ organisation }: Records): Body[] {
  return organisation.map(({ id, value: { name, short_name, other_names = [] } }) => ({
    id,
    names: [name, short_name, ...other_names].filter((one) => one !== undefined),
  }));
}

/** What readers call it. */
const nameOf = ({ id, names }: Body): string => names[0] ?? id;

function adviceOn(typed: string, bodies: readonly Body[]): Pick<Words, 'advice' | 'inBox'> {
  const [, name, role] = /^(.*\S)\s*\((lead|partner)\)$/i.exec(typed) ?? [];
  const meant = name === undefined ? undefined : bodyFor(name, bodies);
  if (meant !== undefined) {
    return {
      advice: `Write the role on a separate line:\n  - organisation: ${meant.id}\n    role: ${role!.toLowerCase()}`,
      inBox: `Write ${nameOf(meant)}, and choose “${role!.toLowerCase()}” beside it.`,
    };
  }
  const several = typed.split(/\s*(?:,|;|\/|&|\band\b)\s*/).filter(Boolean);
  const besides = typed.split(/\s+/).map((part) => bodies.find(({ id }) => id === part));
  const found =
    several.length === 1 && !besides.includes(undefined)
      ? besides
      : several.map((part) => bodyFor(part, bodies) ?? onlyOne(bodiesWith(part, bodies)));
  if (found.length > 1 && found.every((body) => body !== undefined)) {
    return {
      advice: `Write each on a separate line:\n${found.map(({ id }) => `  - ${id}`).join('\n')}`,
      inBox: `Write each in a separate box: ${found.map(nameOf).join(', ')}.`,
    };
  }
  const having = bodyCalled(typed, bodies) ? [] : bodiesWith(typed, bodies);
  if (having.length > 1) return chooseAmong(having);
  const body = bodyFor(typed, bodies) ?? having[0];
  if (body !== undefined) return didYouMeanBody(typed, body);
  const suggestion = typed
    .split('@')[0]!
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  if (typed.includes('@')) {
    return {
      advice:
        'Write the organisation and not a person’s address: the name of its file in data/organisations.',
      inBox: 'Choose the organisation from the list, and write no person’s address.',
    };
  }
  if (looksLikePerson.test(typed)) {
    return {
      advice: `If this is a person, name the team or the job instead, and nobody’s name. If it is an organisation, add the file data/organisations/${suggestion}.yaml.`,
      inBox: notInList,
    };
  }
  return {
    advice: `Add the file data/organisations/${suggestion || 'nhs-england'}.yaml, or use the name of one that is there.`,
    inBox: notInList,
  };
}

const onlyOne = (bodies: readonly Body[]): Body | undefined =>
  bodies.length === 1 ? bodies[0] : undefined;

const notInList =
  'Choose one from the list. If it is not there, leave this box empty, and name it under “Progress”.';

/** A title, or two words that each begin with a capital. What bodies are called is seldom only that. */
const looksLikePerson =
  /^(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Prof|Sir|Dame)\.?(?: \p{L}[\p{L}’'-]*)+|\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?:[’'-]\p{L}+)?)$/u;

/** As many are named, so that one can be chosen at a glance. */
const mostOffered = 5;

function chooseAmong(bodies: readonly Body[]): Pick<Words, 'advice' | 'inBox'> {
  const shown = bodies.slice(0, mostOffered);
  const names = shown.map(nameOf).join(', ');
  const more = bodies.length - shown.length;
  return {
    advice: `Several organisations have it in their names. Write the one that is meant:\n${shown.map((body) => `  ${body.id} for ${nameOf(body)}`).join('\n')}${more === 0 ? '' : `\nor one of ${more} more in data/organisations.`}`,
    inBox: `Several organisations have it in their names. Choose from the list which of them is meant: ${names}${more === 0 ? '' : `, or one of ${more} more`}.`,
  };
}

function didYouMeanBody(typed: string, body: Body): Pick<Words, 'advice' | 'inBox'> {
  const name = nameOf(body);
  const known = [body.id, ...body.names].some((one) => one.toLowerCase() === typed.toLowerCase());
  const isPlain = known || wordsOf(name).join('-') === body.id;
  const question = didYouMean(typed, body.id);
  return {
    advice: isPlain ? question : question.replace(`“${body.id}”?`, `“${body.id}” (${name})?`),
    inBox: `Did you mean “${name}”?`,
  };
}

/** The organisation with that very identifier or name, in any case. */
function bodyCalled(typed: string, bodies: readonly Body[]): Body | undefined {
  const plain = typed.toLowerCase();
  return (
    bodies.find(({ id }) => id === typed) ??
    bodies.findLast(({ names }) => names.some((name) => name.toLowerCase() === plain)) ??
    bodies.find(({ id }) => id === plain)
  );
}

/** The organisations that have each of the words in one of their names, those with short names first. */
function bodiesWith(typed: string, bodies: readonly Body[]): Body[] {
  const words = wordsOf(typed).filter((word) => !['the', 'of', 'for'].includes(word));
  if (words.length === 0 || typed.includes('@')) return [];
  return bodies
    .filter(({ id, names }) =>
      [id, ...names].some((name) => {
        const its = wordsOf(name);
        return words.every((word) => its.includes(word));
      }),
    )
    .toSorted((a, b) => nameOf(a).length - nameOf(b).length);
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The organisation that is meant by an identifier or name that is not quite one, or by an email address. */
function bodyFor(typed: string, bodies: readonly Body[]): Body | undefined {
  const ids = bodies.map(({ id }) => id);
  const withId = (id: string | undefined) => bodies.find((body) => body.id === id);
  const host = /@([a-z0-9-]+)\./i.exec(typed)?.[1];
  if (host !== undefined) {
    return (
      bodies.find(({ names }) => names.some((name) => name.toLowerCase() === host.toLowerCase())) ??
      withId(nearest(host, ids))
    );
  }
  const called = bodyCalled(typed, bodies) ?? withId(nearest(typed, ids));
  if (called !== undefined) return called;
  const name = nearest(
    typed,
    bodies.flatMap(({ names }) => names),
  );
  return bodies.find(({ names }) => name !== undefined && names.includes(name));
}

/** Everywhere that an organisation is named, by its identifier. */
export function* mentions(records: Records) {
  for (const record of records.plan) {
    if (record.value.publisher !== undefined) {
      yield { record, path: ['publisher'], id: record.value.publisher };
    }
  }
  for (const record of records.organisation) {
    if (record.value.part_of !== undefined)
      yield { record, path: ['part_of'], id: record.value.part_of };
  }
  for (const record of records.report) {
    const { by } = record.value;
    if (typeof by === 'string') yield { record, path: ['by'], id: by };
  }
  for (const { record, leads } of leadLists(records)) {
    for (const { id, path } of leads) yield { record, path, id };
  }
}
