import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { siteDate } from '../domain/site-date.ts';
import { dataFolderName } from '../records/data-folder.ts';
import type { SoundRecords } from '../records/records.ts';
import { linkedOnce, readOnce } from '../register/astro-loader.ts';
import type { Register } from '../register/register.ts';
import { exportFiles, mediaTypes, type ExportFile } from './export-files.ts';

/**
 * Writes the data, calendars and feeds of each thing of the register once all pages are there. In
 * `astro dev` each is made when it is asked for. Stands before all that look at the finished site.
 */
export function exportedFiles(): AstroIntegration {
  let folder: string;
  let site: URL;
  return {
    name: 'exported-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(new URL(dataFolderName(process.env), config.root));
        site = new URL(config.base.replace(/\/?$/, '/'), config.site);
      },
      'astro:server:setup': ({ server }) => {
        const answers = new Answers(() => readOnce(folder).records, site);
        server.middlewares.use((request, response, next) => {
          answers.to(request.url ?? '').then((answer) => {
            if (answer === undefined) return next();
            response.setHeader('Content-Type', answer.type);
            response.end(answer.body);
          }, next);
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { records } = readOnce(folder);
        // Those who read the records first tell of their problems.
        if (records === undefined) return;
        const register = linkedOnce(records, siteDate(process.env));
        const written = await writeAll(exportFiles(register, site), fileURLToPath(dir));
        logger.info(`${written} data files, calendars and feeds were written`);
      },
    },
  };
}

/** @returns how many there were */
async function writeAll(files: Iterable<ExportFile>, output: string): Promise<number> {
  const made = new Set<string>();
  let written = 0;
  for (const { path, make } of files) {
    const file = join(output, path);
    const folder = dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    const content = make();
    writeFileSync(file, typeof content === 'string' ? content : await content);
    written++;
  }
  return written;
}

/** What the development server says to those who ask for such a file, as the records are now. */
class Answers {
  #files = new Map<string, ExportFile>();
  #register: Register | undefined;

  readonly #records: () => SoundRecords | undefined;
  readonly #site: URL;

  constructor(records: () => SoundRecords | undefined, site: URL) {
    this.#records = records;
    this.#site = site;
  }

  async to(url: string): Promise<{ type: string; body: string | Uint8Array } | undefined> {
    const { pathname } = new URL(url, this.#site);
    const type = mediaTypes[pathname.split('.').at(-1)!];
    if (type === undefined || !pathname.startsWith(this.#site.pathname)) return undefined;
    const file = this.#now().get(decodeURI(pathname.slice(this.#site.pathname.length - 1)));
    return file === undefined ? undefined : { type, body: await file.make() };
  }

  /** While the records have problems, the site goes on as it was. */
  #now(): ReadonlyMap<string, ExportFile> {
    const records = this.#records();
    const register =
      records === undefined ? this.#register : linkedOnce(records, siteDate(process.env));
    if (register !== undefined && register !== this.#register) {
      this.#register = register;
      this.#files = new Map(
        [...exportFiles(register, this.#site)].map((file) => [file.path, file]),
      );
    }
    return this.#files;
  }
}
