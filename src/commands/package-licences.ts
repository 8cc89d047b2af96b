/** What `package-lock.json` says of a package; npm copies the licence from the package itself. */
interface LockedPackage {
  version?: string;
  license?: string;
  /** Set where only those who work on the code need it. */
  dev?: boolean;
}

/** A package that building the site needs, and the licence under which it may be used. */
export interface PackageLicence {
  name: string;
  version: string;
  /** As an SPDX expression, or “not stated”. */
  licence: string;
  /** Why it may be used, where its licence asks for more than to be named. */
  because?: string;
  allowed: boolean;
}

/** Licences that ask for no more than to be named with the code (SPDX). */
const permissive = new Set([
  ...['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0'],
  ...['CC0-1.0', 'Python-2.0', 'Unlicense', 'Zlib', 'OFL-1.1'],
]);

/** Packages under a licence that asks for changes of them to be published. We change none of them. */
const exceptions: readonly { name: RegExp; licence: string; because: string }[] = [
  {
    name: /^@img\/sharp-/,
    licence: 'LGPL-3.0-or-later',
    because:
      'It holds libvips, which draws the previews. It is used as it is, and is not published.',
  },
  {
    name: /^lightningcss(?:-|$)/,
    licence: 'MPL-2.0',
    because: 'Vite makes styles smaller with it. It is used as it is, and is not published.',
  },
];

/**
 * The licences of all packages that are there without those of development, also for other machines.
 *
 * @param lock what `package-lock.json` holds
 */
export function packageLicences(lock: {
  packages: Readonly<Record<string, LockedPackage>>;
}): PackageLicence[] {
  return Object.entries(lock.packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, { version = '', license: licence = 'not stated' }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      const exception = exceptions.find((one) => one.name.test(name));
      const allows = (part: string) => permissive.has(part) || part === exception?.licence;
      return {
        name,
        version,
        licence,
        allowed: isAllowed(licence, allows),
        ...(exception !== undefined &&
          !isAllowed(licence, (part) => permissive.has(part)) && { because: exception.because }),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * If a package offers a choice of licences, one that is allowed is enough. If several apply together,
 * all must be allowed.
 */
function isAllowed(expression: string, allows: (licence: string) => boolean): boolean {
  return expression
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => allows(licence.trim())));
}
