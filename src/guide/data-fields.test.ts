import { expect, test } from 'vitest';
import { publishedActions } from '../exports/actions-json.ts';
import { linkRegister } from '../register/link.ts';
import { loadRecords } from '../records/load-records.ts';
import { soundFolder } from '../tests/fixtures/folders.ts';
import { actionFields, correctionFields, dateFields, updateFields } from './data-fields.ts';

const register = linkRegister(loadRecords(soundFolder).records!, '2026-11-22');
const actions = publishedActions(register, new URL('https://promises.example/'));

test('the guide explains every published field, in the order of the file', () => {
  for (const action of actions) {
    expect(Object.keys(actionFields)).toEqual(Object.keys(action));
    for (const update of action.updates) {
      expect(Object.keys(updateFields)).toEqual(Object.keys(update));
    }
  }
  const corrections = actions.flatMap((action) => action.corrections);
  expect(corrections.length).toBeGreaterThan(0);
  for (const correction of corrections) {
    expect(Object.keys(correctionFields)).toEqual(Object.keys(correction));
  }
  const date = actions.find(({ due }) => due !== null)!.due!;
  expect(Object.keys(dateFields)).toEqual(Object.keys(date));
});
