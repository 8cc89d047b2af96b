import {
  leave,
  type OutcomeRead,
  type Piece,
  type TableRead,
  type ThemeRead,
} from './table-read.ts';

/** The theme and the outcome that hold for the next row, and how new ones are opened. */
export class Groups {
  theme: ThemeRead | undefined;
  outcome: OutcomeRead | undefined;
  private readonly read: TableRead;

  constructor(read: TableRead) {
    this.read = read;
  }

  /** A heading that was printed before opens its theme again. */
  openTheme(
    heading: readonly Piece[],
    ownNumber: readonly Piece[] = [],
    repeats: readonly Piece[] = [],
  ): void {
    const printed = [...ownNumber, ...heading];
    const known = this.read.themes.find((theme) => sameText(theme.printed, printed));
    this.outcome = undefined;
    if (known !== undefined) {
      this.theme = known;
      known.repeats.push(...printed, ...repeats);
      return;
    }
    const { number, rest } =
      ownNumber.length > 0 ? { number: [...ownNumber], rest: [...heading] } : numberParted(heading);
    this.theme = { number, title: rest, printed, repeats: [...repeats] };
    this.read.themes.push(this.theme);
  }

  /**
   * Opens a theme or an outcome again whose heading is printed with “(continued)”, as at the top of a
   * page; false where no heading is that one.
   *
   * @param heading all the words of a row or a paragraph
   */
  goesOn(heading: readonly Piece[]): boolean {
    const text = heading.map((piece) => piece.text).join(' ');
    const bare = text.replace(continued, '');
    if (bare === text) return false;
    const first = { ...heading[0]!, text: bare };
    const theme = this.read.themes.find(({ printed }) => sameText(printed, [first]));
    const outcome = this.read.outcomes.findLast(({ number, wording }) =>
      sameText([...number, ...wording], [first]),
    );
    if (theme === undefined && outcome === undefined) return false;
    this.theme = theme ?? outcome?.theme;
    // Below a theme that goes on, its last outcome does.
    this.outcome = outcome ?? this.read.outcomes.findLast((known) => known.theme === theme);
    this.read.passed.push({
      row: first.row,
      kind: 'furniture',
      why: 'It repeats a heading, and says that it goes on.',
    });
    return true;
  }

  /** Without a number of its own, an outcome may have one before its wording. */
  openOutcome(number: readonly Piece[], wording: readonly Piece[]): OutcomeRead {
    const parted = numberParted(wording);
    const takesNumber = number.length === 0;
    this.theme ??= this.unnamedTheme();
    const printed = [...number, ...wording];
    const known = this.read.outcomes.findLast(
      (outcome) =>
        outcome.theme === this.theme &&
        printed.length > 0 &&
        sameText([...outcome.number, ...outcome.wording], printed),
    );
    if (known !== undefined) {
      known.repeats.push(...(takesNumber ? [...parted.number, ...parted.rest] : printed));
      this.outcome = known;
      return known;
    }
    this.outcome = {
      theme: this.theme,
      number: takesNumber ? parted.number : [...number],
      wording: takesNumber ? parted.rest : [...wording],
      repeats: [],
    };
    this.read.outcomes.push(this.outcome);
    return this.outcome;
  }

  /** The outcome of an action: where the file gives none, one without words. */
  outcomeHere(): OutcomeRead {
    return this.outcome ?? this.openOutcome([], []);
  }

  private unnamedTheme(): ThemeRead {
    const theme = { number: [], title: [], printed: [], repeats: [] };
    this.read.themes.push(theme);
    return theme;
  }
}

const continued = /(?:\s[-–—:,]?\s?\(?|\()cont(?:inued|['’]?d)?\.?\)?$/i;

/** Whether two prints say the same, whatever their capitals and white space. */
export function sameText(a: readonly Piece[], b: readonly Piece[]): boolean {
  const plain = (pieces: readonly Piece[]) =>
    pieces
      .map(({ text }) => text)
      .join(' ')
      .toLowerCase()
      .replaceAll(/\s+/g, ' ');
  return plain(a) === plain(b);
}

const group =
  '(?:(?:[Kk]ey|[Ss]trategic) )?(?:[Tt]heme|THEME|[Pp]riority|PRIORITY|[Oo]utcome|OUTCOME|[Oo]bjective|OBJECTIVE|[Aa]im|[Gg]oal|[Pp]ledge|[Pp]illar|[Aa]mbition|[Cc]ommitment|[Ss]trand|[Ww]orkstream)';
const numbered = new RegExp(
  `^(?:(?:${group}\\s+)?\\d{1,3}[a-z]?(?:\\.\\d{1,3}[a-z]?)*|${group}\\s+(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en)\\b|${group}\\s+[A-Z](?=[.:)]|\\s*[-–—:])|${group}(?=\\s?:))[.:)]?\\s*[-–—:]?\\s+(?=\\p{Lu})`,
  'u',
);

/** A heading with its number parted from it: “Theme 2: Breaks”, “2. Breaks”, “2.1 Carers are heard”. */
function numberParted(heading: readonly Piece[]): { number: Piece[]; rest: Piece[] } {
  const [first, ...more] = heading;
  const match = numbered.exec(first?.text ?? '');
  if (first === undefined || match === null) return { number: [], rest: [...heading] };
  return {
    number: [{ ...first, text: match[0].trim() }],
    rest: [{ ...first, text: first.text.slice(match[0].length) }, ...more],
  };
}

/** “Outcome:” before a wording: it has the place of a number, and is none. */
export function isLabel(number: string): boolean {
  return /^\p{L}{3,}(?: \p{L}{3,})*\s?:$/u.test(number);
}

/** Whether a text is a number and nothing else: “2.1”, “A3”, “2-1.”. */
export function isNumberAlone(text: string): boolean {
  return /^[A-Za-z]?\d+[a-z]?(?:[.\-/]\d+[a-z]?)*\.?$/.test(text);
}

/** Takes out each outcome and theme that no action serves: it has no page, and its words are kept in a comment. */
export function leaveUnserved(read: TableRead): void {
  const served = new Set(read.actions.map(({ outcome }) => outcome));
  const keeps = new Set([...served].map(({ theme }) => theme));
  for (const outcome of read.outcomes.filter((known) => !served.has(known))) {
    const pieces = [...outcome.number, ...outcome.wording, ...outcome.repeats];
    leave(read, pieces, 'No action serves this outcome.');
  }
  for (const theme of read.themes.filter((known) => !keeps.has(known))) {
    leave(read, [...theme.printed, ...theme.repeats], 'No action serves this theme.');
  }
  read.outcomes = read.outcomes.filter((known) => served.has(known));
  read.themes = read.themes.filter((known) => keeps.has(known));
}
