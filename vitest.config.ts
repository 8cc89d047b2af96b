import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Keeps what Node made of our TypeScript, so that a program that is started again starts sooner. */
const compileCache = fileURLToPath(new URL('.cache/node', import.meta.url));

export default defineConfig({
  test: {
    // On two cores the usual number is one, and browser tests spend half of their time waiting.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts'],
          exclude: ['src/tests/site/**', '**/*.program.test.ts'],
          // Loading all modules anew for each file takes longer than its tests do.
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          // Each test starts programs: our commands, git, a terminal.
          name: 'programs',
          include: ['src/**/*.program.test.ts'],
          env: { NODE_COMPILE_CACHE: compileCache },
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'site',
          include: ['src/tests/site/**/*.test.ts'],
          globalSetup: ['src/tests/site/build-site.ts'],
          // A machine that does other things too may take its time.
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
