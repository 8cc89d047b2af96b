import { hasPassed } from '../domain/lateness.ts';
import { statuses, type StatusName } from '../domain/status.ts';
import type { Action } from '../register/register.ts';
import { count, dayInWords, inSentence, listed } from './words.ts';

/** Above this many promises in one chart, marks give way to bars. */
export const mostMarks = 300;

/** How many have each status, in the order of statuses; those that none has are left out. */
export function tally(actions: readonly Action[]): { status: StatusName; number: number }[] {
  return statuses
    .map(({ name }) => ({
      status: name,
      number: actions.filter((action) => action.status === name).length,
    }))
    .filter(({ number }) => number > 0);
}

/** “5 complete, 3 in progress and 1 merged”. */
export function tallyInWords(actions: readonly Action[]): string {
  return listed(tally(actions).map(({ status, number }) => `${number} ${status}`));
}

/** What a chart of these promises shows, for those who do not see it and those who want it said. */
export function summaryOf(actions: readonly Action[], today: string): string {
  const sentences = [`${count(actions.length, 'promise')}: ${tallyInWords(actions)}.`];
  const dated = actions.flatMap(({ due }) => (due?.latest == null ? [] : [due]));
  const most = mostCommon(dated.map(({ slug }) => slug));
  const busiest = dated.find(({ slug }) => slug === most?.value);
  if (busiest && most && most.number > 1 && most.number < actions.length) {
    sentences.push(`The most at one time, ${most.number}, are due ${inSentence(busiest)}.`);
  }
  const ongoing = actions.filter(({ due }) => due?.latest === null).length;
  if (ongoing > 0) sentences.push(`${ongoing} ${ongoing === 1 ? 'has' : 'have'} no end date.`);
  const undated = actions.filter(({ due }) => due === undefined).length;
  if (undated > 0) sentences.push(`${undated} ${undated === 1 ? 'has' : 'have'} no date.`);
  const passed = dated.filter((due) => hasPassed(due, today)).length;
  const late = actions.filter(({ overdue }) => overdue).length;
  if (passed > 0 && passed === dated.length) {
    sentences.push(`Every date here had passed by ${dayInWords(today)}.`);
  }
  if (late > 0) {
    sentences.push(
      `For ${late}, a date has passed and the plan does not say that the promise was kept.`,
    );
  }
  return sentences.join(' ');
}

function mostCommon(values: readonly string[]): { value: string; number: number } | undefined {
  const numbers = new Map<string, number>();
  for (const value of values) numbers.set(value, (numbers.get(value) ?? 0) + 1);
  const [first] = [...numbers].sort(([, a], [, b]) => b - a);
  return first && { value: first[0], number: first[1] };
}
