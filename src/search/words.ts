import { indexKey } from './index-key.ts';

/**
 * Words as the search sees them, in a query and in the records alike: in small letters, without the
 * signs around them and without apostrophes, so that “carer’s”, “carers” and “Carers?” are one.
 */
export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll(/[’'‘]/g, '')
      .match(/[\p{L}\p{N}]+(?:[&.-][\p{L}\p{N}]+)*/gu) ?? []
  );
}

/** What a word shares with its other forms: “registers” and “registering” give one. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = indexKey(word);
  stems.set(word, stem);
  return stem;
}

/** The names of hundreds of organisations are made of few words. */
const stems = new Map<string, string>();

/** Words that say nothing of what is looked for, and those for whom a carer cares. */
const fillers = new Set(
  (
    'a about after all also am an and any anybody anymore anyone anything are arent as ask asked asking asks at be because been before being ' +
    'both but by call came can cant come comes coming could couldnt did didnt do does doesnt doing done dont during each ' +
    'else even ever every everybody everyone everything feel find for from gave get gets getting give given gives go goes going gone ' +
    'good got had has have havent having he hello help helping helps her here him his how i id if ill im in into is ' +
    'isnt it its ive just keep know let like look looked looking looks lot made make makes many may me mean means meant might more most much must my ' +
    'need needs never new no nobody noone not now of off ok on one only or other our out over own people person please ' +
    'put really said say says see seem seems she should show so some somebody someone something soon still stand stands such take taken taking tell telling tells than thank that ' +
    'thats the their them then there these they theyre thing things think this those to today told too took under until up us use ' +
    'used very want wanted wants was wasnt we well went were what whats when where which while who whos why will with ' +
    'without wont would wouldnt yet you your ' +
    'aunt boy boyfriend brother child children dad daughter family father gran grandad granddad grandma ' +
    'grandmother girlfriend husband mam mother mum mummy nan nana nephew niece parent parents partner relative ' +
    'sister son stepdad stepmum uncle wife'
  ).split(' '),
);

/** Words that tell something only beside others: of time, of what happens, of no matter what. */
const weak = new Set(
  (
    'able around back bit change changes day days first free happen happened happening happens home hour hours ' +
    'last left life live long month months next nothing old older place properly right same start started ' +
    'staying time times tomorrow tonight week weekend weeks year years yesterday young'
  ).split(' '),
);

/** Words of which all plans are, and what people fill in: they leave the meaning of the word beside them as it is. */
const common = new Set(
  (
    'action actions application applications apply applying commitment commitments council councils form forms government local national plan plans promise promised ' +
    'promises recommendation recommendations scheme service services support uk unpaid work working'
  ).split(' '),
);

/** Words of which a whole site is, which tell as little: its people, and the places of its plans. */
export type OwnCommonWords = ReadonlySet<string>;

/** How much a word of a query tells: nothing, little, something beside others, or something alone. */
export type Weight = 'filler' | 'common' | 'weak' | 'telling';

/**
 * How much a word tells of what is looked for.
 *
 * @param typed as typed: IT and A&E are no fillers
 * @param own the words of which the site is
 */
export function weightOf(typed: string, own: OwnCommonWords): Weight {
  const short = typed.length > 1 && typed.length < 6 && typed === typed.toUpperCase();
  if (short && /\p{L}/u.test(typed)) return 'telling';
  const word = typed.toLowerCase().replaceAll(/[’'‘]/g, '');
  if (fillers.has(word)) return 'filler';
  if (common.has(word) || own.has(word)) return 'common';
  return weak.has(word) || /^\d{1,2}$/.test(word) ? 'weak' : 'telling';
}

/** A word of the index that every action has, and nothing else. */
export const actionWord = 'xactionx';

/**
 * A word of the index that stands for a subject or a page, as no text has it: `topic:short-breaks` →
 * `shortxbreaksxtopicxpagex`. Both words of a subject start alike, and as its name does, so that one
 * part of the index, which is by the alphabet, mostly holds them both and the word that was typed.
 */
export function wordFor(kind: 'about' | 'page', subject: string): string {
  const [ofSubject, name] = subject.split(':');
  return `${[name, ofSubject, kind].join('x').replaceAll(/[^a-z0-9]+/g, 'x')}x`;
}
