import { expect, test } from 'vitest';
import { linkRegister } from '../register/link.ts';
import { loadRecords } from '../records/load-records.ts';
import { soundFolder } from '../tests/fixtures/folders.ts';
import { soundRegister, testSite } from '../tests/registers.ts';
import { asJson, publishedActions } from './actions-json.ts';

test('every action is published with the fields that others rely on, byte for byte', async () => {
  const register = linkRegister(loadRecords(soundFolder).records!, '2022-12-31');
  const actions = publishedActions(register, new URL('https://promises.example/sub/'));
  await expect(`${JSON.stringify(actions, null, 2)}\n`).toMatchFileSnapshot(
    '../tests/fixtures/sound-actions.json',
  );
});

test('half of a surrogate pair does not reach the JSON', () => {
  const [action] = publishedActions(soundRegister(), testSite);
  const text = asJson({ ...action!, title: 'A\uD800B', promise: '😀' });
  expect(text).not.toMatch(/\\u[dD][89a-fA-F]/);
  expect(JSON.parse(text)).toMatchObject({ title: 'A\uFFFDB', promise: '😀' });
});
