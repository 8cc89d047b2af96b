import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { saveFiles } from '../files/save-files.ts';
import { shortSlugOf } from '../domain/slug.ts';

/** What the files of an adopter beside the data folder say. */
interface Owner {
  name: string;
  url: string;
  publisher: string;
  repository: string;
}

/**
 * Writes what is an adopter’s beside the data folder: the README, who is asked to look at a change,
 * and the name of the package.
 *
 * @param root the root of the project
 */
export function writeOwnFiles(root: string, owner: Owner): void {
  const written: Record<string, (before: string) => string> = {
    'README.md': () => readme(owner),
    '.github/CODEOWNERS': () => codeOwners(owner),
    'package.json': (before) => named(before, owner),
    'package-lock.json': (before) => named(before, owner),
  };
  const changes = Object.entries(written).flatMap(([path, write]) => {
    const file = join(root, path);
    if (!existsSync(file)) return [];
    const before = readFileSync(file);
    return [{ path, before: new Uint8Array(before), after: write(before.toString('utf8')) }];
  });
  saveFiles(root, changes);
}

function readme({ name, url, publisher }: Owner): string {
  return `# ${name}

This is the source of ${url}. ${publisher} runs it.

See the site (it builds, and then prints its address on your machine):

\`\`\`sh
npm ci && npm start
\`\`\`

You need Node 22.18 or later. On Linux, npm brings Node 24 with it, so an older version is enough to start with.

Everything that the site says is in [\`data\`](data). To change it, read [Contributing](.github/CONTRIBUTING.md).
To see whether all is well:

\`\`\`sh
npm run check
\`\`\`

The guide page [“Use it for your own plan”](src/guide/adopting.mdx) explains how to set the site up, and [“Where to
put the site”](src/guide/hosting.mdx) how to publish it. The tests of the program run with \`npm test\`.

The field “license” in [package.json](package.json) says on what terms the program may be used. While it says
UNLICENSED, no licence has been chosen: ask its owners before you copy or publish it.
`;
}

/** On GitHub, the owner of the repository is asked; elsewhere the file waits for names. */
function codeOwners({ repository }: Owner): string {
  const owner = /^https:\/\/github\.com\/([\w-]+)\//.exec(`${repository}/`)?.[1];
  const note =
    '# Who is asked to look at a change. Write people or teams, such as @your-council/plans-team.\n';
  return owner === undefined ? `${note}# *  @your-organisation\n` : `${note}*  @${owner}\n`;
}

/** A package’s own name is at the top of both of its files, and once more inside the lockfile. */
function named(text: string, { name }: Owner): string {
  const own = /^\{\s*"name": "([^"]+)"/.exec(text)?.[1];
  if (own === undefined) return text;
  return text
    .replace(`"name": "${own}"`, `"name": "${shortSlugOf(name, 6) || 'plan-site'}"`)
    .replace(
      `"": {\n      "name": "${own}"`,
      `"": {\n      "name": "${shortSlugOf(name, 6) || 'plan-site'}"`,
    );
}
