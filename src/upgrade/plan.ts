import { gitSays } from '../files/git.ts';
import { changedFields, isLockChanged, newLock, newPackage } from './package-files.ts';
import { filesOf, pastOf, type Blob } from './upstream.ts';
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

interface Sides {
  path: string;
  mine: Blob | undefined;
  /** As the version had it from which the copy was taken. */
  base: Blob | undefined;
  next: Blob | undefined;
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
  const text = (blob: Blob) => gitSays(root, ['cat-file', 'blob', blob.id]).toString();
  const saved = (content: string, { mode }: Blob): Blob => ({
    mode,
    id: gitSays(root, ['hash-object', '-w', '--stdin'], { input: content }).toString().trim(),
  });

  const mine = filesOf(root, copy);
  const next = filesOf(root, target);
  const past = pastOf(root, target, mine, (path) => whoseIs(path) === 'program');
  const base = filesOf(root, past.nearest.first);
  const packages = filesOf(root, past.nearest.last);

  const plan: UpgradePlan = { changes: new Map(), clashes: new Map(), kept: [] };
  const put = ({ path, mine }: Sides, blob: Blob | undefined) => {
    if (mine?.id !== blob?.id || mine?.mode !== blob?.mode) plan.changes.set(path, blob);
  };
  const clash = (sides: Sides, how: string) => {
    plan.clashes.set(sides.path, how);
    put(sides, sides.next);
  };

  for (const path of new Set([...mine.keys(), ...next.keys()])) {
    const sides: Sides = {
      path,
      mine: mine.get(path),
      base: base.get(path),
      next: next.get(path),
    };
    const whose = whoseIs(path);
    if (whose === 'made') put(sides, sides.next);
    else if (whose === 'words') decideWords(sides);
    // Whose picture is on a site is no news to its adopter.
    else if (whose === 'public') decideWords(sides, { isTold: false });
    else if (whose === 'program') decide(sides);
  }
  decidePackage();
  return plan;

  function isOurs({ path, mine }: Sides): boolean {
    return mine !== undefined && past.everHad(path, mine.id);
  }

  /** Words of the adopter’s stay, also where they were taken out. */
  function decideWords(sides: Sides, { isTold = true } = {}): void {
    const isTakenOut = sides.mine === undefined && sides.base !== undefined;
    if (isOurs(sides) || (sides.mine === undefined && !isTakenOut)) put(sides, sides.next);
    else if (sides.next !== undefined && isTold) plan.kept.push(sides.path);
  }

  function decide(sides: Sides): void {
    const { path, mine, base, next } = sides;
    if (mine === undefined) {
      if (base === undefined) put(sides, next);
      else if (isWorkflow(path)) plan.kept.push(path);
      else clash(sides, 'You deleted it.');
      return;
    }
    if (isOurs(sides)) {
      put(sides, next);
      return;
    }
    const isOwn = next === undefined && !past.everKnew(path);
    if (isOwn) return;
    if (next === undefined) {
      clash(sides, 'You changed it, and the new version has it no more.');
      return;
    }
    if (base !== undefined && isWorkflow(path)) {
      const [here, before, now] = [mine, base, next].map(text) as [string, string, string];
      if (withoutPins(here) === withoutPins(before)) {
        put(sides, saved(withNewerPins(now, here), next));
        return;
      }
    }
    if (mine.id === next.id) return;
    if (base === undefined)
      clash(sides, 'You have a file of that name, and so has the new version.');
    else if (base.id === next.id) plan.kept.push(path);
    else clash(sides, 'You changed it, and so does the new version.');
  }

  function decidePackage(): void {
    const [name, lock] = ['package.json', 'package-lock.json'];
    const [hereBlob, nextBlob] = [mine.get(name!), next.get(name!)];
    if (hereBlob === undefined || nextBlob === undefined) {
      throw new Error('There is no package.json in the new version.');
    }
    const came = packages.get(name!);
    const here = text(hereBlob);
    const fields = came === undefined ? [] : changedFields(here, text(came));
    if (fields.length > 0) plan.clashes.set(name!, `You changed ${fields.join(', ')}.`);
    const packageText = newPackage(text(nextBlob), {
      mine: here,
      base: came && text(came),
      ...(upstream !== undefined && { upstream }),
    });
    put({ path: name!, mine: hereBlob, base: came, next: nextBlob }, saved(packageText, nextBlob));

    const [lockHere, lockCame, lockNext] = [mine, packages, next].map((files) => files.get(lock!));
    if (lockNext === undefined) return;
    const isChanged =
      lockHere !== undefined &&
      lockCame !== undefined &&
      isLockChanged(text(lockHere), text(lockCame));
    if (isChanged) {
      plan.clashes.set(lock!, 'You have other versions of packages. The program brings its own.');
    }
    put(
      { path: lock!, mine: lockHere, base: lockCame, next: lockNext },
      saved(newLock(text(lockNext), packageText), lockNext),
    );
  }
}

function isWorkflow(path: string): boolean {
  return path.startsWith('.github/workflows/');
}
