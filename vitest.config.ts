import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // On two cores the usual number is one, and browser tests spend half of their time waiting.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts'],
          exclude: ['src/tests/site/**'],
          testTimeout: 60_000,
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
