import { expect, test } from 'vitest';
import { isOwnAccount } from './voice.ts';

const wholes = new Map([
  ['night-team', 'social-care'],
  ['social-care', 'council'],
  ['round-a', 'round-b'],
  ['round-b', 'round-a'],
]);
const own = (speaker: string, ...promisers: string[]) =>
  isOwnAccount(speaker, promisers, (organisation) => wholes.get(organisation));

test('the publisher and a lead give their own account, and nobody else does', () => {
  expect(own('council', 'council', 'trust')).toBe(true);
  expect(own('trust', 'council', 'trust')).toBe(true);
  expect(own('action-group', 'council', 'trust')).toBe(false);
  expect(own('action-group')).toBe(false);
});

test('a body speaks for its teams and a team for its body, but not for another team', () => {
  expect(own('council', 'night-team')).toBe(true);
  expect(own('night-team', 'council')).toBe(true);
  expect(own('hospital-team', 'night-team')).toBe(false);
});

test('records that go round in a circle get an answer too', () => {
  expect(own('round-a', 'trust')).toBe(false);
  expect(own('round-a', 'round-b')).toBe(true);
});
