import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchData } from './watch-data.ts';

let folder: string;
let file: string;
let end: () => void;

/** A watcher that tells only what a test makes it tell. */
class Deaf extends EventEmitter {
  add = vi.fn();
}

beforeEach(() => {
  vi.useFakeTimers();
  folder = mkdtempSync(join(tmpdir(), 'watched-'));
  mkdirSync(join(folder, 'plans'));
  file = join(folder, 'plans/one.yaml');
  writeFileSync(file, 'title: One\n');
});
afterEach(() => {
  end();
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

function watching(read: () => void = vi.fn(), failed = vi.fn()) {
  const watcher = new Deaf();
  end = watchData(folder, watcher, read, failed);
  return watcher;
}

test('several quick changes are read once, a moment after the last', () => {
  const read = vi.fn();
  const watcher = watching(read);
  for (let change = 0; change < 5; change++) {
    watcher.emit('all', 'change', file);
    vi.advanceTimersByTime(20);
  }
  expect(read).not.toHaveBeenCalled();
  vi.advanceTimersByTime(50);
  expect(read).toHaveBeenCalledOnce();
  watcher.emit('all', 'change', '/elsewhere.yaml');
  vi.advanceTimersByTime(10_000);
  expect(read).toHaveBeenCalledOnce();
});

test('what the watcher does not tell is seen all the same, and read once', () => {
  const read = vi.fn();
  watching(read);
  vi.advanceTimersByTime(10_000);
  expect(read).not.toHaveBeenCalled();
  writeFileSync(file, 'title: Another\n');
  vi.advanceTimersByTime(1_500);
  expect(read).toHaveBeenCalledOnce();
  renameSync(file, join(folder, 'two.yaml'));
  vi.advanceTimersByTime(1_500);
  expect(read).toHaveBeenCalledTimes(2);
  rmSync(join(folder, 'two.yaml'));
  vi.advanceTimersByTime(10_000);
  expect(read).toHaveBeenCalledTimes(3);
});

test('a change made while it reads is read too', () => {
  const read = vi.fn(() => {
    if (read.mock.calls.length === 1) writeFileSync(file, 'title: Changed while it was read\n');
  });
  const watcher = watching(read);
  watcher.emit('all', 'change', file);
  vi.advanceTimersByTime(10_000);
  expect(read).toHaveBeenCalledTimes(2);
});

test('a reading that fails is tried again until it succeeds, and the folder is watched anew', () => {
  const read = vi.fn(() => {
    if (read.mock.calls.length < 4) throw new Error('half a folder');
  });
  const failed = vi.fn();
  const watcher = watching(read, failed);
  watcher.emit('all', 'unlink', file);
  vi.advanceTimersByTime(20_000);
  expect(read).toHaveBeenCalledTimes(4);
  expect(failed).toHaveBeenCalledTimes(3);
  expect(watcher.add).toHaveBeenCalledTimes(4);
});

test('nothing is read once the watch has ended', () => {
  const read = vi.fn();
  const watcher = watching(read);
  end();
  watcher.emit('all', 'change', file);
  writeFileSync(file, 'title: Later\n');
  vi.advanceTimersByTime(10_000);
  expect(read).not.toHaveBeenCalled();
});
