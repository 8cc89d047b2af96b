/**
 * Whose a file of a copy is. What is the adopter’s is never touched. What is “made” follows from the
 * records, so it is made anew. All else comes with the program.
 */
export type Whose = 'adopter' | 'made' | 'package' | 'words' | 'public' | 'program';

const folders: readonly [start: string, whose: Whose][] = [
  ['data/', 'adopter'],
  // What an adopter put there stays. What came with the program is brought up to date, or goes.
  ['public/', 'public'],
  ['.vscode/schemas/', 'made'],
  // Each of these may say something of its own, and no program depends on it.
  ['.github/PULL_REQUEST_TEMPLATE/', 'words'],
];

const files: ReadonlyMap<string, Whose> = new Map([
  // start-fresh writes these, and they say whose the site is.
  ['README.md', 'adopter'],
  ['.github/CODEOWNERS', 'adopter'],
  ['package.json', 'package'],
  ['package-lock.json', 'package'],
  ['.github/CONTRIBUTING.md', 'words'],
  ['.github/SECURITY.md', 'words'],
  ['.github/pull_request_template.md', 'words'],
  ['.github/dependabot.yml', 'words'],
]);

/** @param path from the root of the project, with forward slashes */
export function whoseIs(path: string): Whose {
  return files.get(path) ?? folders.find(([start]) => path.startsWith(start))?.[1] ?? 'program';
}
