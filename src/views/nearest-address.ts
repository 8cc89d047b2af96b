import { address } from '../domain/address.ts';

/** Where the site has pages of things, and what people write in their place. */
const sections = new Map([
  ['action', 'actions'],
  ['outcome', 'outcomes'],
  ['theme', 'themes'],
  ['plan', 'plans'],
  ['lead', 'leads'],
  ['topic', 'topics'],
  ['status', 'statuses'],
]);

/** No address that a mail filter wraps is longer, and nobody waits for a guess at one that is. */
const longestAddress = 4_000;

/**
 * The addresses that someone may have meant by one that leads nowhere, likeliest first: without
 * what an email program did to it, and the action whose identifier is in it. Whether there is
 * such a page is for the caller to see.
 *
 * @param asked what was asked for: path, query and fragment, without the site’s sub-path
 */
export function nearestAddresses(asked: string): string[] {
  // A reader who opens the page for lost links by its own address has not followed a broken link.
  if (asked === '/404.html' || asked.length > longestAddress) return [];
  const plain = readable(asked);
  const kept = (path: string) => path + restFor(path, plain);
  const paths = [...wrappedPaths(plain), plain].flatMap(readings).map(tidyPath);
  const candidates = [
    ...paths.filter((path) => path !== '/').map((path) => (isFile(path) ? path : kept(`${path}/`))),
    ...pagesOf(identifiersIn(plain)),
  ];
  return [...new Set(candidates)].filter((candidate) => candidate !== asked);
}

/** Small letters, without codes for letters, invisible characters and line breaks; every dash a hyphen. */
function readable(asked: string): string {
  let text = asked;
  // A wrapped address is coded once more by each program that wrapped it.
  for (let times = 0; times < 3; times++) text = decoded(text);
  return (
    text
      .normalize('NFKC')
      // What quoted-printable mail leaves behind.
      .replace(/=\r?\n/g, '')
      .replace(/=(?:0D)?=?0A|=20|=$/gi, ' ')
      .replace(/=3D/gi, '=')
      .replace(/[\p{Cc}\p{Cf}]+/gu, (run) => (/[\r\n\t]/.test(run) ? '\n' : ''))
      .replace(/\s+/g, (run) => (run.includes('\n') ? '\n' : run))
      .replace(/\p{Pd}|−/gu, '-')
      .replace(/\\/g, '/')
      // Mail filters break a long line after a hyphen or a slash.
      .replace(/([-/.])\s*\n\s*/g, '$1')
      .replace(/\s*\n\s*(?=[-/.])/g, '')
      .toLowerCase()
      .trim()
  );
}

/** Each code by itself, because one that is cut off must not spoil the others. */
function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (codes) => {
    try {
      return decodeURIComponent(codes);
    } catch {
      return codes;
    }
  });
}

/** The paths of addresses that are inside the one that was asked for, as Safe Links and others wrap them. */
function wrappedPaths(plain: string): string[] {
  return [...plain.matchAll(/https?:\/\/?[^/\s]+(\/[^\s?#&]*)/g)]
    .map(([, path]) => path!)
    .toReversed();
}

/**
 * A path as it may have been meant, likeliest first: a space, underline or dot inside a name may
 * stand for a hyphen, a line may be broken inside a word, words may follow, and a host may come before it.
 */
function readings(path: string): string[] {
  const [, name = '', rest = ''] = /^([^?#&]*)(.*)$/s.exec(path)!;
  const joined = name.replace(/\s*\n\s*/g, '');
  const hyphened = joined.replace(/(?<=[a-z0-9])[ _.]+(?=[a-z0-9])/g, '-');
  const fromSection = sectionInside.exec(joined)?.[0] ?? joined;
  const cut = name.replace(/(?<=\w\/?)\s.*$/s, '');
  return [hyphened, joined, cut, fromSection].map((one) => one + rest);
}

const sectionInside =
  /(?<=.)\/(?:embed\/)?(?:actions|outcomes|themes|plans|leads|topics|statuses|due|guide)\/.*/s;

/**
 * What of a query and fragment goes on to a page: the query where the page reads it, and the name
 * of a place in the page.
 */
function restFor(path: string, plain: string): string {
  const [, query = '', fragment = ''] = /^[^?#]*(\?[^#]*)?(#[a-z0-9-]*[a-z0-9])?/.exec(plain)!;
  return (/^\/(?:search|actions|guide\/report)\/$/.test(path) ? query : '') + fragment;
}

/** Without query, doubled slashes, `index.html`, and what stuck to the end; sections by their right name. */
function tidyPath(path: string): string {
  return path
    .replace(/(^|\/)\s+/g, '$1')
    .replace(/[?#&\s].*$/s, '')
    .replace(/\/{2,}/g, '/')
    .replace(/[^a-z0-9/]+$/, '')
    .replace(/\/index(?:\.html?)?$/, '')
    .replace(/\/[^a-z0-9]*$/, '')
    .replace(/\.html?$/, '')
    .replace(/^\/?([a-z]+)(?=\/)/, (_, section: string) => `/${sections.get(section) ?? section}`)
    .replace(/^\/?/, '/');
}

function isFile(path: string): boolean {
  return /\.(?:json|ics|atom|csv|xlsx)$/.test(path);
}

/** A plan’s code and the groups of a number after it, whatever is between them. */
function identifiersIn(plain: string): { code: string; groups: string[] }[] {
  const number = String.raw`[a-z]?\d+[a-z]?`;
  const close = new RegExp(
    String.raw`(?<![a-z0-9])([a-z][a-z0-9]{0,6}[a-z])[-._/ +]*(${number}(?:[-._]+${number})*)(?![a-z0-9])`,
    'g',
  );
  const loose = new RegExp(
    String.raw`(?<![a-z0-9])([a-z][a-z0-9]{0,6}[a-z])[-._/ +]*(${number}(?:[-._/ +]+${number})*)(?![a-z0-9])`,
    'g',
  );
  // A plan may have letters in its own numbers: “ANY WB-04”.
  const lettered = new RegExp(
    String.raw`(?<![a-z0-9])([a-z][a-z0-9]{1,7})[-._/ +]{1,3}([a-z]{1,5}[-._ +]{0,3}${number}(?:[-._]${number})*)(?![a-z0-9])`,
    'g',
  );
  return [...plain.matchAll(close), ...plain.matchAll(loose), ...plain.matchAll(lettered)]
    .filter(([, code]) => !sections.has(code!) && ![...sections.values()].includes(code!))
    .flatMap(([, code, groups]) =>
      [/[-._/ +]+/, /[-._/ +]+|(?<=[a-z])(?=\d)/].map((between) => ({
        code: code!,
        groups: groups!.split(between),
      })),
    );
}

/** The actions; if an end was lost or something stuck to it, the shorter ones; then outcomes and themes. */
function pagesOf(identifiers: readonly { code: string; groups: string[] }[]): string[] {
  const whole = identifiers.map(({ code, groups }) => [code, ...groups].join('-'));
  const shorter = identifiers.flatMap(({ code, groups }) =>
    groups.slice(1).map((_, index) => [code, ...groups.slice(0, -1 - index)].join('-')),
  );
  const ids = [...whole, ...shorter];
  return [...ids.map(address.action), ...ids.map(address.outcome), ...ids.map(address.theme)];
}
