import type { Draft, DraftOutcome, DraftTheme, Piece } from './draft.ts';
import { numberParted } from './heading-number.ts';

/** The theme and the outcome that hold for the next row, and how new ones are opened. */
export class Groups {
  theme: DraftTheme | undefined;
  outcome: DraftOutcome | undefined;
  private readonly draft: Draft;

  constructor(draft: Draft) {
    this.draft = draft;
  }

  /** A heading that was printed before opens its theme again. */
  openTheme(heading: readonly Piece[]): void {
    const known = this.draft.themes.find((theme) => sameText(theme.printed, heading));
    this.outcome = undefined;
    if (known !== undefined) {
      this.theme = known;
      known.repeats.push(...heading);
      return;
    }
    const { number, rest } = numberParted(heading);
    this.theme = { number, title: rest, printed: [...heading], repeats: [] };
    this.draft.themes.push(this.theme);
  }

  /** Without a number of its own, an outcome may have one before its wording. */
  openOutcome(number: readonly Piece[], wording: readonly Piece[]): DraftOutcome {
    const parted = numberParted(wording);
    const takesNumber = number.length === 0 && parted.number.every(({ text }) => /^\d/.test(text));
    this.theme ??= this.unnamedTheme();
    this.outcome = {
      theme: this.theme,
      number: takesNumber ? parted.number : [...number],
      wording: takesNumber ? parted.rest : [...wording],
      repeats: [],
    };
    this.draft.outcomes.push(this.outcome);
    return this.outcome;
  }

  /** The outcome of an action: where the file gives none, one without words. */
  outcomeHere(): DraftOutcome {
    return this.outcome ?? this.openOutcome([], []);
  }

  private unnamedTheme(): DraftTheme {
    const theme = { number: [], title: [], printed: [], repeats: [] };
    this.draft.themes.push(theme);
    return theme;
  }
}

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
