import { wholeAddress } from '../domain/address.ts';
import type { Redirect } from './redirects.ts';

/**
 * `/_redirects`, for the hosts that read it (Netlify, Cloudflare Pages, GitLab Pages).
 *
 * Each redirect appears there twice. A host that goes by its files first finds the instant page, and
 * sends readers on only where `301!` tells it to; another host does not know that mark, passes over
 * the line, and takes the next.
 *
 * @param site where the site is published, with any sub-path and a slash at the end
 */
export function hostRedirects(redirects: readonly Redirect[], site: URL): string {
  const base = site.pathname.slice(0, -1);
  const lines = redirects.flatMap(({ from, to }) =>
    ['301!', '301'].map((status) => `${base}${from} ${base}${to} ${status}`),
  );
  return ['# Where things went that had another address. Made from permalinks.txt.', ...lines]
    .map((line) => `${line}\n`)
    .join('');
}

/** The page at an old address that sends readers on at once, for hosts that do not read `_redirects`. */
export function instantPage(to: string, site: URL): string {
  const whole = wholeAddress(to, site);
  const path = new URL(whole).pathname;
  return `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; form-action 'none'; base-uri 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>This page has moved to ${to}</title>
    <meta name="description" content="This page has moved to ${whole}">
    <meta name="robots" content="noindex">
    <link rel="canonical" href="${whole}">
    <meta http-equiv="refresh" content="0; url=${path}">
  </head>
  <body>
    <main>
      <h1>This page has moved</h1>
      <p>Go on to <a href="${path}">${whole}</a></p>
    </main>
  </body>
</html>
`;
}
