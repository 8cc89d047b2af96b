import { expect, test } from 'vitest';
import { soundRegister, testSite } from '../tests/registers.ts';
import { exportFiles, mediaTypes } from './export-files.ts';

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
  for (const { path } of files) expect(mediaTypes, path).toHaveProperty(path.split('.').at(-1)!);
});

test('each is made, and says where it is from', async () => {
  for (const { path, make } of files) {
    const content = await make();
    expect(content.length, path).toBeGreaterThan(0);
    if (/\.(?:ics|atom)$/.test(path)) {
      expect((content as string).replaceAll(/\r\n /g, ''), path).toContain(
        `https://promises.example/sub${path}`,
      );
    }
  }
});
