/** Which web addresses readers may follow: those that lead where they seem to lead. */

/** Why an address is refused, and what to write in its place. */
export interface AddressRefusal {
  message: string;
  advice: string;
}

const copyIt = 'Copy the whole address from the browser. It must start with https://';

/** Spaces, line breaks and characters that nobody can see or that turn writing round. */
const unseen = /[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/u;

/**
 * What is wrong with a web address. A browser forgives much: it goes to another host than the one
 * that is read first, passes over line breaks and takes a backslash for a slash. We forgive none of
 * it, so that what a person reads is where they go.
 *
 * Source: WHATWG URL Standard, “URL parsing”; RFC 3986, 7.6, on names before an @.
 */
export function refusalOfAddress(typed: string): AddressRefusal | undefined {
  const text = typed.trim();
  const refused = (message: string, advice = copyIt) => ({ message, advice });
  const said = `“${text.replaceAll(new RegExp(unseen, 'gu'), ' ')}”`;
  if (!/^https:/i.test(text)) {
    return refused(`${said} is not a web address that this site can link to.`, secured(text));
  }
  if (unseen.test(text)) {
    const isSpace = /[ \n]/.test(text);
    return refused(
      isSpace
        ? `There is a space or a line break within the address ${said}.`
        : `There is a character that nobody can see in the address ${said}.`,
      isSpace
        ? 'Copy the whole address from the browser again, which writes %20 where a space belongs.'
        : 'Delete the address, and type it again or copy it from the browser.',
    );
  }
  const [, host] = /^https:\/\/([^/?#\\]+)/i.exec(text) ?? [];
  if (host === undefined || text.includes('\\')) {
    return refused(
      `${said} does not begin with https:// and the name of a website.`,
      text.includes('\\')
        ? 'Write every slash like this: /'
        : `If that is the website that you mean, write  https://${text.replace(/^https:[\\/]*/i, '')}`,
    );
  }
  const name = host.slice(host.lastIndexOf('@') + 1);
  if (name !== host) {
    return refused(
      `This address seems to lead to ${host.split('@')[0]!}, but it leads to ${name}.`,
      `If ${name} is the website that you mean, take out all from https:// to the @.`,
    );
  }
  if (host.includes('%') || !URL.canParse(text) || !isName(new URL(text).hostname)) {
    return refused(`“${host}” in this address is not the name of a website.`);
  }
  return undefined;
}

/** Two or more parts with dots between them. Numbers in the place of a name say nothing of who is there. */
function isName(hostname: string): boolean {
  return (
    /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(hostname) && /[a-z]/.test(hostname.split('.').at(-1)!)
  );
}

/** What to write in the place of an address that only has marks around it, or lacks its secure beginning. */
function secured(text: string): string {
  const bare = text.replace(/^[<([{"'“‘]+/, '').replace(/(?<![>)\]}"'”’.,;])[>)\]}"'”’.,;]+$/, '');
  if (/^https:/i.test(bare) && refusalOfAddress(bare) === undefined) {
    return `Take out the marks around it:  ${bare}`;
  }
  const address = `https://${text.replace(/^http:\/\//i, '')}`;
  return /^https?:\/\//i.test(text) || !/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text)
    ? refusalOfAddress(address) === undefined
      ? `It must start with https://. Check in a browser whether this opens:  ${address}`
      : copyIt
    : copyIt;
}

/** The address as a browser will understand it, so that what was checked is what is opened. */
export function parsedAddress(text: string): string {
  return URL.canParse(text) ? new URL(text).href : text;
}

/** Where the links of a text in Markdown lead that begin with https:, as they are typed. */
export function linksIn(text: string): { to: string; index: number }[] {
  return [...text.matchAll(/(?<=\]\()<?https:[^)]*/gi)].map(({ 0: to, index }) => ({
    to: to.replace(/^<|>$|\s["'(].*$/gs, ''),
    index,
  }));
}

/** Letters of other alphabets that a name may hold, and what they are called. */
const alphabets = {
  Cyrillic: /\p{Script=Cyrillic}/u,
  Greek: /\p{Script=Greek}/u,
  Armenian: /\p{Script=Armenian}/u,
  Cherokee: /\p{Script=Cherokee}/u,
  'accented or special': /\p{Script=Latin}/u,
};

/**
 * The first letter of a website’s name that is not one of a to z, and so may look like another one.
 *
 * @param hostname with its letters as they look, not in code (`xn--…`)
 * @returns undefined where there is none
 */
export function letterLikeOthers(
  hostname: string,
): { letter: string; alphabet: string | undefined } | undefined {
  const letter = /[^\p{ASCII}]/u.exec(hostname)?.[0];
  if (letter === undefined) return undefined;
  const [alphabet] = Object.entries(alphabets).find(([, letters]) => letters.test(letter)) ?? [];
  return { letter, alphabet };
}
