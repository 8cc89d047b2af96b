import { expect, test } from 'vitest';
import { soundFolder } from '../tests/fixtures/folders.ts';
import { linkRegister } from './link.ts';
import { loadRecords } from '../records/load-records.ts';

const register = linkRegister(loadRecords(soundFolder).records!, '2022-12-31');
const action = (id: string) => register.actions.find((candidate) => candidate.id === id)!;

test('actions come by plan and then as people count', () => {
  expect(register.actions.map(({ spoken }) => spoken)).toEqual([
    'NEW 1.1.1',
    'NEW 1.1.2',
    'NEW 2.1.1',
    'NEW 2.1.2',
    'OLD 1.2',
    'OLD 1.10',
  ]);
});

test('a moved date and a changed lead hold now, and the first ones are kept', () => {
  const moved = action('new-1-1-1');
  expect(moved.due?.display).toBe('March 2023');
  expect(moved.firstDue?.display).toBe('September 2022');
  expect(moved.leads.map(({ organisation }) => organisation.id)).toEqual([
    'council',
    'carers-team',
  ]);
  expect(moved.firstLeads.map(({ organisation }) => organisation.id)).toEqual(['carers-team']);
});

test('the status is the last one reported, as of its own date', () => {
  const moved = action('new-1-1-1');
  expect([moved.status, moved.asOf.display]).toEqual(['in progress', 'May 2022']);
});

test('an action that was never reported on says so, as of the plan’s report', () => {
  const silent = action('new-2-1-1');
  expect([silent.status, silent.asOf.display, silent.due, silent.leads]).toEqual([
    'not reported',
    'May 2022',
    undefined,
    [],
  ]);
});

test('an action with milestones is due when the last of them is', () => {
  const staged = action('old-1-2');
  expect(staged.firstDue?.display).toBe('Spring 2020');
  expect(staged.due?.display).toBe('Autumn 2020');
  expect(staged.milestones.map(({ label, status, due }) => [label, status, due.display])).toEqual([
    ['Build it', 'complete', 'April 2018 to March 2019'],
    ['Open it', 'not reported', 'Autumn 2020'],
  ]);
});

test('lateness is judged by the day of the register', () => {
  const late = (today: string) =>
    linkRegister(loadRecords(soundFolder).records!, today)
      .actions.filter(({ overdue }) => overdue)
      .map(({ id }) => id);
  expect(late('2020-11-30')).toEqual([]);
  expect(late('2020-12-01')).toEqual(['old-1-2']);
  expect(late('2023-04-01')).toEqual(['new-1-1-1', 'old-1-2']);
});

test('a merged action points to the one that goes on, and that one back', () => {
  expect(action('old-1-10').mergedInto).toBe(action('old-1-2'));
  expect(action('old-1-2').mergedFrom).toEqual([action('old-1-10')]);
});

test('“ongoing” begins with the plan and never ends', () => {
  expect(action('old-1-10').due).toMatchObject({
    edtf: '2018-04/..',
    earliest: '2018-04-01',
    latest: null,
  });
});

test('every relation can be followed both ways', () => {
  for (const each of register.actions) {
    expect(each.plan.actions).toContain(each);
    expect(each.theme.actions).toContain(each);
    expect(each.outcome.actions).toContain(each);
    for (const topic of each.topics) expect(topic.actions).toContain(each);
    for (const { organisation, role } of each.leads) {
      expect(role === 'lead' ? organisation.leads : organisation.partners).toContain(each);
    }
    if (each.next) expect(each.next.previous).toBe(each);
  }
  const [council] = register.organisations.filter(({ id }) => id === 'council');
  expect(council!.parts.map(({ id }) => id)).toEqual(['carers-team']);
  const [oldPlan] = register.plans.filter(({ id }) => id === 'old');
  expect(oldPlan!.successors.map(({ predecessor }) => predecessor)).toEqual([oldPlan]);
});

test('periods come in order of their ends, “ongoing” and “no date” last', () => {
  expect(register.periods.map(({ title, actions }) => [title, actions.length])).toEqual([
    ['April 2018 to March 2019', 1],
    ['Autumn 2020', 1],
    ['End of 2022', 1],
    ['March 2023', 2],
    ['Ongoing', 1],
    ['No date given', 1],
  ]);
});

test('an organisation with a short name is in the glossary by itself', () => {
  expect(register.glossary.map(({ term, standsFor }) => [term, standsFor])).toEqual([
    ['HR', 'human resources'],
    ['NC', 'North Council'],
  ]);
});
