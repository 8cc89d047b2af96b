import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * A note that still has no name after this many milliseconds was left by a command that was stopped
 * while it wrote it.
 */
const timeToSign = 2_000;
/**
 * After this many milliseconds, a note from another computer counts as left behind. Whether that
 * computer still works in the shared folder cannot be seen.
 */
const timeForOthers = 60 * 60_000;

/**
 * Calls `act` while no other command does so with the same folder, which is there only as long as
 * that takes. What a stopped command left in it is still there for the next one, which takes over.
 *
 * @param isKept whether what is in the folder stays there for the next command all the same
 * @throws where another command goes on for a minute
 */
export function whileLocked<T>(folder: string, act: () => T, isKept = () => false): T {
  const until = Date.now() + 60_000;
  let note: string | undefined;
  while ((note = hold(folder)) === undefined) {
    if (Date.now() > until) throw new Error(busy(folder));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, aMoment());
  }
  try {
    return act();
  } finally {
    release(folder, note, isKept());
  }
}

/**
 * The same for work that takes its time.
 *
 * @param onWait called once, where another command is busy
 * @param patience how long to wait for it, in milliseconds
 */
export async function whileLockedFor<T>(
  folder: string,
  act: () => Promise<T>,
  onWait: () => void,
  patience: number,
): Promise<T> {
  const until = Date.now() + patience;
  let note = hold(folder);
  if (note === undefined) onWait();
  while (note === undefined) {
    if (Date.now() > until) throw new Error(busy(folder));
    await wait(aMoment());
    note = hold(folder);
  }
  try {
    return await act();
  } finally {
    release(folder, note);
  }
}

function busy(folder: string): string {
  return `Another command is busy here. Wait until it is done. If none is running, delete the folder “${folder}” and try again.`;
}

/** Not the same for all who wait, so that they do not get in each other’s way for ever. */
const aMoment = () => 20 + Math.random() * 30;

/**
 * Leaves a note in the folder with a number above those of commands that were stopped. Only one
 * command can make the note of a number; who finds another’s note beside its own takes it back.
 *
 * @returns the note, or undefined where another command is busy
 */
function hold(folder: string): string | undefined {
  let note: string | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    // All that is in it is taken away afterwards, and a link may lead anywhere.
    if (!lstatSync(folder).isDirectory())
      throw new Error(`“${folder}” is a link. Delete it first.`);
    const there = notesIn(folder);
    if (there.some(({ path }) => isHeld(path))) return undefined;
    const own = join(folder, `.${Math.max(0, ...there.map(({ number }) => number)) + 1}.owner`);
    writeFileSync(own, '', { flag: 'wx' });
    note = own;
    writeFileSync(own, `${process.pid} ${hostname()}`);
    if (notesIn(folder).every(({ path }) => path === own || !isHeld(path))) {
      held.add(own);
      return own;
    }
    rmSync(own);
    return undefined;
  } catch (error) {
    if (note !== undefined) rmSync(note, { force: true });
    // Another command was faster, or took the folder away when it was done.
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || code === 'ENOENT') return undefined;
    throw error;
  }
}

function notesIn(folder: string): { path: string; number: number }[] {
  return readdirSync(folder).flatMap((name) => {
    const number = /^\.(\d+)\.owner$/.exec(name)?.[1];
    return number === undefined ? [] : [{ path: join(folder, name), number: Number(number) }];
  });
}

const held = new Set<string>();

/** The note goes last, so that nobody comes in while the rest is taken away. */
function release(folder: string, note: string, isKept = false): void {
  held.delete(note);
  for (const name of isKept ? [] : readdirSync(folder)) {
    const path = join(folder, name);
    if (path !== note) rmSync(path, { recursive: true, force: true });
  }
  rmSync(note, { force: true });
  try {
    rmdirSync(folder);
  } catch {
    // The next command came in already.
  }
}

function isHeld(note: string): boolean {
  const [pid, ...host] = readFileSync(note, 'utf8').split(' ');
  const age = Date.now() - statSync(note).mtimeMs;
  if (host.length === 0) return age < timeToSign;
  if (host.join(' ') !== hostname()) return age < timeForOthers;
  if (Number(pid) === process.pid) return held.has(note);
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
