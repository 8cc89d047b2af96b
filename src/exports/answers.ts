import { siteDate } from '../domain/site-date.ts';
import type { SoundRecords } from '../records/records.ts';
import { linkedOnce } from '../register/integration.ts';
import type { Register } from '../register/register.ts';
import { exportFiles, mediaType, type ExportFile } from './export-files.ts';
import { piecesOf } from './whole-files.ts';

/** What the development server says to those who ask for such a file, as the records are now. */
export class Answers {
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
  ): Promise<{ type: string; pieces: ReturnType<typeof piecesOf> } | undefined> {
    const { pathname } = new URL(url, this.#site);
    const type = mediaType(pathname);
    if (type === undefined || !pathname.startsWith(this.#site.pathname)) return undefined;
    const file = this.#now().get(decodeURI(pathname.slice(this.#site.pathname.length - 1)));
    return file === undefined ? undefined : { type, pieces: piecesOf(await file.make()) };
  }

  /** While the records have problems, the server goes on showing the last sound state. */
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
