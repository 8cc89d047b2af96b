import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { everywhere } from '../exports/host-files.ts';
import { azureConfig } from './azure.ts';
import { gitlabPipeline } from './gitlab.ts';

interface AzureConfig {
  globalHeaders: Record<string, string>;
  routes: { route: string; headers: Record<string, string> }[];
  responseOverrides: Record<string, { rewrite: string }>;
  mimeTypes: Record<string, string>;
}

test('the sample for Azure keeps to the documented rules', () => {
  const text = azureConfig();
  const config = JSON.parse(text) as AzureConfig;
  // A larger file is refused.
  expect(text.length).toBeLessThan(20 * 1024);
  expect(Object.keys(config)).toEqual([
    'globalHeaders',
    'routes',
    'responseOverrides',
    'mimeTypes',
  ]);
  // A star ends a path, and the first route that matches is the only one.
  for (const { route } of config.routes) expect(route).toMatch(/^\/[^*]*\*$/);
  for (const type of Object.keys(config.mimeTypes)) expect(type).toMatch(/^\.\w+$/);
  expect(config.responseOverrides).toEqual({ '404': { rewrite: '/404.html' } });
});

test('it sends every header that other hosts are told to send, and lets only what is made for frames be framed', () => {
  const { globalHeaders, routes } = JSON.parse(azureConfig()) as AzureConfig;
  for (const [name, value] of Object.entries(everywhere)) {
    if (name !== 'X-Frame-Options') expect(globalHeaders[name]).toBe(value);
  }
  expect(globalHeaders['Content-Security-Policy']).toMatch(/; frame-ancestors 'self'$/);
  const of = (path: string) => routes.find(({ route }) => route === path)!.headers;
  expect(of('/embed/*')['Content-Security-Policy']).toMatch(/; frame-ancestors \*$/);
  expect(of('/_astro/*')['Cache-Control']).toMatch(/immutable/);
});

test('the sample for GitLab publishes the folder that it keeps, from the default branch alone', () => {
  const { pages, check } = parse(gitlabPipeline) as Record<
    'pages' | 'check',
    {
      rules: { if: string }[];
      script: string[];
      pages?: { publish: string };
      artifacts?: { paths: string[] };
    }
  >;
  expect(pages.artifacts?.paths).toEqual([pages.pages?.publish]);
  expect(pages.rules).toEqual([{ if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' }]);
  // Only a preview is kept of a change, and not published.
  expect(check.artifacts?.paths).toEqual(['preview/']);
  expect(check.pages).toBeUndefined();
  for (const { script } of [pages, check])
    expect(script.slice(0, 2)).toEqual(['npm ci', 'npm run check']);
});
