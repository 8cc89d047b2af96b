import { gitSays } from '../files/git.ts';
import { changedFields, isLockChanged, newLock, newPackage } from './package-files.ts';
import { filesOf, pastOf, type Blob, type Past } from './upstream.ts';
import { whoseIs } from './whose.ts';
import { withNewerPins, withoutPins } from './workflow-pins.ts';

/** What an upgrade does to the files of a copy. */
export interface UpgradePlan {
  /** What becomes of each file that changes; undefined where it goes. */
  changes: Map<string, Blob | undefined>;
  /** Files of the program that the adopter changed and the new version changed too, and how. */
  clashes: Map<string, string>;
  /** Files of the program that the adopter changed and that stay as they are. */
  kept: string[];
}

/** One file in the three states. */
interface Sides {
  path: string;
  mine: Blob | undefined;
  /** The file in the version that the copy was taken from. */
  base: Blob | undefined;
  next: Blob | undefined;
}

/** What an upgrade does with one file. */
type Decision =
  /** What takes its place, or undefined where it goes; and how that is at odds with what the adopter did. */
  | { becomes: Blob | undefined; clash?: string }
  /** The adopter’s own stays, and is told of. */
  | 'kept'
  /** It is no business of the upgrade. */
  | 'left';

/** The texts of blobs in a repository. */
interface Texts {
  of(blob: Blob): string;
  /** Saves a text, and hands back its blob with the mode of another. */
  save(text: string, like: Blob): Blob;
}

/**
 * Compares three states, file by file: the copy, the version that it was taken from, and the new one.
 *
 * @param copy the commit of the copy
 * @param target the commit of the new version
 * @param upstream the address of the upstream, if it is to be remembered
 */
export function planUpgrade(
  root: string,
  { copy, target, upstream }: { copy: string; target: string; upstream?: string },
): UpgradePlan {
  const mine = filesOf(root, copy);
  const next = filesOf(root, target);
  const past = pastOf(root, target, mine, (path) => whoseIs(path) === 'program');
  const base = filesOf(root, past.nearest.first);
  const texts = textsIn(root);

  const plan: UpgradePlan = { changes: new Map(), clashes: new Map(), kept: [] };
  const enter = (sides: Sides, decision: Decision) => {
    if (decision === 'left') return;
    if (decision === 'kept') {
      plan.kept.push(sides.path);
      return;
    }
    const { becomes, clash } = decision;
    if (clash !== undefined) plan.clashes.set(sides.path, clash);
    if (sides.mine?.id !== becomes?.id || sides.mine?.mode !== becomes?.mode) {
      plan.changes.set(sides.path, becomes);
    }
  };

  for (const path of new Set([...mine.keys(), ...next.keys()])) {
    const sides = { path, mine: mine.get(path), base: base.get(path), next: next.get(path) };
    enter(sides, decide(sides, past, texts));
  }
  const came = filesOf(root, past.nearest.last);
  const ofPackage = (path: string) => ({
    path,
    mine: mine.get(path),
    base: came.get(path),
    next: next.get(path),
  });
  const [file, lock] = [ofPackage('package.json'), ofPackage('package-lock.json')];
  const becomes = decidePackage(file, texts, upstream);
  enter(file, becomes);
  enter(lock, decideLock(lock, texts, texts.of(becomes.becomes)));
  return plan;
}

function textsIn(root: string): Texts {
  return {
    of: (blob) => gitSays(root, ['cat-file', 'blob', blob.id]).toString(),
    save: (input, { mode }) => ({
      mode,
      id: gitSays(root, ['hash-object', '-w', '--stdin'], { input }).toString().trim(),
    }),
  };
}

function decide(sides: Sides, past: Past, texts: Texts): Decision {
  switch (whoseIs(sides.path)) {
    case 'made':
      return { becomes: sides.next };
    case 'words':
      return decideWords(sides, past);
    case 'public': {
      const decision = decideWords(sides, past);
      // The adopter put the picture there, so there is no need to list it.
      return decision === 'kept' ? 'left' : decision;
    }
    case 'program':
      return decideProgram(sides, past, texts);
    default:
      return 'left';
  }
}

/** Whether the adopter’s file is the same as in some version of the program. */
function isOurs({ path, mine }: Sides, past: Past): boolean {
  return mine !== undefined && past.everHad(path, mine.id);
}

/** A file with the adopter’s own words stays as it is, and a file that the adopter deleted stays deleted. */
function decideWords(sides: Sides, past: Past): Decision {
  const isNew = sides.mine === undefined && sides.base === undefined;
  if (isNew || isOurs(sides, past)) return { becomes: sides.next };
  return sides.next === undefined ? 'left' : 'kept';
}

function decideProgram(sides: Sides, past: Past, texts: Texts): Decision {
  const { path, mine, base, next } = sides;
  if (mine === undefined) {
    if (base === undefined) return { becomes: next };
    return isWorkflow(path) ? 'kept' : { becomes: next, clash: 'You deleted it.' };
  }
  if (isOurs(sides, past)) return { becomes: next };
  if (next === undefined) {
    // A file that no version had is the adopter’s own.
    return past.everKnew(path)
      ? { becomes: next, clash: 'You changed it, and the new version no longer has it.' }
      : 'left';
  }
  if (base !== undefined && isWorkflow(path)) {
    const here = texts.of(mine);
    if (withoutPins(here) === withoutPins(texts.of(base))) {
      return { becomes: texts.save(withNewerPins(texts.of(next), here), next) };
    }
  }
  if (mine.id === next.id) return 'left';
  if (base === undefined) {
    return { becomes: next, clash: 'You have a file of that name, and so does the new version.' };
  }
  if (base.id === next.id) return 'kept';
  return { becomes: next, clash: 'You changed it, and so does the new version.' };
}

function isWorkflow(path: string): boolean {
  return path.startsWith('.github/workflows/');
}

/** `package.json` of the new version, with what is the adopter’s in it. */
function decidePackage({ mine, base, next }: Sides, texts: Texts, upstream: string | undefined) {
  if (mine === undefined || next === undefined) {
    throw new Error('There is no package.json in the new version.');
  }
  const here = texts.of(mine);
  const came = base && texts.of(base);
  const fields = came === undefined ? [] : changedFields(here, came);
  const made = newPackage(texts.of(next), {
    mine: here,
    base: came,
    ...(upstream !== undefined && { upstream }),
  });
  return {
    becomes: texts.save(made, next),
    ...(fields.length > 0 && { clash: `You changed ${fields.join(', ')}.` }),
  };
}

/** @param packageText `package.json` as it will be */
function decideLock({ mine, base, next }: Sides, texts: Texts, packageText: string): Decision {
  if (next === undefined) return 'left';
  const isChanged =
    mine !== undefined && base !== undefined && isLockChanged(texts.of(mine), texts.of(base));
  return {
    becomes: texts.save(newLock(texts.of(next), packageText), next),
    ...(isChanged && { clash: 'You have other versions of packages. The program brings its own.' }),
  };
}
