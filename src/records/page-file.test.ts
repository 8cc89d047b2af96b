import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadRecords } from './load-records.ts';
import { fieldNames } from './field-names.ts';
import { pageParts, readPageFile } from './page-file.ts';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { soundFolder } from '../tests/fixtures/folders.ts';
import { reportProblems } from './report/terminal.ts';

const head = '---\ntitle: Our page\ndescription: What it is about.\n---\n';

/** What the check says of a site with this page, without colours. */
function told(text: string, name = 'our-page.mdx'): string {
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(soundFolder, folder, { recursive: true });
  mkdirSync(join(folder, 'pages'));
  writeFileSync(join(folder, 'pages', name), text);
  return reportProblems(loadRecords(folder).problems);
}

test('a page of plain Markdown with links and parts is sound', () => {
  expect(
    told(
      `${head}\n## Why\n\nSee [the plans](/plans/), [a letter](https://a.example/) and <Action id="new-1-1-1" />.\n\n- <Plans />\n- <Contact/>\n\nIt is < 5 miles.\n`,
    ),
  ).toBe('');
});

test.each([
  '[go](javascript:alert(1))',
  '[go](&#106;avascript:x)',
  '[go](/&sol;evil.example/)',
  '[go][d] and [again][d]\n\n[d]: javascript:alert(f(1))',
  '![A face](http://a.example/face.png)',
  '<Action id="__proto__" />',
  '<Action id="NEW 1.1.1" />',
])('%s is told once', (text) => {
  expect(told(`${head}\nFirst.\n\n${text}\n`).match(/^data\//gm)).toHaveLength(1);
});

test('an address with brackets in it is read whole', () => {
  expect(told(`${head}\nSee [it](https://a.example/x_(y)).\n`)).toBe('');
});

test.each([
  ['import x from "node:fs"', 'cannot start with “import”'],
  ['export const a = 1', 'cannot start with “export”'],
  ['Two {1 + 1} three', 'cannot hold “{”'],
  ['<script>alert(1)</script>', '“<script>” is not something that a page can show'],
  ['<Contcat />', 'Did you mean  <Contact /> ?'],
  ['<Action id="new-9-9" />', 'There is no action “new-9-9” to show.'],
  ['<Action />', 'does not say which action'],
  ['<Action id="new-1-1-1" onclick="x()" />', 'is not something that a page can show'],
  ['< script>x</ script>', 'is not something that a page can show'],
  ['<!-- a note -->', 'is not something that a page can show'],
  ['[go](javascript:alert(1))', 'A link cannot lead to “javascript:alert(1)”'],
  ['[go](//evil.example)', 'A link cannot lead to “//evil.example”'],
  ['[go][1]\n\n[1]: http://a.example', 'A link cannot lead to “http://a.example”'],
  ['[go](<javascript:x>)', 'is not something that a page can show'],
  ['> [go][1]\n\n> [1]: javascript:x', 'A link cannot lead to “javascript:x”'],
  ['[go][a\\]]\n\n[a\\]]: javascript:x', 'A link cannot lead to “javascript:x”'],
  ['[go](&#106;avascript:x)', 'A link cannot lead to “&#106;avascript:x”'],
  ['[go](/\\evil.example/)', 'A link cannot lead to'],
  ['[go](/&sol;evil.example/)', 'A link cannot lead to'],
  ['[go](https://www.gov.uk@evil.example/)', 'it leads to evil.example'],
  ['See https://www.gov.uk@evil.example/ for more', 'it leads to evil.example'],
  ['`[go](data:text/html,x)`', 'A link cannot lead to “data:text/html,x”'],
  ['![A face](http://a.example/face.png)', 'A link cannot lead to'],
  ['<https://a.example/>', 'Write a link as  [its text](https://…)'],
])('%s is refused where it is, with what to do', (text, words) => {
  const report = told(`${head}\nFirst.\n\n${text}\n`);
  expect(report).toContain(words);
  expect(report).toMatch(/our-page\.mdx:(?:8|10):/);
});

test('a page without lines at its head, and one with a name that makes no address, are told of', () => {
  expect(told('# Our page\n\nText.\n')).toContain('does not begin with its title');
  expect(told(`${head}Text.\n`, 'Our Page.mdx')).toContain('such as our-page.mdx');
  expect(told(head)).toContain('This page has no text.');
  expect(told(`${head}Text.\n`, 'our-page.md')).toContain('end it in .mdx');
});

test('no text with a bracket, a tag or a program in it is let through', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.constantFrom(
            '{',
            '}',
            '<',
            '>',
            '</',
            '/>',
            '<a',
            'import ',
            'export ',
            '\n',
            '`',
            '<Plans',
            ' ',
          ),
          fc.string({ maxLength: 4 }),
        ),
        { maxLength: 12 },
      ),
      (parts) => {
        const body = parts.join('');
        const { problems } = readPageFile(
          'data/pages/a.mdx',
          new TextEncoder().encode(`${head}${body}\n`),
          fieldNames,
        );
        if (problems.length > 0) return;
        const plain = pageParts.reduce(
          (text, part) =>
            text.replaceAll(new RegExp(`<${part}(?: id="[a-z0-9-]+")? ?/>`, 'g'), '·'),
          body,
        );
        expect(plain).not.toMatch(/[{}]|<\s*[^\s\d]|^(?:import|export)\b/m);
      },
    ),
  );
});
