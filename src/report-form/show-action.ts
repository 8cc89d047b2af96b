import { statusOf, type StatusName } from '../domain/status.ts';
import { listed } from '../domain/words.ts';
import type { PublishedAction } from '../exports/actions-json.ts';
import { part } from './page-part.ts';

/** Puts on the page what an action promises and how far it has got now. */
export function showAction(action: PublishedAction, spoken: string, page: string): void {
  const { title, status, due, first_due, leads, updates } = action;
  const newest = updates.at(-1);
  part('title').textContent = `${spoken}: ${title}`;
  part('now-status').textContent = label(status);
  part('now-due').textContent =
    due === null
      ? 'No date given'
      : `${due.display}${first_due === null ? '' : ` (first promised for ${first_due.display})`}`;
  part('now-leads').textContent =
    leads.length === 0 ? 'No lead named' : listed(leads.map(({ name }) => name));
  part('now-update').textContent =
    newest === undefined
      ? 'None yet'
      : `${newest.reported_display}${newest.status === null ? '' : `: ${label(newest.status)}`}`;
  part<HTMLAnchorElement>('page').href = page;
  part('about').hidden = false;
}

function label(status: string): string {
  return statusOf(status as StatusName).label;
}
