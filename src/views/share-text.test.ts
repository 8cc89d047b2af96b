import { expect, test } from 'vitest';
import { soundFolder } from '../tests/fixtures/folders.ts';
import { linkRegister } from '../register/link.ts';
import { loadRecords } from '../records/load-records.ts';
import { ownWords } from '../domain/own-words.ts';
import { mailto, shareText } from './share-text.ts';

const { actions } = linkRegister(loadRecords(soundFolder).records!, '2026-11-22');
const textOf = (id: string) =>
  shareText(
    actions.find((action) => action.id === id)!,
    `https://a.example/actions/${id}/`,
    ownWords(),
  ).lines;

test('the text says reference, title, plan, promise, lead, due, status with its date, the last report, and the address alone on its line', () => {
  expect(textOf('new-1-1-1')).toEqual([
    'NEW 1.1.1: The carers team pays for short breaks',
    'From: New Plan, The north',
    'The promise: “The carers team will pay for short breaks.”',
    'Led by: North Council and Carers team',
    'Due: March 2023 (first due in September 2022). Due date passed, no news since 3 October 2022',
    'Status: in progress, as reported in May 2022',
    'Last report, May 2022: “It began.”',
    'https://a.example/actions/new-1-1-1/',
  ]);
});

test.each([
  ['new-2-1-1', ['Led by: no lead named', 'Due: no date given']],
  ['new-2-1-2', ['Status: withdrawn, as reported in June 2022']],
  [
    'old-1-10',
    ['Due: ongoing, with no end date', 'Status: merged into OLD 1.2, as reported in July 2019'],
  ],
  ['old-1-2', ['Led by: North Council, with Care Trust']],
])('%s is told as it is', (id, lines) => {
  expect(textOf(id)).toEqual(expect.arrayContaining(lines));
});

test('the link opens a message with the same text, and reads back to it', () => {
  const share = {
    subject: 'A & B: 100% + “more”',
    lines: ['one', 'two & three', 'https://a.example/'],
  };
  const url = new URL(mailto(share));
  expect(mailto(share)).toMatch(/^mailto:\?subject=[^ +]*&body=[^ +]*$/);
  expect(mailto(share)).toContain('one%0D%0Atwo');
  expect(url.searchParams.get('subject')).toBe(share.subject);
  expect(url.searchParams.get('body')).toBe(share.lines.join('\r\n'));
});
