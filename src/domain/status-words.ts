import type { StatusName } from './status.ts';

/** How people say a status in other words. */
interface StatusWords {
  /** Words that say this status and nothing else. */
  sure: readonly string[];
  /** Words that may mean this status: they are offered as a guess, and a person has to confirm it. */
  likely: readonly string[];
}

/**
 * The only list of words for statuses. The import reads the sure ones as statuses. The check offers all
 * of them.
 */
export const statusWords: Record<StatusName, StatusWords> = {
  'not started': {
    sure: [
      'not started',
      'not yet started',
      'not begun',
      'not yet begun',
      'yet to start',
      'to start',
      'to begin',
      'to commence',
    ],
    likely: [
      'planned',
      'planning',
      'pending',
      'to do',
      'todo',
      'upcoming',
      'future',
      'new',
      'not due',
    ],
  },
  'in progress': {
    sure: [
      'in progress',
      'ongoing',
      'on-going',
      'on going',
      'underway',
      'under way',
      'on track',
      'on-track',
      'on target',
      'started',
      'begun',
      'partly complete',
      'partially complete',
      'part complete',
    ],
    likely: [
      'active',
      'progressing',
      'working',
      'nearly complete',
      'delayed',
      'late',
      'behind',
      'behind schedule',
      'slipped',
      'live',
      'open',
    ],
  },
  complete: {
    sure: [
      'complete',
      'completed',
      'done',
      'achieved',
      'delivered',
      'finished',
      'fully complete',
      'fully achieved',
      'fully delivered',
    ],
    likely: ['closed', 'implemented', 'met', 'fully met', 'yes'],
  },
  'not reported': {
    sure: ['not reported', 'no update', 'no update received', 'not known', 'unknown'],
    likely: ['tbc', 'tba', 'n/a', 'na', 'none', 'not available', 'blank'],
  },
  withdrawn: {
    sure: [
      'withdrawn',
      'cancelled',
      'canceled',
      'discontinued',
      'will not be done',
      'no longer required',
    ],
    likely: ['dropped', 'stopped', 'abandoned', 'removed', 'deleted', 'ended', 'no longer'],
  },
  merged: {
    sure: ['merged', 'combined with another action'],
    likely: ['joined', 'combined', 'moved', 'superseded', 'replaced'],
  },
};

/** Each word with the status that it may be meant to say. */
export const wordsForStatus: readonly (readonly [word: string, status: StatusName])[] =
  Object.entries(statusWords).flatMap(([status, { sure, likely }]) =>
    [...sure, ...likely].map((word) => [word, status as StatusName] as const),
  );
