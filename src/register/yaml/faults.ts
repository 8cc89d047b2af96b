/**
 * Faults of typing that are best told from the lines themselves. YAML’s parser either takes them in
 * silence for something else, or complains of a later line in words of its own.
 */
import { asField, asYaml } from './as-yaml.ts';
import { endOfQuotation, readLines, type Line } from './lines.ts';

/** A fault at a place of the text. */
export interface Fault {
  line: number;
  /** Counted from 1. */
  column: number;
  length: number;
  message: string;
  why?: string;
  advice: string;
  severity: 'error' | 'warning';
  /** Whether the parser takes it in silence. The others are only looked for where it complains. */
  silent: boolean;
}

type Finder = (line: Line, context: Context) => Omit<Fault, 'line' | 'severity'> | undefined;

interface Context {
  lines: readonly Line[];
  /** The names of all fields of all kinds of record. */
  fields: ReadonlySet<string>;
}

/** Whether a text may hold a fault that the parser takes in silence: a quick look before the close one. */
export function looksOdd(text: string): boolean {
  return odd.test(text);
}

const invisible =
  /[\u200B\u2060\uFEFF\u00AD\u202A-\u202E\u2066-\u2069\u2028\u2029\0-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]|\r(?!\n)/;
const wideSpace = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/;
const bullet = /^[•·▪●○◦‣–—∙*][ \t\u00A0]/;
const marker = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/;
const oddParts = [
  invisible.source,
  wideSpace.source,
  String.raw`^\s*(?:[•·▪●○◦‣–—∙*][ \t]|-[^\s-]|[-=<>|]{3,})`,
  String.raw` #[^\s]`,
  String.raw`(?:^|[:-] )\s*“[^“”\n]*”\s*$`,
  // A field name without a space after its colon, or a list under a text.
  String.raw`^\s*(?:- +)?[A-Za-z_]+:[^\s/]`,
  String.raw`^( *)(?:- +)?[A-Za-z_]+: +[^\s|>#"'[].*\r?\n\1 +- `,
];
const odd = new RegExp(oddParts.join('|'), 'mu');

/** Every fault of typing in a text; of each line the first. */
export function faultsIn(text: string, fields: ReadonlySet<string>): Fault[] {
  const lines = readLines(text);
  const faults: Fault[] = [];
  let conflict = false;
  for (const line of lines) {
    if (marker.test(line.text)) {
      if (!conflict) faults.push(mergeConflict(line));
      conflict = !line.text.startsWith('>');
      continue;
    }
    for (const [finder, severity] of finders) {
      const fault = finder(line, { lines, fields });
      if (fault === undefined) continue;
      faults.push({ line: line.number, severity, ...fault });
      break;
    }
  }
  return faults;
}

function mergeConflict({ number, text }: Line): Fault {
  return {
    line: number,
    column: 1,
    length: text.trimEnd().length,
    severity: 'error',
    silent: true,
    message: 'Two versions of this part stand here, and nobody has chosen between them.',
    why: 'Two people changed the same lines. The marks <<<<<<<, ======= and >>>>>>> show both versions.',
    advice: 'Keep the lines that are right, and delete the others and the lines with the marks.',
  };
}

const tabbed: Finder = ({ text }) => {
  const start = /^ *\t[ \t]*/.exec(text)?.[0];
  if (start === undefined || text.trim() === '') return undefined;
  return {
    column: start.indexOf('\t') + 1,
    length: start.length - start.indexOf('\t'),
    silent: false,
    message: start.startsWith('\t')
      ? 'This line starts with a tab.'
      : 'There is a tab in the space before this line.',
    advice: 'Use spaces to move a line in: two for each step.',
  };
};

const invisibleCharacter: Finder = ({ text }) => {
  const match = invisible.exec(text);
  if (match === null) return undefined;
  const code = match[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return {
    column: match.index + 1,
    length: 1,
    silent: true,
    message: `A character that nobody can see stands here (U+${code}).`,
    why: 'It came along with a copied text. Names and words with it in them are not found.',
    advice: `Delete this part and type it again:  ${text.replaceAll(new RegExp(invisible, 'g'), '').trim()}`,
  };
};

const wideSpaceAtStart: Finder = ({ text, inside, column, key, body }) => {
  if (inside === 'block' || inside === 'quotes') return undefined;
  const match = wideSpace.exec(text);
  if (match === null) return undefined;
  const before = text.slice(0, match.index);
  const structural =
    /^\s*(?:-\s*)*$/.test(before) || /^\s*(?:- +)*[\w ]*:?$/.test(before.slice(column) || before);
  if (!structural || (key !== undefined && match.index > column + body.indexOf(':')))
    return undefined;
  return {
    column: match.index + 1,
    length: 1,
    silent: true,
    message:
      'The space here is not an ordinary space, but one copied from a web page or from Word.',
    why: 'It looks the same, but a record is only understood with ordinary spaces.',
    advice: 'Delete it and press the space bar instead.',
  };
};

const wordBullet: Finder = (line, { lines }) => {
  const { text, inside, opener } = line;
  if (inside === 'block' || inside === 'quotes') return undefined;
  const body = text.trimStart();
  if (!bullet.test(body)) return undefined;
  // A dash within a text of several lines may be just that.
  const dash = /^[–—·]/.test(body);
  if (dash && inside === 'text' && opener !== undefined && !bullet.test(opener.body))
    return undefined;
  const rest = body.slice(1).trim();
  const column = text.length - body.length;
  const above = lines[line.number - 2];
  const indent = above?.key !== undefined && above.value === '' ? above.column + 2 : column;
  return {
    column: column + 1,
    length: 1,
    silent: true,
    message: `This line starts with a bullet (${body[0]!}) that a record does not know.`,
    advice: `Type a dash and a space in its place:  ${' '.repeat(indent)}- ${asYaml(rest)}`,
  };
};

const noSpaceAfterDash: Finder = ({ text, indent, inside, opener }, { lines }) => {
  if (inside === 'block' || inside === 'quotes' || inside === 'brackets') return undefined;
  const match = /^ *-([^\s-].*)$/.exec(text);
  if (match === null) return undefined;
  const inList = lines.some((line) => line.dashed && line.indent === indent && !line.inside);
  const afterKey = opener !== undefined && opener.value === '';
  const previous = lines.findLast((line) => line.key !== undefined && line.indent <= indent);
  if (!inList && !afterKey && inside === 'text' && !/^-[^\s-]/.test(opener!.body)) return undefined;
  if (!inList && !afterKey && previous === undefined) return undefined;
  return {
    column: indent + 1,
    length: 2,
    silent: true,
    message: 'There is no space after the dash.',
    why: 'Without it the line is not an entry of the list.',
    advice: `Type a space after it:  ${' '.repeat(indent)}- ${match[1]!.trim()}`,
  };
};

const noSpaceAfterColon: Finder = ({ inside, body, column, dashed, indent }, { fields }) => {
  if (inside === 'block' || inside === 'quotes' || inside === 'brackets') return undefined;
  const match = /^([A-Za-z_]+):([^\s/].*)$/.exec(body);
  if (match === null || !fields.has(match[1]!.toLowerCase())) return undefined;
  const lead = `${' '.repeat(indent)}${dashed ? '- ' : ''}`;
  return {
    column: column + match[1]!.length + 1,
    length: 2,
    silent: true,
    message: `There is no space after the colon of “${match[1]!}”.`,
    why: 'Without it the line is not a field.',
    advice: `Type a space after it:  ${lead}${asField(match[1]!, match[2]!)}`,
  };
};

const secondRecord: Finder = ({ text, number, inside }, { lines }) => {
  if (!/^(?:---|\.\.\.)(?:\s|$)/.test(text) || inside === 'block') return undefined;
  const before = lines.slice(0, number - 1);
  if (text.startsWith('---') && before.every(isBlank)) return undefined;
  const last = lines.slice(number).every(isBlank);
  return {
    column: 1,
    length: 3,
    silent: true,
    message: `A line with only “${text.slice(0, 3)}” ends the record.`,
    why: last ? 'Nothing comes after it.' : 'What stands below it would be lost.',
    advice: last
      ? 'Take the line out.'
      : 'Take the line out. If a second record begins here, move it to a file of its own.',
  };
};

const ruledLine: Finder = ({ text, inside }) => {
  if (inside === 'block' || !/^\s*(?:-{4,}|={3,}|\*{3,}|_{3,})\s*$/.test(text)) return undefined;
  return {
    column: text.length - text.trimStart().length + 1,
    length: text.trim().length,
    silent: true,
    message: 'A ruled line has no meaning in a record.',
    advice: 'Take the line out. A note of your own starts with # and a space.',
  };
};

const listUnderText: Finder = ({ inside, opener, body, dashed, indent }) => {
  if (inside !== 'text' || !dashed || opener?.key === undefined) return undefined;
  return {
    column: indent + 1,
    length: 1,
    silent: true,
    message: `This line starts with a dash, but “${opener.key}” already has a text beside its name.`,
    why: 'The dash and all after it would be taken for more of that text.',
    advice: `If “${opener.key}” is a list, put its first entry on a line of its own too:\n${opener.key}:\n  - ${opener.value}\n  - ${body}`,
  };
};

const textNotMovedIn: Finder = ({ number, key, body, column, dashed, inside }, { lines }) => {
  const above = lines[number - 2];
  if (inside || key !== undefined || dashed || above?.key === undefined) return undefined;
  if (!/^[|>][-+]?$/.test(above.value) || body === '' || column > above.column) return undefined;
  return {
    column: column + 1,
    length: body.length,
    silent: false,
    message: `This is the text of “${above.key}”, and it is not moved in.`,
    advice: `Put two spaces before each of its lines:\n${' '.repeat(above.column)}${above.key}: ${above.value}\n${' '.repeat(above.column + 2)}${body}`,
  };
};

const missingColon: Finder = ({ inside, key, body, column, dashed, indent }, { fields }) => {
  if (inside !== undefined || key !== undefined) return undefined;
  const match = /^["']?([\p{L}_]+)["']?(?:\s*([=：;–-])\s*|\s+|$)(.*)$/u.exec(body);
  if (match === null || !fields.has(match[1]!.toLowerCase())) return undefined;
  const [, name, sign, rest] = match;
  const lead = `${' '.repeat(indent)}${dashed ? '- ' : ''}`;
  return {
    column: column + 1,
    length: name!.length,
    silent: false,
    message: sign
      ? `After “${name!}” stands “${sign}” and not a colon.`
      : `The colon after “${name!}” is missing.`,
    advice: `Type a colon and a space after it:  ${lead}${rest === '' ? `${name!}:` : asField(name!, rest!)}`,
  };
};

const lostUpdate: Finder = (
  { dashed, key, body, indent, column, openColumns, inside },
  { lines },
) => {
  if (inside !== undefined || !dashed || key !== 'reported') return undefined;
  const home = lines.find((line) => line.key === 'updates' && line.column === 0);
  const siblings = home === undefined ? [] : lines.slice(home.number);
  const end = siblings.findIndex((line) => line.key !== undefined && line.column === 0);
  const stands = siblings.slice(0, end === -1 ? undefined : end).some((line) => line.body === body);
  if (stands && openColumns.length > 0) return undefined;
  return {
    column: indent + 1,
    length: column - indent + body.length,
    silent: false,
    message: 'This update does not stand under “updates”.',
    advice:
      home === undefined
        ? 'Type a line  updates:  above it, at the very left. Put both above “source”.'
        : `Move it up, below the last update. The list starts in line ${home.number}.`,
  };
};

const wrongIndent: Finder = (line, { lines, fields }) => {
  const { key, column, inside, opener, openColumns, dashed, indent } = line;
  if (dashed) {
    if (inside !== undefined) return undefined;
    const first = lines.findLast(
      ({ dashed: also, number, indent: at, inside: within }) =>
        also && within === undefined && number < line.number && Math.abs(at - indent) === 1,
    );
    if (first === undefined) return undefined;
    return misplaced(indent, first.indent);
  }
  if (key === undefined || !fields.has(key.toLowerCase())) return undefined;
  if (inside === 'text' && opener?.key !== undefined) {
    return column === opener.column ? undefined : misplaced(column, opener.column);
  }
  if (inside !== undefined || openColumns.length === 0) return undefined;
  const columns = columnsAbove(lines, line);
  if (columns.includes(column)) return undefined;
  const [nearest] = columns.toSorted(
    (a, b) => Math.abs(a - column) - Math.abs(b - column) || b - a,
  );
  if (nearest === undefined) return undefined;
  // The lines below are held against where this one should stand.
  line.column = nearest;
  return misplaced(column, nearest);
};

/** The columns at which the entry that is open above a line has its fields. */
function columnsAbove(lines: readonly Line[], { number }: Line): number[] {
  const above = lines.findLast(
    (line) => line.number < number && line.key !== undefined && !line.inside,
  );
  if (above === undefined) return [];
  const own = above.value === '' ? [above.column + 2] : [];
  return [...above.openColumns, above.column, ...own];
}

function misplaced(found: number, wanted: number) {
  const steps = wanted === 1 ? '1 space' : `${wanted} spaces`;
  return {
    column: 1,
    length: found,
    silent: false,
    message: `This line is moved in too ${found > wanted ? 'far' : 'little'}.`,
    why: 'The spaces at the start of a line say what it belongs to.',
    advice: `Put ${wanted === 0 ? 'no space' : steps} before it, as in the lines that belong with it. Here are ${found}.`,
  };
}

const quotation: Finder = ({ inside, key, value, valueColumn }, _context) => {
  if (inside !== undefined || !/^["']/.test(value)) return undefined;
  const mark = value[0]!;
  const end = endOfQuotation(mark, value.slice(1));
  if (end === undefined) return undefined;
  const rest = value.slice(end + 2).trim();
  if (rest === '' || rest.startsWith('#')) return undefined;
  return {
    column: valueColumn + 1,
    length: value.length,
    silent: false,
    message: 'The quotation marks in this text end it too early.',
    why: `The text is taken to end at the second ${mark} and something follows.`,
    advice: `Use curly marks inside the text:  ${typed(key, curly(value))}`,
  };
};

/** The text of a value with its straight marks turned into curly ones. */
function curly(value: string): string {
  const mark = value[0]!;
  const outer = value.length > 1 && value.endsWith(mark) ? value.slice(1, -1) : value;
  return outer
    .replaceAll(/(?<=\p{L})'/gu, '’')
    .replaceAll(/"([^"]*)"/g, '“$1”')
    .replaceAll(/'([^']*)'/g, '‘$1’')
    .replaceAll("'", '’')
    .replaceAll('"', '');
}

function typed(key: string | undefined, text: string): string {
  return key === undefined ? `- ${asYaml(text)}` : asField(key, text);
}

const backslash: Finder = ({ inside, key, value, valueColumn }) => {
  if (inside !== undefined || !value.startsWith('"')) return undefined;
  const at = /\\(?:\\.)*[^\\"/abefnrtv0xuUNLP_ ]/.exec(value)?.index;
  if (at === undefined) return undefined;
  const text = value.replaceAll(/^"|"$/g, '').replaceAll("'", "''");
  return {
    column: valueColumn + at + 1,
    length: 2,
    silent: false,
    message: 'A backslash between double quotation marks has a meaning of its own.',
    advice: `Use single quotation marks around the text:  ${key === undefined ? '- ' : `${key}: `}'${text}'`,
  };
};

const openQuotation: Finder = ({ inside, key, value, valueColumn, number }, { lines }) => {
  if (inside !== undefined || !/^["']/.test(value)) return undefined;
  const mark = value[0]!;
  if (endOfQuotation(mark, value.slice(1)) !== undefined) return undefined;
  const below = lines.slice(number);
  const end = below.findIndex((line) => line.inside !== 'quotes');
  const more = below.slice(0, end === -1 ? undefined : end);
  if (more.some((line) => endOfQuotation(mark, line.text) !== undefined)) return undefined;
  return {
    column: valueColumn + 1,
    length: value.length,
    silent: false,
    message: 'A quotation mark is opened here and not closed.',
    advice:
      more.length > 0
        ? 'Put the same mark at the end of the text, or take this one out.'
        : `Put the same mark at the end of the text, or take this one out:  ${typed(key, value.slice(1))}`,
  };
};

const openBracket: Finder = ({ inside, key, value, valueColumn, number }, { lines }) => {
  if (inside !== undefined || !value.startsWith('[')) return undefined;
  const below = lines.slice(number);
  const end = below.findIndex((line) => line.inside !== 'brackets');
  const whole = [
    value,
    ...below.slice(0, end === -1 ? undefined : end).map((line) => line.text),
  ].join(' ');
  const opened = whole.split('[').length;
  const closed = whole.split(']').length;
  if (opened === closed) {
    const rest = /\]\s*([^\s#].*)$/.exec(value)?.[1];
    if (rest === undefined || value.startsWith('[[')) return undefined;
    return startsOddly(key, value, valueColumn, '[');
  }
  const items = value.replaceAll(/[[\]]/g, '').replace(/,\s*$/, '').trim();
  return {
    column: valueColumn + 1,
    length: value.length,
    silent: false,
    message:
      opened > closed
        ? 'A square bracket is opened here and not closed.'
        : 'There is one closing bracket too many here.',
    advice: `Write  ${key === undefined ? '- ' : `${key}: `}[${items}]`,
  };
};

function startsOddly(key: string | undefined, value: string, valueColumn: number, mark: string) {
  return {
    column: valueColumn + 1,
    length: value.length,
    silent: false,
    message: `A text cannot start with ${mark} as it stands.`,
    why: 'In a record that mark has a meaning of its own.',
    advice: `Put quotation marks around the whole text:  ${typed(key, value)}`,
  };
}

const oddStart: Finder = ({ inside, key, value, valueColumn, dashed, column }) => {
  if (inside !== undefined || (key === undefined && !dashed && column > 0)) return undefined;
  const block = /^([|>][-+]?)\s+([^#\s].*)$/.exec(value);
  if (block !== null && key !== undefined) {
    return {
      column: valueColumn + 1,
      length: value.length,
      silent: false,
      message: `The text stands on the same line as “${block[1]!}”.`,
      advice: `Put it on the next line, moved in by two spaces:\n${key}: ${block[1]!}\n  ${block[2]!}`,
    };
  }
  const mark =
    /^[%@`!,}\]]/.exec(value)?.[0] ??
    /^[&*](?=\S|\s|$)/.exec(value)?.[0] ??
    /^[?-](?=\s)/.exec(value)?.[0];
  const braces = /^\{[^}]*\}\s*[^\s#]/.test(value) ? '{' : undefined;
  const found = mark ?? braces;
  if (found === undefined || value === '') return undefined;
  if (found === '-' && key !== undefined) {
    return {
      column: valueColumn + 1,
      length: 1,
      silent: false,
      message: 'A list starts on the line below its name, and not beside it.',
      advice: `Write\n${key}:\n  ${value}`,
    };
  }
  return startsOddly(key, value, valueColumn, found);
};

const colonInText: Finder = ({ inside, key, value, valueColumn, body, column, opener }) => {
  if (inside === 'text' && key !== undefined && opener?.column !== column) {
    return {
      column: column + body.indexOf(':') + 1,
      length: 1,
      silent: false,
      message:
        'This text runs over several lines and holds a colon, so it looks like the name of a field.',
      advice: `Start the text on a line of its own, after a mark that says so:\n${opener?.key ?? 'text'}: >-\n  ${opener?.value ?? ''}\n  ${body}`,
    };
  }
  if (inside !== undefined || key === undefined || /^["'[{|>]/.test(value)) return undefined;
  const at = /:(?=\s|$)/.exec(value.replace(/ #.*$/, ''))?.index;
  if (at === undefined) return undefined;
  return {
    column: valueColumn + 1,
    length: value.length,
    silent: false,
    message: 'This text holds a colon, so it looks like the name of a field.',
    advice: `Put quotation marks around the whole text:  ${asField(key, value.replaceAll(/^“|”$/g, ''))}`,
  };
};

const lineWithoutField: Finder = (
  { inside, key, body, column, dashed, number, openColumns },
  { lines },
) => {
  if (inside !== undefined || key !== undefined || dashed || body === '' || body.startsWith('#'))
    return undefined;
  const above = lines.findLast((line) => line.number < number && line.body !== '');
  if (number > 1 && column > 0 && !openColumns.includes(column) && above?.value === '')
    return undefined;
  const longer = above?.opener ?? above;
  const belongs = longer?.key !== undefined && longer.value !== '' && longer.column >= column;
  return {
    column: column + 1,
    length: body.length,
    silent: false,
    message: 'This line has no name of a field and no dash before it.',
    advice: belongs
      ? `If it belongs to the text of “${longer.key!}” above, move it in by ${longer.column + 2} spaces:\n${' '.repeat(longer.column + 2)}${body}`
      : 'A field is written as a name, a colon, a space and its text, such as  title: Our promise',
  };
};

const curlyQuotes: Finder = ({ inside, key, value, valueColumn }) => {
  const match = inside === undefined ? /^“([^“”]*)”$/.exec(value) : null;
  if (match === null) return undefined;
  return {
    column: valueColumn + 1,
    length: value.length,
    silent: true,
    message: 'The curly quotation marks around this text become part of it.',
    why: 'Only straight marks (") are taken for marks around a text.',
    advice: `Unless they are meant, write  ${typed(key, match[1]!)}`,
  };
};

const cutText: Finder = ({ inside, value, text, key }) => {
  if ((inside !== undefined && inside !== 'text') || /^["'|>[{]/.test(value)) return undefined;
  const at = / #[^\s#]/.exec(text)?.index;
  if (at === undefined || text.trimStart().startsWith('#')) return undefined;
  return {
    column: at + 2,
    length: text.trimEnd().length - at - 1,
    silent: true,
    message: 'The text ends here: “#” after a space starts a note that is not shown.',
    advice:
      inside === 'text'
        ? 'If it belongs to the text, put quotation marks around the whole text.'
        : `If it belongs to the text, put quotation marks around the whole:  ${typed(key, value)}`,
  };
};

function isBlank({ body }: Line): boolean {
  return body === '' || body.startsWith('#');
}

/** In this order: of several that fit a line, the first is told. */
const finders: readonly (readonly [Finder, Fault['severity']])[] = [
  [tabbed, 'error'],
  [invisibleCharacter, 'error'],
  [wideSpaceAtStart, 'error'],
  [ruledLine, 'error'],
  [wordBullet, 'error'],
  [noSpaceAfterDash, 'error'],
  [noSpaceAfterColon, 'error'],
  [secondRecord, 'error'],
  [lostUpdate, 'error'],
  [listUnderText, 'error'],
  [textNotMovedIn, 'error'],
  [missingColon, 'error'],
  [wrongIndent, 'error'],
  [quotation, 'error'],
  [backslash, 'error'],
  [openQuotation, 'error'],
  [openBracket, 'error'],
  [oddStart, 'error'],
  [colonInText, 'error'],
  [lineWithoutField, 'error'],
  [curlyQuotes, 'warning'],
  [cutText, 'warning'],
];
