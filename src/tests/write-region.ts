/**
 * `npx node src/tests/write-region.ts FOLDER`: writes the data folder of a made-up region with fifty
 * plans, to look at a site with many plans. Build it with  SITE_DATA=FOLDER npm run build
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { regionOfPlans } from './fixtures/region-of-plans.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Name the folder to write to, such as .cache/region\n');
  process.exit(1);
}
writeRecords(regionOfPlans(), folder);

function writeRecords(records: Iterable<readonly [string, string]>, into: string): void {
  for (const [path, text] of records) {
    const file = join(into, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
