import { leadsInWords, dueInWords, statusInWords } from '../../domain/wording.ts';
import type { Action, Register } from '../../register/register.ts';

/** What the peers are given of one action, in words that are ready to show. */
export interface PeerAction {
  id: string;
  spoken: string;
  title: string;
  promise: string;
  outcomeWording: string;
  status: string;
  due: string;
  leads: string;
  updates: { reported: string; text: string }[];
  measures: string[];
  source: string;
  previous: string;
  next: string;
  /** By the name of each list of the site, the parts of it that the action is in. */
  lists: Record<(typeof peerLists)[number], { id: string; title: string }[]>;
}

/** Each has a page for each of its parts, with links to the actions. */
export const peerLists = [
  'plans',
  'themes',
  'outcomes',
  'leads',
  'topics',
  'due',
  'statuses',
] as const;

/** The address of each list of actions is cut into pages of this many, as ours are. */
export const peerRows = 300;

export function peerFacts({ actions }: Register): PeerAction[] {
  return actions.map((action) => ({
    id: action.id,
    spoken: action.spoken,
    title: action.title,
    promise: action.promise,
    outcomeWording: action.outcome.wording,
    status: statusInWords(action),
    due: dueInWords(action.due),
    leads: leadsInWords(action.leads),
    updates: action.updates.map(({ reported, text = '' }) => ({
      reported: reported.display,
      text,
    })),
    measures: action.measures,
    source: action.source.lead ?? '',
    previous: action.previous?.id ?? '',
    next: action.next?.id ?? '',
    lists: listsOf(action),
  }));
}

function listsOf({ plan, theme, outcome, leads, topics, due, status }: Action) {
  return {
    plans: [{ id: plan.id, title: plan.title }],
    themes: [{ id: theme.id, title: theme.title }],
    outcomes: [{ id: outcome.id, title: outcome.title }],
    leads: leads.map(({ organisation: { id, name } }) => ({ id, title: name })),
    topics: topics.map(({ id, title }) => ({ id, title })),
    due: [{ id: due?.slug ?? 'no-date', title: due?.display ?? 'No date' }],
    statuses: [{ id: status.replaceAll(' ', '-'), title: status }],
  };
}
