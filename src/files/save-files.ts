import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { whileLocked } from './lock.ts';

/** What becomes of one file. */
export interface FileChange {
  /** From the folder, with forward slashes. */
  path: string;
  /** What was read there, by which the change was made; undefined where no file was. */
  before: Uint8Array | string | undefined;
  /** What is to be there; undefined takes the file away. */
  after: Uint8Array | string | undefined;
}

/** Somebody else changed a file after it was read, so nothing was written. */
export class ChangedMeanwhile extends Error {
  override name = 'ChangedMeanwhile';
  /** The file, from the folder. */
  readonly path: string;
  constructor(folder: string, path: string) {
    super(
      `“${join(folder, path)}” was changed by somebody else while this command ran. Look at it, and run the command again.`,
    );
    this.path = path;
  }
}

/** Where new files wait until all of them are on the disk. A record’s name never starts with a dot. */
const waitingFolder = '.saving';

/** What was going to happen, for a command that finds another one stopped halfway. */
interface Plan {
  moves: Move[];
}

interface Move {
  path: string;
  /** The name of the new file in the waiting folder; undefined where a file is taken away. */
  waiting?: string;
  /** SHA-256 of what was there; undefined where no file was. */
  before?: string;
}

/**
 * Writes files whole, and all of them or none. They are first written beside, in a folder of their
 * own, and moved into place once they are on the disk. Where a command is stopped while it moves
 * them, the next one that saves in the folder, or `finishSaving`, moves the rest.
 *
 * @throws ChangedMeanwhile where a file is no longer what was read; nothing is written then
 */
export function saveFiles(folder: string, changes: readonly FileChange[]): void {
  if (changes.length === 0) return;
  mkdirSync(folder, { recursive: true });
  for (const { path } of changes) refuseOutside(folder, path);
  const waiting = join(folder, waitingFolder);
  const isUnfinished = () => existsSync(planIn(folder));
  const save = () => {
    goOn(folder);
    const made: string[] = [];
    let moves: Move[];
    try {
      moves = changes.map(({ path, before, after }, index) => {
        const move = { path, ...(before !== undefined && { before: hashOf(before) }) };
        if (after === undefined) return move;
        const name = `.${index}.new`;
        made.push(...prepare(join(folder, path)));
        writeThrough(join(waiting, name), after, modeOf(join(folder, path)));
        return { ...move, waiting: name };
      });
      const changed = moves.find((move) => isChanged(folder, move));
      if (changed !== undefined) throw new ChangedMeanwhile(folder, changed.path);
      writeThrough(join(waiting, '.plan.new'), JSON.stringify({ moves } satisfies Plan));
      renameSync(join(waiting, '.plan.new'), planIn(folder));
    } catch (error) {
      for (const each of made.toReversed()) removeIfEmpty(each);
      throw error;
    }
    const done: FileChange[] = [];
    try {
      for (const [index, move] of moves.entries()) {
        if (isChanged(folder, move)) throw new ChangedMeanwhile(folder, move.path);
        apply(folder, move);
        done.push(changes[index]!);
      }
      settleAll(folder, moves);
      rmSync(planIn(folder));
    } catch (error) {
      undo(folder, done);
      for (const each of made.toReversed()) removeIfEmpty(each);
      throw error;
    }
  };
  whileLocked(waiting, save, isUnfinished);
}

/** Finishes what a stopped command began to save. Does nothing where none was stopped. */
export function finishSaving(folder: string): void {
  const waiting = join(folder, waitingFolder);
  const isUnfinished = () => existsSync(planIn(folder));
  if (existsSync(waiting)) whileLocked(waiting, () => goOn(folder), isUnfinished);
}

/** What a file holds now; undefined where there is none. */
export function bytesIfThere(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function planIn(folder: string): string {
  return join(folder, waitingFolder, '.plan.json');
}

/** Does the rest of what a stopped command was going to do. A file that was edited since stays. */
function goOn(folder: string): void {
  const text = bytesIfThere(planIn(folder));
  if (text === undefined) return;
  const { moves } = planOf(text);
  for (const { path } of moves) refuseOutside(folder, path);
  for (const move of moves) {
    const isMoved =
      move.waiting !== undefined && !existsSync(join(folder, waitingFolder, move.waiting));
    if (!isMoved && !isChanged(folder, move)) apply(folder, move);
  }
  settleAll(folder, moves);
  rmSync(planIn(folder));
}

/** What a program made that was stopped; a folder that came with a copy of the records may say anything. */
function planOf(text: Uint8Array): Plan {
  try {
    const { moves } = JSON.parse(Buffer.from(text).toString()) as Plan;
    const isMove = ({ path, waiting }: Move) =>
      typeof path === 'string' && (waiting === undefined || /^\.\d+\.new$/.test(waiting));
    if (moves.every(isMove)) return { moves };
  } catch {
    // Told below.
  }
  throw new Error(
    `No command of this project left the folder “${waitingFolder}” like this. Look at what is in it, delete it, and try again.`,
  );
}

/** Nothing is written outside of the folder, whatever a file that was read says, and through no link. */
function refuseOutside(folder: string, path: string): void {
  const root = realpathSync(folder);
  let there = resolve(folder, path);
  if (!isWithin(resolve(folder), there)) throw new Outside(folder, path);
  while (!existsSync(there)) there = dirname(there);
  if (!isWithin(root, realpathSync(there))) throw new Outside(folder, path);
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way.split(sep)[0] !== '..' && !isAbsolute(way);
}

class Outside extends Error {
  override name = 'Outside';
  constructor(folder: string, path: string) {
    super(`“${path}” is not in the folder “${folder}”, and is left alone.`);
  }
}

function isChanged(folder: string, { path, before }: Move): boolean {
  const now = bytesIfThere(join(folder, path));
  return (now && hashOf(now)) !== before;
}

function apply(folder: string, { path, waiting, before }: Move): void {
  const target = join(folder, path);
  if (waiting === undefined) rmSync(target, { force: true });
  else if (before === undefined) putNew(folder, path, waiting);
  else renameSync(join(folder, waitingFolder, waiting), target);
}

/** Puts a file where none is. Moving it would take the place of one that another program put there just now. */
function putNew(folder: string, path: string, waiting: string): void {
  const source = join(folder, waitingFolder, waiting);
  try {
    linkSync(source, join(folder, path));
    rmSync(source);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new ChangedMeanwhile(folder, path);
    // Not every disk lets a file have two names.
    renameSync(source, join(folder, path));
  }
}

function hashOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Puts back what was there, as far as the disk lets it. */
function undo(folder: string, changes: readonly FileChange[]): void {
  rmSync(planIn(folder), { force: true });
  for (const { path, before } of changes) {
    try {
      if (before === undefined) rmSync(join(folder, path), { force: true });
      else writeFileSync(join(folder, path), before);
    } catch {
      // What was wrong in the first place is what a person has to hear of.
    }
  }
}

/** Makes the folder of a file, and sees that files can be moved into it. */
function prepare(target: string): string[] {
  const folder = dirname(target);
  const made: string[] = [];
  for (let each = folder; !existsSync(each); each = dirname(each)) made.unshift(each);
  mkdirSync(folder, { recursive: true });
  accessSync(folder, constants.W_OK);
  return made;
}

function modeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mode;
}

function writeThrough(file: string, content: Uint8Array | string, mode?: number): void {
  writeFileSync(file, content, { flush: true });
  if (mode !== undefined) chmodSync(file, mode);
}

function settleAll(folder: string, moves: readonly Move[]): void {
  for (const each of new Set(moves.map(({ path }) => dirname(join(folder, path))))) settle(each);
}

/** Has the disk take note of what was moved into a folder, where the system can be told to. */
function settle(folder: string): void {
  try {
    const open = openSync(folder, 'r');
    fsyncSync(open);
    closeSync(open);
  } catch {
    // Windows opens no folders; there the files themselves are on the disk all the same.
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Somebody else put a file there meanwhile.
  }
}
