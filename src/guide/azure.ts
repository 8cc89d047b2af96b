import { everywhere, hashedCaching, policyHeader } from '../exports/host-files.ts';

/**
 * `staticwebapp.config.json` for Azure Static Web Apps, which reads no `_headers`. What a route says
 * takes the place of what is said for all. `X-Frame-Options` cannot be left out for one route, so it is
 * left out for all: browsers that know `frame-ancestors` pass over it anyway.
 *
 * Source: https://learn.microsoft.com/azure/static-web-apps/configuration
 */
export function azureConfig(): string {
  const { 'X-Frame-Options': _, ...headers } = everywhere;
  const config = {
    globalHeaders: {
      ...headers,
      'Content-Security-Policy': policyHeader("'self'"),
      'Cache-Control': 'no-cache',
    },
    routes: [
      { route: '/_astro/*', headers: { 'Cache-Control': hashedCaching } },
      { route: '/embed/*', headers: { 'Content-Security-Policy': policyHeader('*') } },
    ],
    responseOverrides: { '404': { rewrite: '/404.html' } },
    mimeTypes: {
      '.atom': 'application/atom+xml',
      '.csv': 'text/csv',
      '.ics': 'text/calendar',
    },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
