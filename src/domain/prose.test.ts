import { expect, test } from 'vitest';
import { proseToHtml } from './prose.ts';

test.each([
  ['parts paragraphs', 'One.\n\nTwo.', '<p>One.</p>\n<p>Two.</p>'],
  ['makes bullets of hyphens', '- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
  ['keeps numbers as typed', '1. Following', '<p>1. Following</p>'],
  [
    'keeps numbered lines apart, with their numbers',
    'Done:\n1. a\n   and b\n2. c\n\nEnd.',
    '<p>Done:</p>\n<ul class="numbered">\n<li>1. a\nand b</li>\n<li>2. c</li>\n</ul>\n<p>End.</p>',
  ],
  [
    'keeps numbers that do not run on',
    '2) a\n3) b\n7) c',
    '<ul class="numbered">\n<li>2) a</li>\n<li>3) b</li>\n<li>7) c</li>\n</ul>',
  ],
  [
    'keeps letters apart',
    '(a) one\n(b) two',
    '<ul class="numbered">\n<li>(a) one</li>\n<li>(b) two</li>\n</ul>',
  ],
  [
    'keeps numbered lines in a bullet apart',
    '- x\n  i. y\n  ii. z',
    '<ul>\n<li>x\n<ul class="numbered">\n<li>i. y</li>\n<li>ii. z</li>\n</ul>\n</li>\n</ul>',
  ],
  [
    'keeps numbers of sentences',
    'There were\n12. In May\n40. went',
    '<p>There were\n12. In May\n40. went</p>',
  ],
  ['keeps numbered paragraphs', '1. a\n\n2. b', '<p>1. a</p>\n<p>2. b</p>'],
  ['keeps numbers in bullets', '- 1. Following', '<ul>\n<li>1. Following</li>\n</ul>'],
  ['keeps asterisks and plus signs', '* a *b* **c**\n\n+ d', '<p>* a *b* **c**</p>\n<p>+ d</p>'],
  ['keeps underscores and ticks', '_a_ `b`', '<p>_a_ `b`</p>'],
  ['keeps headings', '# One\n\nTwo\n---', '<p># One</p>\n<p>Two\n---</p>'],
  ['keeps a rule', '***', '<p>***</p>'],
  ['keeps a quotation mark', '> a', '<p>&gt; a</p>'],
  ['keeps indented text', '    a', '<p>a</p>'],
  [
    'keeps no spaces at the end of a line',
    '[a](b   \nc   \n- d',
    '<p>[a](b\nc</p>\n<ul>\n<li>d</li>\n</ul>',
  ],
  ['keeps backslashes', 'a\\*b \\[c', '<p>a\\*b \\[c</p>'],
  [
    'keeps backslashes in addresses',
    '[a](mailto:a\\b@c.example)',
    '<p><a href="mailto:a%5Cb@c.example">a</a></p>',
  ],
  ['keeps entities', '&amp; &lt;', '<p>&amp;amp; &amp;lt;</p>'],
  [
    'writes HTML out as text',
    '<script>alert(1)</script>',
    '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>',
  ],
  ['links to https', '[a](https://b.org/?c&d)', '<p><a href="https://b.org/?c&amp;d">a</a></p>'],
  ['links to an email address', '[a](mailto:b@c.org)', '<p><a href="mailto:b@c.org">a</a></p>'],
  ['links to a telephone', '[a](tel:+441302)', '<p><a href="tel:+441302">a</a></p>'],
  ['does not link to http', '[a](http://b.org)', '<p>[a](http://b.org)</p>'],
  ['does not link to a script', '[a](JavaScript:b)', '<p>[a](JavaScript:b)</p>'],
  ['does not link to a hidden script', '[a](<javascript:b>)', '<p>[a](&lt;javascript:b&gt;)</p>'],
  ['does not link to a path', '[a](/b)', '<p>[a](/b)</p>'],
  [
    'does not link by a definition',
    '[a]: javascript:b\n\n[a]',
    '<p>[a]: javascript:b</p>\n<p>[a]</p>',
  ],
  [
    'does not show pictures',
    '![a](https://b.org/c.png)',
    '<p>!<a href="https://b.org/c.png">a</a></p>',
  ],
])('prose %s', (_what, text, html) => {
  expect(proseToHtml(text)).toBe(html);
});
