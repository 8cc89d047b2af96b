import { address } from '../domain/address.ts';
import { statuses } from '../domain/status.ts';
import { organisationsWithPages } from '../register/lead-pages.ts';
import type { Action, Register } from '../register/register.ts';
import { siteWordsOf, ownCommonWords } from './site-words.ts';
import { stemOf, weightOf, wordsOf, type OwnCommonWords } from './words.ts';

/** Something that people ask for by words which the promises about it may not have. */
export interface Subject {
  /** `topic:breaks`; makes the word under which the index has what is about it. */
  id: string;
  /** The page that it leads to. */
  url: string;
  title: string;
  kind: 'topic' | 'term' | 'lead' | 'list';
  /** What people call it, in small letters. */
  phrases: string[];
  /** How many of the phrases, from the first on, are names of it and not words around it. */
  names: number;
  /** The ages of those who look for it, where it is about people of an age. */
  ages?: { from: number; to: number };
}

/** A subject as the search knows it before it asks the index. */
export type NamedSubject = Omit<Subject, 'url' | 'title'>;

/** All subjects of a register. Topics and words explained have theirs from editors. */
export function subjectsOf(register: Register): Subject[] {
  const own = ownCommonWords(siteWordsOf(register));
  return [
    ...register.topics.map((topic) =>
      subject(
        'topic',
        topic.id,
        topic.url,
        topic.title,
        [topic.title, ...partsOf(topic.title, own)],
        topic.otherWords,
        agesOf(topic.ages),
      ),
    ),
    ...register.glossary
      .filter(({ organisation }) => organisation === undefined)
      .map(({ id, url, term, standsFor, otherForms, otherWords }) =>
        subject('term', id, url, term, [term, standsFor ?? '', ...otherForms], otherWords),
      ),
    ...organisationsWithPages(register).map(({ id, url, name, shortName, otherNames }) =>
      subject('lead', id, url, name, [name, shortName ?? '', ...otherNames], []),
    ),
    ...listsOf(register),
  ];
}

function subject(
  kind: Subject['kind'],
  id: string,
  url: string,
  title: string,
  names: readonly string[],
  others: readonly string[],
  ages?: Subject['ages'],
): Subject {
  const first = phrasesIn(names);
  const phrases = phrasesIn([...names, ...others]);
  return {
    id: `${kind}:${id}`,
    url,
    title,
    kind,
    phrases,
    names: first.length,
    ...(ages === undefined ? {} : { ages }),
  };
}

/** What a title is made up of: “Equipment and technology” is called by either word. */
function partsOf(title: string, own: OwnCommonWords): string[] {
  return title
    .split(/, | and /)
    .filter(
      (part) => part !== title && wordsOf(part).some((word) => weightOf(word, own) === 'telling'),
    );
}

/** In small letters, without those that are another form of an earlier one: one matches both. */
function phrasesIn(texts: readonly string[]): string[] {
  const byStems = new Map<string, string>();
  for (const text of texts) {
    const words = wordsOf(text);
    const stems = words.map(stemOf).join(' ');
    if (stems !== '' && !byStems.has(stems)) byStems.set(stems, words.join(' '));
  }
  return [...byStems.values()];
}

/** `5 to 17` */
function agesOf(text: string | undefined): Subject['ages'] {
  const [from, to] = (text ?? '').split(' to ').map(Number);
  return to === undefined ? undefined : { from: from!, to };
}

/** The site’s own lists, by the words in which people ask for time, lateness and news. */
function listsOf(register: Register): Subject[] {
  const list = (id: string, url: string, title: string, words: string) =>
    subject('list', id, url, title, [], words.split(', '));
  return [
    list(
      'overdue',
      address.overdue,
      'Overdue',
      `overdue, over due, late, lateness, running late, past due, past deadline, out of date, ${notDone().join(', ')}, unfinished, incomplete, outstanding actions, never happened, has not happened, hasnt happened, did not happen, didnt happen, never done, never kept, broken promise, broken promises, behind, behind schedule, off track, slipped, missed, missed deadline, missed deadlines, delayed, delay, failed, past its date, past their date, should have been done, still waiting, done what it said, done what they said, done what it promised, done what they promised, do what it said, do what they said, do what they promised, kept its promises, kept their promises, keep its promises, keep their promises`,
    ),
    list(
      'due',
      address.due,
      'When promises are due',
      'due, due date, due dates, deadline, deadlines, by when, when is it due, what is due, what was due, due last year, due this year, due next year, last year, this year, next year, last month, this month, next month, coming up, due soon, timetable, timeline, time scale, target date',
    ),
    list(
      'changes',
      address.changes,
      'What changed',
      'changed, what changed, what has changed, change log, changes, whats new, what is new, latest, latest news, news, recent, recently, updates, latest update, latest updates, progress updates, latest progress, any progress, progress report, moved date, dates that moved, this week',
    ),
    list(
      'gaps',
      address.gaps,
      'What the plans leave out',
      'gaps, missing, left out, no lead, no date, nobody responsible, no measure',
    ),
    list('plans', address.plans, 'Plans', 'plans, all plans, action plans, which plans'),
    list(
      'leads',
      address.leads,
      'Leads',
      'leads, who leads, led by, lead by, who is responsible, who is in charge, responsible, accountable, who does what, organisations',
    ),
    list(
      'actions',
      address.actions,
      'All promises',
      'actions, promises, all promises, all actions, every promise, list of promises, table, register, full list',
    ),
    list(
      'glossary',
      address.glossary,
      'Words explained',
      'glossary, abbreviations, acronyms, jargon, words explained, what does it mean, meaning',
    ),
    list(
      'data',
      address.guide('data'),
      'Data',
      'excel, spreadsheet, csv, download, export, open data, json, licence, copyright',
    ),
    list(
      'about-site',
      address.guide('about'),
      'About this site',
      'about this site, this site, this website, who runs this',
    ),
    list(
      'accessibility',
      address.guide('accessibility'),
      'Accessibility',
      'accessibility, screen reader',
    ),
    list(
      'privacy',
      address.guide('privacy'),
      'Privacy',
      'privacy, privacy policy, privacy notice, cookies, gdpr',
    ),
    list(
      'linking',
      address.guide('linking'),
      'How to link',
      'link to a promise, link to an action, how to link, permalink',
    ),
    ...statuses
      .filter(({ name }) => register.actions.some(({ status }) => status === name))
      .map(({ slug, label, name }) =>
        list(
          `status-${slug}`,
          address.status(slug),
          label,
          [label, ...statusWords[name]].join(', '),
        ),
      ),
    ...register.plans.map(({ id, url, title, short_title = '', area }) =>
      subject(
        'list',
        `plan-${id}`,
        url,
        title,
        [],
        [title, short_title, `${area} plan`, `${area} action plan`],
      ),
    ),
  ];
}

/** In how many ways people say that something was not done. */
function notDone(): string[] {
  const nots = ['not', 'not been', 'hasnt been', 'havent been'];
  const dones = ['done', 'kept', 'finished', 'completed', 'delivered', 'achieved', 'implemented'];
  return nots.flatMap((not) => dones.map((done) => `${not} ${done}`));
}

const statusWords = {
  'not started': [
    'not begun',
    'yet to start',
    'yet to begin',
    'not yet started',
    'hasnt started',
    'havent started',
  ],
  'in progress': [
    'under way',
    'underway',
    'ongoing work',
    'started',
    'being worked on',
    'still going',
  ],
  complete: [
    'completed',
    'done',
    'kept',
    'finished',
    'delivered',
    'achieved',
    'been done',
    'was done',
    'done so far',
    'done already',
  ],
  'not reported': [
    'no report',
    'no news',
    'no update',
    'not updated',
    'nothing reported',
    'unknown status',
    'status unknown',
  ],
  withdrawn: ['dropped', 'cancelled', 'scrapped', 'abandoned'],
  merged: ['joined', 'combined'],
};

/** The subjects that an action is about, and whether chiefly so. */
export interface About {
  subject: string;
  chiefly: boolean;
}

/**
 * Tells the subjects of actions: the topics that its record names, and the words explained that its
 * texts use.
 */
export function aboutFinder(subjects: readonly Subject[]): (action: Action) => About[] {
  const topics = new Map(
    subjects
      .filter(({ kind }) => kind === 'topic')
      .map(({ id, phrases }) => [id, phrases.map(stemmed)] as const),
  );
  const terms = subjects
    .filter(({ kind }) => kind === 'term')
    .map(({ id, phrases, names }) => ({ id, phrases: phrases.slice(0, names).map(stemmed) }));
  return (action) => {
    const title = stemmed(action.title);
    const promise = stemmed(action.promise);
    const rest = stemmed(
      [...action.updates.flatMap(({ text }) => text ?? []), ...action.measures].join(' / '),
    );
    const has = (text: string, phrases: readonly string[]) =>
      phrases.some((phrase) => text.includes(phrase));
    return [
      ...action.topics.map(({ id }, place) => {
        const subject = `topic:${id}`;
        const phrases = topics.get(subject) ?? [];
        return { subject, chiefly: place === 0 || has(title, phrases) };
      }),
      ...terms.flatMap(({ id, phrases }) => {
        const chiefly = has(title, phrases) || has(promise, phrases);
        return chiefly || has(rest, phrases) ? [{ subject: id, chiefly }] : [];
      }),
    ];
  };
}

/** The stems of a text, each between spaces, so that whole words are found in it. */
function stemmed(text: string): string {
  return ` ${wordsOf(text).map(stemOf).join(' ')} `;
}
