import { fieldsOf } from '../domain/calendar-day.ts';
import { monthNames } from '../domain/due-date-span.ts';
import { compareDueDates, type DueDate } from '../domain/due-date.ts';
import { dueEntries } from '../register/due-entries.ts';
import type { Action, Period } from '../register/register.ts';
import { dayInWords } from '../domain/wording.ts';

/**
 * Lays promises out along the time in which they are due. What is due in one month stacks up over
 * that month. What is due within a longer time lies under the months that it covers, and what has
 * no end lies under them all: no promise gets a month that its plan did not give.
 */
export interface Timeline {
  /** The months (or quarters, or years, where the time is long), each with its label. */
  columns: Column[];
  stacks: Stretch[];
  /** Each in a row of its own, or sharing one with others that it does not overlap. */
  lanes: (Stretch & { lane: number })[];
  /** Without a date: these have no place in time. */
  undated: Entry[];
  /** Days that are lines across the time, each with the column in which it is, counted from 1. */
  moments: (Moment & { column: number })[];
}

/** One column of the time that is shown. */
export interface Column {
  label: string;
  year?: number;
  /** Set if the column is only there for a line, and time between it and the other columns is left out. */
  apart?: true;
}

/** A day that matters for every promise, such as today. */
export interface Moment {
  name: 'report' | 'today';
  /** “Today, 22 November 2026”. */
  label: string;
  /** An ISO day. */
  day: string;
}

/** A promise, or one of its stages, which has a date of its own. */
export type Entry = Period['entries'][number];

/** What shares a date, and where in the time that lies. */
export interface Stretch {
  /** “June 2022”, “Ongoing”. */
  title: string;
  /** The one date that all share; undefined where a column joins several. */
  due?: DueDate;
  entries: Entry[];
  /** The first column, counted from 1, and how many it covers. */
  from: number;
  columns: number;
}

/** The most columns that leave room for a mark of 24 pixels in each. */
const mostColumns = 36;

/** A line up to this many months before the first date or after the last is shown in its place, without a gap. */
const nearMonths = 3;

/** The last report of each plan, and today: what a date must be held against. */
export function momentsFor(actions: readonly Action[], today: string): Moment[] {
  const plans = [...new Set(actions.map(({ plan }) => plan))];
  const reports = plans.flatMap(({ reported, short_title }): Moment[] => {
    const of = plans.length === 1 ? '' : `, ${short_title}`;
    const { latest, display } = reported.date;
    return latest === null
      ? []
      : [{ name: 'report', label: `Last report${of}: ${display}`, day: latest }];
  });
  return [...reports, { name: 'today', label: `Today: ${dayInWords(today)}`, day: today }];
}

/** The timeline of some promises, with lines for the days that matter. */
export function timelineOf(actions: readonly Action[], moments: readonly Moment[] = []): Timeline {
  const { groups, undated } = byDueDate(actions);
  const time = timeOf(groups, moments);
  const { start, unit, width } = time;
  const inTime = time.isEmpty ? [] : [...moments].sort((a, b) => (a.day < b.day ? -1 : 1));
  const placed = inTime.map((moment) => ({ ...moment, column: columnIn(time, moment.day) }));
  const before = placed.filter((moment) => moment.column < 0);
  const after = placed.filter((moment) => moment.column >= width);
  const columns = time.isEmpty
    ? []
    : [
        ...before.map(columnApart),
        ...Array.from({ length: width }, (_, index) =>
          labelOf(start + index * unit, unit, index === 0),
        ),
        ...after.map(columnApart),
      ];
  return {
    columns,
    ...stretchesIn(time, groups, before.length),
    undated,
    moments: placed.map((moment) => ({
      ...moment,
      column: before.includes(moment)
        ? before.indexOf(moment) + 1
        : before.length + Math.min(moment.column, width + after.indexOf(moment)) + 1,
    })),
  };
}

/** What shares one date. */
interface Group {
  due: DueDate;
  entries: Entry[];
}

/** What is due when, the earliest first, and what has no date. */
function byDueDate(actions: readonly Action[]): { groups: Group[]; undated: Entry[] } {
  const groups = new Map<string, Group>();
  const undated: Entry[] = [];
  for (const action of actions) {
    for (const { due, milestone } of dueEntries(action)) {
      const entry = milestone === undefined ? { action } : { action, milestone };
      if (due === undefined) {
        undated.push(entry);
        continue;
      }
      const group = groups.get(due.slug) ?? { due, entries: [] };
      group.entries.push(entry);
      groups.set(due.slug, group);
    }
  }
  const inOrder = [...groups.values()].sort((a, b) => compareDueDates(a.due, b.due));
  return { groups: inOrder, undated };
}

/** The time that is shown, cut into columns. */
interface Time {
  /** The first month, counted from the year 0. */
  start: number;
  /** How many months are in one column. */
  unit: number;
  /** How many columns there are. */
  width: number;
  /** Whether no date has an end, so that there is no time to show. */
  isEmpty: boolean;
}

/** The time from the first date to the last, with the days that are near. */
function timeOf(groups: readonly Group[], moments: readonly Moment[]): Time {
  const dated = groups.filter(({ due }) => due.latest !== null);
  if (dated.length === 0) return { start: 0, unit: 1, width: 1, isEmpty: true };
  const starts = dated.map(({ due }) => monthOf(due.earliest ?? due.latest!));
  const ends = dated.map(({ due }) => monthOf(due.latest!));
  const near = (month: number) =>
    month >= Math.min(...starts) - nearMonths && month <= Math.max(...ends) + nearMonths;
  const lines = moments.map(({ day }) => monthOf(day)).filter(near);
  const first = Math.min(...starts, ...lines);
  const last = Math.max(...ends, ...lines);
  const months = last - first + 1;
  const unit = months <= mostColumns ? 1 : months <= mostColumns * 3 ? 3 : 12;
  const start = first - (first % unit);
  return { start, unit, width: Math.floor((last - start) / unit) + 1, isEmpty: false };
}

/** The column of time in which a day is, counted from 0; below 0 or past the last where it is in none. */
function columnIn({ start, unit }: Time, day: string): number {
  return Math.floor((monthOf(day) - start) / unit);
}

/**
 * Where each date lies.
 *
 * @param shift how many columns there are before those of time
 */
function stretchesIn(
  time: Time,
  groups: readonly Group[],
  shift: number,
): Pick<Timeline, 'stacks' | 'lanes'> {
  const { start, unit, width } = time;
  const stacks: Stretch[] = [];
  const lanes: Timeline['lanes'] = [];
  /** The last column that is taken in each lane. */
  const taken: number[] = [];
  for (const { due, entries } of groups) {
    const end = due.latest === null ? width - 1 : columnIn(time, due.latest);
    const begin =
      due.latest === null ? 0 : due.earliest === null ? end : columnIn(time, due.earliest);
    const stretch = {
      title: due.display,
      due,
      entries,
      from: shift + begin + 1,
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
  return { stacks, lanes };
}

function columnApart({ day }: Moment): Column {
  return { ...labelOf(monthOf(day), 1, true), apart: true };
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
    entries: [...one.entries, ...other.entries],
    from: one.from,
    columns: 1,
  };
}

/** Months since the year 0. */
function monthOf(day: string): number {
  const { year, month } = fieldsOf(day);
  return year * 12 + month - 1;
}

function labelOf(month: number, unit: number, first: boolean): Column {
  const year = Math.floor(month / 12);
  if (unit === 12) return { label: `${year}` };
  const label = monthNames[month % 12]!.slice(0, 3);
  return first || month % 12 === 0 ? { label, year } : { label };
}
