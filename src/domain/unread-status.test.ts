import { expect, test } from 'vitest';
import { isOurReading, isReported, type StatusFacts } from './unread-status.ts';
import { sharedStatusLabel, statusLabel } from './wording.ts';

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

test.each<[string, StatusFacts, string, string]>([
  ['nothing', { updates: [] }, 'Not reported', 'Not reported'],
  [
    'words that nobody has read',
    { updates: [{ status_text: 'On hold' }], open: ['status'] },
    'Not read yet',
    'Not reported, or not read yet',
  ],
  [
    'a colour that nobody has read',
    { updates: [], open: ['status'] },
    'Not read yet',
    'Not reported, or not read yet',
  ],
  [
    'words that somebody kept',
    { updates: [{ status_text: 'On hold' }] },
    'In words only',
    'Not reported, or in words only',
  ],
])('a promise of which the file shows %s is called that', (_what, facts, label, shared) => {
  const action = { status: 'not reported' as const, ...facts };
  expect(statusLabel(action)).toBe(label);
  expect(sharedStatusLabel('not reported', [action])).toBe(label);
  expect(sharedStatusLabel('not reported', [action, { status: 'not reported', updates: [] }])).toBe(
    shared,
  );
});
