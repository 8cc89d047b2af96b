import { readingsOfFigures } from './read-dates.ts';
import { parseDueDate, type DueDate } from '../../domain/due-date.ts';
import { statusWords } from '../../domain/status-words.ts';
import type { StatusName } from '../../domain/status.ts';

type Rag = 'red' | 'amber' | 'green';

/** What a person has said of words for a status: which one they say, or to keep the words alone. */
export type StatusAnswer = StatusName | 'keep';

/** What a status cell says: a status where all of its words say one, a colour where it is one. */
export interface StatusRead {
  status?: StatusName;
  rag?: Rag;
  /** The cell says no more than the status or colour itself. */
  nothingElse: boolean;
  /** A person has said that these words are kept without a status. */
  answered: boolean;
}

const colours: Record<string, Rag> = {
  r: 'red',
  red: 'red',
  a: 'amber',
  amber: 'amber',
  yellow: 'amber',
  g: 'green',
  green: 'green',
};

const sure = Object.entries(statusWords)
  .flatMap(([status, words]) => words.sure.map((word) => [word, status as StatusName] as const))
  .sort(([a], [b]) => b.length - a.length);

/**
 * Reads a status where every word of the cell says it: “Complete”, “☒ Done”, “Green – complete”,
 * “Completed March 2024”. Anything else stays without a status: what it means is for a person to say.
 *
 * @param own words in small letters → what a person has said of them
 * @param reported up to when the file reports: a later date beside “complete” is a plan, and no report
 */
export function readStatus(
  text: string,
  own: ReadonlyMap<string, StatusAnswer>,
  reported?: DueDate,
): StatusRead {
  const said = text.toLowerCase().replaceAll(/\s+/g, ' ').trim();
  const bare = said.replace(/[.!]$/, '');
  const plain = inWords(bare);
  const answer = own.get(said) ?? own.get(bare);
  if (answer === 'keep') return { ...ragIn(plain), nothingElse: false, answered: true };
  if (answer !== undefined) {
    return { ...ragIn(plain), status: answer, nothingElse: bare === answer, answered: true };
  }
  const rag = ragIn(plain).rag;
  if (rag !== undefined && /^(?:rag\s*[:-]\s*)?\w+$/.test(plain)) {
    return { rag, nothingElse: bare === rag, answered: false };
  }
  const found = wholly(plain, own, reported);
  return found === undefined
    ? { nothingElse: false, answered: false }
    : { ...found, nothingElse: bare === found.status, answered: false };
}

const circles: readonly (readonly [RegExp, Rag])[] = [
  [/[🟢🟩]\ufe0f?/gu, 'green'],
  [/[🟡🟠🟨🟧]\ufe0f?/gu, 'amber'],
  [/[🔴🟥]\ufe0f?/gu, 'red'],
];

/** Coloured circles and squares as the colours that they show. */
function inWords(text: string): string {
  return circles
    .reduce((left, [sign, colour]) => left.replaceAll(sign, ` ${colour} `), text)
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^(red|amber|green) (\w+)/, (both, sign: string, word: string) =>
      Object.hasOwn(colours, word) && colours[word] === sign ? sign : both,
    );
}

function ragIn(plain: string): { rag?: Rag } {
  const [first = ''] = plain.replace(/^rag\s*[:-]\s*/, '').split(/\s*[-–—:,(]\s*|\s/);
  const rag = Object.hasOwn(colours, first) ? colours[first] : undefined;
  return rag === undefined || (first.length === 1 && plain.length > 1 && !plain.startsWith('rag'))
    ? {}
    : { rag };
}

/** The one status that all parts of a text say, with a colour or the day beside it. */
function wholly(
  text: string,
  own: ReadonlyMap<string, StatusAnswer>,
  reported: DueDate | undefined,
): { status: StatusName; rag?: Rag } | undefined {
  // An empty box is not ticked, and a cross may be the tick of a box or a no.
  const ticked = /^[☑✓✔☒]/u.test(text);
  let rest = text.replace(/^[☑✓✔☒]\s*/u, '');
  const given = [...own].flatMap(([word, status]) =>
    status === 'keep' ? [] : [[word, status] as const],
  );
  const known = [...given, ...sure].sort(([a], [b]) => b.length - a.length);
  const statuses = new Set<StatusName>();
  let rag: Rag | undefined;
  while (rest !== '') {
    const found = known.find(
      ([word]) => rest.startsWith(word) && /^(?!\w)/.test(rest.slice(word.length)),
    );
    const colour = /^(red|amber|green)(?!\w)/.exec(rest)?.[1];
    const day = dateAtStart(rest, reported);
    if (found !== undefined) {
      statuses.add(found[1]);
      rest = rest.slice(found[0].length);
    } else if (colour !== undefined && rag === undefined && statuses.size === 0) {
      rag = colours[colour]!;
      rest = rest.slice(colour.length);
    } else if (day !== undefined && statuses.size > 0) {
      rest = rest.slice(day.length);
    } else return undefined;
    rest = rest.replace(/^[\s.,;:()/–—-]+/, '');
  }
  const [status, ...others] = statuses;
  if (status === undefined || others.length > 0) return undefined;
  if (ticked && status !== 'complete') return undefined;
  return { status, ...(rag && { rag }) };
}

/** A date that has passed by then, which says when and not how far. */
function dateAtStart(text: string, reported: DueDate | undefined): string | undefined {
  const said = /^(?:in |on )?([^;:()]+?)\)?\s*$/.exec(text);
  if (said === null) return undefined;
  const days = readingsOfFigures(said[1]!);
  // Whichever of day and month is first, the day has passed.
  if (days.length > 0) {
    return days.every((day) => reported?.latest != null && day <= reported.latest)
      ? said[0]
      : undefined;
  }
  const read = parseDueDate(said[1]!);
  if (!read.ok) return undefined;
  const { earliest, latest } = read.date;
  if (earliest === null || latest === null) return undefined;
  return reported?.latest != null && earliest <= reported.latest ? said[0] : undefined;
}
