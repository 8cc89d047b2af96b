import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as othersFirst } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger, AstroPrerenderer } from 'astro';
import type { MadePage } from '../files/pages-to-come.ts';

type PathOfPage = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** The pages of a build, for those who work beside it. */
export class PagesInMaking {
  #onAddresses: ((addresses: string[]) => void) | undefined;
  #onMade: ((made: MadePage[]) => void) | undefined;

  #given: Promise<void> = Promise.resolve();

  /** Resolved when pages can be made. */
  get given(): Promise<void> {
    return this.#given;
  }

  /** The whole address of each page. It is empty until all pages are made. */
  readonly urls: string[] = [];

  /** @param given has to be there before the first page is made; where it fails, the build does */
  waitFor(given: Promise<void>): void {
    this.#given = given;
    // Where Astro fails before it makes a page, it tells of that.
    given.catch(() => undefined);
  }

  /** @param listener is told the path of each page, within the site, before the first is made */
  onAddresses(listener: (addresses: string[]) => void): void {
    this.#onAddresses = listener;
  }

  /** @param listener writes each page, of which it is given a few at a time */
  onMade(listener: (made: MadePage[]) => void): void {
    this.#onMade = listener;
  }

  tellAddresses(addresses: string[]): void {
    this.#onAddresses?.(addresses);
  }

  tellMade(made: MadePage[]): void {
    this.#onMade?.(made);
  }
}

/** Some pages wait for a picture or for another thread, and others are made meanwhile. */
const atOnce = 8;

/** After so many, those who wait for a thread or a file have their turn. */
const turn = 64;

/** So many pages are handed on together. */
const handful = 16;

/**
 * Makes the pages as Astro does, and hands them on to be written by another thread. Astro’s own way waits
 * four times for each file, looks for it among the public files and tells of it in two lines.
 *
 * @param pages is told what is made
 */
export function pagesAtOnce(pages: PagesInMaking): AstroIntegration {
  let place: Place;
  return {
    name: 'pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        place = {
          site: new URL(config.base.replace(/\/?$/, '/'), config.site),
          own: filesBelow(fileURLToPath(config.publicDir)),
        };
      },
      'astro:build:start': ({ setPrerenderer, logger }) => {
        setPrerenderer((astro) => ({
          ...astro,
          async getStaticPaths() {
            await pages.given;
            const paths = awaitedFirst(await astro.getStaticPaths());
            refuseSame(paths);
            pages.tellAddresses(paths.map(({ pathname }) => pathname.replace(/\/?$/, '/')));
            await makeAll(paths, astro, place, { pages, logger });
            const made = paths.filter(({ route }) => route.type === 'page');
            for (const path of made.filter(hasAddress)) {
              pages.urls.push(urlOf(path, place.site).href);
            }
            logger.info(`${made.length} pages were made`);
            // Nothing is left for Astro to make.
            return [];
          },
        }));
      },
    },
  };
}

/** Under which address pages are published, and what is there beside them. */
interface Place {
  /** With any sub-path, and a slash at the end. */
  site: URL;
  /** The files of the folder “public”, which come before pages. */
  own: ReadonlySet<string>;
}

async function makeAll(
  paths: readonly PathOfPage[],
  astro: AstroPrerenderer,
  { site, own }: Place,
  { pages, logger }: { pages: PagesInMaking; logger: AstroIntegrationLogger },
): Promise<void> {
  const held = holdTraces(logger);
  let made: MadePage[] = [];
  const handOn = () => {
    pages.tellMade(made);
    made = [];
  };
  let next = 0;
  const makeInTurn = async () => {
    while (next < paths.length) {
      const path = paths[next++]!;
      if (next % turn === 0) await othersFirst();
      const file = fileOf(path);
      if (own.has(file)) {
        logger.warn(`${file} is in the folder “public”, and is taken from there.`);
        continue;
      }
      try {
        const content = await contentOf(path, site, astro);
        made.push({ file, content });
        if (made.length === handful) handOn();
      } catch (error) {
        next = paths.length;
        held.tell(path.pathname);
        throw error;
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, makeInTurn));
    handOn();
  } finally {
    held.release();
  }
}

/**
 * If a page fails, Astro prints at once where in the program that was. We print first which page it is
 * and why. Where in the program is only printed with DEBUG=1 in the environment, for those who work on
 * the program.
 */
function holdTraces(logger: AstroIntegrationLogger) {
  const { destination } = logger.options;
  const write = destination.write.bind(destination);
  const traces: string[] = [];
  destination.write = (event) => {
    const isTrace = event.level === 'error' && /^\s+at /m.test(event.message);
    if (isTrace) traces.push(event.message);
    else write(event);
  };
  return {
    tell(pathname: string): void {
      destination.write = write;
      const [why] = traces[0]?.split('\n') ?? [];
      logger.error(`${pathname} could not be made${why === undefined ? '.' : `: ${why}`}`);
      const trace = traces.splice(0).join('\n');
      if (trace === '') return;
      logger.error(
        process.env['DEBUG'] ? trace : 'To see where in the program, build with DEBUG=1.',
      );
    },
    release(): void {
      destination.write = write;
    },
  };
}

/** The pages that other threads wait for come first: those of the guide, and of frames the first. */
function awaitedFirst(paths: readonly PathOfPage[]): PathOfPage[] {
  const isAwaited = ({ pathname }: PathOfPage) => /^\/(?:guide|embed)\//.test(pathname);
  return [...paths.filter(isAwaited), ...paths.filter((path) => !isAwaited(path))];
}

function refuseSame(paths: readonly PathOfPage[]): void {
  const routes = new Map<string, string>();
  for (const { pathname, route } of paths) {
    const key = pathname.replace(/\/$/, '');
    const other = routes.get(key);
    if (other !== undefined) {
      throw new Error(`${other} and ${route.component} both make a page at ${pathname}`);
    }
    routes.set(key, route.component);
  }
}

async function contentOf(
  path: PathOfPage,
  site: URL,
  astro: AstroPrerenderer,
): Promise<MadePage['content']> {
  const request = new Request(urlOf(path, site));
  const rendered = await astro.render(request, { routeData: path.route });
  const response = rendered instanceof Response ? rendered : rendered.response;
  if (response.status !== (hasAddress(path) ? 200 : 404)) {
    throw new Error(`${path.pathname} was answered with the status ${response.status}`);
  }
  return new Uint8Array(await response.arrayBuffer());
}

/** Hosts show the page of errors at any address that leads nowhere. */
function hasAddress({ pathname }: PathOfPage): boolean {
  return pathname !== '/404';
}

function urlOf({ pathname, route }: PathOfPage, site: URL): URL {
  const path = pathname.replace(/^\/|\/$/g, '');
  const isFile = route.type === 'endpoint' && /\.[^/.]+$/.test(path);
  return new URL(path === '' || isFile ? path : `${path}/`, site);
}

/** Its file within the built site. */
function fileOf(path: PathOfPage): string {
  const address = path.pathname.replace(/^\/|\/$/g, '');
  if (path.route.type !== 'page') return address;
  return hasAddress(path) ? join(address, 'index.html') : '404.html';
}

function filesBelow(folder: string): Set<string> {
  const names = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
    : [];
  return new Set(names);
}
