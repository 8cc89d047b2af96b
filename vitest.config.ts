import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './src/tests/longest-first.ts';

// Keeps what Node made of our TypeScript, so that a program that a test starts again starts sooner.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('.cache/node', import.meta.url));

export default defineConfig({
  test: {
    // On two cores the usual number is one, and browser tests spend half of their time waiting.
    maxWorkers: 2,
    // Loading all modules anew for each file takes longer than the tests of most.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts'],
          exclude: ['src/tests/site/**', '**/*.program.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          // Each test starts programs: our commands, git, a terminal.
          name: 'programs',
          include: ['src/**/*.program.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['src/tests/site/**/*.test.ts'],
          globalSetup: ['src/tests/site/build-site.ts'],
          // A machine that does other things too may take its time.
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
