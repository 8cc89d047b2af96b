import { didYouMean, nearest } from '../../domain/nearest.ts';
import type { Records } from '../records.ts';
import type { Words } from '../rule.ts';

/** An organisation by its identifier, and all that it is called, its name first. */
export interface Body {
  id: string;
  names: readonly string[];
}

/** All that can be meant. */
export function bodiesIn({ organisation }: Records): Body[] {
  return organisation.map(({ id, value: { name, short_name, other_names = [] } }) => ({
    id,
    names: [name, short_name, ...other_names].filter((one) => one !== undefined),
  }));
}

/** What readers call it. */
const nameOf = ({ id, names }: Body): string => names[0] ?? id;

/** What to write instead of a text that names no organisation of the site. */
export function adviceOnBody(
  typed: string,
  bodies: readonly Body[],
): Pick<Words, 'advice' | 'inBox'> {
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
  return {
    advice: didYouMean(typed, body.id, isPlain ? undefined : name),
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
