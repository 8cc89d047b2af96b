import { parse } from 'csv-parse/sync';
import { XMLParser } from 'fast-xml-parser';
import ICAL from 'ical.js';
import readExcelFile from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { isReported } from '../domain/unread-status.ts';
import { dueInWords, statusInWords } from '../domain/wording.ts';
import { statusOf } from '../domain/status.ts';
import { publishedAction, publishedActions } from '../exports/actions-json.ts';
import { actionsTable, columns } from '../exports/actions-table.ts';
import { allCalendar } from '../exports/calendar.ts';
import { changesFeed, leadFeed, planFeed } from '../exports/change-feeds.ts';
import { writeCsv } from '../exports/csv.ts';
import { writeXlsx } from '../exports/xlsx.ts';
import type { Action } from '../register/register.ts';
import { realRegister, soundRegister, testSite } from './registers.ts';

/*
 * Every action of both plans goes through every form, and each form is read back by a parser that
 * had no part in writing it. All must say the same of it.
 */

interface Entry {
  id: string;
  title: string;
  link: { href: string };
  content: { '#text': string };
}

const register = realRegister();

let csv: Map<string, Record<string, string>>;
let xlsx: Map<string, Record<string, unknown>>;
let entries: Map<string, Entry>;
let events: ICAL.Event[];

beforeAll(async () => {
  const table = actionsTable(register, testSite);
  const rows: Record<string, string>[] = parse(writeCsv(table), { bom: true, columns: true });
  csv = new Map(rows.map((row) => [row['id']!, row]));

  const [sheet] = await readExcelFile(Buffer.from(await writeXlsx(table)));
  xlsx = new Map(
    sheet!.data.slice(1).map((cells) => {
      const row = Object.fromEntries(columns.map(({ name }, index) => [name, cells[index]]));
      return [String(row['id']), row];
    }),
  );

  const xml = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
  // The newest entry of each action comes first and says how far it has got now.
  entries = new Map(
    register.plans
      .flatMap((plan): Entry[] => xml.parse(planFeed(plan, register, testSite)).feed.entry)
      .toReversed()
      .map((entry) => [entry.link.href, entry]),
  );

  events = new ICAL.Component(ICAL.parse(allCalendar(register, testSite)))
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));
}, 60_000);

test('every form holds every action', () => {
  const ids = register.actions.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(100);
  expect([...csv.keys()]).toEqual(ids);
  expect([...xlsx.keys()]).toEqual(ids);
  expect(publishedActions(register, testSite).map(({ id }) => id)).toEqual(ids);
});

const names = (action: Action, role: 'lead' | 'partner') =>
  action.leads.filter((lead) => lead.role === role).map((lead) => lead.organisation.name);

test.each(register.actions)('$spoken is the same in every form', (action) => {
  const json = JSON.parse(JSON.stringify(publishedAction(action, testSite)));
  const row = csv.get(action.id)!;
  const cells = xlsx.get(action.id)!;
  const url = `https://promises.example/sub/actions/${action.id}/`;
  const due = action.due?.display ?? '';
  const reference = `${action.plan.code.toUpperCase()} ${json.ref.toUpperCase()}`;

  expect(json).toMatchObject({ id: action.id, title: action.title, status: action.status, url });
  expect(json.due?.display ?? '').toBe(due);
  for (const [role, column] of [
    ['lead', 'leads'],
    ['partner', 'partners'],
  ] as const) {
    const led = json.leads.filter((lead: { role: string }) => lead.role === role);
    expect(led.map((lead: { name: string }) => lead.name)).toEqual(names(action, role));
    expect(row[column]).toBe(names(action, role).join('\n'));
    expect(cells[column] ?? '').toBe(names(action, role).join('\n'));
  }

  const same = { reference, title: action.title, status: action.status, address: url, due };
  expect(row).toMatchObject(same);
  expect({ ...cells, due: cells['due'] ?? '' }).toMatchObject(same);
  expect((cells['due_latest'] as Date | null)?.toISOString().slice(0, 10) ?? '').toBe(
    row['due_latest'],
  );
  expect(row['due_latest']).toBe(action.due?.latest ?? '');
  expect(cells['overdue']).toBe(action.overdue);
  expect(row['overdue']).toBe(String(action.overdue));
  expect(row['lateness_kind']).toBe(action.lateness);
  expect(row['last_reported']).toBe(action.lastReported.display);

  if (action.updates.length > 0) {
    const entry = entries.get(url)!;
    expect(entry.title.startsWith(`${reference} ${action.title}: `)).toBe(true);
    const said = entry.content['#text'].replaceAll('&amp;', '&');
    expect(said).toContain(`${dueInWords(action.due)}.`);
    const when = isReported(action) ? `, as reported ${action.asOf.when}` : '';
    expect(said).toContain(`${statusOf(action.status).label}${when}.</p>`);
    for (const { organisation } of action.leads) expect(said).toContain(organisation.name);
  }

  const own = events.filter((event) => event.component.getFirstPropertyValue('url') === url);
  const dated = (
    action.milestones.length > 0 ? action.milestones.map((stage) => stage.due) : [action.due]
  ).filter((date) => date?.latest != null);
  expect(own.map((event) => event.startDate.toString())).toEqual(dated.map((date) => date!.latest));
  for (const [index, event] of own.entries()) {
    expect(event.uid.startsWith(action.id)).toBe(true);
    expect(event.summary).toContain(`: ${reference} ${action.title}`);
    expect(event.description).toContain(dueInWords(dated[index]));
    for (const { organisation } of action.leads) {
      expect(event.description).toContain(organisation.name);
    }
    if (action.milestones.length === 0) {
      expect(event.description).toContain(`Status: ${statusInWords(action)}.`);
    }
  }
});

test('what moved is in JSON with what it was before', () => {
  const json = publishedActions(soundRegister(), testSite);
  const [moved, staged] = ['new-1-1-1', 'old-1-2'].map((id) => json.find((one) => one.id === id)!);
  const ids = (leads: { id: string }[] | null) => leads?.map(({ id }) => id);
  expect(moved!.first_due!.display).toBe('September 2022');
  expect(ids(moved!.first_leads)).toEqual(['carers-team']);
  expect(moved!.updates.map(({ leads }) => ids(leads))).toEqual([
    undefined,
    ['council', 'carers-team'],
  ]);
  expect(staged!.first_leads).toBeNull();
  expect(staged!.milestones.map((stage) => stage.first_due?.display)).toEqual([
    undefined,
    'Spring 2020',
  ]);
  const reported = staged!.updates.map(({ milestones }) =>
    milestones.map(({ label, due, status }) => [label, due?.display ?? null, status]),
  );
  expect(reported).toEqual([[['Build it', null, 'complete']], [['Open it', 'Autumn 2020', null]]]);
});

describe('what was corrected is the same in every form', () => {
  const made = soundRegister();
  const url = 'https://promises.example/sub/actions/new-1-1-2/';
  const due = 'The date was copied from the row below. Page 7 of the plan says March 2023.';
  const promise = 'We left a word out. The plan says: lend out sitters.';
  const told = [
    `20 June 2022. We corrected the due date: ${due}`,
    `4 July 2022. We corrected the wording of the promise: ${promise}`,
  ];

  test('in JSON', () => {
    const json = JSON.parse(JSON.stringify(publishedActions(made, testSite)));
    const found = json.find(({ id }: { id: string }) => id === 'new-1-1-2');
    expect(found.corrections).toEqual([
      { date: '2022-06-20', what: 'due', why: due },
      { date: '2022-07-04', what: 'promise', why: promise },
    ]);
  });

  test('in the table, and not among what was reported', async () => {
    const table = actionsTable(made, testSite);
    const rows: Record<string, string>[] = parse(writeCsv(table), { bom: true, columns: true });
    const row = rows.find(({ id }) => id === 'new-1-1-2')!;
    expect(row['corrections']).toBe(told.join('\n'));
    expect(row['updates']).not.toContain('corrected');
    const [sheet] = await readExcelFile(Buffer.from(await writeXlsx(table)));
    const cells = sheet!.data.find((line) => line.includes('new-1-1-2'))!;
    expect(cells[columns.findIndex(({ name }) => name === 'corrections')]).toBe(told.join('\n'));
  });

  test('in the feeds of all, of its plan and of its lead', () => {
    const xml = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
    const plan = made.plans.find(({ id }) => id === 'new')!;
    const lead = made.organisations.find(({ id }) => id === 'trust')!;
    for (const feed of [
      changesFeed(made, testSite),
      planFeed(plan, made, testSite),
      leadFeed(lead, made, testSite),
    ]) {
      const all: (Entry & { updated: string })[] = xml.parse(feed).feed.entry;
      const found = all.filter(({ id }) => id.includes('#correction-')).toReversed();
      expect(found.map(({ id, updated }) => [id, updated])).toEqual([
        [`${url}#correction-2022-06-20-due`, '2022-06-20T12:00:00Z'],
        [`${url}#correction-2022-07-04-promise`, '2022-07-04T12:00:00Z'],
      ]);
      for (const [index, { link, content }] of found.entries()) {
        expect(link.href).toBe(url);
        expect(content['#text']).toContain(told[index]);
      }
    }
  });

  test('in a calendar, which is told that the event is newer', () => {
    const stamps = new ICAL.Component(ICAL.parse(allCalendar(made, testSite)))
      .getAllSubcomponents('vevent')
      .filter((event) => event.getFirstPropertyValue('url') === url)
      .map((event) => String(event.getFirstPropertyValue('last-modified')));
    expect(stamps).toEqual(['2022-07-04T12:00:00Z']);
  });
});
