import { expect, test } from 'vitest';
import { realRegister, soundRegister } from '../tests/registers.ts';
import { changesIn, sentence } from './changes.ts';

test('everything that happened is told in plain sentences, newest first', () => {
  const told = changesIn(soundRegister().actions).map(
    (change) => `${change.reported.display} | ${change.id} | ${sentence(change)}`,
  );
  expect(told).toEqual([
    '3 October 2022 | new-1-1-1#update-2-due | Due date moved from September 2022 to March 2023: The team had no money left.',
    '3 October 2022 | new-1-1-1#update-2-leads | Leads changed from Carers team to North Council and Carers team: The team had no money left.',
    'June 2022 | new-1-1-2#update-1-progress | Reported as complete.',
    'June 2022 | new-2-1-2#update-1-withdrawn | Withdrawn: There is no newsletter any more.',
    'May 2022 | new-1-1-1#update-1-progress | Reported as in progress.',
    'December 2019 | old-1-2#update-2-due-1 | Due date of “Open it” moved from spring 2020 to autumn 2020: The roof is late.',
    'December 2019 | old-1-2#update-2-progress | Progress reported.',
    'July 2019 | old-1-2#update-1-progress | Reported as in progress; the report says “Ongoing”; “Build it” is complete.',
    'July 2019 | old-1-10#update-1-merged | Joined to OLD 1.2, The council opens a day centre.',
  ]);
});

test('after all its changes, each action stands as the register has it', () => {
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

test('every dated update has an entry, and no two entries share an identifier', () => {
  for (const register of [soundRegister(), realRegister()]) {
    const changes = changesIn(register.actions);
    const ids = changes.map((change) => change.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const action of register.actions) {
      for (const [index] of action.updates.entries()) {
        const start = `${action.id}#update-${index + 1}-`;
        expect(
          ids.some((id) => id.startsWith(start)),
          start,
        ).toBe(true);
      }
    }
  }
});

test('the newest stands first, whatever plan it is of', () => {
  const days = changesIn(realRegister().actions).map((change) => change.reported.latest!);
  expect(days).toEqual(days.toSorted().toReversed());
});
