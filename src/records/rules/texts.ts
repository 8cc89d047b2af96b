import { misreadIn } from '../../domain/misread.ts';
import { abbreviationsIn } from '../../domain/abbreviations.ts';
import { nearest } from '../../domain/nearest.ts';
import { saysNothing } from '../../domain/not-stated.ts';
import { personalNumbersIn } from '../../domain/prose-slips.ts';
import { allTexts, ownTexts } from '../texts.ts';
import type { Kind, Records, Sourced } from '../records.ts';
import { at, atWords, type Rule } from '../rule.ts';
import { statementsIn } from '../statements.ts';
import { wrappedAddressesIn } from '../unwrap-address.ts';

export const abbreviationExplained: Rule<Records> = {
  name: 'abbreviation-explained',
  about:
    'An abbreviation in a text that readers see is in the glossary, or is a name of an organisation.',
  *find(records) {
    const known = explainedIn(records);
    for (const { record, path, short } of unexplained(records, known)) {
      const match = nearest(short, [...known]);
      const add = `dd the file data/glossary/${short.toLowerCase()}.yaml that says what it stands for, or that nobody says so.`;
      yield atWords(record, path, short, {
        message: `Nothing explains the abbreviation “${short}”.`,
        advice: match === undefined ? `A${add}` : `Did you mean “${match}”? If not, a${add}`,
        inBox: match === undefined ? `W${inFull}` : `Did you mean “${match}”? If not, w${inFull}`,
      });
    }
  },
};

/** Every abbreviation in a text that readers see and that nothing explains: once for each text. */
export function* unexplained(
  records: Records,
  known = explainedIn(records),
): Iterable<{ record: Sourced<Kind>; path: PropertyKey[]; short: string }> {
  const unclear = unclearNames(records);
  for (const { record, path, text } of shownTexts(records)) {
    // That “TBC” says nothing is told by itself.
    if (text === undefined || !twoCapitals.test(text) || saysNothing(text)) continue;
    const told = new Set<string>();
    for (const { text: short } of abbreviationsIn(withoutNumbers(text.replaceAll(address, '')))) {
      if (known.has(short) || told.has(short) || unclear.has(short.toLowerCase())) continue;
      told.add(short);
      yield { record, path, short };
    }
  }
}

function explainedIn(records: Records): Set<string> {
  return new Set(
    explained(records).flatMap((text) => abbreviationsIn(text).map((found) => found.text)),
  );
}

/** For those who fill in a form, and can make no file. */
const inFull =
  'rite in full what it stands for. If the words are those of a document, write to us first, and we will explain it.';

/** The letters of a National Insurance number are not an abbreviation, and the number is told by itself. */
function withoutNumbers(text: string): string {
  return personalNumbersIn(text).reduce((rest, { text: number }) => rest.replace(number, ''), text);
}

/** Capitals in a web address are not an abbreviation. */
const address = /https?:\/\/\S+/g;

/** Most texts hold no word with two capitals; this tells it fast. */
const twoCapitals = /\p{Lu}\p{L}*\p{Lu}/u;

/** The texts that explain: terms with their other forms, and organisations with all their names. */
function explained(records: Records): string[] {
  return [
    ...records.term.flatMap(({ value }) => [value.term, ...(value.other_forms ?? [])]),
    ...records.organisation.flatMap(({ value }) => [
      value.name,
      value.short_name,
      ...(value.other_names ?? []),
    ]),
  ].filter((text) => text !== undefined);
}

/**
 * What is most likely explained in records with a mistake in them, which has been told: the names of
 * their files and the first letters of those, `dwp` or `cqc` of “care-quality-commission”.
 */
function unclearNames({ term, organisation }: Records): ReadonlySet<string> {
  return new Set(
    [...term, ...organisation]
      .filter(({ sound }) => !sound)
      .flatMap(({ id }) => [id, id.replaceAll(/(?<=^|-)([a-z0-9])[a-z0-9]*-?/g, '$1')]),
  );
}

/** The texts of plans, actions and reports, each with its place. */
function* shownTexts(records: Records): Iterable<{
  record: Sourced<'plan' | 'action' | 'report'>;
  path: PropertyKey[];
  text: string | undefined;
}> {
  for (const record of records.plan) {
    for (const [t, theme] of (record.value.themes ?? []).entries()) {
      for (const [o, outcome] of (theme?.outcomes ?? []).entries()) {
        const path = ['themes', t, 'outcomes', o];
        yield { record, path: [...path, 'title'], text: outcome?.title };
        yield { record, path: [...path, 'wording'], text: outcome?.wording };
      }
    }
  }
  for (const record of records.action) {
    const { title, promise, measures } = record.value;
    yield { record, path: ['title'], text: title };
    yield { record, path: ['promise'], text: promise };
    for (const [index, text] of (measures ?? []).entries()) {
      yield { record, path: ['measures', index], text };
    }
  }
  for (const { report: record, path, value } of [...statementsIn(records).values()].flat()) {
    yield { record, path: [...path, 'text'], text: value.text };
    yield { record, path: [...path, 'status_text'], text: value.status_text };
  }
}

export const addressAsMeant: Rule<Records> = {
  name: 'address-as-meant',
  about: 'A web address is written as it was meant, not as a mail filter rewrote it.',
  *find(records) {
    for (const { record, path, text } of allTexts(records)) {
      if (!text.includes('://')) continue;
      const told = new Map<string, number>();
      for (const { text: found, by, meant } of wrappedAddressesIn(text)) {
        const nth = told.get(found) ?? 0;
        told.set(found, nth + 1);
        const words = {
          message: `This address was rewritten by ${by}: ${startOf(found)}`,
          why: 'A rewritten address stops working, and may hold the email address of the person who got it.',
          advice:
            meant === undefined
              ? 'Open it, and copy the address that the browser then shows.'
              : `Write in its place:  ${meant}`,
        };
        yield atWords(record, path, found, words, nth);
      }
    }
  },
};

function startOf(address: string): string {
  return address.length > 70 ? `${address.slice(0, 70)}…` : address;
}

/** Programs that show a link with its title cut it at about this many characters. */
const longestTitle = 65;

export const textSaysSomething: Rule<Records> = {
  name: 'text-says-something',
  about: 'A promise, a measure and what a report tells are words, and not “TBC” or “N/A”.',
  *find(records) {
    for (const { record, path, text, instead } of toldTexts(records)) {
      if (text === undefined || !saysNothing(text)) continue;
      yield at(record, path, { message: `“${text}” says nothing.`, advice: instead });
    }
  },
};

/** The texts of actions and reports, with what to do where there is nothing to say. */
function* toldTexts(records: Records) {
  for (const record of records.action) {
    const { promise, measures = [] } = record.value;
    yield {
      ...{ record, path: ['promise'], text: promise },
      instead:
        'Write the promise in the plan’s own words. If there is none yet, leave this action out until there is.',
    };
    for (const [index, text] of measures.entries()) {
      yield {
        ...{ record, path: ['measures', index], text },
        instead:
          'Take this entry out. If there is no other, take the line “measures” out too: the site then says that there are none.',
      };
    }
  }
  for (const { report: record, path, value } of [...statementsIn(records).values()].flat()) {
    for (const field of ['text', 'reason'] as const) {
      yield { record, path: [...path, field], text: value[field], instead: 'Take the line out.' };
    }
  }
}

export const titleShort: Rule<Records> = {
  name: 'title-short',
  about: `The title of an action has at most ${longestTitle} characters, so that links show all of it.`,
  *find(records) {
    for (const record of records.action) {
      const length = record.value.title?.length ?? 0;
      if (length <= longestTitle) continue;
      yield at(record, ['title'], {
        message: `This title has ${length} characters. Up to ${longestTitle} are shown whole.`,
        why: 'Chats and search engines cut a longer one.',
        advice: `Make it ${length - longestTitle} characters shorter, if you can.`,
      });
    }
  },
};

const picture = /\p{Extended_Pictographic}/u;

export const noPicturesInText: Rule<Records> = {
  name: 'no-pictures-in-text',
  about: 'The site’s own texts hold no emoji, which would be read out by their names.',
  *find(records) {
    for (const { record, path, text } of ownTexts(records)) {
      const found = picture.exec(text)?.[0];
      if (found === undefined) continue;
      yield atWords(record, path, found, {
        message: `This text holds a picture (${found}).`,
        why: 'Screen readers read out its name in the middle of the text.',
        advice: 'Say it in words, or take it out.',
      });
    }
  },
};

const tags =
  'a|abbr|b|blockquote|br|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|script|small|span|strong|style|sub|sup|table|tbody|td|th|thead|tr|u|ul';
const tag = new RegExp(String.raw`</?(?:${tags})(?:\s[^<>]*)?/?>`, 'i');

export const noTagsInText: Rule<Records> = {
  name: 'no-tags-in-text',
  about: 'Texts hold no HTML, because readers would see the tags.',
  *find(records) {
    for (const { record, path, text } of allTexts(records)) {
      const found = tag.exec(text)?.[0];
      // What was found in a scan is kept as it was found.
      if (found === undefined || path.includes('repaired')) continue;
      yield atWords(record, path, found, {
        message: `Readers will see ${found} in this text, just as it is here.`,
        why: 'Records hold plain text. They have no bold print and no other marks of web pages.',
        advice: `Take out every mark of this kind, and leave the words.`,
      });
    }
  },
};

/** Marks of Markdown that a text does not take, around words or before a line. */
const marks =
  /(?<![\w*])\*\*(?=\S)[^*\n]*?\S\*\*(?!\*)|(?<![\w_])__(?=\S)[^_\n]*?\S__(?!_)|~~(?=\S)[^~\n]*?\S~~|(?<!`)`[^`\n]+`(?!`)|^#{1,6} (?=\S)/m;
const entity =
  /&(?:amp|nbsp|lt|gt|quot|apos|pound|ndash|mdash|[lr][sd]quo|#\d{1,6}|#x[\da-f]{1,5});/i;
const fromEntity: Record<string, string> = {
  '&amp;': '&',
  '&nbsp;': 'a space',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&pound;': '£',
};

export const noMarksInText: Rule<Records> = {
  name: 'no-marks-in-text',
  about:
    'Texts hold no marks for bold print or headings and no codes such as &amp;, because readers would see them.',
  *find(records) {
    for (const { record, path, text } of allTexts(records)) {
      if (path.includes('repaired')) continue;
      const code = entity.exec(text)?.[0];
      const found = code ?? marks.exec(text)?.[0];
      if (found === undefined) continue;
      const sign = fromEntity[found.toLowerCase()];
      yield atWords(record, path, found, {
        message: `Readers will see ${found.trim()} in this text, just as it is here.`,
        why:
          code === undefined
            ? 'Records hold plain text. They have no bold print, no headings and no crossed-out words.'
            : 'It is a code of web pages, and records hold plain text.',
        advice:
          code === undefined
            ? 'Take the marks out, and leave the words.'
            : `Write ${sign ?? 'the character itself'} in its place.`,
      });
    }
  },
};

/** What Word and PDFs use for bullets and symbols has no meaning elsewhere. */
const privateUse = /[\uE000-\uF8FF]/;

export const lettersWhole: Rule<Records> = {
  name: 'letters-whole',
  about: 'No letter of a text was lost or changed on its way from another program.',
  *find(records) {
    for (const { record, path, text } of allTexts(records)) {
      if (!/[^\0-\x7f]/.test(text) || path.includes('repaired')) continue;
      const misread = misreadIn(text);
      const [symbol] = privateUse.exec(text) ?? [];
      if (misread !== undefined) {
        yield atWords(record, path, misread.found, {
          message: `“${misread.found}” in this text was “${misread.meant}” before a program read it wrongly.`,
          advice: `Write ${misread.meant} in its place. Look for others in the same text.`,
        });
      } else if (text.includes('\uFFFD')) {
        yield atWords(record, path, '\uFFFD', {
          message: 'A letter was lost here, and readers will see �.',
          advice: 'Look it up where the text comes from, and type it again.',
        });
      } else if (symbol !== undefined) {
        yield atWords(record, path, symbol, {
          message: `Readers will see an empty box here, or nothing (U+${symbol.codePointAt(0)!.toString(16).toUpperCase()}).`,
          why: 'It comes from Word or a PDF, where it was a bullet or a symbol.',
          advice:
            'Type what it was. Where it was a bullet, start each line with a dash and a space.',
        });
      }
    }
  },
};
