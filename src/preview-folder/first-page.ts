import { micromark } from 'micromark';
import { escapedHtml } from '../domain/html.ts';

/** What the first page of a preview says of it. */
export interface AboutPreview {
  /** The name of the site. */
  name: string;
  /** What it is a preview of, as a sentence goes on. */
  of: string;
  /** The day it was made on, in words. */
  made: string;
  /** The address of the published site. */
  site: URL;
  /** What the change does, as Markdown. */
  changes?: string | undefined;
}

/** The folder beside the first page that has the site. */
export const siteFolder = 'files';

/**
 * The page that a reviewer opens first: what this is, and the way in.
 *
 * @param styles the paths of the site’s styles
 * @param has whether the site has a file of this path
 */
export function firstPage(
  { name, of, made, site, changes }: AboutPreview,
  styles: readonly string[],
  has: (path: string) => boolean,
): string {
  const title = `A preview of ${name}`;
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapedHtml(title)}</title>
${styles.map((path) => `<link rel="stylesheet" href="${siteFolder}/${path}">\n`).join('')}<style>body { min-height: 100vh; }</style>
</head>
<body>
<div class="wrap"><div class="page"><main id="main" class="measure">
<h1>${escapedHtml(title)}</h1>
<p>This is a preview of ${escapedHtml(of)}, made on ${made}. It is not the published site.</p>
<p><a href="${siteFolder}/index.html"><strong>Open the preview</strong></a></p>
<p>If that link does not open, this page is still inside a zip file. Unzip the whole file first. On Windows, right-click the file and choose “Extract all”.</p>
${changes === undefined ? '' : `<h2>What this changes</h2>\n${withLinks(micromark(changes), has)}\n`}<h2>What is different here</h2>
<ul>
<li>Nothing is fetched from the internet. Links, search and downloads work in this folder.</li>
<li>Links to subscribe to a calendar, and addresses to copy, lead to the published site, ${escapedHtml(site.href)}. What is new is not there yet.</li>
</ul>
</main></div></div>
</body>
</html>
`;
}

/** Makes each reference, such as DON 2.1.2, a link to the page of its action. */
function withLinks(html: string, has: (path: string) => boolean): string {
  return html.replaceAll(/\b[A-Z][A-Z0-9]{1,7} [0-9a-z]+(?:\.[0-9a-z]+)*/g, (reference) => {
    const path = `actions/${reference.toLowerCase().replaceAll(/[ .]/g, '-')}/index.html`;
    return has(path) ? `<a href="${siteFolder}/${path}">${reference}</a>` : reference;
  });
}
