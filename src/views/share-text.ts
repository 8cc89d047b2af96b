import { hasPassed } from '../domain/lateness.ts';
import { statusOf } from '../domain/status.ts';
import type { Action } from '../register/register.ts';
import { proseAsLine } from '../domain/prose.ts';
import { dayInWords, inOrOn, inSentence, listed, shortened } from '../domain/words.ts';
import { planName } from './place.ts';

/** One action as it stands in an email: a subject, and a body of plain lines. */
export interface ShareText {
  subject: string;
  lines: string[];
}

/**
 * Reference and title, the plan, the promise in its own words, who leads, when it is due, how far it has got and as of when, what
 * was reported last, and the address. The address has its line to itself, so that no email program adds a full stop to it.
 *
 * @param today the ISO day on which lateness was judged
 * @param url the whole address of the action’s page
 */
export function shareText(action: Action, today: string, url: string): ShareText {
  const subject = `${action.spoken}: ${action.title}`;
  return {
    subject,
    lines: [
      subject,
      `From: ${planName(action.plan)}`,
      `The promise: “${proseAsLine(action.promise)}”`,
      leadLine(action),
      dueLine(action, today),
      statusLine(action),
      ...lastReport(action),
      url,
    ],
  };
}

/** What the last report with any words says; nothing where no report has words. */
function lastReport({ updates }: Action): string[] {
  const last = updates.findLast(({ text }) => text !== undefined);
  if (last?.text === undefined) return [];
  const words = shortened(proseAsLine(last.text), mostReport);
  return [`Last report, ${last.reported.display}: “${words}”`];
}

/** Enough to see what it is about; the page has all of it. */
const mostReport = 300;

function leadLine({ leads }: Action): string {
  const named = (role: 'lead' | 'partner') =>
    listed(leads.filter((lead) => lead.role === role).map((lead) => lead.organisation.name));
  const partners = named('partner');
  return `Led by: ${named('lead') || 'no lead named'}${partners && `, with ${partners}`}`;
}

function dueLine({ due, firstDue, overdue }: Action, today: string): string {
  if (due === undefined) return 'Due: no date given';
  if (due.latest === null) return 'Due: ongoing, with no end date';
  const moved = firstDue !== undefined && firstDue.slug !== due.slug;
  const first = moved ? ` (first promised for ${inSentence(firstDue)})` : '';
  const which = hasPassed(due, today) ? 'That date' : 'An earlier date';
  const passed = overdue ? `. ${which} had passed by ${dayInWords(today)}` : '';
  return `Due: ${inSentence(due)}${first}${passed}`;
}

function statusLine({ status, asOf, updates, mergedInto }: Action): string {
  const reported = updates.some((update) => update.status !== undefined);
  const into = mergedInto ? ` into ${mergedInto.spoken}` : '';
  const when = reported ? `as reported ${inOrOn(asOf)}` : `as of ${inSentence(asOf)}`;
  return `Status: ${statusOf(status).label.toLowerCase()}${into}, ${when}`;
}

/** A link that opens a new message (RFC 6068: lines end in CRLF, and a space is %20). */
export function mailto({ subject, lines }: ShareText): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines.join('\r\n'))}`;
}
