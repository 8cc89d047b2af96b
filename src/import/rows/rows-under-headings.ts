import type { Draft } from './draft.ts';
import { emptyAction, fillAction } from './fill-action.ts';
import type { FilledRow } from './filled-row.ts';
import { takeGroupCells } from './group-cells.ts';
import type { Groups } from './groups.ts';
import { actionGoesOn, joinRow, tellSmallStart } from './join-rows.ts';
import { leave, needsYou } from './notes.ts';
import { sectionIn, type Section } from './section-rows.ts';
import { SpanningCells } from './spanning-cells.ts';

/** Takes the rows under headings, in order: each is a heading of a theme or outcome, an action, or more of the last. */
export class RowsUnderHeadings {
  private readonly draft: Draft;
  private readonly groups: Groups;
  private readonly joinRows: boolean;
  private readonly spanningCells = new SpanningCells();
  /** The last row was the heading of a theme. */
  private afterTheme = false;

  constructor(draft: Draft, groups: Groups, joinRows: boolean) {
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

  private openSection({ at, pieces }: FilledRow, { opens, isCut }: Section): void {
    if (isCut) {
      needsYou(
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
    for (const piece of row.pieces) {
      if (namesGroup && row.isForGroup(piece)) continue;
      leave(this.draft, [piece], 'The row has no action.');
      needsYou(this.draft, row.at, 'The row has no action. Its words stand in plan.yaml.');
    }
  }
}
