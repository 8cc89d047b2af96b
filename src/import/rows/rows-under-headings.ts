import {
  ask,
  isActionText,
  leave,
  type ActionRead,
  type Piece,
  type TableRead,
} from './table-read.ts';
import { besideCells, emptyAction, fillAction, type FilledRow } from './filled-row.ts';
import { takeGroupCells } from './group-cells.ts';
import type { Groups } from './groups.ts';
import { actionGoesOn, joinRow, tellSmallStart } from './join-rows.ts';
import { sectionIn, type Section } from './section-rows.ts';

/** Takes the rows under headings, in order: each is a heading of a theme or outcome, an action, or more of the last. */
export class RowsUnderHeadings {
  private readonly draft: TableRead;
  private readonly groups: Groups;
  private readonly joinRows: boolean;
  private readonly spanningCells = new SpanningCells();
  /** The last row was the heading of a theme. */
  private afterTheme = false;

  constructor(draft: TableRead, groups: Groups, joinRows: boolean) {
    this.draft = draft;
    this.groups = groups;
    this.joinRows = joinRows;
  }

  take(row: FilledRow): void {
    const section = sectionIn(row, this.afterTheme);
    this.afterTheme = section?.opens === 'theme';
    if (section === undefined) this.takeCells(row);
    else this.openSection(row, section);
  }

  private openSection({ at, row, pieces, columns }: FilledRow, { opens, isCut }: Section): void {
    leave(this.draft, besideCells(at, row), 'It is beside a heading.');
    if (pieces.some(({ column }) => columns.fields[column] === 'action') && !isCut) {
      ask(
        this.draft,
        at,
        'The row has one text in capitals, in the column of actions. It was read as the heading of a theme. If it is an action, give it a number or write it in small letters, and import again.',
      );
    }
    if (isCut) {
      ask(
        this.draft,
        at,
        'A heading runs across the columns and is cut up. Look at the title of the theme in plan.yaml.',
      );
    }
    if (opens === 'outcome') this.groups.openOutcome([], pieces);
    else this.groups.openTheme(pieces);
  }

  private takeCells(row: FilledRow): void {
    const { draft, groups, joinRows } = this;
    const goesOn = joinRows && actionGoesOn(row, draft, groups);
    const before = groups.outcome;
    takeGroupCells(row, draft, groups, { joinRows, goesOn });
    if (goesOn) joinRow(row, before, draft, groups);
    else if (row.of('action').length > 0) this.openAction(row);
    else this.leaveWithoutAction(row);
  }

  private openAction(row: FilledRow): void {
    const action = emptyAction(this.groups.outcomeHere(), row.at);
    this.draft.actions.push(action);
    fillAction(action, row);
    this.spanningCells.share(action, row);
    tellSmallStart(action, row.at, this.draft, this.joinRows);
  }

  private leaveWithoutAction(row: FilledRow): void {
    const namesGroup = row.of('theme').length > 0 || row.of('outcome').length > 0;
    const rest = row.pieces.filter((piece) => !namesGroup || !row.isForGroup(piece));
    const all = [...rest, ...besideCells(row.at, row.row)];
    if (all.length === 0) return;
    leave(this.draft, all, 'The row has no action.');
    ask(this.draft, row.at, 'The row has no action. Its words are in a comment in plan.yaml.');
  }
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
    for (const piece of pieces) this.last.set(piece.column, piece);
  }
}
