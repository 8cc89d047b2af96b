import {
  ask,
  isActionText,
  leave,
  textOf,
  type ActionRead,
  type Piece,
  type TableRead,
} from './table-read.ts';
import { brokenCellAsked } from '../questions/broken-cell.ts';
import type { RowAnswer } from '../questions/question.ts';
import { FootRows, isStatusText } from './foot-rows.ts';
import { besideCells, emptyAction, fillAction, type FilledRow } from './filled-row.ts';
import { takeGroupCells } from './group-cells.ts';
import type { Groups } from './groups.ts';
import { actionGoesOn, joinRow, tellSmallStart } from './join-rows.ts';
import { sectionIn, type Section } from './section-rows.ts';
import { severalIn } from './several-actions.ts';

/** Takes the rows under headings, in order: each is a heading of a theme or outcome, an action, or more of the last. */
export class RowsUnderHeadings {
  private readonly draft: TableRead;
  private readonly groups: Groups;
  private readonly joinRows: boolean;
  private readonly spanningCells = new SpanningCells();
  private readonly footRows = new FootRows();
  /** A person has said what the row is. */
  private isSettled = false;
  /** The last row was the heading of a theme. */
  private afterTheme = false;
  /** The theme is a heading of the document above the table, so the headings within the table are of outcomes. */
  themeIsAbove = false;

  constructor(draft: TableRead, groups: Groups, joinRows: boolean) {
    this.draft = draft;
    this.groups = groups;
    this.joinRows = joinRows;
  }

  /**
   * @param said what a person said that the row is
   * @param below the number of the next row that has one
   */
  take(row: FilledRow, said?: RowAnswer, below = ''): void {
    this.isSettled = said !== undefined;
    if (said === 'note') {
      const all = [...row.pieces, ...row.broken, ...besideCells(row.at, row.row)];
      leave(this.draft, all, 'A person said that it is no action.');
      return;
    }
    const foot = said === undefined ? this.footRows.kindOf(row) : undefined;
    if (foot !== undefined) {
      const all = [...row.pieces, ...row.broken, ...besideCells(row.at, row.row)];
      leave(this.draft, all, 'It is a note, a key, a total or a page number.');
      if (foot === 'totals') {
        ask(
          this.draft,
          row.at,
          'These rows seem to be totals. Their words are in comments in plan.yaml. Say note if that is right, or action.',
        );
      }
      return;
    }
    if (row.broken.some((piece) => row.fieldOf(piece) === 'action')) {
      this.leaveBroken(row);
      return;
    }
    const section = sectionIn(row, {
      afterTheme: this.afterTheme || this.themeIsAbove,
      said,
      below,
    });
    this.afterTheme = section?.opens === 'theme';
    if (this.afterTheme) this.themeIsAbove = false;
    if (section === undefined) this.takeCells(row);
    else this.openSection(row, section);
  }

  private openSection(
    { at, row, broken }: FilledRow,
    { opens, isCut, isUnsure, number, heading, repeats }: Section,
  ): void {
    leave(this.draft, [...broken, ...besideCells(at, row)], 'It is beside a heading.');

    if (isCut) {
      ask(
        this.draft,
        at,
        'A heading runs across the columns and is cut up. Look at the title of the theme in plan.yaml.',
      );
    }
    if (opens === 'outcome') {
      const outcome = this.groups.openOutcome(number, heading);
      outcome.repeats.push(...repeats);
    } else this.groups.openTheme(heading, number, repeats);
    if (isUnsure) {
      ask(
        this.draft,
        at,
        'These rows have one text in capitals and nothing else. They were read as headings. Say action if one is an action, or keep.',
      );
      this.groups.theme!.doubt = 'Is this a heading, or an action in capitals?';
    }
  }

  private takeCells(row: FilledRow): void {
    const { draft, groups, joinRows } = this;
    const goesOn = joinRows && actionGoesOn(row, draft, groups);
    const before = groups.outcome;
    takeGroupCells(row, draft, groups, { joinRows, goesOn });
    if (goesOn) joinRow(row, before, draft, groups, this.isSettled);
    else if (row.of('action').length > 0) this.openAction(row);
    else this.leaveWithoutAction(row);
  }

  private openAction(row: FilledRow): void {
    const action = emptyAction(this.groups.outcomeHere(), row.at);
    this.draft.actions.push(action);
    fillAction(action, row);
    this.spanningCells.share(action, row);
    if (this.isSettled) return;
    this.askIfSeveral(action, row);
    this.askIfAlone(action, row);
    tellSmallStart(action, row.at, this.draft, this.joinRows);
  }

  private askIfSeveral({ doubts }: ActionRead, row: FilledRow): void {
    const several = severalIn(row);
    if (several === undefined) return;
    ask(this.draft, row.at, several.ask);
    doubts.push(several.doubt);
  }

  /** A short text and nothing else, where others have leads and dates, may be a heading. */
  private askIfAlone({ doubts }: ActionRead, row: FilledRow): void {
    const words = textOf(row.of('action'));
    const isAlone = row.pieces.every((piece) => ['action', 'number'].includes(row.fieldOf(piece)!));
    const isOfAction = row.of('lead').length + row.of('due').length > 0;
    if (!isOfAction && isStatusText(words)) {
      ask(
        this.draft,
        row.at,
        'These rows have a status in place of an action, as a key to colours has. They were read as actions. Say note if one is none, or action.',
      );
      doubts.push('Is this an action? There is only a status in its place.');
      return;
    }
    if (!isAlone || row.row.cells.some(({ covered }) => covered)) return;
    if (!/\p{L}/u.test(words)) {
      ask(
        this.draft,
        row.at,
        'These rows have figures in place of an action, as a row of totals has. They were read as actions. Say note if one is none, or action.',
      );
      doubts.push('Is this an action? There are only figures in its place.');
      return;
    }
    if (isNoPromise(words)) {
      ask(
        this.draft,
        row.at,
        'These rows say that there is no action, or that it is elsewhere. They were read as actions. Say note if one is none, or action.',
      );
      doubts.push('Is this an action? The words say that there is none, or that it is elsewhere.');
      return;
    }
    const isOthers = row.columns.fields.some((field) => field === 'lead' || field === 'due');
    const isShort = words.split(/\s+/).length <= 8 && !/[.!?;]$/.test(words);
    if (!isOthers || !isShort || row.of('number').length > 0) return;
    ask(
      this.draft,
      row.at,
      'These rows have a short text and nothing else. They were read as actions. Say theme or outcome if one is a heading, or action.',
    );
    doubts.push('Is this an action, or a heading? The row has no other words.');
  }

  /** What is promised is not in the file: the row is no action until a person has said what the cell shows. */
  private leaveBroken(row: FilledRow): void {
    const all = [...row.pieces, ...row.broken, ...besideCells(row.at, row.row)];
    leave(this.draft, all, 'In place of the action it shows an error or a formula.');
    for (const [column, { question }] of row.row.cells.entries()) {
      const asked = brokenCellAsked(question);
      if (asked === undefined || row.columns.fields[column] !== 'action') continue;
      const key = `${row.row.place}, ${row.columns.headings[column] ?? ''}`;
      this.draft.questions.push({ ...asked, rows: [row.at], answer: { part: 'cells', key } });
    }
  }

  private leaveWithoutAction(row: FilledRow): void {
    const namesGroup = row.of('theme').length > 0 || row.of('outcome').length > 0;
    const rest = row.pieces.filter((piece) => !namesGroup || !row.isForGroup(piece));
    const all = [...rest, ...row.broken, ...besideCells(row.at, row.row)];
    if (all.length === 0) return;
    leave(this.draft, all, 'The row has no action.');
    if (this.isSettled) return;
    ask(
      this.draft,
      row.at,
      'These rows have no action. Their words are in comments in plan.yaml. Say theme, outcome, or note if that is right. If the action is the one above, in a merged cell, say note and write the record of a second action by hand.',
    );
  }
}

function isNoPromise(words: string): boolean {
  return /^(?:deleted|removed|not used|unused|withdrawn|void|vacant|spare|blank|none|n\/a|tb[acd]|see\b.{0,60}|superseded\b.{0,60}|merged\b.{0,60}|moved to\b.{0,60})\.?$/i.test(
    words,
  );
}

/** Marks and words that repeat the cell above. */
function isAsAbove(text: string): boolean {
  return /^(?:["”“″〃]|''|-\s?["”]\s?-|ditto|as above|same as above)\.?$/i.test(text);
}

/** Cells that stand for several rows: printed once, they hold for each action beside them. */
class SpanningCells {
  /** Column → its last filled cell. */
  private readonly last = new Map<number, Piece>();

  /** Gives an action what the cells above say that cover its row. A number is never shared. */
  share(action: ActionRead, { row, pieces, columns }: FilledRow): void {
    for (const [column, { covered }] of row.cells.entries()) {
      const field = columns.fields[column];
      const above = this.last.get(column);
      if (!covered || above === undefined || !isActionText(field) || field === 'number') continue;
      action.texts[field].push(above);
      action.shared.push(field);
    }
    for (const [column, { covered, text }] of row.cells.entries()) {
      if (!covered && text === '') this.last.delete(column);
    }
    for (const piece of pieces) {
      const above = this.last.get(piece.column);
      const field = columns.fields[piece.column];
      const isRepeated = field === 'lead' || field === 'partner' || field === 'due';
      if (above !== undefined && isRepeated && isAsAbove(piece.text)) {
        action.asAbove.push({ cell: piece, above });
      } else this.last.set(piece.column, piece);
    }
  }
}
