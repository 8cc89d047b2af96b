import {
  contactsIn,
  listMeant,
  personalNumbersIn,
  slipsIn,
  tableIn,
  type Contact,
  type PersonalNumber,
  type Slip,
} from '../../domain/prose-slips.ts';
import { shortened } from '../../domain/words.ts';
import type { Records } from '../records.ts';
import { at, atWords, type Rule, type Words } from '../rule.ts';
import { statementsIn } from '../statements.ts';
import { allTexts, type TextOfRecord } from '../texts.ts';

/**
 * Texts that readers see as the site’s plain prose. The words of a scan as they were found are kept
 * as they are, and a page of the site’s own is whole Markdown, whose reader checks it.
 */
function* shownTexts(records: Records): Iterable<TextOfRecord> {
  for (const found of allTexts(records)) {
    if (found.path.includes('repaired') || found.record.kind === 'page') continue;
    yield found;
  }
}

export const linksMade: Rule<Records> = {
  name: 'links-made',
  about:
    'Links in texts are written so that the site turns them into links, and readers see no brackets.',
  *find(records) {
    for (const { record, path, text } of shownTexts(records)) {
      const told = new Map<string, number>();
      for (const slip of slipsIn(text)) {
        const nth = told.get(slip.text) ?? 0;
        told.set(slip.text, nth + 1);
        yield atWords(record, path, slip.text, wordsOfSlip(slip), nth);
      }
    }
  },
};

function wordsOfSlip({ kind, text, meant }: Slip): Words {
  const shown = text.length > 70 ? `${text.slice(0, 70)}…` : text;
  const write = meant === undefined ? undefined : `Write in its place:  ${meant}`;
  switch (kind) {
    case 'address in brackets':
      return {
        message: `Readers would see ${shown} with its brackets, and could not follow it.`,
        advice: `Write words that say where it leads, and the address after them:  ${meant!}`,
      };
    case 'picture':
      return {
        message: `Texts hold no pictures, so readers would see an exclamation mark and a link: ${shown}`,
        advice:
          meant === undefined
            ? 'Say in words what the picture shows, and take it out.'
            : `Say in words what the picture shows. To lead readers to it, write a link:  ${meant}`,
      };
    case 'program':
      return {
        message: `This link would start a program and lead nowhere, so the site does not make it a link: ${shown}`,
        advice:
          'Open the page, and copy its address from the top of the browser. It starts with https://',
      };
    case 'insecure link':
      return {
        message: `The site only makes links that start with https://, so readers would see the brackets: ${shown}`,
        advice: `Check in a browser whether this opens, and write it in its place:  ${meant!}`,
      };
    case 'link without beginning':
    case 'broken link':
      return {
        message: `Readers would see the brackets of this link, and could not follow it: ${shown}`,
        advice: write!,
      };
    case 'other link':
      return {
        message: `The site does not make this a link, so readers would see the brackets: ${shown}`,
        advice:
          'Write the whole address as the browser shows it. It starts with https:// (or mailto: or tel:).',
      };
  }
}

export const tableAsList: Rule<Records> = {
  name: 'table-as-list',
  about: 'Texts hold no tables, which readers would see as one line of words.',
  *find(records) {
    for (const { record, path, text } of shownTexts(records)) {
      const rows = tableIn(text);
      if (rows.length === 0) continue;
      const advice =
        rows.length === 1
          ? 'Start the text with |- and write a list, with what each row says after a dash:\n- October: 12 breaks\n- November: 15 breaks'
          : `Write a list, with what each row says after a dash:\n${asList(rows)}`;
      const inBox =
        rows.length === 1 ? advice.replace('Start the text with |- and write', 'Write') : advice;
      yield at(record, path, {
        message: 'This text holds a table, which readers would see as one line of words.',
        advice,
        inBox,
      });
    }
  },
};

const mostExamples = 3;

/** The first rows as a list, in which the cells of the head name the others. */
function asList([head = [], ...rows]: readonly string[][]): string {
  const entries = rows.map(([first = '', ...cells]) => {
    const named = cells.map((cell, index) => `${head[index + 1] ?? ''} ${cell}`.trim());
    return `- ${[first, named.filter(Boolean).join(', ')].filter(Boolean).join(': ')}`;
  });
  return inBrief(entries);
}

/** The first entries of a list, with a sign that there are more. */
function inBrief(entries: readonly string[]): string {
  const shown = entries.slice(0, mostExamples).map((entry) => shortened(entry, 80));
  return [...shown, ...(entries.length > mostExamples ? ['…'] : [])].join('\n');
}

export const bulletsAsList: Rule<Records> = {
  name: 'bullets-as-list',
  about:
    'Each entry of a list in a text starts with a dash, so that readers do not see it as one line.',
  *find(records) {
    for (const { record, path, text } of shownTexts(records)) {
      const meant = listMeant(text);
      if (meant === undefined) continue;
      yield at(record, path, {
        message: 'These lines start with bullets that readers would see run together in one line.',
        advice: `Start each line with a dash and a space:\n${inBrief(meant.split('\n').filter((line) => line.startsWith('- ')))}`,
      });
    }
  },
};

/** The fields that hold words, and not a name of another record or an address. */
const inWords = new Set<PropertyKey>([
  ...['title', 'promise', 'measures', 'text', 'status_text', 'reason', 'why', 'note', 'name'],
  ...['dated_by', 'label'],
]);

export const contactsKept: Rule<Records> = {
  name: 'no-private-contacts',
  about:
    'No text of an action or a report gives away a person’s telephone number, email address, NHS number or National Insurance number. A number or an address of a service is written as a link.',
  *find(records) {
    for (const { record, path, text } of shownTexts(records)) {
      if (record.kind !== 'report' && record.kind !== 'action') continue;
      if (!path.some((step) => inWords.has(step))) continue;
      const told = new Map<string, number>();
      const numbers = personalNumbersIn(text);
      for (const found of [...numbers, ...contactsIn(without(text, numbers))]) {
        const nth = told.get(found.text) ?? 0;
        told.set(found.text, nth + 1);
        const words = 'asLink' in found ? wordsOfContact(found) : wordsOfNumber(found);
        yield atWords(record, path, found.text, words, nth);
      }
    }
  },
};

/** What is told already is nothing else. */
function without(text: string, numbers: readonly PersonalNumber[]): string {
  return numbers.reduce((rest, { text: number }) => rest.replaceAll(number, ' '), text);
}

const whyPrivate =
  'Everybody can read this for years, so nothing in it may lead to a private person.';

function wordsOfNumber({ kind, text }: PersonalNumber): Words {
  const another =
    kind === 'NHS number'
      ? '\nIf it is the number of something else, write before it what it is, such as “ref”.'
      : '';
  return {
    message: `This text gives what looks like ${kind === 'NHS number' ? 'an' : 'a'} ${kind}: ${text}`,
    why: whyPrivate,
    advice: `Write in its place:  (number left out)\nTake the person’s name out too.${another}`,
  };
}

function wordsOfContact({ kind, text, asLink }: Contact): Words {
  const a = kind === 'email address' ? 'an' : 'a';
  return {
    message: `This text gives ${a} ${kind}: ${text}`,
    why: whyPrivate,
    advice: `If it is a person’s, write in its place:  (${kind} left out)\nTake the person’s name out too. If it belongs to a service, make it a link:  ${asLink}`,
  };
}

/** More words than these fill about three printed pages. */
const mostWords = 1_000;

export const reportReadable: Rule<Records> = {
  name: 'report-readable',
  about: `What a report says about an action has at most ${mostWords.toLocaleString('en-GB')} words.`,
  *find(records) {
    for (const { report: record, path, value } of [...statementsIn(records).values()].flat()) {
      const length = (value.text ?? '').trim().split(/\s+/).length;
      if (length <= mostWords) continue;
      yield at(record, [...path, 'text'], {
        message: `This text has ${length.toLocaleString('en-GB')} words, and few readers will go through it.`,
        advice: `Keep the words that say how far it has got, up to ${mostWords.toLocaleString('en-GB')}. Name under “source” the document that has the rest.`,
      });
    }
  },
};
