import { fieldsOf } from '../domain/calendar-day.ts';
import { monthNames } from '../domain/due-date-span.ts';
import { compareDueDates, type DueDate } from '../domain/due-date.ts';
import type { Action } from '../register/register.ts';

/**
 * Lays promises out along the time in which they are due. What is due in one month stacks up over
 * that month. What is due within a longer time lies under the months that it covers, and what has
 * no end lies under them all: no promise gets a month that its plan did not give.
 */
export interface Timeline {
  /** The months (or quarters, or years, where the time is long), each with its label. */
  columns: { label: string; year?: number }[];
  stacks: Stretch[];
  /** Each in a row of its own, or sharing one with others that it does not overlap. */
  lanes: (Stretch & { lane: number })[];
  /** Without a date: these have no place in time. */
  undated: Action[];
}

export interface Stretch {
  /** “June 2022”, “Ongoing”. */
  title: string;
  /** The one date that all share; undefined where a column joins several. */
  due?: DueDate;
  actions: Action[];
  /** The first column, counted from 1, and how many it covers. */
  from: number;
  columns: number;
}

/** The most columns that leave room for a mark of 24 pixels in each. */
const mostColumns = 36;

export function timelineOf(actions: readonly Action[]): Timeline {
  const groups = new Map<string, { due: DueDate; actions: Action[] }>();
  const undated: Action[] = [];
  for (const action of actions) {
    if (action.due === undefined) {
      undated.push(action);
      continue;
    }
    const group = groups.get(action.due.slug) ?? { due: action.due, actions: [] };
    group.actions.push(action);
    groups.set(action.due.slug, group);
  }
  const inOrder = [...groups.values()].sort((a, b) => compareDueDates(a.due, b.due));
  const dated = inOrder.filter(({ due }) => due.latest !== null);
  const starts = dated.map(({ due }) => monthOf(due.earliest ?? due.latest!));
  const ends = dated.map(({ due }) => monthOf(due.latest!));
  const first = Math.min(...starts);
  const last = Math.max(...ends);
  const months = dated.length === 0 ? 0 : last - first + 1;
  const unit = months <= mostColumns ? 1 : months <= mostColumns * 3 ? 3 : 12;
  const start = first - (first % unit);
  const column = (month: number) => Math.floor((month - start) / unit);
  const width = dated.length === 0 ? 1 : column(last) + 1;

  const stacks: Stretch[] = [];
  const lanes: (Stretch & { lane: number })[] = [];
  const taken: number[] = [];
  for (const { due, actions } of inOrder) {
    const end = due.latest === null ? width - 1 : column(monthOf(due.latest));
    const begin =
      due.latest === null ? 0 : due.earliest === null ? end : column(monthOf(due.earliest));
    const stretch = {
      title: due.display,
      due,
      actions,
      from: begin + 1,
      columns: end - begin + 1,
    };
    if (due.latest !== null && begin === end && fits(due, unit)) {
      const below = stacks.at(-1);
      if (below?.from !== stretch.from) stacks.push(stretch);
      else stacks[stacks.length - 1] = joined(below, stretch, start + begin * unit, unit);
      continue;
    }
    let lane = taken.findIndex((until) => until < begin);
    if (lane < 0) lane = taken.length;
    taken[lane] = end;
    lanes.push({ ...stretch, lane });
  }
  const columns =
    dated.length === 0
      ? []
      : Array.from({ length: width }, (_, index) =>
          labelOf(start + index * unit, unit, index === 0),
        );
  return { columns, stacks, lanes, undated };
}

/** Whether a date is no longer than a column is wide. */
function fits(due: DueDate, unit: number): boolean {
  const from = due.earliest ?? due.latest!;
  return monthOf(due.latest!) - monthOf(from) < unit;
}

/** What is due within one column, where that is longer than a month. */
function joined(one: Stretch, other: Stretch, month: number, unit: number): Stretch {
  const year = Math.floor(month / 12);
  const [first, last] = [month % 12, (month % 12) + unit - 1];
  return {
    title: unit === 12 ? `${year}` : `${monthNames[first]} to ${monthNames[last]} ${year}`,
    actions: [...one.actions, ...other.actions],
    from: one.from,
    columns: 1,
  };
}

/** Months since the year 0. */
function monthOf(day: string): number {
  const { year, month } = fieldsOf(day);
  return year * 12 + month - 1;
}

function labelOf(month: number, unit: number, first: boolean): Timeline['columns'][number] {
  const year = Math.floor(month / 12);
  if (unit === 12) return { label: `${year}` };
  const label = monthNames[month % 12]!.slice(0, 3);
  return first || month % 12 === 0 ? { label, year } : { label };
}
