import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { Thread } from './thread.ts';

const place = mkdtempSync(join(tmpdir(), 'thread-'));
afterAll(() => {
  rmSync(place, { recursive: true });
});

function moduleWith(name: string, code: string): URL {
  const file = join(place, name);
  writeFileSync(file, `import { parentPort, workerData } from 'node:worker_threads';\n${code}`);
  return pathToFileURL(file);
}

test('a thread tells of each step, and takes what it is told between them', async () => {
  const module = moduleWith(
    'steps.mjs',
    `parentPort.postMessage(workerData + 1);
     parentPort.once('message', (number) => { parentPort.postMessage(number * 2); });`,
  );
  const thread = new Thread(module, 1);
  expect(await thread.next()).toBe(2);
  const next = thread.next();
  thread.tell(21);
  expect(await next).toBe(42);
});

test('whoever waits for a step is told why it does not come, also where that was before', async () => {
  const failing = new Thread(moduleWith('fails.mjs', `throw new Error('No room.');`), undefined);
  await expect(failing.next()).rejects.toThrow('No room.');
  await expect(failing.next()).rejects.toThrow('No room.');
  const ending = new Thread(moduleWith('ends.mjs', ''), undefined);
  await expect(ending.next()).rejects.toThrow('ended before its work');
});

test('a program that fails meanwhile does not wait for a thread that waits for it', () => {
  const waits = moduleWith('waits.mjs', `parentPort.once('message', () => {});`);
  const code = `
    import { Thread } from ${JSON.stringify(new URL('thread.ts', import.meta.url).href)};
    new Thread(new URL(${JSON.stringify(waits.href)}), undefined);
    process.exitCode = 3;`;
  const { status } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    timeout: 60_000,
  });
  expect(status).toBe(3);
});
