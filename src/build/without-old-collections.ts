import { rmSync } from 'node:fs';
import type { AstroIntegration } from 'astro';

/**
 * Clears away what Astro wrote about content collections of an earlier version of this program. The guide
 * was one. Astro reads the list for ever, and then takes the pages of the guide into each build twice and
 * keeps every page in memory, because a part of it might have styles of its own.
 */
export function withoutOldCollections(): AstroIntegration {
  return {
    name: 'without-old-collections',
    hooks: {
      'astro:config:setup': ({ config }) => {
        rmSync(new URL('.astro/content-modules.mjs', config.root), { force: true });
      },
    },
  };
}
