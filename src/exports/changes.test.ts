import { expect, test } from 'vitest';
import { realRegister, soundRegister } from '../tests/registers.ts';
import { changesIn, sentence } from './changes.ts';

test('everything that happened is told in plain sentences, newest first', () => {
  const told = changesIn(soundRegister().actions).map(
    (change) => `${change.reported.display} | ${change.id} | ${sentence(change)}`,
  );
  expect(told).toEqual([
    '3 October 2022 | new-1-1-1#update-2-due | Due date moved from September 2022 to March 2023: The team had no money left.',
    '3 October 2022 | new-1-1-1#update-2-leads | Leads changed: Carers team before, North Council and Carers team now: The team had no money left.',
    '2022-06',
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
        expect(ids.some((id) => id.startsWith(start)), start).toBe(true);
      }
    }
  }
});

test('the newest stands first, whatever plan it is of', () => {
  const days = changesIn(realRegister().actions).map((change) => change.reported.latest!);
  expect(days).toEqual(days.toSorted().toReversed());
});
