import {
  ask,
  isActionText,
  leave,
  repaired,
  type ActionRead,
  type OutcomeRead,
  type Piece,
  type TableRead,
} from './table-read.ts';
import { readHeading, type Field } from '../columns/column-names.ts';
import { brokenCellAsked } from '../questions/broken-cell.ts';
import type { RowAnswer } from '../questions/question.ts';
import { doubtIn } from './doubtful-rows.ts';
import { GroupLeads, namesGroupLead } from './group-leads.ts';
import { FootRows } from './foot-rows.ts';
import { besideCells, emptyAction, fillAction, isAsAbove, type FilledRow } from './filled-row.ts';
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
  private readonly leadsAsAbove: boolean | undefined;
  /** The last lead, and the outcome that its row is of. */
  private leadAbove: { lead: Piece[]; outcome: OutcomeRead } | undefined;
  private readonly spanningCells = new SpanningCells();
  private readonly footRows = new FootRows();
  readonly groupLeads: GroupLeads;
  /** A person has said what the row is. */
  private isSettled = false;
  /** The last row was the heading of a theme. */
  private afterTheme = false;
  /** The theme is a heading of the document above the table, so the headings within the table are of outcomes. */
  themeIsAbove = false;

  constructor(
    draft: TableRead,
    groups: Groups,
    { joinRows, leadsAsAbove }: { joinRows: boolean; leadsAsAbove: boolean | undefined },
  ) {
    this.draft = draft;
    this.groupLeads = new GroupLeads(draft);
    this.groups = groups;
    this.joinRows = joinRows;
    this.leadsAsAbove = leadsAsAbove;
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
    if (said === undefined && namesGroupLead(row.pieces)) {
      this.groupLeads.set(row.pieces);
      leave(this.draft, [...row.broken, ...besideCells(row.at, row.row)], 'It is beside a lead.');
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
    if (said === undefined && hasLabel(row)) {
      const all = [...row.pieces, ...row.broken, ...besideCells(row.at, row.row)];
      leave(this.draft, all, 'It has the name of a column in place of an action.');
      ask(
        this.draft,
        row.at,
        'These rows have words such as “How will we know?” in place of an action. Their words are in comments in plan.yaml. Say note if that is right, or action.',
      );
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
    if (number.length + repeats.length === 0 && this.groups.goesOn(heading)) return;
    this.groupLeads.close();

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
        'These rows have one text and nothing else, which may be an action. They were read as headings. Say action if one is an action, or keep.',
      );
      this.groups.theme!.doubt = 'Is this a heading, or an action?';
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
    if (row.row.part !== undefined) action.part = row.row.part;
    this.draft.actions.push(action);
    fillAction(action, row);
    this.spanningCells.share(action, row);
    this.groupLeads.give(action, row);
    this.takeLeadAbove(action, row);
    if (this.isSettled) return;
    this.askIfDoubtful(action, row);
    tellSmallStart(action, row.at, this.draft, this.joinRows);
  }

  /**
   * Many tables print what is the same for several rows once, and leave the cells below empty. Where a
   * row does so with its theme or outcome, it may do so with its lead.
   */
  private takeLeadAbove(action: ActionRead, row: FilledRow): void {
    const { lead } = action.texts;
    const { outcome } = action;
    if (lead.length > 0) {
      this.leadAbove = { lead: [...lead], outcome };
      return;
    }
    const isOnce = row.columns.fields.some(
      (field) => (field === 'theme' || field === 'outcome') && row.of(field).length === 0,
    );
    const above = this.leadAbove;
    const hasCell = row.columns.fields.includes('lead');
    const isBroken = row.broken.some((piece) => row.fieldOf(piece) === 'lead');
    if (above?.outcome !== outcome || !isOnce || !hasCell || isBroken) return;
    if (this.leadsAsAbove === true) {
      lead.push(...above.lead);
      repaired(this.draft, row.at, 'The lead above was taken for this row too, as you have said.');
    } else if (this.leadsAsAbove === undefined) {
      action.mayShareLead = true;
      this.draft.questions.push({
        kind: 'leads as above',
        ask: 'In these rows the lead is empty, and so is the theme or outcome. Do those who lead the row above lead these too? Write yes or no.',
        rows: [row.at],
        answer: { part: 'plan', key: 'leads_as_above' },
      });
    }
  }

  /** Rows that are read as an action, but a person is asked whether they are one. */
  private askIfDoubtful({ doubts }: ActionRead, row: FilledRow): void {
    for (const doubtful of [severalIn(row), doubtIn(row)]) {
      if (doubtful === undefined) continue;
      ask(this.draft, row.at, doubtful.ask);
      doubts.push(doubtful.doubt);
    }
  }

  /**
   * The file does not say what is promised, so the row is not an action until a person has said what the
   * cell shows.
   */
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
      'These rows have no action. Their words are in comments in plan.yaml. Say theme or outcome if a row is one, or note if that is right. If the action is the one above, in a merged cell, say note and write the record of a second action by hand.',
    );
  }
}

/** “How will we measure success? | Number attending”: a label and what it names, in a table of actions. */
function hasLabel(row: FilledRow): boolean {
  const [label, ...more] = row.of('action');
  if (label === undefined || more.length > 0 || row.pieces.length !== 2) return false;
  if (row.of('due').length > 0 || !/[?:]$/.test(label.text)) return false;
  const { field } = readHeading(label.text, new Map());
  return field === 'measure' || field === 'progress' || field === 'due' || field === 'partner';
}

/** Where a cell says “as above”, the record keeps these words beside what they mean; or has what they mean alone. */
const saidByBoth: readonly (Field | undefined)[] = ['lead', 'partner', 'due'];
const heldByBoth: readonly (Field | undefined)[] = ['measure', 'status', 'rag', 'progress'];

/** Puts what is above in the place of a cell that says “as above”; false where it is not of such a column. */
function holdsAbove(
  { texts }: ActionRead,
  field: Field | undefined,
  cell: Piece,
  above: Piece,
): boolean {
  if (!isActionText(field) || !heldByBoth.includes(field)) return false;
  const at = texts[field].indexOf(cell);
  if (at >= 0) texts[field][at] = above;
  return at >= 0;
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
      const reported = columns.reported[column];
      if (reported !== undefined && (field === 'status' || field === 'progress')) {
        action.reports.push({ reported, field, pieces: [above] });
      } else action.texts[field].push(above);
      action.shared.push(field);
    }
    for (const [column, { covered, text }] of row.cells.entries()) {
      if (!covered && text === '') this.last.delete(column);
    }
    for (const piece of pieces) {
      const above = this.last.get(piece.column);
      const field = columns.fields[piece.column];
      const isRepeated = above !== undefined && isAsAbove(piece.text);
      if (isRepeated && saidByBoth.includes(field)) action.asAbove.push({ cell: piece, above });
      else if (isRepeated && holdsAbove(action, field, piece, above)) action.repeated.push(piece);
      else this.last.set(piece.column, piece);
    }
  }
}
