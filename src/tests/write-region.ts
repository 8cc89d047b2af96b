/**
 * `npx node src/tests/write-region.ts FOLDER`: writes the data folder of a made-up region with fifty
 * plans, to look at a site with many plans. See it with  npm start -- --data FOLDER
 */
import { regionOfPlans } from './fixtures/region-of-plans.ts';
import { writeRecords } from './fixtures/write-records.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Name the folder to write to, such as .cache/region\n');
  process.exitCode = 1;
} else {
  writeRecords(regionOfPlans(), folder);
}
