import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { nginxIsThere, serveWithNginx } from '../site/nginx.ts';

/** How many readers ask at once, and for how many seconds. */
const [readers, seconds] = [50, 5];

/**
 * How many requests a second nginx answers for a built site by the sample of the guide, over TLS and
 * with what was compressed before; in lines. The program that asks works on the same cores.
 *
 * @param built the folder of the built site
 */
export async function loadOnNginx(built: string): Promise<string> {
  if (!nginxIsThere()) return 'load: nginx is not there, so nothing was measured.\n';
  if (spawnSync('wrk', ['--version']).error !== undefined) {
    return 'load: the program wrk is not there, so nothing was measured. Debian has it as the package wrk.\n';
  }
  const [, address] = /<loc>([^<]*)<\/loc>/.exec(
    readFileSync(join(built, 'sitemap-index.xml'), 'utf8'),
  )!;
  const site = new URL('/', address);
  const server = await serveWithNginx(built, site);
  try {
    const origin = `https://127.0.0.1:${server.ports.https}`;
    await wait(1_000);
    const [action] = readdirSync(join(built, 'actions')).filter((name) => /-\d/.test(name));
    const pages = ['/', `/actions/${action!.split('.')[0]!}/`, '/data/actions.json', '/nowhere/'];
    const lines = pages.map((page) => {
      const words = ['-t', '1', '-c', String(readers), '-d', `${seconds}s`, '--latency'];
      const headers = ['-H', `Host: ${site.hostname}`, '-H', 'Accept-Encoding: br, gzip'];
      const told = execFileSync('wrk', [...words, ...headers, origin + page], { encoding: 'utf8' });
      const rate = Math.round(Number(/Requests\/sec:\s+([\d.]+)/.exec(told)?.[1]));
      const slow = /99%\s+(\S+)/.exec(told)?.[1] ?? 'not told';
      return `load, ${page}: ${rate} requests a second, 99 of 100 answered within ${slow}\n`;
    });
    return `nginx and wrk on ${cpus().length} cores, ${readers} readers at once\n${lines.join('')}`;
  } finally {
    server.stop();
  }
}
