/**
 * The statuses an action can have: the fewest that tell the truth. A plan's own words for a status
 * are kept beside it, never replaced by it.
 */
export const statuses = [
  {
    name: 'not started',
    label: 'Not started',
    slug: 'not-started',
    means: 'The plan says that work will begin, and has not begun yet.',
  },
  {
    name: 'in progress',
    label: 'In progress',
    slug: 'in-progress',
    means: 'The plan says that work has begun. It does not say that the work is finished.',
  },
  {
    name: 'complete',
    label: 'Complete',
    slug: 'complete',
    means: 'The plan calls this complete. We have not checked.',
  },
  {
    name: 'not reported',
    label: 'Not reported',
    slug: 'not-reported',
    means: 'The plan does not say how far this has got.',
  },
  {
    name: 'withdrawn',
    label: 'Withdrawn',
    slug: 'withdrawn',
    means: 'The plan says that this will no longer be done. We do not count it any more.',
  },
  {
    name: 'merged',
    label: 'Merged',
    slug: 'merged',
    means: 'The plan joined this to another one. We do not count it any more.',
  },
] as const satisfies readonly StatusMeaning[];

interface StatusMeaning {
  name: string;
  /** As pages show it. */
  label: string;
  /** As addresses write it. */
  slug: string;
  /** What it tells a reader, in one or two plain sentences. */
  means: string;
}

export type StatusName = (typeof statuses)[number]['name'];

/** The words that a record may give as a status, in order. */
export const statusNames = statuses.map((status) => status.name) as [StatusName, ...StatusName[]];

/** Everything that is known of a status by its name. */
export function statusOf(name: StatusName) {
  return statuses.find((status) => status.name === name)!;
}

/** A promise that was withdrawn or merged is no longer one to count or to be late. */
export function isCounted(name: StatusName): boolean {
  return name !== 'withdrawn' && name !== 'merged';
}

/** Whether someone may still be waiting for the promise to be kept. */
export function isOpen(name: StatusName): boolean {
  return isCounted(name) && name !== 'complete';
}
