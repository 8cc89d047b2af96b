import { expect, test } from 'vitest';
import { soundRegister, testSite } from '../tests/registers.ts';
import { asJson, publishedActions } from './actions-json.ts';
import { exportFiles, mediaType } from './export-files.ts';
import { piecesOf, wholeFiles, wholeSizes } from './whole-files.ts';

const register = soundRegister();
const files = [...exportFiles(register, testSite)];

test('each action, outcome, topic, plan and lead has a feed and a calendar', () => {
  const paths = new Set(files.map(({ path }) => path));
  const things = [
    ...register.actions,
    ...register.plans,
    ...register.plans.flatMap(({ outcomes }) => outcomes),
    ...register.topics,
    ...register.organisations,
  ];
  for (const { url } of things) {
    expect(paths).toContain(url.replace(/\/$/, '.atom'));
    expect(paths).toContain(url.replace(/\/$/, '.ics'));
  }
  for (const { url } of register.actions) expect(paths).toContain(url.replace(/\/$/, '.json'));
});

test('no two files have one address, and the end of each name tells its type', () => {
  expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
  for (const { path } of files) expect(mediaType(path), path).toBeDefined();
});

test('each is made, and says where it is from', async () => {
  for (const { path, make } of files) {
    const content = await Array.fromAsync(piecesOf(await make()));
    expect(Buffer.byteLength(content[0]!), path).toBeGreaterThan(0);
    if (/\.(?:ics|atom)$/.test(path)) {
      expect(content.join('').replaceAll(/\r\n /g, ''), path).toContain(
        `https://promises.example/sub${path}`,
      );
    }
  }
});

test('the list of all actions comes in pieces, and is the same as in one', async () => {
  const { actions } = register;
  const json = (some: typeof actions) =>
    [...wholeFiles['/data/actions.json']({ ...register, actions: some }, testSite)].join('');
  expect(json(actions)).toBe(asJson(publishedActions(register, testSite)));
  expect(json([])).toBe('[]\n');
  const sizes = await wholeSizes(register, testSite);
  expect(sizes['/data/actions.json']).toBe(Buffer.byteLength(json(actions)));
});
