import { referenceSlug } from '../domain/reference.ts';
import { statusOf, type StatusName } from '../domain/status.ts';
import { listed } from '../domain/words.ts';
import type { PublishedAction } from '../exports/actions-json.ts';
import { part } from './page-part.ts';

/** Puts above its boxes what an action promises and how far it has got now. */
export function showAction(action: PublishedAction, spoken: string, page: string): void {
  const { ref, title, status, due, first_due, leads, updates } = action;
  const newest = updates.at(-1);
  const put = (name: string, text: string) => {
    part(`actions-${referenceSlug(ref)}-${name}`).textContent = text;
  };
  put('title', `${spoken}: ${title}`);
  put('now-status', label(status));
  put(
    'now-due',
    due === null
      ? 'No date given'
      : `${due.display}${first_due === null ? '' : ` (first promised for ${first_due.display})`}`,
  );
  put('now-leads', leads.length === 0 ? 'No lead named' : listed(leads.map(({ name }) => name)));
  put(
    'now-update',
    newest === undefined
      ? 'None yet'
      : `${newest.reported_display}${newest.status === null ? '' : `: ${label(newest.status)}`}`,
  );
  part<HTMLAnchorElement>(`actions-${referenceSlug(ref)}-page`).href = page;
}

function label(status: string): string {
  return statusOf(status as StatusName).label;
}
