import { mayGiveDate } from '../domain/unread.ts';
import { knownOf } from '../domain/known-of.ts';
import { hasPassed } from '../domain/lateness.ts';
import { isCounted, statuses, type StatusName } from '../domain/status.ts';
import type { DueDate } from '../domain/due-date.ts';
import { dueEntries } from '../register/due-entries.ts';
import type { OwnWords } from '../domain/own-words.ts';
import type { Action } from '../register/register.ts';
import { count, listed } from '../domain/words.ts';
import { dayInWords, statusLabel } from '../domain/wording.ts';

/** Above this many promises in one chart, marks give way to bars. */
export const mostMarks = 300;

/*
 * What is counted, in one place: promises. One that was withdrawn or merged keeps its page and its
 * place in lists, and is not counted; where it is listed, that is said. A promise that several
 * leads or topics share is counted with each of them, and once in all.
 */

/** How many have each status, in the order of statuses; those that none has are left out. */
export function tally(actions: readonly Action[]): { status: StatusName; number: number }[] {
  const numbers = new Map<StatusName, number>();
  for (const { status } of actions) numbers.set(status, (numbers.get(status) ?? 0) + 1);
  return statuses.flatMap(({ name }) => {
    const number = numbers.get(name);
    return number === undefined ? [] : [{ status: name, number }];
  });
}

/**
 * Those that count as promises: one that was withdrawn or merged keeps its page and leaves the counts.
 * Each of thousands of pages asks the same of the same lists.
 */
export const countedActions = knownOf((actions: readonly Action[]): readonly Action[] =>
  actions.filter(({ status }) => isCounted(status)),
);

/** How many of these count beside one of them. */
export function othersIn(actions: readonly Action[], action: Action): number {
  const { length } = countedActions(actions);
  return isCounted(action.status) ? length - 1 : length;
}

/** Those that are listed and not counted. */
const notCounted = knownOf((actions: readonly Action[]) =>
  actions.filter(({ status }) => !isCounted(status)),
);

/**
 * The number beside the name of a list: how many of its promises count. If all of them have ended, how
 * many there are.
 */
export function numberIn(actions: readonly Action[]): number {
  return countedActions(actions).length || actions.length;
}

/** “1 promise”, “63 promises”: of those that count. */
export function promises(actions: readonly Action[], { one }: OwnWords): string {
  return count(countedActions(actions).length, one);
}

/** “63 promises: 60 complete and 3 in progress. 1 more was merged.” */
export function howMany(actions: readonly Action[], words: OwnWords): string {
  const going = countedActions(actions);
  const gone = endedInWords(actions);
  return [
    going.length === 0
      ? `No ${words.many}.`
      : going.length === 1
        ? `1 ${words.one}, ${statusLabel(going[0]!).toLowerCase()}.`
        : `${promises(going, words)}: ${tallyInWords(going)}.`,
    ...(gone === '' ? [] : [`${gone}.`]),
  ].join(' ');
}

/** “1 more was merged”: of those that do not count. Empty where there are none. */
export function endedInWords(actions: readonly Action[]): string {
  const more = countedActions(actions).length > 0 ? ' more' : '';
  return listed(
    tally(notCounted(actions)).map(
      ({ status, number }, index) =>
        `${number}${index === 0 ? more : ''} ${number === 1 ? 'was' : 'were'} ${status}`,
    ),
  );
}

/** “The plan calls 32 of 63 promises complete.” A plan says so of itself, and nobody has checked. */
export function completeInWords(actions: readonly Action[], words: OwnWords): string {
  const all = countedActions(actions);
  const complete = all.filter(({ status }) => status === 'complete').length;
  const many = new Set(all.map(({ plan }) => plan)).size > 1;
  const [plans, call, doNot] = many ? ['plans', 'call', 'do not'] : ['plan', 'calls', 'does not'];
  if (complete > 0) {
    const which = all.length === 1 ? `this ${words.one}` : `${complete} of ${promises(all, words)}`;
    return `The ${plans} ${call} ${which} complete.`;
  }
  if (all.length === 0) return `No ${words.many} are counted here.`;
  const which = all.length === 1 ? `this ${words.one}` : `any of these ${promises(all, words)}`;
  return `The ${plans} ${doNot} call ${which} complete.`;
}

/** “5 complete and 3 in progress”. */
export const tallyInWords = knownOf((actions: readonly Action[]): string =>
  listed(
    tally(countedActions(actions)).flatMap(({ status }) => {
      const alike = actions.filter((action) => action.status === status);
      return [...Map.groupBy(alike, (action) => statusLabel(action).toLowerCase())].map(
        ([label, those]) => `${those.length} ${label}`,
      );
    }),
  ),
);

/**
 * What a chart of these promises shows, for those who do not see it and those who want it said.
 * How many there are is for the sentence above it to say, and their statuses for the legend.
 */
export function summaryOf(all: readonly Action[], today: string): string {
  const actions = countedActions(all);
  const sentences: string[] = [];
  const dates = actions.map((action) => ({ action, dates: datesOf(action) }));
  const dated = dates.flatMap(({ dates }) => dates.filter(({ latest }) => latest !== null));
  const most = mostCommon(dated.map(({ slug }) => slug));
  const busiest = dated.find(({ slug }) => slug === most?.value);
  if (busiest && most && most.number > 1 && most.number < actions.length) {
    const are = hasPassed(busiest, today) ? 'were' : 'are';
    sentences.push(`${most.number} ${are} due ${busiest.when}, more than at any other time.`);
  }
  const ongoing = dates.filter(({ dates }) => dates.some(({ latest }) => latest === null)).length;
  if (ongoing > 0) sentences.push(`${ongoing} ${ongoing === 1 ? 'has' : 'have'} no end date.`);
  const noDue = actions.filter(({ due }) => due === undefined);
  const unread = noDue.filter(mayGiveDate).length;
  if (unread > 0) {
    sentences.push(`${unread} ${unread === 1 ? 'has a date' : 'have dates'} not read yet.`);
  }
  const undated = noDue.length - unread;
  if (undated > 0) sentences.push(`${undated} ${undated === 1 ? 'has' : 'have'} no date.`);
  const passed = dated.filter((due) => hasPassed(due, today)).length;
  const late = actions.filter(({ lateness }) => lateness === 'late').length;
  const noNews = actions.filter(({ lateness }) => lateness === 'no news').length;
  if (passed > 0 && passed === dated.length) {
    sentences.push(`Every date here had passed by ${dayInWords(today)}.`);
  }
  if (late > 0) {
    sentences.push(`${late} ${late === 1 ? 'was' : 'were'} late when last reported.`);
  }
  if (noNews > 0) sentences.push(`For ${noNews}, the due date passed with no news since.`);
  return sentences.join(' ');
}

/** Every date of a promise, each once: its own, or those of its stages. */
function datesOf(action: Action): DueDate[] {
  const dates = dueEntries(action).flatMap(({ due }) => due ?? []);
  return [...new Map(dates.map((due) => [due.slug, due])).values()];
}

/** The one that appears there more often than any other, if there is one. */
function mostCommon(values: readonly string[]): { value: string; number: number } | undefined {
  const numbers = new Map<string, number>();
  for (const value of values) numbers.set(value, (numbers.get(value) ?? 0) + 1);
  const [first, second] = [...numbers].sort(([, a], [, b]) => b - a);
  return first && first[1] !== second?.[1] ? { value: first[0], number: first[1] } : undefined;
}
