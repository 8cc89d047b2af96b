import { knownOf } from '../domain/known-of.ts';
import { proseToHtml } from '../domain/prose.ts';
import { dueInWords, leadsInWords, partnersInWords } from '../domain/wording.ts';
import { address, wholeAddress } from '../domain/address.ts';
import type { Action, Organisation, Outcome, Plan, Register, Topic } from '../register/register.ts';
import { writeAtom, type FeedEntry } from './atom.ts';
import {
  changesIn,
  recordsPutRight,
  sentence,
  type Change,
  type RecordPutRight,
  type State,
} from '../views/changes.ts';
import { compareDueDates, type DueDate } from '../domain/due-date.ts';
import { instantOf, newest, rfc3339 } from './instant.ts';

/** A feed of more would be slow to fetch each day; the page of changes has them all. */
export const mostEntries = 500;

/** How many changes the feed of all tells. */
export function changesTold({ actions, plans }: Pick<Register, 'actions' | 'plans'>): number {
  return Math.min(mostEntries, changesIn(actions).length + recordsPutRight(plans).length);
}

/** `/changes.atom`: what was reported, what moved and what was corrected, in all plans. */
export function changesFeed(register: Register, site: URL): string {
  return feedOf(register, site, changesIn(register.actions), {
    putRight: recordsPutRight(register.plans),
    path: address.changesFeed,
    page: address.changes,
    title: `What changed – ${register.site.name}`,
    subtitle: `Progress that was reported, every ${register.site.words.one} whose date or lead changed, and what we corrected, newest first.`,
  });
}

/** `/plans/<plan>.atom`. */
export function planFeed(plan: Plan, register: Register, site: URL): string {
  return feedOf(register, site, changesIn(plan.actions), {
    putRight: recordsPutRight([plan]),
    path: address.planFeed(plan.id),
    page: plan.url,
    title: `${plan.title}: what changed – ${register.site.name}`,
    subtitle: `Progress that was reported, every ${register.site.words.one} of the ${plan.title} whose date or lead changed, and what we corrected, newest first.`,
  });
}

/** `/leads/<organisation>.atom`: what concerns it as a lead or partner, now or at the time. */
export function leadFeed(organisation: Organisation, register: Register, site: URL): string {
  return feedOf(register, site, changesByConcerned(register).get(organisation) ?? [], {
    path: address.leadFeed(organisation.id),
    page: organisation.url,
    title: `${organisation.name}: what changed – ${register.site.name}`,
    subtitle: `Progress that was reported, what moved and what we corrected, in the ${register.site.words.many} that ${organisation.name} leads or takes part in, newest first.`,
  });
}

/** `/outcomes/<id>.atom`. */
export function outcomeFeed(outcome: Outcome, register: Register, site: URL): string {
  const { plan } = outcome;
  return feedOf({ ...register, plans: [plan] }, site, changesIn(outcome.actions), {
    putRight: recordsPutRight([plan]).filter((one) => one.outcome === outcome),
    path: address.outcomeFeed(outcome.id),
    page: outcome.url,
    title: `${outcome.title} (${plan.short_title}): what changed – ${register.site.name}`,
    subtitle: `Progress that was reported, what moved and what we corrected, in the ${register.site.words.many} of the ${plan.title} for this outcome, newest first.`,
  });
}

/** `/topics/<id>.atom`. */
export function topicFeed(topic: Topic, register: Register, site: URL): string {
  return feedOf(register, site, changesIn(topic.actions), {
    path: address.topicFeed(topic.id),
    page: topic.url,
    title: `${topic.title}: what changed – ${register.site.name}`,
    subtitle: `Progress that was reported, what moved and what we corrected, in the ${register.site.words.many} on this topic, newest first.`,
  });
}

/** `/actions/<id>.atom`. */
export function actionFeed(action: Action, register: Register, site: URL): string {
  return feedOf({ ...register, plans: [action.plan] }, site, changesIn([action]), {
    path: address.actionFeed(action.id),
    page: action.url,
    title: `${action.spoken} ${action.title}: what changed – ${register.site.name}`,
    subtitle: `Progress that was reported on this ${register.site.words.one}, what moved and what we corrected, newest first.`,
  });
}

/** By organisation, what concerns it as a lead or partner, now or at the time; newest first. */
const changesByConcerned = knownOf(({ actions }: Register) => {
  const found = new Map<Organisation, Change[]>();
  for (const change of changesIn(actions)) {
    const leads = change.action.leads.map((lead) => lead.organisation);
    for (const concerned of new Set([...change.organisations, ...leads])) {
      const changes = found.get(concerned) ?? [];
      found.set(concerned, changes);
      changes.push(change);
    }
  }
  return found;
});

interface About {
  /** What was corrected beside the actions. */
  putRight?: readonly RecordPutRight[];
  path: string;
  page: string;
  title: string;
  subtitle: string;
}

function feedOf(
  register: Register,
  site: URL,
  changes: readonly Change[],
  { putRight = [], path, page, title, subtitle }: About,
): string {
  const all = putRight.length === 0 ? changes : inOrder([...changes, ...putRight]);
  const shown = all.slice(0, mostEntries);
  // A feed without entries has the date of the plans’ newest report.
  const dates = shown.length > 0 ? shown.map((change) => change.date) : reportDates(register);
  return writeAtom({
    address: wholeAddress(path, site),
    page: wholeAddress(page, site),
    title,
    subtitle:
      shown.length < all.length
        ? `${subtitle} The newest ${mostEntries} are here; the website has all.`
        : subtitle,
    updated: rfc3339(newest(dates.map(instantOf))),
    author: { name: register.site.name, address: site.href },
    entries: shown.map((one) =>
      'action' in one ? entryOf(one, site) : entryOfPutRight(one, site),
    ),
  });
}

function inOrder<T extends { date: DueDate }>(changes: readonly T[]): T[] {
  return changes.toSorted((a, b) => compareDueDates(b.date, a.date));
}

function reportDates(register: Register) {
  return register.plans.map((plan) => plan.reported.date);
}

/** One change is in the feeds of all, of its plan, outcome, topics and leads, and is written once. */
const entries = new WeakMap<Change, { site: string; entry: FeedEntry }>();

function entryOf(change: Change, site: URL): FeedEntry {
  const before = entries.get(change);
  if (before?.site === site.href) return before.entry;
  const { action, what } = change;
  const page = wholeAddress(action.url, site);
  const entry = {
    id: page + change.id.slice(action.id.length),
    page,
    title: `${action.spoken} ${action.title}: ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
    updated: rfc3339(instantOf(change.date)),
    html: htmlOf(change),
  };
  entries.set(change, { site: site.href, entry });
  return entry;
}

function entryOfPutRight(one: RecordPutRight, site: URL): FeedEntry {
  const page = wholeAddress(one.url, site);
  const { plan, name, what, date } = one;
  return {
    id: `${page}#${one.id}`,
    page,
    title: `${plan.short_title}: ${name}: ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
    updated: rfc3339(instantOf(date)),
    html: `<p>${date.display}. ${escaped(sentence(one))}</p>`,
  };
}

function htmlOf(change: Change): string {
  const { date, text, after } = change;
  return [
    `<p>${date.display}. ${escaped(sentence(change))}</p>`,
    text === undefined ? '' : `<blockquote>${proseToHtml(text)}</blockquote>`,
    `<p>${escaped(stateInWords(after))}</p>`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** “Due in March 2023. Led by North Council. In progress, as reported in March 2022.” */
export function stateInWords({ due, leads, label, reported, none }: State): string {
  const when = reported === undefined ? '' : `, as reported ${reported.when}`;
  return [
    dueInWords(due, { none: none.date }),
    leadsInWords(leads, { none: leads.length === 0 ? none.lead : '' }),
    partnersInWords(leads, 'With') ?? '',
    label + when,
  ]
    .filter((part) => part !== '')
    .map((part) => `${part}.`)
    .join(' ');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
