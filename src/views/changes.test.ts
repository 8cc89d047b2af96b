import { expect, test } from 'vitest';
import type { StatusName } from '../domain/status.ts';
import type { Correction } from '../register/register.ts';
import { realRegister, soundRegister } from '../tests/registers.ts';
import { changesIn, sentence } from './changes.ts';

test('everything that happened is told in plain sentences, newest first', () => {
  const told = changesIn(soundRegister().actions).map(
    (change) => `${change.date.display} | ${change.id} | ${sentence(change)}`,
  );
  expect(told).toEqual([
    '3 October 2022 | new-1-1-1#report-2022-10-03-due | Due date moved from September 2022 to March 2023: The team had no money left.',
    '3 October 2022 | new-1-1-1#report-2022-10-03-leads | Leads changed from Carers team to North Council and Carers team: The team had no money left.',
    '4 July 2022 | new-1-1-2#correction-2022-07-04-promise | We corrected the wording of the promise: We left a word out. The plan says: lend out sitters.',
    'June 2022 | new-1-1-2#report-2022-06-progress | Reported as complete.',
    'June 2022 | new-2-1-2#report-2022-06-withdrawn | Withdrawn: There is no newsletter any more.',
    '20 June 2022 | new-1-1-2#correction-2022-06-20-due | We corrected the due date: The date was copied from the row below. Page 7 of the plan says March 2023.',
    'May 2022 | new-1-1-1#report-2022-05-progress | Reported as in progress.',
    'December 2019 | old-1-2#report-2019-12-due-1 | Due date of “Open it” moved from spring 2020 to autumn 2020: The roof is late.',
    'December 2019 | old-1-2#report-2019-12-progress | Progress reported.',
    'July 2019 | old-1-2#report-2019-07-progress | Reported as in progress; the report says “Ongoing”; “Build it” is complete.',
    'July 2019 | old-1-10#report-2019-07-merged | Joined to OLD 1.2, The council opens a day centre.',
  ]);
});

test('after all its changes, each action is as the register has it', () => {
  for (const register of [soundRegister(), realRegister()]) {
    for (const action of register.actions) {
      const [newest] = changesIn([action]);
      if (newest === undefined) {
        expect(action.updates, action.id).toEqual([]);
        continue;
      }
      const { due, leads, status } = newest.after;
      expect(due?.slug, action.id).toBe(action.due?.slug);
      expect(leads, action.id).toEqual(action.leads);
      expect(status, action.id).toBe(action.status);
    }
  }
});

test('a stage that got further is told from what to what', () => {
  const action = soundRegister().actions.find(({ id }) => id === 'old-1-2')!;
  const [build] = action.updates[0]!.milestones!;
  const report = (status: StatusName) => ({
    reported: action.updates[0]!.reported,
    report: action.updates[0]!.report,
    milestones: [{ ...build!, status }],
  });
  const statements = [report('in progress'), report('in progress'), report('complete')];
  expect(changesIn([{ ...action, statements }]).map(sentence)).toEqual([
    'Progress reported; “Build it” changed from in progress to complete.',
    'Progress reported; “Build it” is still in progress.',
    'Progress reported; “Build it” is in progress.',
  ]);
});

test('a correction tells how the promise stood on its day, and keeps its identifier', () => {
  const action = soundRegister().actions.find(({ id }) => id === 'new-1-1-2')!;
  const [due, promise] = action.corrections;
  const corrections = (list: Correction[]) =>
    changesIn([{ ...action, corrections: list }])
      .filter(({ kind }) => kind === 'correction')
      .map(({ id, after }) => [id.replace('new-1-1-2#correction-', ''), after.status])
      .toReversed();
  const both = [
    ['2022-06-20-due', 'not reported'],
    ['2022-07-04-promise', 'complete'],
  ];
  expect(corrections([due!, promise!])).toEqual(both);
  expect(corrections([due!, { ...due!, why: 'Again.' }, promise!])).toEqual([
    both[0],
    ['2022-06-20-due-2', 'not reported'],
    both[1],
  ]);
});

test('every dated update and every correction has an entry, and no two entries share an identifier', () => {
  for (const register of [soundRegister(), realRegister()]) {
    const changes = changesIn(register.actions);
    const ids = changes.map((change) => change.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const action of register.actions) {
      for (const statement of action.statements) {
        const told = changes.filter(
          ({ action: of, update }) => of === action && update === statement,
        );
        expect(told, action.id).not.toEqual([]);
      }
      const corrections = ids.filter((id) => id.startsWith(`${action.id}#correction-`));
      expect(corrections).toHaveLength(action.corrections.length);
    }
  }
});

test('the newest comes first, whatever plan it is of', () => {
  const days = changesIn(realRegister().actions).map((change) => change.date.latest!);
  expect(days).toEqual(days.toSorted().toReversed());
});
