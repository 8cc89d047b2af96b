import { expect, test } from 'vitest';
import { readStatus } from './read-status.ts';

test.each([
  ['Complete', { status: 'complete', nothingElse: true }],
  ['COMPLETED.', { status: 'complete', nothingElse: false }],
  ['Complete – to be reviewed annually', { status: 'complete', nothingElse: false }],
  ['Ongoing - expected by May', { status: 'in progress', nothingElse: false }],
  ['in progress', { status: 'in progress', nothingElse: true }],
  ['Partially complete', { status: 'in progress', nothingElse: false }],
  ['Not yet started', { status: 'not started', nothingElse: false }],
  ['Completed forms are now sent out', { nothingElse: false }],
  ['Incomplete', { nothingElse: false }],
  ['Not complete', { nothingElse: false }],
  ['Initial meeting held.', { nothingElse: false }],
  ['Amber', { rag: 'amber', nothingElse: true }],
  ['G', { rag: 'green', nothingElse: false }],
  ['', { nothingElse: false }],
])('“%s”', (text, expected) => {
  expect(readStatus(text, new Map())).toEqual(expected);
});

test('the adopter’s own words come beside the usual ones', () => {
  const own = new Map([['g', 'complete' as const]]);
  expect(readStatus('G', own)).toEqual({ status: 'complete', nothingElse: false });
});
