import { isDeepStrictEqual } from 'node:util';

/** What `package.json` says of the copy and not of the program. */
const own = ['name', 'description', 'author', 'license', 'homepage', 'bugs', 'repository'] as const;

interface Package {
  [field: string]: unknown;
  version: string;
  /** The address from which newer versions come. */
  upstream?: string;
}

/** A lockfile, as far as it repeats the package of the project itself. */
interface Lock {
  [field: string]: unknown;
  packages: Record<string, Record<string, unknown> | undefined>;
}

/** What a `package.json` says. */
export function readPackage(text: string): Package {
  return JSON.parse(text) as Package;
}

/** The fields of the program that somebody changed in `package.json`, such as “dependencies”. */
export function changedFields(text: string, base: string): string[] {
  const [mine, theirs] = [readPackage(text), readPackage(base)];
  const fields = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  for (const field of [...own, 'upstream', 'version']) fields.delete(field);
  return [...fields].filter((field) => !isDeepStrictEqual(mine[field], theirs[field]));
}

/** Whether the packages in a lockfile are no longer those that the program came with. */
export function isLockChanged(text: string, base: string): boolean {
  const packages = (lock: string) => {
    const { packages } = JSON.parse(lock) as Lock;
    return Object.entries(packages)
      .filter(([path]) => path !== '')
      .map(([path, { version, integrity } = {}]) => [path, version, integrity]);
  };
  return !isDeepStrictEqual(packages(text), packages(base));
}

/**
 * The new `package.json` with what the old one said of the copy.
 *
 * @param upstream where newer versions come from, if that is to be remembered
 */
export function newPackage(
  next: string,
  { mine, base, upstream }: { mine: string; base: string | undefined; upstream?: string },
): string {
  const [theirs, had, came] = [next, mine, base ?? '{}'].map(readPackage) as [
    Package,
    Package,
    Package,
  ];
  const owned = own.filter((field) => !isDeepStrictEqual(had[field], came[field]));
  const result: Record<string, unknown> = { ...theirs };
  for (const field of owned) result[field] = had[field];
  const from = upstream ?? had.upstream;
  if (from !== undefined) result['upstream'] = from;
  // A field that the adopter took out is undefined here, and JSON leaves it out.
  return written(result);
}

/** The new lockfile with the name that its `package.json` has. */
export function newLock(next: string, packageText: string): string {
  const lock = JSON.parse(next) as Lock;
  const { name, license } = readPackage(packageText);
  lock['name'] = name;
  const itself = lock.packages[''];
  if (itself === undefined) return written(lock);
  itself['name'] = name;
  itself['license'] = license;
  return written(lock);
}

function written(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
