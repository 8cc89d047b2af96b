import { cellOf, cutCell, joined, known, lineText, scan } from './source.ts';
import type { Cell, CellName, Piece, Source, SourceAction } from './source.ts';

/**
 * Reads the scan of the Doncaster plan: seven columns, one table over many pages.
 *
 * Three rules do nearly all of it. A line without a due date goes on with the row before it, cell
 * by cell. A line with a number opens an outcome, and further lines are further actions of it. What
 * a line without a number holds in the outcome column goes on with the outcome before it. Where the
 * scan does not follow these rules, DECISIONS says so.
 */

/** Lines that are no part of the table. */
export const FURNITURE = ['No Outcome Action Lead Due Date Measure/ impact Status / RAG'];

export const DECISIONS = {
  /**
   * A theme's heading runs across the column lines, which cut it up.
   * whole: not cut; space: cut between two words; solid: cut inside a word;
   * clipped: cut inside a word, and the first part ends with a sliver of the second part's first
   * letter ("REC" + "COGNITION", "IDEI" + "NTIFICATION"), which is left off.
   */
  headings: ['clipped', 'clipped', 'solid', 'whole', 'solid', 'space'],

  /** Two actions in one row: where each cell is cut in two. The due date stands for both. */
  twoInOne: {
    row: '1.5',
    before: {
      action: 'Bimonthly',
      lead: 'Carers Lead',
      measure: 'Improved carers satisfaction',
      status: 'Initial meeting',
    },
    shared: 'due',
    why:
      'A gap (two spaces in the scan) parts the action, lead and measure cells in two. The ' +
      'status cell has no gap; it parts where it turns from the pathway to the meetings.',
  },

  /** An outcome whose number is printed a row late, beside its second action. */
  numberLate: {
    wording: 'Carers will have access to high-',
    why:
      'The line goes on with an action that a page break cut in two (3.1.1 is before ' +
      'it), and its outcome cell begins a new sentence; the next line has the number 3.2 ' +
      'and no outcome. A cell cannot begin in the middle of a row, so the whole row is the ' +
      'first of outcome 3.2.',
  },

  /** The end of an action that a page break pushed into the cell of the next row. */
  overThePage: {
    row: '5.2',
    before: 'The Carers Action Group',
    why:
      'The row above the page break stops in mid-sentence ("will encourage community") and ' +
      'its rest is at the head of the first cell below.',
  },
} as const;

const COLUMNS = {
  number: 0,
  outcome: 1,
  action: 2,
  lead: 3,
  due: 4,
  measure: 5,
  status: 6,
} as const;
const ACTION_CELLS = ['action', 'lead', 'due', 'measure', 'status'] as const;

function heading(line: readonly Piece[], join: string | undefined): Cell {
  const cell = cellOf(...line);
  const [first = '', second = '', ...more] = cell.pieces.map((piece) => piece.text);
  const whole = join === 'whole';
  if (more.length > 0 || whole !== (second === '')) {
    throw new Error(`Heading not as decided: ${cell.text}`);
  }
  if (join === 'solid') return { ...cell, text: first + second };
  if (join === 'clipped') return { ...cell, text: first.slice(0, -1) + second };
  return cell;
}

type Row = Record<keyof typeof COLUMNS, Cell>;

function rowOf(line: readonly Piece[]): Row {
  if (line.length !== 7) throw new Error(`Line ${line[0]?.line}: not seven columns`);
  const columns = Object.entries(COLUMNS).map(([name, column]) => [
    name,
    cellOf(known(line[column], name)),
  ]);
  return Object.fromEntries(columns) as Row;
}

/** What a row has in the outcome's columns: a new outcome, more of the last one, or nothing. */
function readOutcome(source: Source, row: Row, used: string[]): void {
  const last = source.outcomes.at(-1);
  const theme = source.themes.length - 1;
  const wording = row.outcome;
  if (row.number.text !== '' && last?.number.text === '') {
    last.number = row.number;
    last.wording = joined(last.wording, wording);
  } else if (row.number.text !== '') {
    source.outcomes.push({ theme, number: row.number, wording });
  } else if (wording.text.startsWith(DECISIONS.numberLate.wording)) {
    source.outcomes.push({ theme, number: row.number, wording });
    known(source.actions.at(-1), 'action cut in two').outcome = source.outcomes.length - 1;
    used.push('numberLate');
  } else if (wording.text !== '') {
    const open = known(last, 'outcome to go on with');
    open.wording = joined(open.wording, wording);
  }
}

/** What a row has in the action's columns: a new action, or more of the last one. */
function readAction(source: Source, row: Row, used: string[]): void {
  const cells: Partial<Record<CellName, Cell>> = {};
  for (const name of ACTION_CELLS) cells[name] = row[name];
  const last = source.actions.at(-1);
  if (row.due.text === '') {
    const open = known(last, 'row to go on with');
    for (const name of ACTION_CELLS) open.cells[name] = joined(open.cells[name], cells[name]);
    return;
  }
  if (row.number.text === DECISIONS.overThePage.row) {
    const [rest, own] = cutCell(row.action, DECISIONS.overThePage.before);
    const open = known(last, 'row before the page break');
    open.cells.action = joined(open.cells.action, rest);
    cells.action = own;
    used.push('overThePage');
  }
  const outcome = source.outcomes.length - 1;
  source.actions.push({ ref: '', row: '', number: cellOf(), outcome, cells });
}

export function readDoncaster(text: string): Source {
  const lines = scan(text);
  const source: Source = {
    plan: 'doncaster',
    everything: lines.flat(),
    furniture: [],
    themes: [],
    outcomes: [],
    actions: [],
  };
  /** The decisions that were needed: each has to be, once. */
  const used: string[] = [];

  for (const line of lines) {
    if (FURNITURE.includes(lineText(line))) {
      source.furniture.push(...line);
    } else if (/^[A-Z ]+$/.test(lineText(line))) {
      source.themes.push({ title: heading(line, DECISIONS.headings[source.themes.length]) });
    } else {
      const row = rowOf(line);
      readOutcome(source, row, used);
      readAction(source, row, used);
    }
  }

  source.actions = source.actions.flatMap((action) => {
    const outcome = known(source.outcomes[action.outcome], 'outcome');
    action.row = outcome.number.text.replace(/\.$/, '');
    if (action.row !== DECISIONS.twoInOne.row) return [action];
    used.push('twoInOne');
    return inTwo(action);
  });
  if (used.toSorted().join() !== 'numberLate,overThePage,twoInOne') {
    throw new Error(`Decisions used: ${used.join()}`);
  }
  return { ...source, actions: numbered(source.actions) };
}

function inTwo(action: SourceAction): SourceAction[] {
  const { before, shared } = DECISIONS.twoInOne;
  const first: SourceAction = { ...action, cells: { [shared]: action.cells[shared] } };
  const second: SourceAction = { ...action, cells: { [shared]: action.cells[shared] } };
  for (const name of ['action', 'lead', 'measure', 'status'] as const) {
    const [head, tail] = cutCell(known(action.cells[name], name), before[name]);
    first.cells[name] = head;
    second.cells[name] = tail;
  }
  return [first, second];
}

/** An action's reference is its outcome's number and its place within the outcome. */
function numbered(actions: SourceAction[]): SourceAction[] {
  const places = new Map<string, number>();
  return actions.map((action) => {
    const place = (places.get(action.row) ?? 0) + 1;
    places.set(action.row, place);
    return { ...action, ref: `${action.row}.${place}` };
  });
}
