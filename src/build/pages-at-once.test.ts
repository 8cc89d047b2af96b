import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { AstroPrerenderer } from 'astro';
import { expect, onTestFinished, test, vi } from 'vitest';
import { FileWriter } from '../exports/write-files.ts';
import { PagesInMaking, pagesAtOnce } from './pages-at-once.ts';

type Paths = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>;

function path(pathname: string, type: 'page' | 'endpoint' = 'page', component = 'a.astro') {
  return { pathname, route: { type, component } } as Paths[number];
}

interface Destination {
  write(event: { level: string; message: string }): void;
}

/** Makes pages of these paths as a build does, with a stand-in for Astro that answers with their address. */
async function make(
  paths: Paths,
  answer: (url: string, destination: Destination) => Response | Promise<Response> = (url) =>
    new Response(`made of ${url}`),
  warn: (told: string) => void = () => undefined,
  told: string[] = [],
  given?: Promise<void>,
) {
  const output = mkdtempSync(join(tmpdir(), 'pages-'));
  onTestFinished(() => rmSync(output, { recursive: true }));
  const pages = new PagesInMaking();
  const writer = new FileWriter(output);
  let addresses: string[] = [];
  pages.onAddresses((told) => (addresses = told));
  pages.onMade((made) => made.forEach(({ file, content }) => writer.write(file, content)));
  if (given !== undefined) pages.waitFor(given);
  const { hooks } = pagesAtOnce(pages);
  const destination = {
    write: ({ message }: { level: string; message: string }) => void told.push(message),
  };
  const error = (message: string) => destination.write({ level: 'error', message });
  const logger = { info: () => undefined, error, warn, options: { destination } };
  const config = {
    base: '/carers',
    site: 'https://a.example',
    publicDir: new URL('../../public/', import.meta.url),
  };
  await hooks['astro:config:done']!({ config } as never);
  let made: AstroPrerenderer | undefined;
  const astro = {
    getStaticPaths: () => Promise.resolve(paths),
    render: async ({ url }: Request) => answer(url, destination),
  };
  const setPrerenderer = (use: (astro: unknown) => AstroPrerenderer) => (made = use(astro));
  await hooks['astro:build:start']!({ setPrerenderer, logger } as never);
  const left = await made!.getStaticPaths();
  return { output, left, addresses, urls: pages.urls };
}

test('each page and file is written where a host looks for its address', async () => {
  const notFound = (url: string) =>
    new Response(`made of ${url}`, { status: url.includes('404') ? 404 : 200 });
  const paths = [
    path('/'),
    path('/actions/a-1'),
    path('/404'),
    path('/guide/data/'),
    path('/_headers/', 'endpoint'),
    path('/previews/site.png', 'endpoint'),
  ];
  const { output, left, addresses, urls } = await make(paths, notFound);

  const files = readdirSync(output, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  expect(
    Object.fromEntries(
      files.map((file) => [file.slice(output.length), readFileSync(file, 'utf8')]),
    ),
  ).toEqual({
    '/index.html': 'made of https://a.example/carers/',
    '/actions/a-1/index.html': 'made of https://a.example/carers/actions/a-1/',
    '/404.html': 'made of https://a.example/carers/404/',
    '/guide/data/index.html': 'made of https://a.example/carers/guide/data/',
    '/_headers': 'made of https://a.example/carers/_headers/',
    '/previews/site.png': 'made of https://a.example/carers/previews/site.png',
  });
  expect(left).toEqual([]);
  // Others wait for the guide.
  expect(addresses[0]).toBe('/guide/data/');
  expect(urls).toEqual([
    'https://a.example/carers/guide/data/',
    'https://a.example/carers/',
    'https://a.example/carers/actions/a-1/',
  ]);
});

test('of many pages, some of which take longer, each is written', async () => {
  const addresses = Array.from({ length: 100 }, (_, index) => `/actions/a-${index}/`);
  const { output } = await make(
    addresses.map((address) => path(address)),
    async (url) => {
      await wait(Number(/\d+(?=\/$)/.exec(url)) % 7);
      return new Response('made');
    },
  );
  expect(readdirSync(join(output, 'actions'))).toHaveLength(addresses.length);
});

test('no page is made before what pages need is there, and none where it cannot be had', async () => {
  let isThere = false;
  const given = wait(50).then(() => void (isThere = true));
  const seen: boolean[] = [];
  const answer = () => {
    seen.push(isThere);
    return new Response('made');
  };
  await make([path('/a')], answer, undefined, [], given);
  expect(seen).toEqual([true]);

  const wrong = Promise.reject(new Error('“statos” is not a field.'));
  await expect(make([path('/a')], answer, undefined, [], wrong)).rejects.toThrow('statos');
  expect(seen).toEqual([true]);
});

test('two pages at one address are refused, and so is a page that fails', async () => {
  await expect(make([path('/a'), path('/a/', 'page', 'b.astro')])).rejects.toThrow(
    'a.astro and b.astro both make a page at /a/',
  );
  const failing = () => new Response('', { status: 500 });
  await expect(make([path('/a')], failing)).rejects.toThrow('/a was answered with the status 500');
});

test('a file of the folder “public” is not overwritten, and somebody is told', async () => {
  const told: string[] = [];
  const paths = [path('/.nojekyll', 'endpoint'), path('/a')];
  const { output } = await make(paths, undefined, (words) => told.push(words));
  expect(readdirSync(output)).toEqual(['a']);
  expect(told).toEqual(['.nojekyll is in the folder “public”, and is taken from there.']);
});

test.each([
  ['', 'To see where in the program, build with DEBUG=1.'],
  ['1', 'TypeError: no title\n    at page (search.astro:3:1)'],
])(
  'a page that fails is told of before where in the program it was, with DEBUG=%j',
  async (debug, last) => {
    vi.stubEnv('DEBUG', debug);
    onTestFinished(() => void vi.unstubAllEnvs());
    const told: string[] = [];
    const failing = (_url: string, destination: Destination) => {
      destination.write({
        level: 'error',
        message: 'TypeError: no title\n    at page (search.astro:3:1)',
      });
      return new Response('', { status: 500 });
    };
    await expect(make([path('/search')], failing, undefined, told)).rejects.toThrow(
      'the status 500',
    );
    expect(told).toEqual(['/search could not be made: TypeError: no title', last]);
  },
);
