import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { allPagesAreThere } from '../files/pages-to-come.ts';
import { Thread } from '../files/thread.ts';
import { siteDate } from '../domain/site-date.ts';
import { dataFolderName } from '../records/data-folder.ts';
import type { SoundRecords } from '../records/records.ts';
import { linkedOnce, readOnce } from '../register/integration.ts';
import type { Register } from '../register/register.ts';
import { exportFiles, mediaType, type ExportFile } from './export-files.ts';
import { piecesOf, takeSizesFrom, type WholeSizes } from './whole-files.ts';
import type { WriterTask } from './writer.ts';

/**
 * Writes the data, calendars, feeds and frames of each thing of the register beside the pages. In
 * `astro dev` each is made when it is asked for. Stands before all that look at the finished site.
 */
export function exportedFiles(): AstroIntegration {
  let folder: string;
  let site: URL;
  let output: string;
  let writer: Thread | undefined;
  return {
    name: 'exported-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(new URL(dataFolderName(process.env), config.root));
        site = new URL(config.base.replace(/\/?$/, '/'), config.site);
        output = fileURLToPath(config.outDir);
      },
      'astro:server:setup': ({ server }) => {
        const answers = new Answers(() => readOnce(folder).records, site);
        server.middlewares.use((request, response, next) => {
          answers.to(request.url ?? '').then((answer) => {
            if (answer === undefined) return next();
            response.setHeader('Content-Type', answer.type);
            for (const piece of answer.pieces) response.write(piece);
            response.end();
          }, next);
        });
      },
      // Astro has emptied the folder before this.
      'astro:build:setup': ({ target }) => {
        // Those who read the records first tell of their problems.
        const { records } = readOnce(folder);
        if (target !== 'server' || records === undefined) return;
        const today = siteDate(process.env);
        const task: WriterTask = { records, today, site: site.href, output };
        writer = new Thread(new URL('writer.ts', import.meta.url), task);
        const sizes = writer.next<WholeSizes>();
        // Where it fails before a page asks, the end of the build tells of it.
        sizes.catch(() => undefined);
        takeSizesFrom(sizes);
      },
      'astro:build:generated': () => {
        takeSizesFrom(undefined);
        writer?.tell(allPagesAreThere);
      },
      'astro:build:done': async ({ logger }) => {
        if (writer === undefined) return;
        logger.info(
          `${await writer.next<number>()} data files, calendars, feeds and frames were written`,
        );
      },
    },
  };
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

  async to(
    url: string,
  ): Promise<{ type: string; pieces: Iterable<string | Uint8Array> } | undefined> {
    const { pathname } = new URL(url, this.#site);
    const type = mediaType(pathname);
    if (type === undefined || !pathname.startsWith(this.#site.pathname)) return undefined;
    const file = this.#now().get(decodeURI(pathname.slice(this.#site.pathname.length - 1)));
    return file === undefined ? undefined : { type, pieces: piecesOf(await file.make()) };
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
