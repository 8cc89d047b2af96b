import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proseToHtml } from './prose.ts';
import { letterLikeOthers, linksIn, parsedAddress, refusalOfAddress } from './web-address.ts';

test.each([
  ['https://www.gov.uk/', 'https://www.gov.uk/'],
  ['https://www.gov.uk', 'https://www.gov.uk/'],
  [' HTTPS://WWW.GOV.UK/Carers ', 'https://www.gov.uk/Carers'],
  ['https://example.org:8443/a/../b?c=d@e#f:g', 'https://example.org:8443/b?c=d@e#f:g'],
  ['https://example.org/a@b', 'https://example.org/a@b'],
  ['https://tŷ.cymru/é', 'https://xn--t-foa.cymru/%C3%A9'],
])('“%s” is an address, and is kept as a browser understands it', (typed, kept) => {
  expect(refusalOfAddress(typed)).toBeUndefined();
  expect(parsedAddress(typed)).toBe(kept);
});

test.each([
  ...['https:evil.example', 'https:/evil.example', 'https:///evil.example', 'https://'],
  ...['https:\\\\evil.example', 'https://www.gov.uk\\@evil.example/', 'https://a.b/\\c'],
  ...['https://www.gov.uk@evil.example/', 'https://www.gov.uk:x@evil.example', 'https://@a.b'],
  ...['https://www.gov.uk%2F@evil.example/', 'https://www.gov.uk%2Eevil.example/'],
  ...['https://www.gov.uk /a', 'https://www.gov\n.uk', 'https://www.gov\t.uk', 'https://a.b/c d'],
  ...['https://a.b/\u202Egro.live', 'https://a.b/\0', 'https://a\u200B.b/', 'https://a.b/\uD800'],
  ...['https://2130706433/', 'https://0x7f.1/', 'https://127.0.0.1/', 'https://[::1]/'],
  ...['https://localhost/', 'https://intranet', 'https://a..b/', 'https://www.gov.uk(b)/'],
  ...['http://www.gov.uk', 'www.gov.uk', 'javascript:alert(1)', 'data:text/html,x', '//a.b', ''],
])('“%s” is refused, in words that say what to write', (typed) => {
  const { message, advice } = refusalOfAddress(typed)!;
  expect(message).toMatch(/^\p{Lu}|^“/u);
  expect(advice).not.toBe('');
  expect(message + advice).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
});

test.each(['<https://www.gov.uk/a>', '(https://www.gov.uk/a).', '“https://www.gov.uk/a”'])(
  'the marks around “%s” are to be taken out',
  (typed) => {
    expect(refusalOfAddress(typed)?.advice).toBe(
      'Take out the marks around it:  https://www.gov.uk/a',
    );
  },
);

const pieces = fc.constantFrom(
  ...['https:', 'https://', 'www.gov.uk', 'evil.example', '@', '/', '\\', ':', '?', '#', '%2F'],
  ...[
    '.',
    '[',
    ']',
    '(',
    ')',
    '](',
    '<',
    '>',
    ' ',
    '\n',
    '\t',
    '"',
    "'",
    '&commat;',
    '\u202E',
    'a',
  ],
);
const runs = Number(process.env['ATTACKS'] ?? 3_000);

test('whatever is put together, an address that is accepted leads to the name that follows https://', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
      const typed = `https:${parts.join('')}`;
      if (refusalOfAddress(typed) !== undefined) return;
      const { protocol, hostname, username, password } = new URL(parsedAddress(typed));
      expect(protocol + username + password).toBe('https:');
      expect(typed.trim().slice('https://'.length).toLowerCase().startsWith(hostname)).toBe(true);
    }),
    { numRuns: runs },
  );
});

test('whatever is put together, a link in prose leads to an address that is accepted', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 10 }), (parts) => {
      const html = proseToHtml(`[a](https:${parts.join('')}) [b](${parts.join('')})`);
      for (const [, to] of html.matchAll(/<a href="([^"]*)"/g)) {
        expect(refusalOfAddress(to!.replaceAll('&amp;', '&'))).toBeUndefined();
      }
      expect(
        html.replaceAll(/<\/?(?:p|ul|li)>|<a href="[^"]*"(?: title="[^"]*")?>|<\/a>/g, ''),
      ).not.toContain('<');
    }),
    { numRuns: runs },
  );
});

test('the links of a text are found with what they lead to, title and marks left out', () => {
  const text = '[a](https://a.b/ "c"), [d](<https:e.f>) and [g](mailto:h@i.j)';
  expect(linksIn(text).map(({ to }) => to)).toEqual(['https://a.b/', 'https:e.f']);
});

test.each([
  ['www.gоv.uk', 'Cyrillic'],
  ['www.gοv.uk', 'Greek'],
  ['www.góv.uk', 'accented or special'],
  ['www.gov。uk', undefined],
])('a letter of %s looks like another one', (hostname, alphabet) => {
  expect(letterLikeOthers(hostname)?.alphabet).toBe(alphabet);
  expect(letterLikeOthers('www.gov.uk')).toBeUndefined();
});
