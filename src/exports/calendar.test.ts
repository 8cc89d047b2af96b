import fc from 'fast-check';
import ICAL from 'ical.js';
import { afterEach, describe, expect, test } from 'vitest';
import { acceptedForms, checkedDate } from '../domain/due-date.ts';
import type { Action, Register } from '../register/register.ts';
import { realRegister, soundRegister, testSite } from '../tests/registers.ts';
import { actionCalendar, allCalendar, deadline, leadCalendar, planCalendar } from './calendar.ts';

/** Read by a parser that shares nothing with the writer. */
function eventsIn(text: string) {
  return new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));
}

/** The sound register with nothing but one action, changed. */
function registerWith(changes: Partial<Action>): Register {
  const register = soundRegister();
  const action = register.actions.find(({ id }) => id === 'new-1-1-1')!;
  return { ...register, actions: [{ ...action, ...changes }] };
}

const { TZ } = process.env;
afterEach(() => {
  if (TZ === undefined) delete process.env['TZ'];
  else process.env['TZ'] = TZ;
});

test('the calendar of all promises, byte for byte', async () => {
  await expect(allCalendar(soundRegister(), testSite)).toMatchFileSnapshot(
    '../tests/fixtures/sound-all.ics',
  );
});

test('an event whose promise went on in a later plan says so, and is newer than before', () => {
  const later = soundRegister().actions.find(({ id }) => id === 'new-1-1-2')!;
  const [before, after] = [[], [later]].map(
    (continuedBy) => eventsIn(allCalendar(registerWith({ continuedBy }), testSite))[0]!,
  );
  const told =
    'It was carried over to NEW 1.1.2, in New Plan, The north: https://promises.example/sub/actions/new-1-1-2/';
  expect(before!.description).not.toContain('carried over');
  expect(after!.description).toContain(told);
  expect(after!.sequence).toBeGreaterThan(before!.sequence);
});

test.each(['END:VCALENDAR', 'BEGIN:VEVENT', `${'a'.repeat(61)} END:VCALENDAR`, '\0'])(
  'a site, a plan and an organisation named %j have calendars that can be read',
  (name) => {
    const register = soundRegister();
    const site = { ...register, site: { ...register.site, name } };
    const [action] = register.actions;
    const organisation = { ...action!.leads[0]!.organisation, name };
    const plan = { ...action!.plan, title: name };
    const whole = allCalendar(site, testSite);
    expect(eventsIn(whole)).toHaveLength(eventsIn(allCalendar(register, testSite)).length);
    expect(whole).not.toMatch(/^NAME:\r$/m);
    for (const text of [
      planCalendar(plan, register, testSite),
      leadCalendar(organisation, register, testSite),
    ]) {
      expect(eventsIn(text).length).toBeGreaterThan(0);
    }
  },
);

test('the same bytes twice, and wherever the computer is', () => {
  const written = ['Europe/London', 'America/Los_Angeles', 'Pacific/Auckland'].map((zone) => {
    process.env['TZ'] = zone;
    expect(new Date(2022, 0, 1).getTimezoneOffset()).toBe(
      { 'Europe/London': 0, 'America/Los_Angeles': 480, 'Pacific/Auckland': -780 }[zone],
    );
    return allCalendar(soundRegister(), testSite);
  });
  expect(new Set(written).size).toBe(1);
});

describe('what another parser reads', () => {
  const register = soundRegister();
  const events = eventsIn(allCalendar(register, testSite));
  const event = (id: string) => events.find(({ uid }) => uid === `${id}@promises.example`)!;

  test('each date is one all-day event on its last day, which no clock has touched', () => {
    expect(events.map(({ uid }) => uid)).toEqual(
      ['new-1-1-1', 'new-1-1-2', 'new-2-1-2', 'old-1-2.1', 'old-1-2.2'].map(
        (id) => `${id}@promises.example`,
      ),
    );
    const { startDate, endDate, component, sequence } = event('new-1-1-1');
    expect(startDate.isDate).toBe(true);
    expect(startDate.toString()).toBe('2023-03-31');
    expect(endDate.toString()).toBe('2023-04-01');
    expect(sequence).toBe(2);
    for (const name of ['dtstamp', 'last-modified']) {
      expect(String(component.getFirstPropertyValue(name))).toBe('2022-10-03T12:00:00Z');
    }
  });

  test('without an update, the plan’s own report dates the event', () => {
    const { component } = eventsIn(allCalendar(registerWith({ updates: [] }), testSite))[0]!;
    expect(String(component.getFirstPropertyValue('dtstamp'))).toBe('2022-05-31T12:00:00Z');
  });

  test('the title says by when in whole words, and what the plan wrote', () => {
    expect(events.map(({ summary }) => summary)).toEqual([
      'By the end of March 2023: NEW 1.1.1 The carers team pays for short breaks (the plan says “Mar 23”)',
      'By the end of March 2023: NEW 1.1.2 The trust lends out sitters (the plan says “Mar 23”) – complete',
      'By the end of 2022: NEW 2.1.2 Carers write the newsletter (the plan says “End 2022”) – withdrawn',
      'By the end of March 2019: OLD 1.2 The council opens a day centre, “Build it” (the plan says “2018/19”) – complete',
      'By the end of autumn 2020: OLD 1.2 The council opens a day centre, “Open it”',
    ]);
  });

  test('the text says that the day is not the plan’s, who leads, what was first promised', () => {
    const { description } = event('new-1-1-1');
    expect(description).toContain('First due in September 2022.');
    expect(description).toContain('The plan gives no day.');
    expect(description).toContain('Led by North Council and Carers team.');
    expect(description).toContain('Status: In progress, as reported in May 2022.');
    expect(description).toContain('https://promises.example/sub/actions/new-1-1-1/');
  });

  test('what was withdrawn is cancelled and says why', () => {
    const { component, description } = event('new-2-1-2');
    expect(component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(description).toContain('There is no newsletter any more.');
    expect(event('new-1-1-2').component.getFirstPropertyValue('status')).toBe('CONFIRMED');
  });

  test('what has no day is left out, and the calendar says so', () => {
    // The parser leaves a name that it does not know as it is written.
    const about = (text: string) =>
      String(new ICAL.Component(ICAL.parse(text)).getFirstPropertyValue('x-wr-caldesc')).replaceAll(
        '\\,',
        ',',
      );
    expect(about(allCalendar(register, testSite))).toContain(
      'Left out: 1 ongoing, with no last day, and 1 for which no date was given.',
    );
    const alone = (id: string) =>
      about(
        actionCalendar(
          register.actions.find((action) => action.id === id)!,
          register,
          testSite,
        ),
      );
    expect(alone('old-1-10')).toContain('It is ongoing');
    expect(alone('new-2-1-1')).toContain('No date was given for it');
  });

  test('a calendar with nothing in it still has the one component that it must have', () => {
    const undated = register.actions.find(({ id }) => id === 'new-2-1-1')!;
    const calendar = new ICAL.Component(ICAL.parse(actionCalendar(undated, register, testSite)));
    expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone']);
  });

  test('a plan’s and a lead’s calendar hold their own, with the same identifiers', () => {
    const plan = register.plans.find(({ id }) => id === 'old')!;
    expect(eventsIn(planCalendar(plan, register, testSite)).map(({ uid }) => uid)).toEqual([
      'old-1-2.1@promises.example',
      'old-1-2.2@promises.example',
    ]);
    const trust = register.organisations.find(({ id }) => id === 'trust')!;
    expect(eventsIn(leadCalendar(trust, register, testSite)).map(({ uid }) => uid)).toEqual([
      'new-1-1-2@promises.example',
      'old-1-2.1@promises.example',
      'old-1-2.2@promises.example',
    ]);
  });
});

test.each([
  ['15 March 2023', 'On 15 March 2023'],
  ['Apr 22', 'By the end of April 2022'],
  ['Spring 2019', 'By the end of spring 2019'],
  ['Winter 2018/19', 'By the end of winter 2018 to 2019'],
  ['Easter 2019', 'By the end of Easter 2019'],
  ['2020', 'By the end of 2020'],
  ['2018/19', 'By the end of March 2019'],
  ['2018/19 & 2019/20', 'By the end of March 2020'],
  ['Q3 2024/25', 'By the end of December 2024'],
  ['Early 2020', 'By the end of early 2020'],
  ['End 2018', 'By the end of 2018'],
  ['2018 to 2020', 'By the end of 2020'],
  ['3 to 10 March 2022', 'By 10 March 2022'],
  ['By March 2023', 'By March 2023'],
  ['By 15 March 2023', 'By 15 March 2023'],
  ['Before March 2023', 'Before March 2023'],
])('a promise for %s is headed “%s”', (text, heading) => {
  expect(deadline(checkedDate(text))).toBe(heading);
});

test('no heading gives a day that the plan did not give', () => {
  for (const { write } of acceptedForms) {
    const day = /\b\d{1,2} [A-Z]/;
    if (!day.test(checkedDate(write).display))
      expect(deadline(checkedDate(write))).not.toMatch(day);
  }
});

describe('any text at all', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom(',', ';', '\\', '\n', '\r\n', ':', '"', 'é', '👩‍👧'),
      maxLength: 300,
    }),
  );
  const visible = (text: string) => text.replace(/[\p{C}\s]/gu, '');

  test(
    'is folded at 75 octets, ends in CRLF, and is read back as it was',
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(anyText, anyText, (title, promise) => {
          const register = registerWith({ title, promise });
          const site = { ...register.site, name: title };
          const text = allCalendar({ ...register, site }, testSite);

          expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
          expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
          for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThan(76);
          expect(text).not.toMatch(/[^\P{Cc}\r\n\t]/u);

          const [event] = eventsIn(text);
          expect(visible(event!.summary)).toContain(visible(title));
          expect(visible(event!.description)).toContain(visible(promise));
        }),
      );
    },
  );
});

test('every calendar of the real records can be read, each event once', { timeout: 60_000 }, () => {
  const register = realRegister();
  const events = eventsIn(allCalendar(register, testSite));
  expect(events.length).toBeGreaterThan(100);
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  for (const organisation of register.organisations) {
    expect(() => eventsIn(leadCalendar(organisation, register, testSite))).not.toThrow();
  }
});
