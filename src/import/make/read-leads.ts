import { nearest, slipsBetween, unasked } from '../../domain/nearest.ts';
import { bodyWords } from './body-names.ts';
import { isPeople, mayBePeople, namesPeople } from './people.ts';

/** An organisation as its record names it. */
export interface Known {
  id: string;
  /** Its name, short name and other names, and how the mapping file writes it. */
  names: string[];
}

export interface LeadsRead {
  /** In the order of the text, each once. */
  found: { id: string; text: string; exact: boolean }[];
  /** What is no known name, with the nearest one if any is near. */
  unknown: { text: string; nearest: string | undefined }[];
  /** What goes with the name of a body and is none: a team or a place in brackets, a person, a job. */
  beside: string[];
}

interface Name {
  id: string;
  words: string[];
  /** A name of one plain word, such as “Health”, may be a part of somebody else’s name. */
  weak: boolean;
}

/** Organisations, ready to be looked for in a text. */
export interface Directory {
  names: Name[];
  choices: string[];
}

/** Gets organisations ready to be looked for. */
export function directoryOf(known: readonly Known[]): Directory {
  const names = known.flatMap(({ id, names: own }) =>
    own.map((name) => ({
      id,
      words: plainWords(name),
      weak: !/[\s/&-]/.test(name.trim()) && (name.match(/\p{Lu}/gu) ?? []).length < 2,
    })),
  );
  return {
    names: names
      .filter(({ words }) => words.length > 0)
      .sort((a, b) => b.words.length - a.words.length),
    choices: known.flatMap(({ names: own }) => own),
  };
}

/** Whoever is named after these words is a partner. */
const supportedBy =
  /[\s,]*\(?\s*\b(?:with (?:the )?(?:support|help) (?:from|of)|supported by)\s+|\s*\(\s*with\s+/i;
/** “Adult Social Care (lead), Carers Trust (support)” */
const roleAfter =
  /([^(),;\n]+?)\s*\((leads?|lead (?:agency|organisation|partner)|support(?:ing)?|partners?|(?:supporting|delivery) partner)\)[\s,;/&+]*(?:and\s+)?/gi;
const roles =
  /(?:^|[\s;,.]+)(leads?(?: (?:officer|agency|organisation|partner|director|body))?|led by|owner|responsible(?: (?:officer|organisation|body))?|support(?:ing|ed by)?|partners?)\s*:\s*/i;

/** The parts of a lead cell by what they say of a role: “Lead: Council; Support: Trust”, “Council (with Trust)”. */
export function byRole(said: string): { text: string; role: 'lead' | 'partner' }[] {
  const labelledAfter = [...said.matchAll(roleAfter)];
  if (labelledAfter.length > 0) {
    const rest = said.replaceAll(roleAfter, '').replace(/^[\s,;/&]+|[\s,;/&]+$/g, '');
    // If one is called the lead, the others are partners.
    const hasLead = labelledAfter.some(([, , role = '']) => /^lead/i.test(role));
    return [
      ...labelledAfter.map(([, name = '', role = '']) => ({
        text: name.trim(),
        role: /^lead/i.test(role) ? ('lead' as const) : ('partner' as const),
      })),
      ...(rest === ''
        ? []
        : [{ text: rest, role: hasLead ? ('partner' as const) : ('lead' as const) }]),
    ];
  }
  const [before = '', ...labelled] = said.split(roles);
  const parts: { text: string; role: 'lead' | 'partner' }[] = [{ text: before, role: 'lead' }];
  for (let at = 0; at + 1 < labelled.length; at += 2) {
    const role = /^(?:le|ow|re)/i.test(labelled[at]!) ? 'lead' : 'partner';
    parts.push({ text: labelled[at + 1]!, role });
  }
  return parts.flatMap(({ text, role }) => {
    const [first = '', ...help] = text.split(supportedBy);
    return [
      { text: first, role },
      ...help.map((named) => ({ text: named, role: 'partner' as const })),
    ].filter((part) => part.text.trim() !== '');
  });
}

const together =
  'in partnership with|in conjunction with|in collaboration with|working with|together with|alongside|as well as|plus';
const parting = new RegExp(String.raw`[\n;•]|\s/\s|\s(?:${together})\s`, 'i');
/** “Head of Care – Anytown Council”, “Anytown Council – Anytown Trust”. */
const dash = /\s[-–—]\s/;

/** Words that name no lead: “TBC”, “None”, “Vacant”. */
function isNobody(text: string): boolean {
  return /^\s*(?:[-–—?.]+|(?:(?:name|officer|lead|owner|post|partner|person)s?\s+)?(?:\(?tb[acd]\)?|to be (?:agreed|announced|appointed|confirmed|decided|identified|determined|recruited))|n\/?a|nil|none|nobody|unknown|not (?:known|stated|applicable|assigned|allocated)|unassigned|vacant|various|i'w gadarnhau)\.?\s*$/i.test(
    text,
  );
}

/**
 * Finds organisations in a cell that may name several with nothing between them: “DBTH RDaSH NHS
 * England”. The longest known name wins at each place. What is left over is unknown.
 */
export function readLeads(text: string, directory: Directory): LeadsRead {
  const read: LeadsRead = { found: [], unknown: [], beside: [] };
  for (const part of text.split(parting)) {
    const own = readTogether(part, directory);
    read.found.push(...own.found);
    read.unknown.push(...own.unknown);
    read.beside.push(...own.beside);
  }
  return {
    beside: read.beside,
    found: read.found.filter((lead, at) => read.found.findIndex(({ id }) => id === lead.id) === at),
    unknown: read.unknown,
  };
}

/** What is said in one breath: a person or a job beside a body is of that body. */
function readTogether(text: string, directory: Directory): LeadsRead {
  const read: PartRead = { found: [], unknown: [], beside: [] };
  const [first = '', ...more] = text.split(dash);
  // “TBC – recruitment under way”
  if (isNobody(first)) {
    const said = more.join(' – ').trim();
    return { found: [], unknown: [], beside: said === '' ? [] : [said] };
  }
  for (const part of [first, ...more]) {
    if (isNobody(part)) continue;
    const rest = withoutTeam(part.trim(), directory, read);
    const names = partedByCommas(rest, directory).flatMap((name) =>
      partedByStrokes(name, directory),
    );
    for (const name of names) readPart(name, directory, read);
  }
  const isBeside = ({ text: said, isJoined }: PartRead['unknown'][number]) =>
    !isJoined && isPeople(said);
  const isBody = ({ text: said }: LeadsRead['unknown'][number]) =>
    !isPeople(said) && !namesPeople(said) && !mayBePeople(said);
  const hasBody = read.found.length > 0 || read.unknown.some(isBody);
  const beside = hasBody ? read.unknown.filter(isBeside) : [];
  return {
    found: read.found,
    unknown: read.unknown
      .filter((lead) => !beside.includes(lead))
      .map(({ text: said, nearest: near }) => ({ text: said, nearest: near })),
    // “Director of” is kept together with the body that follows.
    beside: [
      ...read.beside,
      ...beside.map(({ text: said }) => (/\s(?:of|for|at|from)$/i.test(said) ? text.trim() : said)),
    ],
  };
}

/** As it is gathered: whether an unknown name is one of several, with an “and” beside it. */
interface PartRead extends LeadsRead {
  unknown: (LeadsRead['unknown'][number] & { isJoined: boolean })[];
}

/** “Anytown Council (Adult Social Care)”: what is in brackets after a name that is known is a part of that lead. */
function withoutTeam(part: string, directory: Directory, read: LeadsRead): string {
  const [, name = '', inBrackets = ''] = /^([^()]+?)\s*\(([^()]+)\)$/.exec(part) ?? [];
  const isBody = isName(name, directory) || !(isPeople(name) || mayBePeople(name));
  if (isPeople(inBrackets) && isBody && !namesKnown(inBrackets, directory)) {
    read.beside.push(inBrackets);
    return name;
  }
  // “Jane Smith (Anytown Council)”
  const isOfBody = isPeople(name) && !namesKnown(name, directory) && !isPeople(inBrackets);
  if (isOfBody && looksLikeBody(inBrackets, directory)) {
    read.beside.push(name);
    return inBrackets;
  }
  if (!isName(name, directory) || namesKnown(inBrackets, directory)) return part;
  read.beside.push(inBrackets);
  return name;
}

function namesKnown(text: string, directory: Directory): boolean {
  const words = text.split(/\s+/);
  return words.some((_, at) => matchAt(words, at, directory) !== undefined);
}

function looksLikeBody(part: string, directory: Directory): boolean {
  return (
    bodyWords.test(part) ||
    /^(?:and\s+)?\p{Lu}[\p{L}&]*\p{Lu}/u.test(part) ||
    matchAt(part.split(/\s+/), 0, directory)?.weak === false ||
    isName(part, directory)
  );
}

/**
 * The names in a list with commas. A comma within a name does not part it: what is no body goes with
 * the body after it (“Health, Housing and Adult Care Directorate”), or before it (“Department for
 * Business, Energy and Industrial Strategy”).
 */
function partedByCommas(text: string, directory: Directory): string[] {
  if (!text.includes(',') || isName(text, directory)) return [text];
  const names: string[] = [];
  let open: string[] = [];
  for (const part of text.split(',').map((piece) => piece.trim())) {
    if (part === '') continue;
    if (looksLikeBody(part, directory)) {
      const isAlone = isName(part, directory) || (open.length > 0 && isPeople(open.join(', ')));
      if (isAlone && open.length > 0) names.push(open.join(', '), part);
      else names.push([...open, part].join(', '));
      open = [];
    } else if (names.length > 0 && isPeople(part)) names.push(part);
    else if (names.length > 0) names.push(`${names.pop()!}, ${part}`);
    else open.push(part);
  }
  return open.length > 0 ? [open.join(', ')] : names;
}

/** “Anytown Council/Anytown Trust”, where each of them is known: a stroke may also be within a name. */
function partedByStrokes(text: string, directory: Directory): string[] {
  const parts = text.split('/').map((part) => part.trim());
  const areKnown = parts.length > 1 && parts.every((part) => isName(part, directory));
  return areKnown && !isName(text, directory) ? parts : [text];
}

function isName(text: string, { names }: Directory): boolean {
  const plain = plainWords(text).join('');
  return names.some(({ words }) => words.join('') === plain);
}

/** One part of a cell, in which nothing clearly separates two names. */
function readPart(part: string, directory: Directory, read: PartRead): void {
  const words = part.split(/\s+/).filter((word) => word !== '');
  const spans: {
    from: number;
    to: number;
    match?: { id: string; exact: boolean; weak: boolean };
  }[] = [];
  for (let at = 0; at < words.length;) {
    const match = matchAt(words, at, directory);
    if (match !== undefined) {
      spans.push({ from: at, to: at + match.length, match });
      at += match.length;
      continue;
    }
    const open = spans.at(-1);
    if (open !== undefined && open.match === undefined) open.to = at + 1;
    else spans.push({ from: at, to: at + 1 });
    at += 1;
  }
  const joins = (from: number, to: number) => words.slice(from, to).every(isJoin);
  const strange = spans.some(({ match, from, to }) => match === undefined && !joins(from, to));
  let unknown: string[] = [];
  const flush = () => {
    const isJoined = isJoin(unknown[0] ?? '') || isJoin(unknown.at(-1) ?? '');
    while (unknown.length > 0 && isJoin(unknown[0]!)) unknown.shift();
    while (unknown.length > 0 && isJoin(unknown.at(-1)!)) unknown.pop();
    const rest = withBracketsClosed(unknown.join(' '));
    if (rest !== '') {
      read.unknown.push({ text: rest, nearest: nearest(rest, directory.choices), isJoined });
    }
    unknown = [];
  };
  for (const { from, to, match } of spans) {
    const said = words.slice(from, to);
    if (match === undefined || (match.weak && strange)) {
      unknown.push(...said);
      continue;
    }
    flush();
    read.found.push({ id: match.id, text: said.join(' '), exact: match.exact });
  }
  flush();
}

/** A name that was cut out of brackets, without the one that is left. */
function withBracketsClosed(text: string): string {
  const isOpen = text.includes('(');
  if (isOpen === text.includes(')')) return text;
  return text.replaceAll(isOpen ? '(' : ')', '').trim();
}

/** “ICB & Council”, “ASC/NHS”: one body, or two of which only a person can say that they are. */
function mayBeSeveral(text: string): boolean {
  // “Health, Housing and Adult Care” is one name.
  const last = text.slice(text.lastIndexOf(',') + 1);
  const isListed = text.includes(',') && !/\s(?:and|&)\s/i.test(last);
  if (isListed) return true;
  const parts = text.split(/\s*\/\s*|\s+[&+]\s+/);
  const isBody = (part: string) => bodyWords.test(part) || /^\p{Lu}{2,}$/u.test(part);
  return parts.length > 1 && parts.every(isBody);
}

/** Whether a text can be the name of a body: no date, no error of a spreadsheet, no person, nobody in particular. */
export function canBeName(text: string): boolean {
  return (
    /\p{L}{2}/u.test(text) &&
    !/^[=#]|@|\d{4}|\bext\b\.?\s?\d/i.test(text) &&
    !/^(?:as above|ditto|same as above|see above)$/i.test(text) &&
    !/\btb[acd]\b/i.test(text) &&
    !/^(?:all|everyone|everybody)$/i.test(text) &&
    !mayBeSeveral(text) &&
    !namesPeople(text) &&
    !mayBePeople(text)
  );
}

function matchAt(
  words: readonly string[],
  at: number,
  { names }: Directory,
): { id: string; length: number; exact: boolean; weak: boolean } | undefined {
  const plain = words.slice(at).map((word) => plainWords(word).join(''));
  const rest = plain.filter((word) => word !== '');
  if (plain[0] === '') return undefined;
  const lengthOf = (count: number) => {
    let length = 0;
    for (let seen = 0; seen < count; length += 1) if (plain[length] !== '') seen += 1;
    return length;
  };
  const exact = names.find(({ words: name }) => {
    const joined = name.join('');
    return rest.slice(0, name.length).join('') === joined;
  });
  if (exact !== undefined) {
    return { id: exact.id, length: lengthOf(exact.words.length), exact: true, weak: exact.weak };
  }
  const near = names.find(({ words: name }) => {
    const wanted = name.join(' ');
    const here = rest.slice(0, name.length).join(' ');
    return (
      slipsBetween(here, wanted) <= unasked(wanted.length) &&
      here[0] === wanted[0] &&
      rest.length >= name.length
    );
  });
  return near === undefined
    ? undefined
    : { id: near.id, length: lengthOf(near.words.length), exact: false, weak: false };
}

function isJoin(word: string): boolean {
  return /^(?:and|&|with|\/|\+|-|–)$/i.test(word);
}

function plainWords(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll(/['’.]/g, '')
    .split(/[^\p{L}\p{N}&]+/u)
    .filter((word) => word !== '');
}
