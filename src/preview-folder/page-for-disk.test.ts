import { expect, test } from 'vitest';
import { pageForDisk } from './page-for-disk.ts';

const files = new Set([
  'index.html',
  'actions/a-1/index.html',
  'actions/a-1.ics',
  '_astro/a.css',
  'a b #1?.pdf',
]);
const at = (html: string, path = 'actions/a-1/index.html') =>
  pageForDisk(html, {
    path,
    site: new URL('https://any.example/our/plan/'),
    has: (file) => files.has(file),
    helper: '_astro/from-disk.js',
  });

test.each([
  ['<a href="/our/plan/">', '<a href="../../index.html">'],
  ['<a href="/our/plan/?q=a&amp;b=c#d">', '<a href="../../index.html?q=a&amp;b=c#d">'],
  ['<a class="x" href="/our/plan/actions/a-1.ics">', '<a class="x" href="../a-1.ics">'],
  ['<a href="https://any.example/our/plan/actions/a-1/">', '<a href="index.html">'],
  ['<form action="/our/plan/" role="search">', '<form action="../../index.html" role="search">'],
  [
    '<link rel="stylesheet" href="/our/plan/_astro/a.css">',
    '<link rel="stylesheet" href="../../_astro/a.css">',
  ],
  ['<a href="/our/plan/a%20b%20%231%3F.pdf">', '<a href="../../a%20b%20%231%3F.pdf">'],
  ['<a href="/our/plan/100%">', '<a href="https://any.example/our/plan/100%">'],
  // What the folder does not have is on the published site.
  ['<a href="/our/plan/gone/">', '<a href="https://any.example/our/plan/gone/">'],
  [
    '<meta http-equiv="refresh" content="0; url=/our/plan/">',
    '<meta http-equiv="refresh" content="0; url=../../index.html">',
  ],
  ['<link rel="preload" href="/our/plan/_astro/a.woff2" as="font" crossorigin>', ''],
  ['<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">', ''],
])('%s becomes %s', (before, after) => {
  expect(at(before)).toBe(after);
});

test.each([
  '<a href="#main">',
  '<a href="mailto:a@any.example">',
  '<a href="webcal://any.example/our/plan/actions/a-1.ics">',
  '<a href="https://any.example/">',
  '<a href="https://other.example/our/plan/">',
  '<link rel="canonical" href="https://any.example/our/plan/actions/a-1/">',
  '<p>A text with href="/our/plan/" in it</p>',
  '<!-- <a href="/our/plan/"> -->',
])('%s stays', (html) => {
  expect(at(html)).toBe(html);
});

test('scripts are no modules, and what they need comes first, once', () => {
  const script = (name: string) =>
    `<script ${name === 'a' ? 'async ' : ''}type="module" src="/our/plan/_astro/${name}.js"></script>`;
  for (const name of ['a', 'b']) files.add(`_astro/${name}.js`);
  expect(at(script('a') + script('b'), 'index.html')).toBe(
    '<script defer src="_astro/from-disk.js" data-base="/our/plan/"></script>' +
      '<script defer src="_astro/a.js"></script><script defer src="_astro/b.js"></script>',
  );
});
