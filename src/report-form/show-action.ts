import { referenceSlug } from '../domain/reference.ts';
import { statusOf, type StatusName } from '../domain/status.ts';
import { checkedDate, type DueDate } from '../domain/due-date.ts';
import { noDateInWords, noLeadInWords } from '../domain/unread.ts';
import { firstDueInWords, namesAndRoles } from '../domain/wording.ts';
import type { PublishedAction, PublishedDate, PublishedLead } from '../exports/actions-json.ts';
import { part } from './page-part.ts';

/** Puts above its boxes what an action promises and how far it has got now. */
export function showAction(action: PublishedAction, spoken: string, page: string): void {
  const { ref, title, status, due, first_due, leads, updates, source } = action;
  const newest = updates.at(-1);
  const first = firstDueInWords({ due: dateOf(due), firstDue: dateOf(first_due) });
  const put = (name: string, text: string) => {
    part(`actions-${referenceSlug(ref)}-${name}`).textContent = text;
  };
  put('title', `${spoken}: ${title}`);
  put('now-status', label(status));
  put(
    'now-due',
    due === null
      ? noDateInWords({ milestones: action.milestones, source })
      : [due.display, first && `(${first})`].filter(Boolean).join(' '),
  );
  put('now-leads', namesAndRoles(leads.map(leadOf)) || noLeadInWords({ source }));
  put(
    'now-update',
    newest === undefined
      ? 'None yet'
      : `${newest.reported_display}${newest.status === null ? '' : `: ${label(newest.status)}`}`,
  );
  part<HTMLAnchorElement>(`actions-${referenceSlug(ref)}-page`).href = page;
}

/** What is shown of a date reads as that date. */
function dateOf(date: PublishedDate | null): DueDate | undefined {
  return date === null ? undefined : checkedDate(date.display);
}

function leadOf({ name, role }: PublishedLead) {
  return { organisation: { name }, role };
}

function label(status: string): string {
  return statusOf(status as StatusName).label;
}
