import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { outcomeOfBuild, placeOfSite } from './build-site.ts';

while (!existsSync(outcomeOfBuild)) await wait(50);
const wrong = readFileSync(outcomeOfBuild, 'utf8');
if (wrong !== '') throw new Error(wrong);

/** The folder of the site that all tests look at. Whoever imports it waits until it is built. */
export const builtSite = placeOfSite;
