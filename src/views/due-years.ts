import type { Period } from '../register/register.ts';

/** One year of the page that lists what is due when, or several years in a row with nothing due. */
export interface DueYears {
  /** “2022”, “2024 to 2026”, “No end date”. */
  title: string;
  /** Marks its place on the page. */
  id: string;
  /** None where nothing is due. */
  periods: Period[];
}

/**
 * The years in which something is due, each period in the year in which it ends, and the years
 * between and after them with nothing due, up to this year: a reader who looks for one finds it.
 *
 * @param today an ISO day
 */
export function dueYears(periods: readonly Period[], today: string): DueYears[] {
  const yearOf = ({ due }: Period) =>
    due?.latest == null ? undefined : Number(due.latest.slice(0, 4));
  const dated = Map.groupBy(
    periods.filter((period) => yearOf(period) !== undefined),
    yearOf,
  );
  const known = [...dated.keys()].flatMap((year) => year ?? []);
  const years: DueYears[] = [];
  if (known.length > 0) {
    const last = Math.max(...known, Number(today.slice(0, 4)));
    let empty: number | undefined;
    for (let year = Math.min(...known); year <= last + 1; year++) {
      const here = dated.get(year);
      if (here === undefined && year <= last) {
        empty ??= year;
        continue;
      }
      if (empty !== undefined) years.push(yearsOf(empty, year - 1));
      empty = undefined;
      if (here !== undefined) years.push({ ...yearsOf(year, year), periods: here });
    }
  }
  const open = periods.filter((period) => yearOf(period) === undefined);
  if (open.length > 0) years.push({ title: 'No end date', id: 'in-no-end-date', periods: open });
  return years;
}

function yearsOf(first: number, last: number): DueYears {
  const title = first === last ? `${first}` : `${first} to ${last}`;
  return { title, id: `in-${title.replaceAll(' ', '-')}`, periods: [] };
}
