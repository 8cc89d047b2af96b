import { expect, test } from 'vitest';
import { parseDueDate } from '../../domain/due-date.ts';
import { readStatus } from './read-status.ts';

const march = parseDueDate('March 2026');
const reported = march.ok ? march.date : undefined;
const none = new Map<string, never>();

test.each([
  ['Complete', 'complete'],
  ['COMPLETED.', 'complete'],
  ['☒ Done', 'complete'],
  ['✓ Delivered', 'complete'],
  ['Green - complete', 'complete'],
  ['Completed March 2024', 'complete'],
  ['Complete (31 January 2025)', 'complete'],
  ['in progress', 'in progress'],
  ['On track', 'in progress'],
  ['On target', 'in progress'],
  ['Amber: underway', 'in progress'],
  ['Partially complete', 'in progress'],
  ['Not yet started', 'not started'],
])('every word of “%s” says: %s', (text, status) => {
  expect(readStatus(text, none, reported)).toMatchObject({ status });
});

test.each([
  'Complete – to be reviewed annually',
  'Complete - ongoing',
  'Closed',
  'Closed - not achieved',
  'Delayed - not started',
  'Ongoing - expected by May',
  'Complete March 2027',
  'Completed forms are now sent out',
  'Incomplete',
  'Not complete',
  'Not completed',
  'Delivered in part',
  'Yes',
  'B',
  'Blue',
  'Amber',
  '75%',
  '☐ Done',
  '☒ Not started',
  '☒',
  '✓',
  '#N/A',
  'Initial meeting held.',
  '',
])('“%s” is for a person to say', (text) => {
  expect(readStatus(text, none, reported).status).toBeUndefined();
});

test('a colour is taken as a colour, and says nothing of the status', () => {
  expect(readStatus('Amber', none)).toMatchObject({ rag: 'amber', nothingElse: true });
  expect(readStatus('G', none)).toMatchObject({ rag: 'green', nothingElse: false });
  expect(readStatus('Green – complete', none)).toMatchObject({ rag: 'green', status: 'complete' });
  expect(readStatus('🟠', none)).toMatchObject({ rag: 'amber', nothingElse: false });
  expect(readStatus('🟢 Complete', none)).toMatchObject({ rag: 'green', status: 'complete' });
});

test.each([
  ['🟠 Amber', 'amber'],
  ['🟡 Yellow', 'amber'],
  ['🟢 G', 'green'],
])('a sign beside its own colour is that colour: %s', (text, rag) => {
  expect(readStatus(text, new Map())).toMatchObject({ rag, nothingElse: false });
});

test('a sign beside another colour says neither for sure', () => {
  expect(readStatus('🟢 Red', new Map()).rag).toBeUndefined();
});

test('what a person has said of words comes first', () => {
  const own = new Map([
    ['g', 'complete' as const],
    ['closed', 'keep' as const],
    ['sorted', 'complete' as const],
  ]);
  expect(readStatus('G', own)).toMatchObject({ status: 'complete' });
  expect(readStatus('Closed', own)).toMatchObject({ answered: true });
  expect(readStatus('Closed', own).status).toBeUndefined();
  expect(readStatus('Sorted March 2024', own, reported)).toMatchObject({ status: 'complete' });
});
