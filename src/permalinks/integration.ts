import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { DataProblems } from '../records/data-problems.ts';
import { dataFolderName } from '../records/data-folder.ts';
import { inReadingOrder } from '../records/problem.ts';
import { reportProblems } from '../records/report/terminal.ts';
import { earlierLedgers, removedLines, type EarlierLedger } from './earlier-ledger.ts';
import { unrecorded } from './ledger.ts';
import { loadLedger } from './ledger-file.ts';
import { publishedAddresses } from './published-addresses.ts';
import { hostRedirects, instantPage } from './redirect-files.ts';
import { keepAddresses, type Redirect } from './redirects.ts';

/**
 * Makes sure that no published address is lost. A build that would lose one fails, and one that moved
 * leads to its new place. This integration comes after all others that write pages and files.
 */
export function permalinks(): AstroIntegration {
  let root: URL;
  let site: URL;
  let earlier: EarlierLedger[] = [];
  return {
    name: 'permalinks',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = config.root;
        site = new URL(config.base.replace(/\/?$/, '/'), config.site);
      },
      // Starting git takes longer the more memory a build holds.
      'astro:build:start': () => {
        earlier = earlierLedgers(folderOf(root));
      },
      'astro:build:done': ({ dir, logger }) => {
        const name = dataFolderName(process.env);
        const folder = folderOf(root);
        const output = fileURLToPath(dir);
        const built = publishedAddresses(output);
        const { ledger, problems, name: file } = loadLedger(folder, name);
        const kept = keepAddresses(ledger, new Set(built), file);
        const removed = removedLines(earlier, ledger, file);
        const all = inReadingOrder([...problems, ...kept.problems, ...removed]);
        if (all.length > 0) throw new DataProblems(reportProblems(all));
        writeRedirects(kept.redirects, output, site);
        const added = unrecorded(ledger, built).length;
        if (added > 0) {
          logger.warn(`${added} addresses are new. Before you publish, run  npm run permalinks`);
        }
      },
    },
  };
}

function folderOf(root: URL): string {
  return fileURLToPath(new URL(dataFolderName(process.env), root));
}

/**
 * For hosts with redirects, and for those without: a page sends its readers on. A file cannot, so
 * what is at the new address is given out at the old one too.
 */
function writeRedirects(redirects: readonly Redirect[], built: string, site: URL): void {
  writeFileSync(join(built, '_redirects'), hostRedirects(redirects, site));
  for (const { from, to } of redirects) {
    const file = join(built, from.endsWith('/') ? `${from}index.html` : from);
    if (relative(built, file).startsWith('..')) {
      throw new Error(`“${from}” leads out of the built site, so nothing is written there.`);
    }
    mkdirSync(dirname(file), { recursive: true });
    if (from.endsWith('/')) writeFileSync(file, instantPage(to, site));
    else copyFileSync(join(built, to), file);
  }
}
