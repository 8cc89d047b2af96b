import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { keptOr } from './kept.ts';

function folder(): string {
  const place = mkdtempSync(join(tmpdir(), 'kept-'));
  onTestFinished(() => rmSync(place, { recursive: true }));
  return place;
}

test('what was made of the same things is not made again, and of other things it is', async () => {
  const place = folder();
  let made = 0;
  const ask = async (...madeOf: string[]) => {
    const make = () => Buffer.from(`${madeOf.join()} at time ${++made}`);
    return Buffer.from(await keptOr('words.txt', madeOf, make, place)).toString();
  };

  expect(await ask('a', 'bc')).toBe('a,bc at time 1');
  expect(await ask('a', 'bc')).toBe('a,bc at time 1');
  expect(await ask('ab', 'c')).toBe('ab,c at time 2');
  expect(await ask('abc')).toBe('abc at time 3');
  expect(await ask('bc', 'a')).toBe('bc,a at time 4');
  expect(await ask('a', 'bc')).toBe('a,bc at time 1');
  expect(readdirSync(place)).toHaveLength(4);
});

test('what fails is not kept, and where nothing can be kept it is made each time', async () => {
  const place = folder();
  const failing = () => Promise.reject(new Error('no'));
  await expect(keptOr('words.txt', ['a'], failing, place)).rejects.toThrow('no');
  expect(readdirSync(place)).toEqual([]);

  const nowhere = join(place, 'file\0');
  const make = () => Buffer.from('made');
  expect(await keptOr('words.txt', ['a'], make, nowhere)).toEqual(Buffer.from('made'));
});

test('what nobody has made for a month is forgotten', async () => {
  const place = folder();
  const make = () => Buffer.from('made');
  await keptOr('words.txt', ['a'], make, place);
  const [old] = readdirSync(place);
  const before = Date.now() / 1000 - 31 * 24 * 3600;
  utimesSync(join(place, old!), before, before);
  await keptOr('words.txt', ['b'], make, place);
  expect(readdirSync(place)).toHaveLength(1);
  expect(readdirSync(place)).not.toContain(old);
});
