import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { soundFolder } from '../fixtures/folders.ts';
import { root } from './places.ts';
import { ownEnvironment } from './own-environment.ts';

test('the development server shows a record as soon as it is saved, and tells of a mistake without stopping, and lives through folders that come and go', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'records-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(soundFolder, folder, { recursive: true });
  const record = join(folder, 'plans/new/actions/1.1.1.yaml');
  const original = readFileSync(record, 'utf8');

  const server = spawn(process.execPath, ['src/commands/site.ts', 'dev'], {
    cwd: root,
    env: { ...ownEnvironment(), SITE_DATA: folder, SITE_DATE: '2026-11-22', NO_COLOR: '1' },
  });
  onTestFinished(() => void server.kill());
  let told = '';
  server.stdout.on('data', (text: Buffer) => (told += text.toString()));
  server.stderr.on('data', (text: Buffer) => (told += text.toString()));
  await expect.poll(() => told, { timeout: 60_000 }).toMatch(/http:\/\/localhost:\d+\//);
  const origin = /http:\/\/localhost:\d+/.exec(told)![0];
  const page = async () => (await fetch(`${origin}/actions/new-1-1-1/`)).text();

  expect(await page()).toContain('The carers team pays for short breaks');

  writeFileSync(record, original.replace('pays for short breaks', 'pays for long breaks'));
  await expect
    .poll(page, { timeout: 30_000, interval: 500 })
    .toContain('The carers team pays for long breaks');
  for (const file of ['new-1-1-1.json', 'new-1-1-1.ics', 'new-1-1-1.atom']) {
    const answer = await fetch(`${origin}/actions/${file}`);
    expect(answer.headers.get('content-type'), file).toMatch(/json|calendar|atom/);
    expect((await answer.text()).replaceAll(/\r\n /g, ''), file).toContain('pays for long breaks');
  }
  expect((await fetch(`${origin}/actions/new-1-1-99.json`)).status).toBe(404);

  writeFileSync(record, original.replace('due: Sept 22', 'due: 31 September 2022'));
  await expect.poll(() => told, { timeout: 30_000 }).toContain('1.1.1.yaml:8:6');
  expect(await page()).toContain('The carers team pays for long breaks');

  writeFileSync(record, original);
  await expect
    .poll(page, { timeout: 30_000, interval: 500 })
    .toContain('The carers team pays for short breaks');

  // What an editor’s program, a sync folder or git may do while it runs.
  renameSync(folder, `${folder}-away`);
  await expect.poll(() => told, { timeout: 30_000 }).toContain('are tried again');
  expect(await page()).toContain('The carers team pays for short breaks');
  renameSync(`${folder}-away`, folder);
  for (let round = 0; round < 10; round++) {
    rmSync(join(folder, 'plans'), { recursive: true });
    cpSync(join(soundFolder, 'plans'), join(folder, 'plans'), { recursive: true });
  }
  // Two branches that have other files, and one after the other of them.
  const place = ['--git-dir', `${folder}-git`, '--work-tree', folder];
  onTestFinished(() => rmSync(`${folder}-git`, { recursive: true, force: true }));
  const name = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
  const git = (...words: string[]) =>
    execFileSync('git', [...place, ...name, ...words], { cwd: folder, stdio: 'pipe' });
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Two plans');
  git('switch', '--quiet', '--create', 'other');
  rmSync(join(folder, 'plans/old'), { recursive: true });
  rmSync(join(folder, 'plans/new/reports'), { recursive: true });
  const plan = readFileSync(join(folder, 'plans/new/plan.yaml'), 'utf8');
  writeFileSync(join(folder, 'plans/new/plan.yaml'), plan.replace('succeeds: old\n', ''));
  writeFileSync(record, original.replace('pays for short breaks', 'pays on the other branch'));
  git('add', '--all');
  git('commit', '--quiet', '--message', 'One plan');
  for (let round = 0; round < 10; round++) {
    git('switch', '--quiet', round % 2 === 0 ? 'main' : 'other');
    await wait(Math.random() * 200);
  }
  await expect
    .poll(page, { timeout: 60_000, interval: 500 })
    .toContain('The carers team pays on the other branch');
  expect(server.exitCode).toBeNull();
  git('switch', '--quiet', 'main');
  writeFileSync(record, original.replace('pays for short breaks', 'pays for all breaks'));
  await expect
    .poll(page, { timeout: 60_000, interval: 500 })
    .toContain('The carers team pays for all breaks');
  expect(server.exitCode).toBeNull();
});
