import { contentSecurityPolicy } from '../exports/host-files.ts';

/** A sample for a host with nginx, with the headers that the site’s own `_headers` gives to others. */
export const nginxSample = `map $uri $framing {
  default SAMEORIGIN;
  ~^/embed/ "";
}
map $uri $caching {
  default "";
  ~^/_astro/ "public, max-age=31536000, immutable";
}
server {
  listen 80;
  server_name carers.example.org;
  root /var/www/promised-to-carers;
  error_page 404 /404.html;
  charset utf-8;
  gzip on;
  gzip_types text/css text/calendar text/csv text/javascript application/javascript application/json application/atom+xml image/svg+xml;

  add_header Access-Control-Allow-Origin "*" always;
  add_header Content-Security-Policy "${contentSecurityPolicy}" always;
  add_header Cross-Origin-Opener-Policy same-origin always;
  add_header Permissions-Policy "camera=(), geolocation=(), microphone=(), payment=()" always;
  add_header Referrer-Policy strict-origin-when-cross-origin always;
  add_header X-Content-Type-Options nosniff always;
  add_header X-Frame-Options $framing always;
  add_header Cache-Control $caching;

  location ~ \\.ics$ { types {} default_type text/calendar; }
  location ~ \\.csv$ { types {} default_type text/csv; }
}
`;
