/**
 * `npm run build`, `npm run dev` and `npm start`: Astro’s own build, development and preview servers,
 * with problems in the records told in plain words instead of a stack trace.
 * Exit 0: done. 1: problems in the records, or the build failed. 2: could not run.
 */
import { dev, preview } from 'astro';
import { resolve } from 'node:path';
import { siteDate } from '../domain/site-date.ts';
import { dataFolderName } from '../records/data-folder.ts';
import { siteSettings } from '../records/site-settings.ts';
import { buildSite } from './build-site.ts';
import { dataFolder, dataOption } from './data-option.ts';
import { expiredContact } from './expired-contact.ts';
import { readOptions } from './read-options.ts';
import { run } from './run.ts';
import { servedAddress, serverFrom, type Server } from './serving.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

const usage = `npm run build -- [--compressed]
  builds the site into dist
npm run dev -- [--port NUMBER] [--host NAME]
  serves the site while you write, and shows each change at once
npm start -- [--port NUMBER] [--host NAME]
  builds the site and serves it

  --compressed   puts compressed files beside the others, for a server of your own
  --port NUMBER  another port than 4321
  --host NAME    another name than localhost, such as 0.0.0.0 for all of your network
  --data FOLDER  another data folder than “data”; all three take it

SITE_DATE=2026-11-22 judges by that day instead of today.
`;

const buildOptions = { compressed: { type: 'boolean' }, ...dataOption } as const;
const serverOptions = {
  port: { type: 'string' },
  host: { type: 'string' },
  ...dataOption,
} as const;

/** What may be typed after the name of one of the commands. */
interface Typed {
  compressed?: boolean;
  port?: string;
  host?: string;
  data?: string;
}

const commands = {
  build: async ({ compressed }: { compressed: boolean }) => {
    await built({ compressed });
    const expired = expiredContact(process.env);
    if (expired !== undefined) process.stderr.write(`\n${expired}\n`);
  },
  dev: async (server: Server) => {
    await dev({ server });
  },
  start: async (server: Server) => {
    await built({});
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

/** @throws DataProblems where it cannot be read or has mistakes */
function settings() {
  const name = dataFolderName(process.env);
  return siteSettings(resolve(name), name);
}

const [, , name = ''] = process.argv;
const failed =
  name === 'dev'
    ? 'The site could not be shown.'
    : 'The site was not built, and the one that was there before is still there.';

await run(failed, async () => {
  if (!Object.hasOwn(commands, name)) {
    throw new Error(`Say what to do: ${Object.keys(commands).join(', ')}.`);
  }
  const command = name as keyof typeof commands;
  const words = process.argv.slice(3);
  const options = command === 'build' ? buildOptions : serverOptions;
  const read = readOptions(usage, { args: words, options });
  if (read === undefined) return;
  const { compressed = false, data, ...server } = read.values as Typed;
  dataFolder(data);
  // Before anything is built, so that what is wrong is told in the check’s words.
  settings();
  siteDate(process.env);
  await commands[command]({ compressed, ...serverFrom(server) });
});
