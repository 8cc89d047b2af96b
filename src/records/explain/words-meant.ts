import { wordsForStatus } from '../../domain/status-words.ts';
import type { organisationKinds } from '../../schema/organisation.ts';
import type { ragRatings } from '../../schema/statement.ts';

/** Words for a kind of organisation, and the kind. */
const kindWords: Partial<Record<(typeof organisationKinds)[number], string>> = {
  council: 'local authority, local government, authority, borough, county, la, district',
  government:
    'govt, department, government department, central government, ministry, agency, state, public body',
  nhs: 'hospital, trust, ccg, icb, health, gp, nhs trust',
  charity:
    'voluntary, voluntary sector, voluntary organisation, charity sector, third sector, ngo, vcs, vcse, community, charitable',
  university: 'academic, college, school, research',
  business: 'company, private, firm, ltd, limited company, employer',
  group: 'board, committee, partnership, forum, network, working group',
  team: 'service, unit, directorate',
  role: 'person, officer, manager, post, job, director',
};

/** Signs and words for a rating, and the rating. */
const ratingWords: Record<(typeof ragRatings)[number], string> = {
  red: '🔴, 🟥, r, rag red, rated red',
  amber: '🟠, 🟡, 🟧, 🟨, a, orange, yellow, rag amber, rated amber',
  green: '🟢, 🟩, g, rag green, rated green',
};

/** Words for what a lead does, and the role. */
const roleWords = {
  lead: 'leading, leader, main, main lead, owner, responsible, accountable, joint lead, co-lead',
  partner: 'partners, support, supporting, supporter, delivery partner, assist, assisting, helping',
};

/** Names that people give to a field, and the field that is meant. */
const fieldWords: Record<string, string> = {
  title: 'name, heading, short title, headline',
  promise: 'action, description, what, wording, official wording, promised',
  leads: 'lead, owner, owners, responsible, who, lead organisation, lead officer, led by',
  due: 'deadline, due date, date, by when, when, timescale, target, target date, end date, end',
  measures: 'measure, impact, outcomes, kpi, success, success measure',
  reported: 'date, when, as of, on, reported on',
  text: 'progress, note, notes, comment, comments, update, description, details',
  reason: 'why, because',
  topics: 'topic, tags, tag, categories, category, subject',
  outcome: 'outcomes, objective, goal',
  website: 'url, web, site, link, homepage, address',
  about: 'description, what, summary',
  meaning: 'definition, description, means',
};

const read = (words: Record<string, string | undefined>) =>
  Object.entries(words).flatMap(([word, others]) =>
    (others ?? '').split(', ').map((other) => [other, word] as const),
  );

const choices = new Map<string, string>([
  ...wordsForStatus,
  ...read(kindWords),
  ...read(ratingWords),
  ...read(roleWords),
]);
const fields = read(fieldWords);

/** The word of a closed list that says what was typed, by its meaning and not by its letters. */
export function choiceMeant(typed: string, list: readonly string[]): string | undefined {
  const word = choices.get(plain(typed)) ?? partDone(plain(typed));
  return word !== undefined && list.includes(word) ? word : undefined;
}

/**
 * The word of a closed list with which a text begins that says more: “In progress – delayed”. Where it
 * goes on without a mark between, as “complete apart from the training”, it may say something else.
 */
export function choiceAtStart(typed: string, list: readonly string[]): string | undefined {
  const start = /^(.+?)(?:[-–—:;.,(]|\s\p{Extended_Pictographic}).+$/su.exec(typed)?.[1];
  if (start === undefined) return undefined;
  return list.find((word) => word === plain(start)) ?? choiceMeant(start, list);
}

/**
 * The word of a closed list with which a sentence begins, without a mark after it: “Complete and now
 * being reviewed”. What follows may say something else, so whether it is right is for the editor to say.
 */
export function choiceInFirstWords(typed: string, list: readonly string[]): string | undefined {
  const words = plain(typed).split(' ').slice(0, longestChoice);
  const starts = words.map((_, index) => words.slice(0, words.length - index).join(' '));
  const first = starts
    .map((start) => list.find((word) => word === start) ?? choiceMeant(start, list))
    .find((word) => word !== undefined);
  // “In progress / complete” names two.
  const isOther = list.some((word) => word !== first && plain(typed).includes(word));
  return isOther ? undefined : first;
}

/** In words. */
const longestChoice = 4;

/** ‘75%’ is in progress. */
function partDone(typed: string): string | undefined {
  const [, part] =
    /^(\d{1,3})(?: ?%| per ?cent)(?: (?:complete|completed|done))?$/.exec(typed) ?? [];
  if (part === undefined || Number(part) > 100) return undefined;
  return part === '100' ? 'complete' : Number(part) === 0 ? 'not started' : 'in progress';
}

/** The field that is meant by another name for it. */
export function fieldMeant(typed: string, known: readonly string[]): string | undefined {
  return fields.find(([other, field]) => other === plain(typed) && known.includes(field))?.[1];
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[_\s]+/g, ' ')
    .replace(/(?<![.!])[.!]+$/, '')
    .trim();
}
