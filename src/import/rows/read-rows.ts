import { wordsOf } from '../account.ts';
import type { Field } from '../column-names.ts';
import {
  actionTexts,
  textOf,
  type ActionText,
  type Draft,
  type DraftAction,
  type DraftOutcome,
  type DraftTheme,
  type Piece,
} from '../draft.ts';
import { headingsIn, repeatsHeadings, type Columns } from '../find-headings.ts';
import { CannotRun, type Row, type Table } from '../table.ts';

export interface RowOptions {
  /** The adopter’s own names for columns: plain name → field. */
  columns: ReadonlyMap<string, Field>;
  /** Join a row that goes on with the one before it, as a page break leaves it. */
  joinRows: boolean;
}

/**
 * Reads the rows of a table as themes, outcomes and actions.
 *
 * A row with one filled cell opens a theme or an outcome. An outcome or theme that is printed once
 * holds for the rows below it. With `joinRows` a row without a number and without a due date goes
 * on with the action above, cell by cell.
 */
export function readRows(table: Table, options: RowOptions): Draft {
  const reader = new RowReader(table, options);
  for (const [at, row] of table.rows.entries()) reader.read(at, row);
  return reader.finish();
}

class RowReader {
  private readonly draft: Draft = {
    themes: [],
    outcomes: [],
    actions: [],
    unplaced: [],
    passed: [],
    remarks: [],
  };
  private readonly numbersAreOutcomes: boolean;
  private columns: Columns | undefined;
  private block = -1;
  private theme: DraftTheme | undefined;
  private outcome: DraftOutcome | undefined;
  /** The last row was a heading that ran across the table. */
  private afterSection = false;
  /** Paragraphs that stand before a table: the last may be its heading. */
  private waiting: { at: number; row: Row }[] = [];
  private readonly lastInColumn: Piece[] = [];

  private readonly table: Table;
  private readonly options: RowOptions;

  constructor(table: Table, options: RowOptions) {
    this.table = table;
    this.options = options;
    this.numbersAreOutcomes = this.countNumbers();
  }

  /** Whether the number column numbers outcomes: there is an outcome column, and some action has no number. */
  private countNumbers(): boolean {
    let columns: Columns | undefined;
    let unnumbered = 0;
    for (const row of this.table.rows) {
      const found = headingsIn(row, this.options.columns);
      if (found !== undefined) {
        columns ??= found;
        continue;
      }
      if (columns === undefined) continue;
      const filled = (field: Field) =>
        columns!.fields.some(
          (name, column) => name === field && (row.cells[column]?.text ?? '') !== '',
        );
      if (filled('action') && !filled('number')) unnumbered += 1;
    }
    return columns?.fields.includes('outcome') === true && unnumbered > 0;
  }

  read(at: number, row: Row): void {
    if (row.block !== this.block) this.openBlock(row);
    if (row.kind === 'paragraph') {
      this.waiting.push({ at, row });
      return;
    }
    const filled = row.cells.flatMap((cell, column) => (saysNothing(cell.text) ? [] : [column]));
    if (filled.length === 0) {
      this.draft.passed.push({ row: at, why: 'It is empty.' });
      return;
    }
    if (this.columns !== undefined && repeatsHeadings(row, this.columns)) {
      this.draft.passed.push({
        row: at,
        why: 'It repeats the headings of the table.',
        headings: true,
      });
      return;
    }
    const headings = headingsIn(row, this.options.columns);
    if (headings !== undefined) {
      this.columns = headings;
      this.draft.passed.push({
        row: at,
        why: 'It holds the headings of the table.',
        headings: true,
      });
      this.useWaiting();
      return;
    }
    if (this.columns === undefined) {
      this.leaveRow(at, row, 'It stands before the headings of the table.');
      return;
    }
    this.useWaiting();
    this.readUnderHeadings(at, row, filled, this.columns);
  }

  finish(): Draft {
    this.leaveWaiting();
    if (!this.draft.passed.some((row) => row.headings)) {
      throw new CannotRun(
        'No row of headings was found. One row must name the columns, such as Action, Lead, By when. If your columns have other names, give them in a mapping file: --mapping FILE.',
      );
    }
    if (this.draft.actions.length === 0) {
      throw new CannotRun(
        'The headings were found, and no action under them. Look if the column of actions is the right one, or name it in a mapping file: --mapping FILE.',
      );
    }
    this.leaveEmpty();
    return this.draft;
  }

  /** An outcome or theme that no action serves has no page. */
  private leaveEmpty(): void {
    const { draft } = this;
    const served = new Set(draft.actions.map(({ outcome }) => outcome));
    const keeps = new Set([...served].map(({ theme }) => theme));
    const leave = (pieces: readonly Piece[], what: string) => {
      for (const piece of pieces) {
        this.leave(piece, `No action serves this ${what}.`);
        this.remark(
          piece.row,
          'needs you',
          `No action serves this ${what}. It stands in plan.yaml.`,
        );
      }
    };
    for (const outcome of draft.outcomes.filter((known) => !served.has(known))) {
      leave([...outcome.number, ...outcome.wording, ...outcome.repeats], 'outcome');
    }
    for (const theme of draft.themes.filter((known) => !keeps.has(known))) {
      leave([...theme.printed, ...theme.repeats], 'theme');
    }
    draft.outcomes = draft.outcomes.filter((known) => served.has(known));
    draft.themes = draft.themes.filter((known) => keeps.has(known));
  }

  private openBlock(row: Row): void {
    this.block = row.block;
    if (!this.table.headingsGoOn) {
      this.columns = undefined;
      return;
    }
    if (row.kind === 'row' && row.cells.length !== this.columns?.fields.length) {
      this.columns = undefined;
    }
  }

  /** A short paragraph right before a table is the heading of its theme; what stands before it is left over. */
  private useWaiting(): void {
    const last = this.waiting.at(-1);
    if (last !== undefined && last.row.cells[0]!.text.length <= 120) {
      this.waiting.pop();
      this.leaveWaiting();
      this.openTheme([{ row: last.at, column: 0, text: last.row.cells[0]!.text }]);
    } else {
      this.leaveWaiting();
    }
  }

  private leaveWaiting(): void {
    for (const { at, row } of this.waiting) this.leaveRow(at, row, 'It stands outside the table.');
    this.waiting = [];
  }

  private leaveRow(at: number, row: Row, why: string): void {
    for (const [column, cell] of row.cells.entries()) {
      if (!saysNothing(cell.text)) this.leave({ row: at, column, text: cell.text }, why);
    }
  }

  private leave(piece: Piece, why: string): void {
    this.draft.unplaced.push({ piece, why });
  }

  private remark(row: number, kind: 'repaired' | 'needs you', text: string): void {
    this.draft.remarks.push({ row, kind, text });
  }

  private readUnderHeadings(at: number, row: Row, filled: number[], columns: Columns): void {
    const pieces = filled.map((column) => ({ row: at, column, text: row.cells[column]!.text }));
    const of = (field: Field) => pieces.filter((piece) => columns.fields[piece.column] === field);

    const section = this.sectionIn(row, pieces, columns);
    if (section !== undefined) {
      this.openSection(at, pieces, section, columns);
      return;
    }
    this.afterSection = false;

    const goesOn = this.options.joinRows && this.goesOn(of);
    if (of('action').length === 0 && !goesOn) {
      const outcomeHere = [...of('outcome'), ...of('theme')].length > 0;
      this.readGroup(at, of, false);
      const opened = ['outcome', 'theme', 'outcome number'] as (Field | undefined)[];
      for (const piece of pieces) {
        const field = columns.fields[piece.column];
        if (
          outcomeHere &&
          (opened.includes(field) || (field === 'number' && this.numbersAreOutcomes))
        )
          continue;
        this.leave(piece, 'The row has no action.');
        this.remark(at, 'needs you', 'The row has no action. Its words stand in plan.yaml.');
      }
      return;
    }
    const before = this.outcome;
    this.readGroup(at, of, goesOn);
    if (goesOn) this.join(at, pieces, columns, before);
    else this.openAction(at, row, pieces, columns);
  }

  /** What sort of heading a row is, if it is one. */
  private sectionIn(
    row: Row,
    pieces: readonly Piece[],
    columns: Columns,
  ): 'whole' | 'cut' | undefined {
    const [first] = pieces as [Piece, ...Piece[]];
    const capitals = pieces.every(({ text }) => /\p{Lu}/u.test(text) && !/\p{Ll}|\d/u.test(text));
    const field = columns.fields[first.column];
    if (pieces.length === 1) {
      const across = row.cells[first.column]!.across ?? 1;
      if (across > 1 && across * 3 >= columns.fields.length * 2) return 'whole';
      if (capitals && first.text.length > (field === 'lead' || field === 'status' ? 5 : 3))
        return 'whole';
      const leading = columns.fields.findIndex((name) => name !== undefined);
      const isFirst = first.column <= leading;
      return isFirst &&
        !(['action', 'theme', 'outcome'] as (Field | undefined)[]).includes(field) &&
        !looksLikeNumber(first.text)
        ? 'whole'
        : undefined;
    }
    const adjacent = pieces.every((piece, at) => piece.column === first.column + at);
    const letters = pieces.map(({ text }) => text).join('');
    const covers = pieces.some(({ column }) => columns.fields[column] === 'due');
    return capitals && adjacent && pieces.length === 2 && letters.length > 5 && !covers
      ? 'cut'
      : undefined;
  }

  private openSection(
    at: number,
    pieces: Piece[],
    section: 'whole' | 'cut',
    columns: Columns,
  ): void {
    if (section === 'cut') {
      this.remark(
        at,
        'needs you',
        'A heading runs across the columns and is cut up. Look at the title of the theme in plan.yaml.',
      );
    }
    const text = textOf(pieces);
    const isOutcome =
      !columns.fields.includes('outcome') &&
      (columns.fields.includes('theme') ||
        /^(?:outcome|objective|aim|goal)\b/i.test(text) ||
        /^\d+\.\d/.test(text) ||
        (this.afterSection && !/^(?:theme|priority)\b/i.test(text)));
    if (isOutcome) this.openOutcome([], pieces);
    else this.openTheme(pieces);
    this.afterSection = !isOutcome;
  }

  private openTheme(pieces: readonly Piece[]): void {
    const [first, ...more] = pieces as [Piece, ...Piece[]];
    const known = this.draft.themes.find((theme) => sameText(theme.printed, pieces));
    const { number, rest } = numbered(first);
    this.theme = known ?? { number, title: [...rest, ...more], printed: [...pieces], repeats: [] };
    if (known === undefined) this.draft.themes.push(this.theme);
    else known.repeats.push(...pieces);
    this.outcome = undefined;
  }

  private openOutcome(number: Piece[], wording: Piece[]): void {
    this.theme ??= this.unnamedTheme();
    this.outcome = { theme: this.theme, number, wording, repeats: [] };
    if (number.length === 0 && wording[0] !== undefined) {
      const { number: found, rest } = numbered(wording[0]);
      if (found.every(({ text }) => /^\d/.test(text))) {
        this.outcome.number = found;
        this.outcome.wording = [...rest, ...wording.slice(1)];
      }
    }
    this.draft.outcomes.push(this.outcome);
  }

  private unnamedTheme(): DraftTheme {
    const theme = { number: [], title: [], printed: [], repeats: [] };
    this.draft.themes.push(theme);
    return theme;
  }

  /** Takes the theme and outcome cells of a row: new ones, more of the last ones, or the same printed again. */
  private readGroup(at: number, of: (field: Field) => Piece[], goesOn: boolean): void {
    const theme = of('theme');
    if (theme.length > 0) {
      if (this.theme !== undefined && sameText(this.theme.printed, theme)) {
        this.theme.repeats.push(...theme);
      } else this.openTheme(theme);
    }
    const number = [...of('outcome number'), ...(this.numbersAreOutcomes ? of('number') : [])];
    const wording = of('outcome');
    if (number.length === 0 && wording.length === 0) return;
    const last = this.outcome;
    const again = this.draft.outcomes.findLast(
      (outcome) =>
        outcome.theme === this.theme &&
        (sameText(outcome.wording, wording) ||
          sameText([...outcome.number, ...outcome.wording], [...number, ...wording])) &&
        (number.length === 0 || sameNumber(outcome.number, number)),
    );
    if (again !== undefined && wording.length > 0) {
      again.repeats.push(...number, ...wording);
      this.outcome = again;
    } else if (number.length > 0 && last !== undefined && sameNumber(last.number, number)) {
      if (wording.length === 0) last.repeats.push(...number);
      else {
        last.wording.push(...wording);
        last.repeats.push(...number);
        this.remark(
          at,
          'needs you',
          `The outcome ${textOf(number)} is worded in two ways. Both stand in plan.yaml.`,
        );
      }
    } else if (
      number.length > 0 &&
      wording.length === 0 &&
      last !== undefined &&
      last.number.length === 0
    ) {
      last.number = number;
      this.remark(at, 'repaired', 'The number of the outcome stands a row late.');
    } else if (
      number.length === 0 &&
      last !== undefined &&
      this.continuesOutcome(last, wording, goesOn)
    ) {
      last.wording.push(...wording);
      this.remark(at, 'repaired', 'The outcome goes on from the row above.');
    } else {
      this.openOutcome(number, wording);
    }
  }

  /** Only when told to join rows: an outcome without a number goes on, unless a new sentence begins after a full stop. */
  private continuesOutcome(
    last: DraftOutcome,
    wording: readonly Piece[],
    goesOn: boolean,
  ): boolean {
    if (!this.options.joinRows || last.wording.length === 0) return false;
    const ended = /[.!?]["”’']?$/.test(textOf(last.wording));
    const begins = /^\p{Lu}/u.test(textOf(wording));
    return begins && ended ? false : goesOn || last.number.length > 0 || !begins;
  }

  /** A row that goes on with the action above: no number of its own, and no due date. */
  private goesOn(of: (field: Field) => Piece[]): boolean {
    if (this.draft.actions.length === 0 || of('number').length > 0) return false;
    if (this.outcome !== undefined && this.draft.actions.at(-1)!.outcome !== this.outcome)
      return false;
    if (this.theme !== this.draft.actions.at(-1)!.outcome.theme) return false;
    const hasDue = this.columns!.fields.includes('due');
    return hasDue ? of('due').length === 0 : /^\p{Ll}/u.test(textOf(of('action')));
  }

  private openAction(at: number, row: Row, pieces: readonly Piece[], columns: Columns): void {
    this.theme ??= this.unnamedTheme();
    if (this.outcome === undefined) this.openOutcome([], []);
    const action: DraftAction = {
      outcome: this.outcome!,
      rows: [at],
      texts: Object.fromEntries(actionTexts.map((name) => [name, [] as Piece[]])) as Record<
        ActionText,
        Piece[]
      >,
      others: [],
      shared: [],
    };
    this.draft.actions.push(action);
    this.fill(action, pieces, columns);
    for (const [column, cell] of row.cells.entries()) {
      const field = columns.fields[column];
      const above = this.lastInColumn[column];
      if (!cell.covered || above === undefined || !isActionText(field) || field === 'number')
        continue;
      action.texts[field].push(above);
      action.shared.push(field);
    }
    for (const piece of pieces) this.lastInColumn[piece.column] = piece;
    if (!this.options.joinRows && /^\p{Ll}/u.test(textOf(action.texts.action))) {
      this.remark(
        at,
        'needs you',
        'The action starts with a small letter. If it is the rest of the row above, import again with --join-rows.',
      );
    } else if (/^\p{Ll}/u.test(textOf(action.texts.action))) {
      this.remark(
        at,
        'needs you',
        'The action starts with a small letter. Its first words may be the end of the row above.',
      );
    }
  }

  private join(
    at: number,
    pieces: readonly Piece[],
    columns: Columns,
    before: DraftOutcome | undefined,
  ): void {
    const action = this.draft.actions.at(-1)!;
    action.rows.push(at);
    this.fill(action, pieces, columns);
    this.remark(at, 'repaired', 'The row goes on with the one above, so the two were joined.');
    if (this.outcome !== before && this.outcome !== undefined) {
      // A cell cannot begin in the middle of a row, so the whole row belongs to the new outcome.
      action.outcome = this.outcome;
      this.remark(
        at,
        'needs you',
        'A new outcome begins in the middle of this row. Look if the action belongs to it.',
      );
    }
  }

  private fill(action: DraftAction, pieces: readonly Piece[], columns: Columns): void {
    for (const piece of pieces) {
      const field = columns.fields[piece.column];
      if (field === 'number' && this.numbersAreOutcomes) continue;
      if (isActionText(field)) action.texts[field].push(piece);
      else if (field === undefined || field === 'note') {
        const heading = columns.headings[piece.column] ?? '';
        const other = action.others.find((known) => known.heading === heading);
        if (other === undefined) action.others.push({ heading, pieces: [piece] });
        else other.pieces.push(piece);
      }
    }
  }
}

/** A dash or a bullet alone is how people leave a cell empty. */
function saysNothing(text: string): boolean {
  return wordsOf(text).length === 0;
}

function isActionText(field: Field | undefined): field is ActionText {
  return (actionTexts as readonly (string | undefined)[]).includes(field);
}

function looksLikeNumber(text: string): boolean {
  return /^[A-Za-z]?\d+[a-z]?(?:[.\-/]\d+[a-z]?)*\.?$/.test(text);
}

function sameNumber(a: readonly Piece[], b: readonly Piece[]): boolean {
  const plain = (pieces: readonly Piece[]) => textOf(pieces).replace(/\.$/, '');
  return plain(a) === plain(b);
}

function sameText(a: readonly Piece[], b: readonly Piece[]): boolean {
  const words = (pieces: readonly Piece[]) =>
    pieces
      .map(({ text }) => text)
      .join(' ')
      .toLowerCase()
      .replaceAll(/\s+/g, ' ');
  return words(a) === words(b);
}

/** A heading with its number parted from it: “Theme 2: Breaks”, “2. Breaks”, “2.1 Carers are heard”. */
function numbered(piece: Piece): { number: Piece[]; rest: Piece[] } {
  const match =
    /^(?:(?:[Tt]heme|[Pp]riority|[Oo]utcome|[Oo]bjective|[Aa]im|[Gg]oal)\s+)?\d{1,3}(?:\.\d{1,3})*[.:)]?\s*[-–—:]?\s+(?=\p{Lu})/u.exec(
      piece.text,
    );
  if (match === null) return { number: [], rest: [piece] };
  return {
    number: [{ ...piece, text: match[0].trim() }],
    rest: [{ ...piece, text: piece.text.slice(match[0].length) }],
  };
}
