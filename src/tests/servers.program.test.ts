import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { request as requestSecurely } from 'node:https';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { everywhere, policyHeader } from '../exports/host-files.ts';
import { apacheSample } from '../guide/apache.ts';
import { caddySample } from '../guide/caddy.ts';
import { freePort } from './site/free-port.ts';
import { selfSigned } from './site/self-signed.ts';

const modules = '/usr/lib/apache2/modules';

/** The programs are Debian’s; where they cannot be had these tests are left out. */
function isThere(program: string, name: string): boolean {
  if (existsSync(program)) return true;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  try {
    execFileSync('apt-get', ['-qq', 'install', '--yes', '--no-install-recommends', name], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: 'ignore',
    });
  } catch {
    return false;
  }
  return existsSync(program);
}

const text = 'What was promised, by whom, by when, and whether it happened. '.repeat(40);
/** A file of each kind, by its path in the site, and as what it should be sent. */
const files: Record<string, RegExp> = {
  'index.html': /^text\/html; ?charset=utf-8$/i,
  'actions/any-1/index.html': /^text\/html; ?charset=utf-8$/i,
  'embed/any-1/index.html': /^text\/html; ?charset=utf-8$/i,
  '_astro/a.B1c2.css': /^text\/css; ?charset=utf-8$/i,
  '_astro/a.B1c2.js': /^(?:text|application)\/javascript/,
  'data/actions.csv': /^text\/csv; ?charset=utf-8$/i,
  'data/actions.json': /^application\/json/,
  'all.ics': /^text\/calendar; ?charset=utf-8$/i,
  'changes.atom': /^application\/atom\+xml; ?charset=utf-8$/i,
  'robots.txt': /^text\/plain; ?charset=utf-8$/i,
};

interface Answer {
  status: number;
  headers: Headers;
  body: Buffer;
}

const servers: Record<
  string,
  {
    program: string;
    name: string;
    /** Whether it is asked over TLS, and without at a port of its own. */
    isSecure: boolean;
    start: (folder: string, root: string, site: URL, port: number, insecure: number) => string[];
  }
> = {
  Caddy: {
    program: '/usr/bin/caddy',
    name: 'caddy',
    // It gets its certificates from the internet.
    isSecure: false,
    start: (folder, root, site, port) => {
      const sample = caddySample(site, root).replace(site.hostname, `http://127.0.0.1:${port}`);
      const file = join(folder, 'Caddyfile');
      writeFileSync(
        file,
        `{\n\tadmin off\n\tauto_https off\n\tstorage file_system ${folder}\n}\n${sample}`,
      );
      return ['run', '--adapter', 'caddyfile', '--config', file];
    },
  },
  Apache: {
    program: '/usr/sbin/apache2',
    name: 'apache2-bin',
    isSecure: true,
    start: (folder, root, site, port, insecure) => {
      const { key, certificate } = selfSigned(folder, site.hostname);
      const sample = apacheSample(site, root)
        .replace('*:80', `127.0.0.1:${insecure}`)
        .replace('*:443', `127.0.0.1:${port}`)
        .replace(/(SSLCertificateFile) .*/, `$1 ${certificate}`)
        .replace(/(SSLCertificateKeyFile) .*/, `$1 ${key}`);
      const used = [
        ...['mpm_event', 'authz_core', 'dir', 'headers', 'mime', 'rewrite', 'filter'],
        ...['deflate', 'brotli', 'alias', 'ssl'],
      ];
      const file = join(folder, 'apache.conf');
      writeFileSync(
        file,
        `${used.map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so\n`).join('')}
ServerRoot ${folder}
ServerName localhost
PidFile ${folder}/pid
DefaultRuntimeDir ${folder}
Mutex file:${folder} default
ErrorLog ${folder}/error
TypesConfig /etc/mime.types
${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
Listen 127.0.0.1:${insecure}
Listen 127.0.0.1:${port}
${sample}`,
      );
      return ['-D', 'FOREGROUND', '-f', file];
    },
  },
};

for (const [server, { program, name, isSecure, start }] of Object.entries(servers)) {
  const place = isThere(program, name) ? describe : describe.skip;
  place.each(['https://any.example/', 'https://any.example/our/plan/'])(
    `${server} with the sample of the guide for %s`,
    (address) => {
      const site = new URL(address);
      const base = site.pathname;

      async function served() {
        const folder = mkdtempSync(join(tmpdir(), 'server-'));
        chmodSync(folder, 0o755);
        const root = join(folder, 'www');
        const write = (path: string, content: string | Buffer) => {
          const file = join(root, base, path);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, content);
        };
        for (const path of Object.keys(files)) write(path, text);
        write('404.html', 'We cannot find it');
        write('empty/more/index.html', text);
        // As `npm run build -- --compressed` writes it beside the file.
        write('robots.txt.gz', gzipSync(text));
        const [port, insecure] = [await freePort(), await freePort()];
        const running = spawn(program, start(folder, root, site, port, insecure), {
          env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
          stdio: ['ignore', 'ignore', 'pipe'],
        });
        const ended = new Promise((done) => running.on('close', done));
        let said = '';
        running.stderr.on('data', (part: Buffer) => (said += part.toString()));
        onTestFinished(async () => {
          running.kill();
          await ended;
          rmSync(folder, { recursive: true, force: true });
        });
        const certificate = () => readFileSync(join(folder, 'certificate.pem'));
        const askAt = (
          { port, secure }: { port: number; secure: boolean },
          path: string,
          headers: Record<string, string> = {},
        ): Promise<Answer> =>
          new Promise((resolve, reject) => {
            const done = (response: IncomingMessage) => {
              const parts: Buffer[] = [];
              response.on('data', (part: Buffer) => parts.push(part));
              response.on('end', () => {
                const told = Object.entries(response.headersDistinct).map(
                  ([key, values]): [string, string] => [key, (values ?? []).join(', ')],
                );
                resolve({
                  status: response.statusCode!,
                  headers: new Headers(told),
                  body: Buffer.concat(parts),
                });
              });
            };
            // As a browser does, it names the host in its greeting and in what it asks.
            const at = {
              ...{ host: '127.0.0.1', port, path, agent: false },
              headers: { ...(isSecure && { Host: site.hostname }), ...headers },
            } as const;
            const asked = secure
              ? requestSecurely({ ...at, servername: site.hostname, ca: certificate() }, done)
              : request(at, done);
            asked.on('error', reject).end();
          });
        const ask = (path: string, headers?: Record<string, string>) =>
          askAt({ port, secure: isSecure }, path, headers);
        const askInsecurely = (path: string) => askAt({ port: insecure, secure: false }, path);
        for (let tries = 0; tries < 150; tries++) {
          if (await ask(base).catch(() => undefined)) return { ask, askInsecurely };
          if (running.exitCode !== null) break;
          await wait(100);
        }
        throw new Error(said);
      }

      test('files are sent as what they are, with every header, to be kept or asked for again', async () => {
        const { ask } = await served();
        for (const [path, type] of Object.entries(files)) {
          const at = base + path.replace(/index\.html$/, '');
          const plain = await ask(at);
          const gzipped = await ask(at, { 'Accept-Encoding': 'gzip' });
          const told = plain.headers;
          expect([at, plain.status, plain.body.toString()]).toEqual([at, 200, text]);
          expect(told.get('content-type'), at).toMatch(type);
          expect([at, gzipped.headers.get('content-encoding')]).toEqual([at, 'gzip']);
          expect(gunzipSync(gzipped.body).toString(), at).toBe(text);
          expect(gzipped.headers.get('vary'), at).toContain('Accept-Encoding');
          expect(told.get('cache-control'), at).toBe(
            path.startsWith('_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache',
          );
          const isFramed = path.startsWith('embed/');
          for (const [header, value] of Object.entries(everywhere)) {
            const expected = header === 'X-Frame-Options' && isFramed ? null : value;
            expect([at, header, told.get(header)]).toEqual([at, header, expected]);
          }
          expect(told.get('content-security-policy'), at).toBe(
            policyHeader(isFramed ? '*' : "'self'"),
          );
          for (const [{ headers }, coding] of [
            [plain, 'identity'],
            [gzipped, 'gzip'],
          ] as const) {
            const etag = headers.get('etag') ?? '';
            const again = await ask(at, { 'If-None-Match': etag, 'Accept-Encoding': coding });
            expect([at, etag, again.status]).toEqual([at, etag, 304]);
          }
        }
      });

      test('a lost link gets the page that helps, and a link without its last slash is led on', async () => {
        const { ask } = await served();
        for (const path of [
          'nowhere/',
          'actions/any-1/more',
          'empty/',
          'nowhere.csv',
          'embed/no/',
        ]) {
          const { status, headers, body } = await ask(base + path);
          expect([path, status, body.toString()]).toEqual([path, 404, 'We cannot find it']);
          expect(headers.get('content-type'), path).toMatch(/^text\/html/);
          expect(headers.get('x-content-type-options'), path).toBe('nosniff');
          expect(headers.get('content-security-policy'), path).toBe(policyHeader("'self'"));
        }
        const { status, headers } = await ask(`${base}actions/any-1`);
        expect([301, 302, 307, 308]).toContain(status);
        expect(new URL(headers.get('location')!, site).pathname).toBe(`${base}actions/any-1/`);
      });

      test.runIf(isSecure)(
        'whoever asks without https is led to the same page with it',
        async () => {
          const { askInsecurely } = await served();
          const { status, headers } = await askInsecurely(`${base}actions/any-1/?a=b`);
          expect(status).toBe(301);
          expect(headers.get('location')).toBe(`${site.origin}${base}actions/any-1/?a=b`);
        },
      );
    },
  );
}
