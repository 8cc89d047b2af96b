import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('all code has the project’s style, also below a folder called data, and records have their own', () => {
  const project = mkdtempSync(join(tmpdir(), 'style-'));
  onTestFinished(() => {
    rmSync(project, { recursive: true });
  });
  const files = {
    'src/pages/data/list.ts': 'export const list = ["a"]',
    'src/pages/data/page.astro': '---\nconst list = ["a"]\n---\n<p>{list}</p>',
    'src/tests/fixtures/sound/site.yaml': 'name:   A site',
    'data/site.yaml': 'name:   A site',
    'dist/page.js': 'export const list = ["a"]',
  };
  cpSync(join(root, '.oxfmtrc.json'), join(project, '.oxfmtrc.json'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  const { stdout } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/oxfmt/bin/oxfmt'), '--list-different', '--threads=1'],
    { cwd: project, encoding: 'utf8' },
  );
  const different = stdout.trim().split('\n').sort();
  expect(different).toEqual(['src/pages/data/list.ts', 'src/pages/data/page.astro']);
});
