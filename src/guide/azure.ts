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

/**
 * The environment of the step that builds in the workflow that Azure adds: the build reads it, and
 * says on each page of a pull request’s site that it is a preview.
 *
 * Source: https://learn.microsoft.com/azure/static-web-apps/build-configuration, “Environment variables”
 */
export const azurePreview = `env:
  SITE_PREVIEW: \${{ github.event.pull_request.number && format('pull request {0}', github.event.pull_request.number) || '' }}
`;
