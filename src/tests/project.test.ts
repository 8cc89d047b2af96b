import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { fixedFields } from '../domain/fixed-parts.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};

/** What the site and its commands are made of: not the tests, and nothing that only they import. */
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(?:ts|astro|mdx|scss|cjs)$/.test(path))
  .filter((path) => !/^tests\/|\.test\.ts$/.test(path));

/** The package in which a name is, or nothing where it is none of a package. */
const packageOf = (name: string) =>
  /^(?![.#/]|node:|astro:|virtual:)((?:@[\w.-]+\/)?[\w.-]+)/.exec(name)?.[1];

test('all that the site and its commands import is there without what only developers need', () => {
  const missing = files.flatMap((path) => {
    const text = readFileSync(join(root, 'src', path), 'utf8');
    const names = [
      ...text.matchAll(/^(?:import|export)(?! type)\s[^;]*?from '([^']+)'|^import '([^']+)'/gm),
      ...text.matchAll(/(?:import|resolve|require)\(\s*'([^']+)'/g),
      ...text.matchAll(/@(?:use|import) '(?:pkg:)?([^']+\/[^']+)'/g),
      ...text.matchAll(/['"`](@fontsource[^'"`$]+)/g),
    ].map(([, first, second]) => packageOf((first ?? second)!));
    return names
      .filter((name) => name !== undefined && !Object.hasOwn(dependencies, name))
      .map((name) => `${path}: ${name!}`);
  });
  expect(files.length).toBeGreaterThan(300);
  expect(missing).toEqual([]);
});

test('those who correct a record are told every part that needs an entry', () => {
  const template = readFileSync(join(root, '.github/PULL_REQUEST_TEMPLATE/correct.md'), 'utf8');
  const contributing = readFileSync(join(root, '.github/CONTRIBUTING.md'), 'utf8');
  expect(fixedFields.filter((field) => !template.includes(`\`${field}\``))).toEqual([]);
  expect(contributing).toContain(`The words for \`what\` are: ${fixedFields.join(', ')}.`);
});
