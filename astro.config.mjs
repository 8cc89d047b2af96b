import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { dataFolderName } from './src/register/data-folder.ts';

const siteFile = new URL(`${dataFolderName(process.env)}/site.yaml`, import.meta.url);
const site = parse(readFileSync(siteFile, 'utf8'), { schema: 'failsafe' });

export default defineConfig({
  site: site.url,
  trailingSlash: 'always',
  build: { format: 'directory', concurrency: 16, inlineStylesheets: 'never' },
  prerenderConflictBehavior: 'error',
  integrations: [mdx()],
  devToolbar: { enabled: false },
});
