import { knownOf } from '../domain/known-of.ts';
import ical, { escape, foldLines, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import {
  dueInWords,
  firstDueInWords,
  latenessInWords,
  leadsInWords,
  partnersInWords,
  statusInWords,
} from '../domain/wording.ts';
import { address, wholeAddress } from '../domain/address.ts';
import { isCounted, isOpen, statusOf } from '../domain/status.ts';
import type { DueDate } from '../domain/due-date.ts';
import { daySpan } from '../domain/due-date-span.ts';
import { dueEntries, type DueEntry } from '../register/due-entries.ts';
import type { Action, Organisation, Outcome, Plan, Register, Topic } from '../register/register.ts';
import { planName } from '../views/place-in-plan.ts';
import { lastChanged } from './instant.ts';
import { allowedText, onOneLine } from './plain-text.ts';

/*
 * Calendars by RFC 5545. A due date that is a period is one all-day event on its last day, and its
 * title begins with the period: “By the end of spring 2019: …”. A bar over the whole of a financial
 * year would hide the reader’s own week under dozens of promises, and the last day is the one
 * against which the site judges lateness. The title starts with the period because calendars cut
 * titles short, and it uses the whole words, because “Apr 22” on 30 April reads as 22 April; the
 * plan’s own words follow in quotation marks.
 *
 * Ongoing and undated promises have no day and are left out; each calendar says how many. What was
 * withdrawn or merged stays as a cancelled event, so that a copy in someone’s calendar is struck
 * out rather than left standing. Nothing here depends on the clock.
 */

/** How many dates a calendar of these actions shows. */
export function datesIn(actions: readonly Action[]): number {
  return actions.reduce((sum, action) => sum + entriesOf(action).filter(isDated).length, 0);
}

/** `/all.ics` */
export function allCalendar(register: Register, site: URL): string {
  return [...allCalendarParts(register, site)].join('');
}

/** The same action by action. */
export function allCalendarParts(register: Register, site: URL): Iterable<string> {
  return calendarParts(site, register.actions, {
    path: address.calendar,
    page: address.home,
    name: register.site.name,
  });
}

/** `/plans/<plan>.ics` */
export function planCalendar(plan: Plan, register: Register, site: URL): string {
  return calendarOf(site, plan.actions, {
    path: address.planCalendar(plan.id),
    page: plan.url,
    name: `${plan.title} – ${register.site.name}`,
  });
}

/** `/leads/<organisation>.ics`: what it leads or takes part in. */
export function leadCalendar(organisation: Organisation, register: Register, site: URL): string {
  const involved = new Set([...organisation.leads, ...organisation.partners]);
  return calendarOf(site, inOrderOf(register, involved), {
    path: address.leadCalendar(organisation.id),
    page: organisation.url,
    name: `${organisation.name} – ${register.site.name}`,
  });
}

/** As the register has them. */
function inOrderOf({ actions }: Register, some: Iterable<Action>): Action[] {
  const places = placesIn(actions);
  return [...some].sort((a, b) => places.get(a)! - places.get(b)!);
}

/** The place of each action in the list. Each of hundreds of leads asks for it. */
const placesIn = knownOf(
  (actions: readonly Action[]) => new Map(actions.map((action, place) => [action, place])),
);

/** `/outcomes/<id>.ics` */
export function outcomeCalendar(outcome: Outcome, register: Register, site: URL): string {
  return calendarOf(site, outcome.actions, {
    path: address.outcomeCalendar(outcome.id),
    page: outcome.url,
    name: `${outcome.title} (${outcome.plan.short_title}) – ${register.site.name}`,
  });
}

/** `/topics/<id>.ics` */
export function topicCalendar(topic: Topic, register: Register, site: URL): string {
  return calendarOf(site, topic.actions, {
    path: address.topicCalendar(topic.id),
    page: topic.url,
    name: `${topic.title} – ${register.site.name}`,
  });
}

/** `/actions/<id>.ics` */
export function actionCalendar(action: Action, register: Register, site: URL): string {
  return calendarOf(site, [action], {
    path: address.actionCalendar(action.id),
    page: action.url,
    name: `${action.spoken} – ${register.site.name}`,
  });
}

interface About {
  path: string;
  page: string;
  name: string;
}

const aDay = 24 * 60 * 60;

function calendarOf(site: URL, actions: readonly Action[], about: About): string {
  return [...calendarParts(site, actions, about)].join('');
}

function* calendarParts(
  site: URL,
  actions: readonly Action[],
  { path, page, name }: About,
): Iterable<string> {
  const calendar = ical({
    prodId: { company: site.host, product: 'promises', language: 'EN' },
    // The library writes these two as they are.
    name: escape(onOneLine(name), false),
    description: escape(describe(actions), false),
    source: wholeAddress(path, site),
    url: wholeAddress(page, site),
    ttl: aDay,
  });
  const text = calendar.toString();
  // The library would write each event again for each calendar that has it. So events are written once,
  // and put before the last line here. Only the last occurrence counts, because a name may hold the same
  // words.
  yield text.slice(0, text.lastIndexOf(end));
  let isEmpty = true;
  for (const action of actions) {
    const events = eventsOf(action, site);
    if (events !== '') isEmpty = false;
    yield events;
  }
  // RFC 5545, 3.6 wants one component at least, and a time zone is one that shows nothing.
  if (isEmpty) yield utc;
  yield `${end}\r\n`;
}

const end = 'END:VCALENDAR';

/** An action is in its own calendar and in those of its plan, its leads and all. */
const written = new WeakMap<Action, { site: string; events: string }>();

function eventsOf(action: Action, site: URL): string {
  const before = written.get(action);
  if (before?.site === site.href) return before.events;
  const calendar = ical();
  const events = entriesOf(action)
    .filter(isDated)
    .map((entry) => foldLines(calendar.createEvent(eventOf(entry, site)).toString()))
    .join('');
  written.set(action, { site: site.href, events });
  return events;
}

const utc = [
  'BEGIN:VTIMEZONE',
  'TZID:Etc/UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
  '',
].join('\r\n');

/** One date of an action as an event of a calendar. */
interface Entry extends DueEntry {
  /** Never changes; no other date of any action has it. A full stop is in no identifier. */
  id: string;
  action: Action;
}

/** Whether a calendar of these actions would show any of them. */
export function hasDay(actions: readonly Action[]): boolean {
  return actions.some((action) => dueEntries(action).some(({ due }) => due?.latest != null));
}

interface DatedEntry extends Entry {
  due: DueDate & { latest: string };
}

const isDated = (entry: Entry): entry is DatedEntry =>
  entry.due != null && entry.due.latest !== null;

function entriesOf(action: Action): Entry[] {
  return dueEntries(action).map((entry) => {
    const place = entry.milestone === undefined ? -1 : action.milestones.indexOf(entry.milestone);
    return { ...entry, action, id: place === -1 ? action.id : `${action.id}.${place + 1}` };
  });
}

function eventOf(entry: DatedEntry, site: URL) {
  const { id, action, due, status } = entry;
  const changed = lastChanged(action);
  return {
    id: `${id}@${site.host}`,
    stamp: changed,
    lastModified: changed,
    sequence: action.updates.length + action.corrections.length + action.continuedBy.length,
    start: new Date(`${due.latest}T00:00:00Z`),
    allDay: true,
    summary: titleOf(entry),
    description: { plain: details(entry, site) },
    url: wholeAddress(action.url, site),
    status: isCounted(status) ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}

/** “By the end of April 2022: DON 2.1.1 Carers join the board (the plan says “Apr 22”)”. */
function titleOf({ action, milestone, due, status }: Entry & { due: DueDate }): string {
  return onOneLine(
    [
      `${deadline(due)}: ${action.spoken} ${action.title}`,
      milestone === undefined ? '' : `, “${milestone.label}”`,
      asWritten(due),
      isOpen(status) ? '' : ` – ${statusOf(status).label.toLowerCase()}`,
    ].join(''),
  );
}

/**
 * A due date as its last day can honestly be headed: “On 15 March 2023”, “By the end of spring
 * 2019”, “By the end of March 2019” for a financial year, “By March 2023” where the plan says “by”.
 */
export function deadline(due: DueDate): string {
  const { earliest, precision, display, end, latest } = due;
  if (earliest === null || latest === null) return display;
  if (precision === 'day') return `On ${display}`;
  const isDay = end === daySpan(latest).name;
  return isDay ? `By ${end}` : `By the end of ${end}`;
}

function asWritten({ text, display }: DueDate): string {
  return text.toLowerCase() === display.toLowerCase() ? '' : ` (the plan says “${text}”)`;
}

function details(entry: Entry & { due: DueDate }, site: URL): string {
  const { action, due } = entry;
  const noLead = { none: action.leads.length === 0 ? 'The plan names no lead' : '' };
  const first = firstDueInWords(entry, 'First due');
  const why = action.updates.findLast((update) => !isCounted(update.status ?? 'complete'));
  return allowedText(
    [
      `${dueInWords(due)}${asWritten(due)}.${first === undefined ? '' : ` ${first}.`}`,
      due.precision === 'day'
        ? ''
        : 'The plan gives no day. This is the last day that the date can mean.',
      ...[leadsInWords(action.leads, noLead), partnersInWords(action.leads, 'With')]
        .filter(Boolean)
        .map((said) => `${said!}.`),
      `Status: ${statusInWords(action)}.`,
      whateverTheDay(action),
      action.mergedInto ? `It was joined to ${action.mergedInto.spoken}.` : '',
      ...action.continuedBy.map(
        (later) =>
          `It was carried over to ${later.spoken}, in ${planName(later.plan)}: ${wholeAddress(later.url, site)}`,
      ),
      why?.reason ?? '',
      `\n${action.promise}\n`,
      wholeAddress(action.url, site),
    ]
      .filter((line) => line !== '')
      .join('\n'),
  );
}

/**
 * Whether it was late or in time, where the reports say so. That a date passed without news is left
 * out: it would change an event on a day on which nothing was reported.
 */
function whateverTheDay(action: Action): string {
  const known = ['late', 'done in time', 'done late'].includes(action.lateness);
  const said = known ? latenessInWords(action) : undefined;
  return said === undefined ? '' : `${said}.`;
}

/** What the calendar holds, and how many promises it cannot hold. */
function describe(actions: readonly Action[]): string {
  const undatable = actions.filter((action) => !entriesOf(action).some(isDated));
  const ongoing = undatable.filter((action) => action.due !== undefined).length;
  const undated = undatable.length - ongoing;
  if (actions.length === 1 && undatable.length === 1) {
    return ongoing === 1
      ? 'It is ongoing and has no last day, so there is no day to show it on.'
      : 'No date was given for it, so there is no day to show it on.';
  }
  const left = [
    ongoing === 0 ? '' : `${ongoing} ongoing, with no last day`,
    undated === 0 ? '' : `${undated} for which no date was given`,
  ].filter((part) => part !== '');
  return [
    'What is due, and when.',
    'A date that is a month, a season or a year is shown on its last day.',
    left.length === 0 ? '' : `Left out: ${left.join(', and ')}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
