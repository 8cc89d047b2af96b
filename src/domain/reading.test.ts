import { expect, test } from 'vitest';
import { isOurReading, isReported, type StatusFacts } from './reading.ts';

test.each<[string, StatusFacts, boolean, boolean]>([
  ['nothing was reported', { updates: [] }, false, false],
  ['a report led to no status', { updates: [{}] }, false, false],
  ['a report tells, but names no status', { updates: [{ status: 'in progress' }] }, true, true],
  [
    'a report names the status',
    { updates: [{ status: 'complete' }], statusText: 'Complete' },
    true,
    false,
  ],
])('%s', (_what, action, reported, ours) => {
  expect(isReported(action)).toBe(reported);
  expect(isOurReading(action)).toBe(ours);
});
