import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Words that only the plans of this project have, and the names of those who made it. */
const words = /carer|doncaster|\bDON \d|don-\d|nat-\d|respite|dementia|promised-to-/gi;

/**
 * What a built site says of the owner whose copy it was made from: each file with the words found in
 * it. Packed and compressed files are unpacked by nobody here: what they hold is also in pages.
 */
export function namesOfFormerOwner(site: string): string[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((file) => {
      const found = [...new Set(readFileSync(file, 'latin1').match(words) ?? [])];
      return found.length === 0 ? [] : [`${relative(site, file)}: ${found.join(', ')}`];
    });
}
