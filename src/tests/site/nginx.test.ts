import { readdirSync, readFileSync } from 'node:fs';
import { request as insecure } from 'node:http';
import { Agent, request as secure } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtSite } from './built-site.ts';
import { nginxIsThere, serveWithNginx, withBrotli, type ServedByNginx } from './nginx.ts';
import { observatoryScore } from './observatory.ts';

const site = new URL(addressesIn('sitemap-index.xml')[0]!).origin;
const { hostname } = new URL(site);
let server: ServedByNginx;

function addressesIn(file: string): string[] {
  const xml = readFileSync(join(builtSite, file), 'utf8');
  return [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address!);
}

/** Every address of the sitemap and of the data, and a file of each other type. */
function addresses(): string[] {
  const listed = addressesIn('sitemap-index.xml').flatMap((map) =>
    addressesIn(new URL(map).pathname),
  );
  const data = readdirSync(join(builtSite, 'data'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(builtSite.length - 1));
  const files = readdirSync(builtSite, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:html|br|gz)$|^_/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(builtSite.length - 1));
  const ofEachType = new Map(files.map((file) => [/\.[^./]*$/.exec(file)?.[0] ?? file, file]));
  return [
    ...listed.map((address) => new URL(address).pathname),
    ...data,
    ...ofEachType.values(),
    ...files.filter((file) => file.startsWith('/_astro/')),
  ];
}

interface Answer {
  status: number;
  headers: Headers;
  body: Buffer;
}

/** Greeting the server anew for each file would take longer than the files. */
const agent = new Agent({ keepAlive: true, rejectUnauthorized: false });

function ask(path: string, headers: Record<string, string> = {}, https = true): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port: https ? server.ports.https : server.ports.http,
      path,
      headers: { Host: hostname, ...headers },
      ...(https && { agent }),
    };
    const done = (response: IncomingMessage) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const told = Object.entries(response.headersDistinct).map(
          ([name, values]): [string, string] => [name, (values ?? []).join(', ')],
        );
        resolve({
          status: response.statusCode!,
          headers: new Headers(told),
          body: Buffer.concat(parts),
        });
      });
    };
    const asked = https ? secure(options, done) : insecure(options, done);
    asked.on('error', reject).end();
  });
}

async function untilItAnswers(): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await ask('/').catch(() => undefined);
    if (answer?.status === 200) return;
    await wait(100);
  }
  throw new Error(readFileSync(server.errors, 'utf8'));
}

const isThere = nginxIsThere();

beforeAll(async () => {
  if (!isThere) return;
  server = await serveWithNginx(builtSite, new URL(`${site}/`));
  await untilItAnswers();
}, 180_000);

afterAll(() => {
  if (!isThere) return;
  server.stop();
});

const types: Record<string, RegExp> = {
  '/': /^text\/html; charset=utf-8$/,
  html: /^text\/html; charset=utf-8$/,
  css: /^text\/css; charset=utf-8$/,
  js: /^(?:application|text)\/javascript; charset=utf-8$/,
  json: /^application\/json/,
  csv: /^text\/csv; charset=utf-8$/,
  ics: /^text\/calendar; charset=utf-8$/,
  atom: /^application\/atom\+xml; charset=utf-8$/,
  xml: /^text\/xml/,
  txt: /^text\/plain; charset=utf-8$/,
  svg: /^image\/svg\+xml/,
  png: /^image\/png$/,
  xlsx: /^application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet$/,
  woff2: /^font\/woff2$/,
};

test.skipIf(!isThere)(
  'nginx gives out every address of the sitemap and of the data as what it is, to be asked for again and compressed',
  async () => {
    const all = addresses();
    expect(all.length).toBeGreaterThan(200);
    for (const address of all) {
      const end = address.endsWith('/') ? '/' : address.split('.').at(-1)!;
      const { status, headers, body } = await ask(address, { 'Accept-Encoding': 'br, gzip' });
      expect([address, status]).toEqual([address, 200]);
      const type = types[end];
      if (type !== undefined) expect(headers.get('content-type'), address).toMatch(type);
      expect(headers.get('cache-control'), address).toBe(
        address.startsWith('/_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
      expect(headers.get('x-content-type-options'), address).toBe('nosniff');
      if (body.length < 500 || /png|xlsx|woff2|pf_\w+|pagefind/.test(end)) continue;
      expect([address, headers.get('content-encoding')]).toEqual([
        address,
        withBrotli() ? 'br' : 'gzip',
      ]);
      expect(headers.get('vary'), address).toBe('Accept-Encoding');
      const gzipped = await ask(address, { 'Accept-Encoding': 'gzip' });
      const plain = await ask(address);
      expect(plain.headers.get('content-encoding'), address).toBeNull();
      expect(gunzipSync(gzipped.body).equals(plain.body), address).toBe(true);
      if (withBrotli()) expect(brotliDecompressSync(body).equals(plain.body), address).toBe(true);
      const again = await ask(address, { 'If-None-Match': plain.headers.get('etag') ?? '' });
      expect([address, again.status]).toEqual([address, 304]);
    }
  },
  180_000,
);

test.skipIf(!isThere)(
  'Mozilla’s Observatory would give 100 or more to what nginx sends',
  async () => {
    const first = await ask('/', {}, false);
    const withoutHttps = { status: first.status, location: first.headers.get('location') };
    expect(withoutHttps.status).toBe(301);
    for (const path of ['/', '/search/', '/guide/', '/nowhere/', '/404.html']) {
      const { headers, body } = await ask(path);
      const answers = { withoutHttps, headers, html: body.toString() };
      expect(observatoryScore(answers, hostname)['score'], path).toBeGreaterThanOrEqual(100);
      expect(headers.get('x-frame-options'), path).toBe('SAMEORIGIN');
    }
  },
);

test('and 75 or more where a host sends none of our headers but forces https, as GitHub Pages does', () => {
  const html = readFileSync(join(builtSite, 'index.html'), 'utf8');
  const headers = new Headers({
    'Access-Control-Allow-Origin': '*',
    'Strict-Transport-Security': 'max-age=31556952',
  });
  const withoutHttps = { status: 301, location: `https://${hostname}/` };
  const score = (page: string) => observatoryScore({ withoutHttps, headers, html: page }, hostname);
  expect(score(html)['score']).toBeGreaterThanOrEqual(75);
  // Without the policy in the page it is less, so the test can tell.
  expect(score(html.replace('http-equiv', 'name'))['score']).toBeLessThan(75);
});

test.skipIf(!isThere)('pages made for frames may be framed, and no other', async () => {
  const [embed] = readdirSync(join(builtSite, 'embed')).filter((name) => name.includes('-'));
  const framed = await ask(`/embed/${embed!}/`);
  expect(framed.headers.get('content-security-policy')).toMatch(/; frame-ancestors \*$/);
  expect(framed.headers.get('x-frame-options')).toBeNull();
  for (const path of ['/', '/actions/', '/embed/nowhere/', '/nowhere/']) {
    const { headers } = await ask(path);
    expect(headers.get('content-security-policy'), path).toMatch(/; frame-ancestors 'self'$/);
  }
});
