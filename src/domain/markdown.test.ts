import fc from 'fast-check';
import { micromark } from 'micromark';
import { parse } from 'node-html-parser';
import { expect, test } from 'vitest';
import { asMarkdown } from './markdown.ts';

/** What Markdown shows of a text that is within a line, without its mark-up. */
function shown(text: string) {
  const html = parse(micromark(`- x ${asMarkdown(text)} x\n`, { allowDangerousHtml: true }));
  const tags = html.querySelectorAll('*').map(({ rawTagName }) => rawTagName);
  return { tags, text: html.text.trim() };
}

/** Without white space, as a line is folded, and without the space that nobody sees. */
const bare = (text: string) => text.replaceAll(/[\s\u200B]+/g, '');

test('any text is shown as it is, and no mark-up of it becomes mark-up', () => {
  const piece = fc.constantFrom(
    ...[
      '[a](https://a.example)',
      '](',
      '![',
      '<b>',
      '</li>',
      '<!--',
      '-->',
      '`',
      '**',
      '__',
      '~~',
      '|',
    ],
    ...[
      '&lt;',
      '&#64;',
      '\\',
      '#1',
      'GH-1',
      '@org/team',
      '::error::',
      '\n\n# a',
      '\n- ',
      'https:',
      'é',
    ],
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 8 }),
      (parts) => {
        const text = parts.join('');
        const { tags, text: seen } = shown(text);
        expect(tags).toEqual(['ul', 'li']);
        const wanted = `x ${text} x`.replaceAll('\0', '\uFFFD');
        expect(bare(seen)).toBe(bare(wanted));
      },
    ),
    { numRuns: 1_000 },
  );
});

test.each([
  '@octocat',
  'a @org/team b',
  'see #12',
  'owner/name#12',
  'GH-12',
  'gh-1',
  '&#64;octocat',
])('%s calls nobody and leads to no issue, because a space without width is in it', (text) => {
  expect(shown(text).text).not.toMatch(/@\w|#\d|GH-\d|^@/i);
});
