import { policyHeader, strictTransport } from '../exports/host-files.ts';

/** Where the folders of a site’s address are on a server. */
export const serverRoot = '/var/www/promised';

/** Where the inside of `dist` goes on the server: in folders named as the site’s address names them. */
export function nginxFolder(site: URL): string {
  return serverRoot + site.pathname;
}

/**
 * A sample for a host with nginx 1.18 or later, with the headers that the site’s own `_headers`
 * gives to others.
 *
 * Readers who come without https are sent on to it, on the same host first, so that their browsers
 * remember. All else is in one `location`, so that a site in a folder of its host leaves the rest of it alone.
 * What is in a folder without a page of its own is not forbidden but not there: a reader whose link
 * was cut short gets the page that helps. A redirect names no host, because behind a proxy nginx
 * would name itself.
 *
 * @param site where the site is published, with any sub-path and a slash at the end
 */
export function nginxSample(site: URL): string {
  const { hostname, pathname: base } = site;
  const pattern = base.replaceAll('.', '\\.');
  return `map $uri $framing {
  default SAMEORIGIN;
  "~^${pattern}embed/" "";
}
map $uri $ancestors {
  default "'self'";
  "~^${pattern}embed/" "*";
}
map $uri $caching {
  default "no-cache";
  "~^${pattern}_astro/" "public, max-age=31536000, immutable";
}
server {
  listen 80;
  server_name ${hostname};
  return 301 https://$host$request_uri;
}
server {
  listen 443 ssl http2;
  server_name ${hostname};
  ssl_certificate /etc/letsencrypt/live/${hostname}/fullchain.pem;
  ssl_certificate_key /etc/letsencrypt/live/${hostname}/privkey.pem;

  location ${base} {
    root ${serverRoot};
    error_page 404 ${base}404.html;
    error_page 403 =404 ${base}404.html;
    absolute_redirect off;
    charset utf-8;
    charset_types text/plain text/css text/csv text/calendar text/javascript application/javascript application/atom+xml;
    gzip on;
    gzip_vary on;
    gzip_static on;
    # With Debian’s package libnginx-mod-http-brotli-static:  brotli_static on;
    gzip_types text/css text/plain text/xml text/csv text/calendar text/javascript application/javascript application/json application/atom+xml image/svg+xml;

    add_header Access-Control-Allow-Origin "*" always;
    add_header Content-Security-Policy "${policyHeader('$ancestors')}" always;
    add_header Cross-Origin-Opener-Policy same-origin always;
    add_header Permissions-Policy "camera=(), geolocation=(), microphone=(), payment=()" always;
    add_header Referrer-Policy strict-origin-when-cross-origin always;
    add_header Strict-Transport-Security "${strictTransport}" always;
    add_header X-Content-Type-Options nosniff always;
    add_header X-Frame-Options $framing always;
    add_header Cache-Control $caching;

    location ~ \\.ics$ { types {} default_type text/calendar; }
    location ~ \\.csv$ { types {} default_type text/csv; }
  }
}
`;
}
