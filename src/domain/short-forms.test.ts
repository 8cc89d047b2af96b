import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkShortForms, shortFormsOf } from './short-forms.ts';

const entry = (term: string, ...otherForms: string[]) => ({
  term,
  otherForms,
  url: `/glossary/#${term.toLowerCase()}`,
});
const forms = shortFormsOf([
  entry('GP', 'GPs'),
  entry('IT'),
  entry('IS'),
  entry('CP-IS'),
  entry('RDaSH'),
  entry('Advocacy'),
  entry('GP resource pack'),
]);
const link = (html: string) => linkShortForms(html, forms, (url) => `/sub${url}`);
const gp = (text: string) => `<a href="/sub/glossary/#gp">${text}</a>`;

test.each([
  ['the first use only', '<p>GP and GP.</p><p>GP</p>', `<p>${gp('GP')} and GP.</p><p>GP</p>`],
  ['a plural as the same', '<p>GPs, GP</p>', `<p>${gp('GPs')}, GP</p>`],
  ['before an apostrophe', '<p>the GP’s</p>', `<p>the ${gp('GP')}’s</p>`],
  ['by case', '<p>it is gp or It</p>', '<p>it is gp or It</p>'],
  ['whole words', '<p>GPX AGP GP2</p>', '<p>GPX AGP GP2</p>'],
  ['the longest', '<p>CP-IS</p>', '<p><a href="/sub/glossary/#cp-is">CP-IS</a></p>'],
  ['mixed letters', '<p>RDaSH</p>', '<p><a href="/sub/glossary/#rdash">RDaSH</a></p>'],
  ['no plain words', '<p>Advocacy</p>', '<p>Advocacy</p>'],
  [
    'the one after a link, not the link',
    '<p><a href="/GP/"><b>GP</b></a> GP</p>',
    `<p><a href="/GP/"><b>GP</b></a> ${gp('GP')}</p>`,
  ],
  ['no heading', '<h2>GP</h2><p>GP</p>', `<h2>GP</h2><p>${gp('GP')}</p>`],
  [
    'nothing in lists of other things',
    '<div data-pagefind-ignore><div>GP</div>GP</div>GP',
    `<div data-pagefind-ignore><div>GP</div>GP</div>${gp('GP')}`,
  ],
  ['no attribute', '<p title="a > GP">GP</p>', `<p title="a > GP">${gp('GP')}</p>`],
  ['no comment', '<!-- GP > --><p>GP</p>', `<!-- GP > --><p>${gp('GP')}</p>`],
])('links %s', (_what, html, linked) => {
  expect(link(html).html).toBe(linked);
});

test('says which short forms a page uses, in order, linked or not', () => {
  expect(link('<h1>IT</h1><p>GPs, IT and GP</p>').found.map(({ term }) => term)).toEqual([
    'IT',
    'GP',
  ]);
});

test.each([
  '<p class="a unseen">GP</p>',
  '<p hidden>GP</p>',
  '<nav><ul><li>GP</li></ul></nav>',
  '<code>GP</code>',
  '<svg><text>GP</text></svg>',
  '<script>GP</script>',
])('passes over what no one reads: %s', (html) => {
  expect(link(html)).toEqual({ html, found: [] });
});

test('an element is left where it ends, though others of its name are in it', () => {
  expect(link('<nav><nav>GP</nav>GP</nav>GP').html).toBe(`<nav><nav>GP</nav>GP</nav>${gp('GP')}`);
  expect(link('<svg class="mark"/>GP').html).toBe(`<svg class="mark"/>${gp('GP')}`);
});

test('without terms nothing is linked', () => {
  const none = shortFormsOf<ReturnType<typeof entry>>([]);
  expect(linkShortForms('<p>GP</p>', none, String)).toEqual({ html: '<p>GP</p>', found: [] });
});

test('takes nothing from a page but adds links', () => {
  const part = fc.constantFrom('<p>', '</p>', '<', '>', '"', ' GP ', 'GPs', 'CP-IS', '&amp;', ' ');
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const html = parts.join('');
      expect(link(html).html.replace(/<a href="\/sub[^"]*">([^<]*)<\/a>/g, '$1')).toBe(html);
    }),
  );
});
