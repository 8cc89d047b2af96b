import { abbreviationsIn } from './abbreviations.ts';
import { knownOf } from './known-of.ts';

/** A short form that a reader may not know: `DBTH`, with plurals and other spellings. */
export interface ShortForm {
  term: string;
  otherForms: readonly string[];
  /** Where it is explained. */
  url: string;
}

/** Short forms that can be looked for in texts. */
export interface ShortForms<Form extends ShortForm> {
  byText: ReadonlyMap<string, Form>;
  pattern: RegExp;
  /** Matches any of them, even inside a word. It is a quick first look, because most texts have none. */
  anywhere: RegExp;
}

/**
 * Of these, what is an abbreviation in one word; a term in plain words explains itself better. Every page
 * asks for those of the same glossary.
 */
export function shortFormsOf<Form extends ShortForm>(terms: readonly Form[]): ShortForms<Form> {
  return formsIn(terms) as ShortForms<Form>;
}

const formsIn = knownOf<readonly ShortForm[], ShortForms<ShortForm>>(findForms);

function findForms<Form extends ShortForm>(terms: readonly Form[]): ShortForms<Form> {
  const byText = new Map(
    terms.flatMap((term) =>
      [...term.otherForms, term.term]
        .filter((text) => !/\s/.test(text) && abbreviationsIn(text).length > 0)
        .map((text) => [text, term] as const),
    ),
  );
  const texts = [...byText.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const any = texts.length === 0 ? '(?!)' : texts.join('|');
  return {
    byText,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'gu'),
    anywhere: new RegExp(any),
  };
}

/** Takes their meaning from marks of a pattern. */
function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

const piece = /<!--[^]*?-->|<(\/?)([a-z][a-z0-9-]*)((?:"[^"]*"|[^">])*)>|[^<]+|</gi;

/**
 * Makes the first use of each short form in a page’s HTML a link to where it is explained. Nothing
 * else of the page changes.
 *
 * @param html well-formed: every element is closed, attributes are in double quotes
 * @param linkTo makes the link’s address of an entry’s `url`
 * @returns the page, and whatever short forms it uses, in order, linked or not
 */
export function linkShortForms<Form extends ShortForm>(
  html: string,
  { byText, pattern, anywhere }: ShortForms<Form>,
  linkTo: (url: string) => string,
): { html: string; found: Form[] } {
  // A page that has none need not be taken apart.
  if (byText.size === 0 || !anywhere.test(html)) return { html, found: [] };
  const found = new Set<Form>();
  const linked = new Set<Form>();
  let unread = nowhere;
  let unlinked = nowhere;
  const withLinks = html.replace(
    piece,
    (text: string, slash?: string, tag?: string, attributes = '') => {
      if (tag !== undefined) {
        const name = tag.toLowerCase();
        const change = slash === '/' ? -1 : attributes.endsWith('/') ? 0 : 1;
        unread = within(unread, name, change, () => isUnread(name, attributes));
        unlinked = within(unlinked, name, change, () => isUnlinked(name, attributes));
        return text;
      }
      if (unread.depth > 0 || text.startsWith('<') || !anywhere.test(text)) return text;
      return text.replace(pattern, (short) => {
        const form = byText.get(short)!;
        found.add(form);
        if (unlinked.depth > 0 || linked.has(form)) return short;
        linked.add(form);
        return `<a href="${linkTo(form.url)}">${short}</a>`;
      });
    },
  );
  return { html: withLinks, found: [...found] };
}

/** What no one reads as text, or what names other pages. */
function isUnread(name: string, attributes: string): boolean {
  return (
    /^(?:script|style|svg|nav|form|button|select|textarea|template|code|pre)$/.test(name) ||
    (attributes.includes('unseen') && /\sclass="(?:[^"]*\s)?unseen[\s"]/.test(attributes)) ||
    has('hidden', attributes)
  );
}

/** Where a link may not be, or would be in the way. */
function isUnlinked(name: string, attributes: string): boolean {
  return (
    /^(?:a|h[1-6]|dfn|summary|label)$/.test(name) ||
    // Parts that the search ignores are lists of other things, not the page’s own words.
    has('data-pagefind-ignore', attributes)
  );
}

function has(attribute: string, attributes: string): boolean {
  if (!attributes.includes(attribute)) return false;
  return attributes
    .replace(/"[^"]*"/g, '')
    .split(/[\s=]+/)
    .includes(attribute);
}

/** The outermost element of a sort that a text is in, and how many of its name are open. */
interface Enclosure {
  name: string;
  depth: number;
}

const nowhere: Enclosure = { name: '', depth: 0 };

function within(now: Enclosure, name: string, change: number, starts: () => boolean): Enclosure {
  if (now.depth > 0) return name === now.name ? { name, depth: now.depth + change } : now;
  return change > 0 && starts() ? { name, depth: 1 } : now;
}
