import { spawnSync } from 'node:child_process';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

/** How a rule is set, with its options if it has any. */
type Setting = string | [how: string, options?: object];

test('TypeScript has every rule in a file of its own that it has in a component', async () => {
  const { rules: inComponent } = (await new ESLint().calculateConfigForFile(
    'src/pages/index.astro/0_0.ts',
  )) as { rules: Record<string, [how: number, options?: object]> };
  const { stdout } = spawnSync(
    process.execPath,
    ['node_modules/oxlint/bin/oxlint', '--print-config'],
    { encoding: 'utf8' },
  );
  const { rules: inFile } = JSON.parse(stdout) as { rules: Record<string, Setting> };

  const needed = Object.entries(inComponent)
    .filter(([name, [how]]) => how > 0 && !name.startsWith('astro/'))
    .map(([name, [, options]]) => ({ name: name.replace('@typescript-eslint/', ''), options }));
  expect(needed.length).toBeGreaterThan(25);
  for (const { name, options } of needed) {
    const setting = inFile[name] ?? inFile[`typescript/${name}`];
    const [how, own] = typeof setting === 'string' ? [setting] : (setting ?? []);
    expect(how, name).toBe('deny');
    // ESLint also names the options that it takes for granted.
    if (own !== undefined) expect(options, name).toMatchObject(own);
  }
});
