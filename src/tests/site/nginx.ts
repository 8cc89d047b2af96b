import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compressFiles } from '../../commands/compress.ts';
import { nginxSample } from '../../guide/nginx.ts';
import { freePort } from './free-port.ts';
import { selfSigned } from './self-signed.ts';

/** The program and its module are Debian’s; other machines leave these tests out. */
const modules = '/usr/lib/nginx/modules';
const brotli = 'ngx_http_brotli_static_module.so';

/** Whether nginx is there; on Debian, as root, it is installed first. */
export function nginxIsThere(): boolean {
  if (existsSync('/usr/sbin/nginx')) return true;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const names = ['nginx-light', 'libnginx-mod-http-brotli-static'];
  try {
    execFileSync('apt-get', ['-qq', 'install', '--yes', '--no-install-recommends', ...names], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: 'ignore',
    });
  } catch {
    return false;
  }
  return existsSync('/usr/sbin/nginx');
}

/** Whether nginx can give out files that were compressed with brotli. */
export const withBrotli = () => existsSync(join(modules, brotli));

/** A site that nginx serves by the sample of the guide. */
export interface ServedByNginx {
  ports: { http: number; https: number };
  /** Where it writes what went wrong. */
  errors: string;
  stop(): void;
}

/**
 * Serves a copy of a built site, with compressed files, on ports of this computer. It may take a
 * moment until it answers.
 *
 * @param built the folder of the built site
 * @param site the address that the site has; on a host of its own
 */
export async function serveWithNginx(built: string, site: URL): Promise<ServedByNginx> {
  const { hostname } = site;
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  const root = join(folder, 'www');
  cpSync(built, root, { recursive: true });
  await compressFiles(root);
  const { key, certificate } = selfSigned(folder, hostname);
  const ports = { http: await freePort(), https: await freePort() };
  const sample = nginxSample(site)
    .replaceAll('/var/www/promised', root)
    .replace('listen 80;', `listen 127.0.0.1:${ports.http};`)
    .replace('listen 443 ssl', `listen 127.0.0.1:${ports.https} ssl`)
    .replace(/ssl_certificate .*;/, `ssl_certificate ${certificate};`)
    .replace(/ssl_certificate_key .*;/, `ssl_certificate_key ${key};`)
    .replace(/# .*(brotli_static on;)/, withBrotli() ? '$1' : '');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  );
  mkdirSync(join(folder, 'logs'));
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${withBrotli() ? `load_module ${join(modules, brotli)};` : ''}
daemon off; pid ${join(folder, 'pid')}; error_log ${join(folder, 'logs/error')};
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes auto;
events {}
http { include /etc/nginx/mime.types; access_log off; ${temporary.join(' ')}
${sample} }`,
  );
  const server: ChildProcess = spawn(
    '/usr/sbin/nginx',
    ['-p', folder, '-c', join(folder, 'nginx.conf')],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  return {
    ports,
    errors: join(folder, 'logs/error'),
    stop() {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
