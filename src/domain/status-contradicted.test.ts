import { expect, test } from 'vitest';
import { contradictionIn } from './status-contradicted.ts';

test.each([
  'Not complete',
  'NOT COMPLETED.',
  'Not yet fully complete – phase 1 is done',
  'This has not yet been completed',
  'The training hasn’t been delivered',
  'Incomplete',
  'Partially complete',
  'Nearly complete',
  '75% complete',
  'Due to complete December 2020',
  'Yet to be completed',
  'Awaiting completion',
  'Not started',
  'Not yet started, as there is no funding',
  'Ongoing',
  'Red – not complete',
  'Withdrawn',
])('“%s” speaks against “complete”', (status_text) => {
  expect(contradictionIn({ status: 'complete', status_text })?.by).toBe('words');
});

test.each([
  'Complete',
  'Green – complete',
  'Blue – complete',
  'Complete Ongoing',
  'Completed Ongoing further work to improve uptake',
  'Complete – report to be published in September 2019',
  'Complete, though not all of it was delivered in time',
  'Complete. Evaluation not started',
  'No further work to be done',
  '100% complete',
  'Reduced waiting times',
  'Red tape removed',
  'Amber/Green',
  'No update',
  'Closed',
])('“%s” goes with “complete”', (status_text) => {
  expect(contradictionIn({ status: 'complete', status_text })).toBeUndefined();
  expect(contradictionIn({ status: 'complete', status_text, rag: 'green' })).toBeUndefined();
});

test.each([
  ['in progress', 'Complete', 'complete'],
  ['in progress', 'Not started', 'not started'],
  ['not started', 'Ongoing', 'in progress'],
  ['not reported', 'Completed', 'complete'],
  ['complete', 'Partly complete', 'in progress'],
] as const)('“%s” is contradicted by “%s”, which says “%s”', (status, status_text, meant) => {
  expect(contradictionIn({ status, status_text })).toEqual({ by: 'words', meant });
});

test.each([
  ['in progress', 'Complete Ongoing'],
  ['in progress', 'Due to complete December 2020'],
  ['in progress', 'Not complete'],
  ['not started', 'On track'],
  ['merged', 'Ongoing'],
  ['withdrawn', 'Complete'],
  [undefined, 'Not complete'],
] as const)('“%s” goes with “%s”', (status, status_text) => {
  expect(contradictionIn({ status, status_text, rag: 'amber' })).toBeUndefined();
});

test('red or amber speaks against “complete”, and against no other status', () => {
  for (const rag of ['red', 'amber', 'green', undefined]) {
    const isAgainst = rag === 'red' || rag === 'amber';
    expect(contradictionIn({ status: 'complete', rag })).toEqual(
      isAgainst ? { by: 'colour' } : undefined,
    );
    for (const status of ['in progress', 'not started', 'withdrawn', undefined] as const) {
      expect(contradictionIn({ status, rag })).toBeUndefined();
    }
  }
  expect(contradictionIn({ status: 'complete', status_text: 'RAG: Red' })?.by).toBe('colour');
  expect(contradictionIn({ status: 'complete', status_text: 'Amber (complete)' })?.by).toBe(
    'colour',
  );
});

test('words that begin with another colour than the rating are told, and two colours are not', () => {
  const status = 'in progress';
  expect(contradictionIn({ status, rag: 'red', status_text: 'Green – on track' })?.by).toBe(
    'two colours',
  );
  expect(contradictionIn({ status, rag: 'red', status_text: 'Red, on track' })).toBeUndefined();
  expect(contradictionIn({ status, rag: 'red', status_text: 'Green, now red' })).toBeUndefined();
});
