/**
 * What people type or paste into a text and readers would not see as it was meant, because a text
 * holds paragraphs, bullet lists and links and nothing else. See `prose.ts`.
 */

/** A part of a text that would not look as it was meant. */
export interface Slip {
  kind:
    | 'address in brackets'
    | 'picture'
    | 'program'
    | 'insecure link'
    | 'link without beginning'
    | 'broken link'
    | 'other link';
  /** The words as they were typed. */
  text: string;
  /** What to write in their place, where that can be known. */
  meant?: string;
}

const link = /(!?)\[([^[\]]*)\](\s?)\((\s*)(<?)([^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*)(>?)(\s*)\)/g;
const inBrackets = /<((?:https?:\/\/|mailto:|www\.)[^\s<>]+|[^\s<>@]+@[^\s<>@]+)>/gi;

/** Links and pictures in a text that the site would show as they were typed, with their brackets. */
export function slipsIn(text: string): Slip[] {
  if (!/[[<]/.test(text)) return [];
  return [
    ...[...text.matchAll(inBrackets)]
      .filter(({ 1: target, index }) => text[index - 1] !== '(' && target!.includes('.'))
      .map(([typed, target]) => bracketed(typed, target!)),
    ...[...text.matchAll(link)].flatMap((match) => linkSlip(match) ?? []),
  ];
}

function bracketed(text: string, target: string): Slip {
  const address = /^[^:/]+@/.test(target) ? `mailto:${target}` : secured(target);
  const words = address.startsWith('mailto:') ? address.slice('mailto:'.length) : 'its title';
  return { kind: 'address in brackets', text, meant: `[${words}](${address})` };
}

function linkSlip([text, mark, words, gap, lead, open, target]: RegExpExecArray): Slip | undefined {
  const address = target!;
  const made = (to: string) => `[${words!}](${to})`;
  if (mark === '!') {
    return { kind: 'picture', text, ...(isMade(address) && { meant: made(address) }) };
  }
  if (isMade(address)) {
    const broken = gap !== '' || lead !== '' || open !== '';
    return broken ? { kind: 'broken link', text, meant: made(address) } : undefined;
  }
  if (/^(?:javascript|vbscript|data):/i.test(address)) return { kind: 'program', text };
  if (/^http:\/\//i.test(address)) {
    return { kind: 'insecure link', text, meant: made(secured(address)) };
  }
  if (/^[^\s@:/]+@[^\s@]+\.[a-z]+$/i.test(address)) {
    return { kind: 'link without beginning', text, meant: made(`mailto:${address}`) };
  }
  if (/^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#:]|$)/i.test(address)) {
    return { kind: 'link without beginning', text, meant: made(`https://${address}`) };
  }
  return /^(?:[a-z][a-z0-9+.-]*:|[/\\#.])/i.test(address)
    ? { kind: 'other link', text }
    : undefined;
}

/** Whether the site makes a link of an address. */
function isMade(address: string): boolean {
  return /^(?:https:\/\/|mailto:|tel:)/i.test(address);
}

function secured(address: string): string {
  return /^mailto:/i.test(address) ? address : `https://${address.replace(/^https?:\/\//i, '')}`;
}

/**
 * The rows of a table that was pasted into a text, each as its cells: from a spreadsheet, with tabs
 * between them, or drawn with upright strokes. Empty where there is none.
 */
export function tableIn(text: string): string[][] {
  const lines = text.split('\n').map((line) => line.trim().replace(markOfList, ''));
  const tabbed = lines.filter((line) => line.includes('\t'));
  const tabs = tabbed.reduce((sum, line) => sum + line.split('\t').length - 1, 0);
  if (tabs >= 2) return tabbed.map((line) => line.split('\t').map((cell) => cell.trim()));
  const drawn = lines.filter((line) => /^\|.*\|$/.test(line));
  if (drawn.length < 2) return [];
  return drawn
    .filter((line) => !/^[|\s:-]+$/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

/** Word puts a tab after the bullet or the number of each entry of a list; some of its bullets have no letter. */
const markOfList = /^(?:[•·▪●○◦‣∙*+–—§o\uf0a7\uf0b7\uf0d8-]|\(?(?:\d{1,3}|[a-z]|[ivx]+)[.)])\t+/iu;
const wordBullet = /^[^\S\n]*(?:[•·▪●○◦‣∙*+–—][^\S\n]+|[o§]\t)(?=\S)/gmu;

/**
 * A list as the site shows one, made of lines that start with bullets of another sort. Undefined
 * where fewer than two lines do: one may be something else.
 */
export function listMeant(text: string): string | undefined {
  const bullets = text.match(wordBullet) ?? [];
  return bullets.length < 2 ? undefined : text.replaceAll(wordBullet, '- ');
}

/** A telephone number or an email address in a text, which may be a person’s. */
export interface Contact {
  kind: 'telephone number' | 'email address';
  text: string;
  /** The same as a link, for one that belongs to a service. */
  asLink: string;
}

// United Kingdom: geographic (01, 02), corporate (05) and mobile (07) numbers. Freephone and 03
// numbers belong to services.
const telephone =
  /(?<![\w.+/-])(?:\+44[\s-]?(?:\(0\)[\s-]?)?|\(?0)[1257]\d{1,4}\)?(?:[\s-]?\d{2,6}){1,3}(?![\w/-])/g;
const email = /(?<![\w.+/:'’-])[\w.+'’-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/gi;
/** Links were made by hand, and addresses may hold anything. */
const linked = /\[[^[\]]*\]\([^()\s]*\)|<[^<>\s]*>|\bhttps?:\/\/\S+/g;

/** Telephone numbers and email addresses that are no links, in the order in which they come. */
export function contactsIn(text: string): Contact[] {
  if (!/@|\d{3}/.test(text)) return [];
  const plain = text.replaceAll(linked, (found) => ' '.repeat(found.length));
  const numbers = [...plain.matchAll(telephone)]
    .map(([found]) => found)
    .filter((found) => [10, 11].includes(nationalNumber(found).length))
    .map((found): Contact => ({
      kind: 'telephone number',
      text: found,
      asLink: `[${found}](tel:${nationalNumber(found)})`,
    }));
  const addresses = [...plain.matchAll(email)].map(([found]): Contact => ({
    kind: 'email address',
    text: found,
    asLink: `[${found}](mailto:${found})`,
  }));
  return [...numbers, ...addresses];
}

/** A number by which the state knows one person. */
export interface PersonalNumber {
  kind: 'NHS number' | 'National Insurance number';
  text: string;
}

// As the NHS prints it, 943 476 5919; without spaces only where it could have been given out.
const nhsNumber =
  /(?<![\w.,£$€+/-])(?<!\b(?:ref|reference|isbn|uprn)\W{1,2})(?:\d{3}([ \u00a0-])\d{3}\1\d{4}|[467]\d{9})(?![\w/-]|[.,]\d)/gi;
// Source: HMRC, National Insurance Manual NIM39110, “National Insurance numbers: format”.
const insuranceNumber =
  /(?<![\w/-])(?!bg|gb|kn|nk|nt|tn|zz)[a-ceghj-prstw-z][a-ceghj-npr-tw-z] ?\d{2} ?\d{2} ?\d{2} ?[a-d](?![\w/-])/gi;

/** Numbers of the NHS and of National Insurance, which are those of one person each. */
export function personalNumbersIn(text: string): PersonalNumber[] {
  if (!/\d{2}/.test(text)) return [];
  const plain = text.replaceAll(linked, (found) => ' '.repeat(found.length));
  const found = (kind: PersonalNumber['kind'], pattern: RegExp): PersonalNumber[] =>
    [...plain.matchAll(pattern)].map(([number]) => ({ kind, text: number }));
  return [
    ...found('NHS number', nhsNumber).filter(({ text: number }) => hasCheckDigit(number)),
    ...found('National Insurance number', insuranceNumber),
  ];
}

/**
 * Whether the last of ten figures is the one that the others lead to.
 *
 * Source: NHS Data Dictionary, “NHS Number”: modulus 11.
 */
function hasCheckDigit(number: string): boolean {
  const digits = [...number.replaceAll(/\D/g, '')].map(Number);
  const sum = digits.slice(0, 9).reduce((total, digit, at) => total + digit * (10 - at), 0);
  return (11 - (sum % 11)) % 11 === digits[9];
}

/** “07700900123”, however it was typed. */
function nationalNumber(typed: string): string {
  return `0${typed.replace(/^\+44/, '').replaceAll(/\D/g, '').replace(/^0/, '')}`;
}
