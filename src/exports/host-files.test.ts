import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { soundRegister, testSite } from '../tests/registers.ts';
import { contentSecurityPolicy, headers, robots, securityContact } from './host-files.ts';

const root = new URL('https://promises.example/');

test('robots.txt names the list of pages by its whole address', () => {
  expect(robots(testSite)).toBe(
    'User-agent: *\nAllow: /\n\nSitemap: https://promises.example/sub/sitemap-index.xml\n',
  );
});

test('security.txt has what RFC 9116 asks for, and expires within a year of the build', () => {
  expect(securityContact(soundRegister(), testSite)).toBe(
    [
      'Contact: mailto:hello@promises.example',
      'Expires: 2023-12-30T00:00:00Z',
      'Preferred-Languages: en',
      'Canonical: https://promises.example/sub/.well-known/security.txt',
      '',
    ].join('\n'),
  );
});

/** The rules of a `_headers` file, as a host reads them. */
function rulesOf(text: string): { path: string; names: string[] }[] {
  return text
    .trim()
    .split('\n\n')
    .map((block) => {
      const [path, ...lines] = block.split('\n');
      return { path: path!, names: lines.map((line) => line.trim().split(':')[0]!) };
    });
}

const matches = (rule: string, path: string) =>
  rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : rule === path;

test('no header is set twice for one address, because hosts disagree on what that means', () => {
  const rules = rulesOf(headers(root));
  for (const { path } of rules) {
    const names = rules
      .filter((rule) => matches(rule.path, path.replace('*', 'x')))
      .flatMap((rule) => rule.names);
    expect(new Set(names).size, path).toBe(names.length);
  }
});

test('only what is made for frames may be framed', () => {
  const policies = (path: string) =>
    [...headers(root).matchAll(/^(\/.*)\n {2}Content-Security-Policy: (.*)$/gm)].filter(
      ([, rule]) => matches(rule!, path),
    );
  expect(policies('/')[0]![2]).toMatch(/; frame-ancestors 'self'$/);
  expect(policies('/actions/new-1-1-1/')[0]![2]).toMatch(/; frame-ancestors 'self'$/);
  expect(policies('/embed/new-1-1-1/')[0]![2]).toMatch(/; frame-ancestors \*$/);
  // Where nothing is, the page for lost links is given out.
  expect(policies('/nowhere/')).toEqual([]);
  expect(headers(root)).toContain('/*\n');
  expect(headers(root).split('\n\n')[0]).toContain('X-Frame-Options: SAMEORIGIN');
});

test('every part of the site that has pages is closed to frames, but for what is made for them', () => {
  const folder = new URL('../pages/', import.meta.url);
  const parts = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.name.endsWith('.astro'))
    .map(({ name }) => name.replace('.astro', ''))
    .filter((name) => !['index', '404', 'embed', 'previews', '.well-known'].includes(name));
  expect(parts.length).toBeGreaterThan(10);
  for (const part of parts) {
    expect(headers(root)).toMatch(
      new RegExp(`^/${part}/\\*\n {2}Content-Security-Policy: .*'self'$`, 'm'),
    );
  }
});

test('the policy of a page allows nothing unsafe, and does not speak of frames', () => {
  expect(contentSecurityPolicy).not.toMatch(/frame-ancestors|unsafe|data:|\*|https?:/);
  expect(contentSecurityPolicy).toMatch(/^default-src 'none';/);
});

test('a star ends its path, because some hosts refuse it elsewhere', () => {
  for (const { path } of rulesOf(headers(root))) expect(path).toMatch(/^[^*]*\*?$/);
});

test('under a sub-path every rule is too', () => {
  for (const { path } of rulesOf(headers(testSite))) expect(path.startsWith('/sub/')).toBe(true);
});
