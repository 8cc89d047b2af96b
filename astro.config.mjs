import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { besidePages } from './src/build/beside-pages.ts';
import { PagesInMaking, pagesAtOnce } from './src/build/pages-at-once.ts';
import { withoutOldCollections } from './src/build/without-old-collections.ts';
import { colourOf, ownBrand } from './src/domain/brand.ts';
import { pagesFolder } from './src/domain/pages-folder.ts';
import { exportedFiles } from './src/exports/integration.ts';
import { permalinks } from './src/permalinks/integration.ts';
import { dataFolderName } from './src/records/data-folder.ts';
import { siteSettings } from './src/records/site-settings.ts';
import { recordsForPages } from './src/register/integration.ts';
import { withoutUnusedParts } from './src/report-form/without-unused-parts.ts';
import { wholeScripts } from './src/scripts/whole-scripts.ts';
import { brandFunctions, keptStyles } from './src/styles/kept-styles.ts';

const data = dataFolderName(process.env);
const folder = fileURLToPath(new URL(data, import.meta.url));
const site = siteSettings(folder, data);
const pages = new PagesInMaking();
const beside = besidePages(pages);
const functions = brandFunctions(brandColour);

export default defineConfig({
  site: site.url,
  // A site in a folder of its host, such as https://example.org/carers/, needs no other setting.
  base: new URL(site.url).pathname,
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  integrations: [
    withoutOldCollections(),
    mdx(),
    // Pages for other sites’ frames are not pages to find.
    sitemap({ customPages: pages.urls, filter: (page) => !page.includes('/embed/') }),
    // Before all that work with the records.
    recordsForPages(beside.records, (given) => pages.waitFor(given)),
    exportedFiles(),
    beside.files,
    // Looks through what was written while the last of the search index is made.
    permalinks(),
    beside.index,
    pagesAtOnce(pages),
  ],
  // The site’s headers forbid the styles with which code would be coloured.
  markdown: { syntaxHighlight: false },
  // Small scripts stay files of their own: the site’s headers forbid scripts in the page.
  vite: {
    resolve: { alias: { 'own-pages': join(folder, pagesFolder) } },
    plugins: [
      withoutUnusedParts(),
      wholeScripts(),
      keptStyles(functions, ['light', 'dark'].map(brandColour)),
    ],
    build: {
      assetsInlineLimit: 0,
      // Rolldown would warn, in ten lines each, of a line that Astro writes for every page in MDX.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
    css: {
      preprocessorOptions: { scss: { functions } },
    },
  },
  devToolbar: { enabled: false },
});

/** A colour that cannot be read stops the build where the records are checked, which says more. */
function brandColour(scheme) {
  return colourOf(site.brand?.[scheme] ?? '') ?? ownBrand[scheme];
}
