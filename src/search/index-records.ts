import { parse } from 'node-html-parser';
import { address } from '../domain/address.ts';
import { howMany } from '../views/tally.ts';
import { organisationsWithPages } from '../register/lead-pages.ts';
import type { Action, Outcome, Register, Theme } from '../register/register.ts';
import { groupWord } from './reference-query.ts';
import { searchFacts } from './search-facts.ts';
import { aboutFinder, subjectsOf, type About, type Subject } from './subjects.ts';
import { actionWord, wordFor } from './words.ts';
import { escapedHtml } from '../domain/html.ts';
import { dueInWords } from '../domain/wording.ts';

/** What the index is told of one page of the site. */
export interface IndexRecord {
  /** The page’s address. */
  url: string;
  /** As the index reads it: the sentences to find it by, in a small page of their own. */
  html: string;
}

/** A sentence to find a page by, and how much a word in it counts beside 1. */
interface Sentence {
  text: string;
  weight?: number;
}

interface Facts {
  /** What a result shows; `words` and `about` are never shown. */
  meta: Record<string, string>;
  filters?: Record<string, string[]>;
  sorts?: Record<string, string>;
}

/** Everything in a register that search can find, kind by kind. */
export function indexRecords(register: Register): IndexRecord[] {
  const subjects = subjectsOf(register);
  const aboutOf = aboutFinder(subjects);
  const planPages = new Set(register.plans.map(({ url }) => url));
  return [
    ...register.actions.map((action) => actionRecord(action, aboutOf(action))),
    ...register.topics.map(({ id, url, title, covers, otherWords }) =>
      page(url, 'Topic', title, [{ text: covers }], {
        words: otherWords,
        about: [wordFor('page', `topic:${id}`)],
      }),
    ),
    ...register.plans.flatMap((plan) => [
      page(plan.url, 'Plan', plan.title, [{ text: plan.summary }], {
        words: [plan.short_title ?? '', plan.area, plan.subject ?? '', plan.publisher.name],
        about: [wordFor('page', `list:plan-${plan.id}`)],
      }),
      ...plan.themes.map((theme) =>
        page(
          theme.url,
          'Theme',
          theme.title,
          [{ text: theme.outcomes.map(({ title }) => title).join('. ') }],
          { about: numberOf(theme) },
        ),
      ),
      ...plan.outcomes.map((outcome) =>
        page(outcome.url, 'Outcome', outcome.title, [{ text: outcome.wording }], {
          about: numberOf(outcome),
        }),
      ),
    ]),
    ...organisationsWithPages(register).map((organisation) =>
      page(organisation.url, 'Lead', organisation.name, [{ text: organisation.about }], {
        words: [organisation.shortName ?? '', ...organisation.otherNames],
        about: [wordFor('page', `lead:${organisation.id}`)],
      }),
    ),
    ...register.periods.map((period) =>
      page(period.url, 'When due', dueInWords(period.due, { none: period.title }), [
        { text: howMany(period.actions, register.site.words), weight: 0.1 },
      ]),
    ),
    ...register.glossary
      .filter(({ organisation }) => organisation === undefined)
      .map(({ id, url, term, standsFor, otherForms, otherWords, meaning }) =>
        page(
          url,
          'Word explained',
          term,
          [{ text: standsFor ?? '' }, { text: meaning, weight: 0.5 }],
          {
            words: [...otherForms, ...otherWords],
            about: [wordFor('page', `term:${id}`)],
          },
        ),
      ),
    ...subjects
      .filter(
        ({ kind, url }) =>
          kind === 'list' && !url.startsWith(address.guides) && !planPages.has(url),
      )
      .map(({ id, url, title }) =>
        page(
          url,
          'List',
          title,
          [{ text: listTexts[id] ?? `Every promise with this status.`, weight: 0.1 }],
          {
            about: [wordFor('page', id)],
          },
        ),
      ),
  ];
}

/**
 * A page of the guide, by how it opens and by its headings. Whoever looks for a promise is not led
 * there by some word in its text, and a phone fetches less of the index.
 *
 * @param subjects those of the register, of which a page may be what they lead to
 */
export function recordOfPage(url: string, html: string, subjects: readonly Subject[]): IndexRecord {
  const main = parse(html).querySelector('main')!;
  const headings = main.querySelectorAll('h2, h3');
  const texts = (
    headings.length > 0
      ? [...main.querySelectorAll('p').slice(0, 1), ...headings]
      : main.querySelectorAll('p, li, dt, dd')
  ).map((part) => part.textContent);
  const title = main.querySelector('h1')!.textContent.trim();
  return page(
    url,
    'Guide',
    title,
    texts.map((text) => ({ text: text.replaceAll(/\s+/g, ' ').trim(), weight: 0.3 })),
    { about: subjects.filter((each) => each.url === url).map(({ id }) => wordFor('page', id)) },
  );
}

/** The word for a theme or an outcome that its plan numbers. */
function numberOf({ numbered, reference, plan }: Theme | Outcome): string[] {
  return numbered ? [groupWord(plan.code, reference.toLowerCase().split('.'))] : [];
}

/** What a result says of each list of the site. */
const listTexts: Record<string, string> = {
  'list:overdue': 'Promises that were late when last reported, and those whose date has passed.',
  'list:due': 'Every promise by the date when it is due.',
  'list:changes': 'What was reported, moved or corrected, newest first.',
  'list:gaps': 'What the plans do not say: who leads, by when, or how it is measured.',
  'list:plans': 'The plans whose promises are on this site.',
  'list:leads': 'Every promise by who leads it.',
  'list:actions': 'Every promise in one table.',
  'list:glossary': 'What abbreviations and difficult words in the plans mean.',
};

function actionRecord(action: Action, about: readonly About[]): IndexRecord {
  const { filters, meta, sorts } = searchFacts(action);
  const words = (chiefly: boolean) =>
    about
      .filter((each) => each.chiefly === chiefly)
      .map(({ subject }) => wordFor('about', subject));
  const newestFirst = action.statements.toReversed();
  return {
    url: action.url,
    html: pageOf(
      [
        { text: action.promise, weight: 2 },
        ...newestFirst.flatMap(({ text }) => (text === undefined ? [] : [{ text }])),
        ...(action.statusText === undefined ? [] : [{ text: action.statusText }]),
        { text: action.outcome.wording, weight: 0.7 },
        ...action.measures.map((text) => ({ text, weight: 0.7 })),
      ],
      {
        filters,
        sorts,
        meta: {
          ...meta,
          words: [actionWord, meta.words, ...words(false)].join(' '),
          about: words(true).join(' '),
        },
      },
    ),
  };
}

function page(
  url: string,
  kind: string,
  title: string,
  sentences: readonly Sentence[],
  { words = [], about = [] }: { words?: readonly string[]; about?: readonly string[] } = {},
): IndexRecord {
  const meta = { title, kind, words: words.join(' '), about: about.join(' ') };
  return { url, html: pageOf(sentences, { meta }) };
}

function pageOf(sentences: readonly Sentence[], { meta, filters = {}, sorts = {} }: Facts): string {
  const facts = (attribute: string, values: object) =>
    Object.entries(values).flatMap(([name, value]: [string, string | string[]]) =>
      [value]
        .flat()
        .flatMap((one) =>
          one === ''
            ? []
            : [`<i data-pagefind-${attribute}="${escapedHtml(`${name}:${one}`)}"></i>`],
        ),
    );
  const body = sentences
    .filter(({ text }) => text !== '')
    .map(({ text, weight = 1 }) => `<p data-pagefind-weight="${weight}">${escapedHtml(text)}</p>`);
  return [
    '<!doctype html><html lang="en"><body><main data-pagefind-body>',
    ...body,
    '</main><div data-pagefind-ignore>',
    ...facts('meta', meta),
    ...facts('filter', filters),
    ...facts('sort', sorts),
    '</div></body></html>',
  ].join('');
}
