import type { OwnWords } from '../domain/own-words.ts';
import type { Action } from '../register/register.ts';
import { unreadDue } from '../domain/unread.ts';
import { proseAsLine } from '../domain/prose.ts';
import {
  dueInWords,
  firstDueInWords,
  latenessInWords,
  leadsInWords,
  partnersInWords,
  reportedWhen,
  statusLabel,
} from '../domain/wording.ts';
import { shortened } from '../domain/words.ts';
import { planName } from './place-in-plan.ts';

/** One action as it is in an email: a subject, and a body of plain lines. */
export interface ShareText {
  subject: string;
  lines: string[];
}

/**
 * Reference and title, the plan, the promise in its own words, who leads, when it is due, how far
 * it has got and as of when, what was reported last, where a later plan carries it on, and the address. The address has its line to
 * itself, so that no email program adds a full stop to it.
 *
 * @param url the whole address of the action’s page
 * @param words what the site calls its promises
 */
export function shareText(action: Action, url: string, { one }: OwnWords): ShareText {
  const subject = `${action.spoken}: ${action.title}`;
  return {
    subject,
    lines: [
      subject,
      `From: ${planName(action.plan)}`,
      `The ${one}: “${proseAsLine(action.promise)}”`,
      leadLine(action),
      dueLine(action),
      statusLine(action),
      ...lastReport(action),
      ...action.continuedBy.map(
        (later) => `Carried over to ${later.spoken}: ${later.title} (${planName(later.plan)})`,
      ),
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

function leadLine({ leads, source, open }: Action): string {
  const unnamed = open.includes('leads') ? 'not read yet' : 'no lead named';
  const none = source.lead === undefined ? unnamed : `“${source.lead}”`;
  const led = leadsInWords(leads, { start: 'Led by:', none });
  return [led, partnersInWords(leads)].filter(Boolean).join(', ');
}

function dueLine(action: Action): string {
  const words = unreadDue(action);
  const said = dueInWords(action.due, {
    none: words === undefined ? 'no date given' : words === '' ? 'not read yet' : `“${words}”`,
    ongoing: 'ongoing, with no end date',
    start: 'Due:',
  });
  const first = firstDueInWords(action);
  const late = latenessInWords(action);
  return `${said}${first === undefined ? '' : ` (${first})`}${late === undefined ? '' : `. ${late}`}`;
}

function statusLine(action: Action): string {
  const into = action.mergedInto ? ` into ${action.mergedInto.spoken}` : '';
  return `Status: ${statusLabel(action).toLowerCase()}${into}, ${reportedWhen(action)}`;
}

/** A link that opens a new message (RFC 6068: lines end in CRLF, and a space is %20). */
export function mailto({ subject, lines }: ShareText): string {
  const [about, body] = [subject, lines.join('\r\n')].map((text) =>
    encodeURIComponent(text.toWellFormed()),
  );
  return `mailto:?subject=${about!}&body=${body!}`;
}
