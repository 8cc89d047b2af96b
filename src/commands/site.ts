/**
 * `npm run build`, `npm run dev` and `npm start`: Astro’s own build, development and preview servers,
 * with problems in the records told in plain words instead of a stack trace.
 * Exit 0: done. 1: problems in the records, or the build failed. 2: could not run.
 */
import { join, resolve } from 'node:path';
import { previewOf, previewOfChanges } from '../domain/preview.ts';
import { siteDate } from '../domain/site-date.ts';
import { dayInWords } from '../domain/wording.ts';
import { changeSince } from '../guard/change-since.ts';
import { firstFile, makePreviewFolder } from '../preview-folder/make-folder.ts';
import { refuseOtherFolder, replaceFolder } from '../preview-folder/replace-folder.ts';
import { dataFilesIn } from '../records/data-files.ts';
import { dataFolderName } from '../records/data-folder.ts';
import { checkRecords } from '../records/load-records.ts';
import { siteSettings } from '../records/site-settings.ts';
import { buildSite } from './build-site.ts';
import { dataFolder, dataOption } from './data-option.ts';
import { expiredContact } from './expired-contact.ts';
import { readOptions } from './read-options.ts';
import { run } from './run.ts';
import { servedAddress, serverFrom, type Server } from './serving.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

const usage = `npm run build -- [--compressed] [--preview TEXT] [--folder [--against GIT_REF]]
  builds the site into dist
npm run dev -- [--port NUMBER] [--host NAME]
  serves the site while you write, and shows each change at once
npm start -- [--port NUMBER] [--host NAME]
  builds the site and serves it

  --compressed       puts compressed files beside the others, for a server of your own
  --preview TEXT     says on each page that this is a preview, and of what, such as
                     “pull request 12”
  --folder           also makes the folder “preview”, which opens from the disk with a
                     double-click
  --against GIT_REF  with --folder: lists there what changed since an earlier state, such as
                     origin/main
  --port NUMBER      a port other than 4321
  --host NAME        a name other than localhost, such as 0.0.0.0 for all of your network
  --data FOLDER      a data folder other than “data”; all three take it

SITE_DATE=2026-11-22 compares due dates with that day, not with today.
`;

const buildOptions = {
  compressed: { type: 'boolean' },
  preview: { type: 'string' },
  folder: { type: 'boolean' },
  against: { type: 'string' },
  ...dataOption,
} as const;
const serverOptions = {
  port: { type: 'string' },
  host: { type: 'string' },
  ...dataOption,
} as const;

/** The folder that opens from the disk. */
const previewFolder = 'preview';

/** What may be typed of a build. */
interface Build {
  compressed?: boolean;
  preview?: string;
  folder?: boolean;
  against?: string;
}

/** What may be typed after the name of one of the commands. */
interface Typed extends Build {
  port?: string;
  host?: string;
  data?: string;
}

const commands = {
  build: async ({ compressed = false, preview, folder = false, against }: Build) => {
    if (against !== undefined && !folder) throw new Error('Use --against together with --folder.');
    if (preview !== undefined) process.env['SITE_PREVIEW'] = preview;
    else if (folder) process.env['SITE_PREVIEW'] ??= previewOfChanges;
    if (folder) refuseOtherFolder(previewFolder);
    // Before anything is built, so that what cannot be compared is told first.
    const changes = against === undefined ? undefined : changesIn(against);
    await built({ compressed });
    if (folder) await makePreview(changes);
    const expired = expiredContact(process.env);
    if (expired !== undefined) process.stderr.write(`\n${expired}\n`);
  },
  dev: async (server: Server) => {
    const { dev } = await import('astro');
    await dev({ server });
  },
  start: async (server: Server) => {
    await built({});
    const { preview } = await import('astro');
    const serving = await preview({ server });
    const address = servedAddress(serving, settings().url);
    process.stdout.write(`\nThe site is at ${address} (stop it with Ctrl+C)\n`);
    await serving.closed();
  },
};

async function built(options: { compressed?: boolean }): Promise<void> {
  process.stdout.write('Building the site …\n');
  const start = performance.now();
  await buildSite(options);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stdout.write(`The site is in the folder dist. That took ${seconds} seconds.\n`);
}

/** Makes the folder that opens from the disk, of the site that was just built. */
async function makePreview(changes: string | undefined): Promise<void> {
  const { name, url } = settings();
  const of = previewOf(process.env) ?? previewOfChanges;
  const made = dayInWords(siteDate(process.env));
  await replaceFolder(previewFolder, (folder) =>
    makePreviewFolder('dist', folder, { name, of, made, site: new URL(url), changes }),
  );
  process.stdout.write(`To see the preview, open “${join(previewFolder, firstFile)}”.\n`);
}

/** What changed in the records since an earlier state, as Markdown. */
function changesIn(ref: string): string {
  const name = dataFolderName(process.env);
  const checked = checkRecords(dataFilesIn(name), name, siteDate(process.env));
  return changeSince(ref, name, name, checked).markdown.replace(/^## .*\n+/, '');
}

/** @throws DataProblems where it cannot be read or has mistakes */
function settings() {
  const name = dataFolderName(process.env);
  return siteSettings(resolve(name), name);
}

const [, , name = ''] = process.argv;
const failed =
  name === 'dev'
    ? 'The site could not be shown.'
    : 'The site was not built, and the folder dist is as it was before.';

await run(failed, async () => {
  if (!Object.hasOwn(commands, name)) {
    throw new Error(`Say what to do: ${Object.keys(commands).join(', ')}.`);
  }
  const command = name as keyof typeof commands;
  const words = process.argv.slice(3);
  const options = command === 'build' ? buildOptions : serverOptions;
  const read = readOptions(usage, { args: words, options });
  if (read === undefined) return;
  const { data, port, host, ...typed } = read.values as Typed;
  dataFolder(data);
  // Before anything is built, so that what is wrong is told in the check’s words.
  settings();
  siteDate(process.env);
  await commands[command]({ ...typed, ...serverFrom({ port, host }) });
});
