import { existsSync, readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import sirv from 'sirv';

/**
 * A built site as a plain web server gives it out, on a free port of this machine.
 *
 * @param folder where it is
 * @param options.compressed whether it compresses texts, as a host does
 */
export async function serveSite(folder: string, { compressed = false } = {}) {
  const files = sirv(folder, { etag: true });
  const server = createServer((request, response) => {
    if (compressed && sendCompressed(request.url ?? '', folder, response)) return;
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(readFileSync(join(folder, '404.html')));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

const texts: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** @returns whether it was a text and is sent */
function sendCompressed(url: string, folder: string, response: ServerResponse): boolean {
  const { pathname } = new URL(url, 'http://site.example');
  const file = join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
  const type = texts[extname(file)];
  if (type === undefined || !existsSync(file)) return false;
  response.writeHead(200, { 'Content-Type': type, 'Content-Encoding': 'gzip' });
  response.end(gzipSync(readFileSync(file)));
  return true;
}
