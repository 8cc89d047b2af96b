import { expect, test } from 'vitest';
import { abbreviationsIn } from '../domain/abbreviations.ts';
import { parseDueDate } from '../domain/due-date.ts';
import { nearest } from '../domain/nearest.ts';
import { proseAsLine, proseToHtml } from '../domain/prose.ts';
import { wrappedAddressesIn } from '../records/unwrap-address.ts';
import { tidyLine } from '../report-form/tidy.ts';
import { nearestAddresses } from '../views/nearest-address.ts';

const readers: Record<string, (text: string) => unknown> = {
  'a due date': (text) => parseDueDate(text),
  'prose as HTML': proseToHtml,
  'prose as a line': proseAsLine,
  'abbreviations in a text': abbreviationsIn,
  'addresses in a text': (text) => wrappedAddressesIn(text),
  'the nearest name': (text) => nearest(text, ['city-council', text.slice(1)]),
  'an answer in the form': tidyLine,
  'the nearest page': (text) => nearestAddresses(`/nowhere/#${text}`),
};
const units = [
  ' ',
  '\n',
  '- ',
  '-',
  'to ',
  'march to ',
  'A',
  'A1',
  '[',
  '](',
  '[a](',
  '(',
  '1. ',
  '.',
  ' \n',
  '%20%0A',
  'don-1-',
  'https://',
  'https://nam.safelinks.protection.outlook.com/?url=',
  '\\',
  '<',
  '(x',
];

/** Of the processor, and the best of three, because a busy machine only ever adds time. */
function milliseconds(read: () => unknown): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const start = process.cpuUsage();
      read();
      return process.cpuUsage(start).user / 1_000;
    }),
  );
}

test.each(Object.entries(readers))(
  'reading %s twice as long takes about twice the time',
  (_name, read) => {
    for (const unit of units) {
      read(unit);
      const [short, long] = [1, 8].map((times) =>
        milliseconds(() => read(`x ${unit.repeat(Math.ceil((2_000 * times) / unit.length))} x`)),
      );
      // Eight times as long: 64 times the time would be quadratic. What takes no time proves nothing.
      expect([unit, long! < 40 || long! / short! < 32]).toEqual([unit, true]);
    }
  },
  60_000,
);
