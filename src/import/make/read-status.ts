import type { StatusName } from '../../domain/status.ts';

/** What a status cell says: a status where its first words are one, a colour where it is one. */
export interface StatusRead {
  status?: StatusName;
  rag?: 'red' | 'amber' | 'green';
  /** The cell says no more than the status or colour itself. */
  nothingElse: boolean;
}

/** The words for each status. A cell has to begin with one, and a stop or a dash has to follow. */
const words: [StatusName, readonly string[]][] = [
  [
    'not started',
    [
      'not started',
      'not yet started',
      'not begun',
      'yet to start',
      'to begin',
      'to start',
      'to commence',
      'planned',
      'not due',
    ],
  ],
  [
    'in progress',
    [
      'in progress',
      'ongoing',
      'on going',
      'on-going',
      'underway',
      'under way',
      'on track',
      'started',
      'begun',
      'partly complete',
      'partially complete',
      'behind schedule',
      'delayed',
    ],
  ],
  ['complete', ['complete', 'completed', 'done', 'achieved', 'delivered', 'finished', 'closed']],
  ['not reported', ['not reported', 'no update', 'no update received', 'unknown']],
  [
    'withdrawn',
    ['withdrawn', 'cancelled', 'no longer required', 'discontinued', 'will not be done'],
  ],
  ['merged', ['merged', 'combined with another action']],
];

const colours: Record<string, 'red' | 'amber' | 'green'> = {
  r: 'red',
  red: 'red',
  a: 'amber',
  amber: 'amber',
  yellow: 'amber',
  g: 'green',
  green: 'green',
};

/**
 * Reads a status by its first words. Anything else stays without a status: what a sentence means is
 * for a person to say.
 *
 * @param own the adopter’s own words, in small letters → status
 */
export function readStatus(text: string, own: ReadonlyMap<string, StatusName>): StatusRead {
  const said = text.toLowerCase().replaceAll(/\s+/g, ' ').trim();
  const plain = said.replace(/[.!]$/, '');
  const colour = /^(?:rag\s*[:-]\s*)?(r|red|a|amber|yellow|g|green)$/.exec(plain)?.[1];
  if (colour !== undefined && !own.has(plain)) {
    return { rag: colours[colour]!, nothingElse: colour === colours[colour] };
  }
  const found = [
    ...own,
    ...words.flatMap(([status, list]) => list.map((word) => [word, status] as const)),
  ]
    .filter(
      ([word]) =>
        plain === word ||
        (said.startsWith(word) && /^\s*(?:[-–—:;,.(]|$)/.test(said.slice(word.length))),
    )
    .sort(([a], [b]) => b.length - a.length)[0];
  return found === undefined
    ? { nothingElse: false }
    : { status: found[1], nothingElse: plain === found[1] };
}
