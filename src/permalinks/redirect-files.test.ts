import { expect, test } from 'vitest';
import { hostRedirects, instantPage } from './redirect-files.ts';

const site = new URL('https://example.org/carers/');

test('hosts that read it get each redirect twice, under the sub-path of the site', () => {
  expect(hostRedirects([{ from: '/topics/breaks/', to: '/topics/time-off/' }], site))
    .toBe(`# Where things went that had another address. Made from permalinks.txt.
/carers/topics/breaks/ /carers/topics/time-off/ 301!
/carers/topics/breaks/ /carers/topics/time-off/ 301
`);
  expect(hostRedirects([{ from: '/a/', to: '/b/' }], new URL('https://example.org/'))).toContain(
    '\n/a/ /b/ 301\n',
  );
});

test('the page at the old address goes on at once, says where, and is not to be found', () => {
  const page = instantPage('/topics/time-off/', site);
  expect(page).toContain('<meta http-equiv="refresh" content="0; url=/carers/topics/time-off/">');
  expect(page).toContain(
    '<a href="/carers/topics/time-off/">https://example.org/carers/topics/time-off/</a>',
  );
  expect(page).toContain(
    '<link rel="canonical" href="https://example.org/carers/topics/time-off/">',
  );
  expect(page).toContain('<meta name="robots" content="noindex">');
});
