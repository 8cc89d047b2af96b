import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestAddresses } from './nearest-address.ts';

/** As on the site with both plans: what is there, and nothing else. */
const published = new Set([
  '/actions/don-2-1-2/',
  '/actions/don-2-1-2.json',
  '/actions/don-2-1-1/',
  '/actions/don-1-1-1/',
  '/actions/nat-1-15/',
  '/actions/nat-1-1/',
  '/outcomes/don-2-1/',
  '/themes/don-2/',
  '/plans/doncaster/',
  '/leads/carers/',
  '/leads/carers-uk/',
  '/statuses/in-progress/',
  '/actions/',
  '/due/2022-09/',
]);

/** What the page for lost links offers: the first candidate that is there. */
const offered = (asked: string) => nearestAddresses(asked).find((path) => published.has(path));

const meant = '/actions/don-2-1-2/';

test.each([
  // Letters and endings
  '/ACTIONS/DON-2-1-2/',
  '/Actions/Don-2-1-2/',
  '/actions/don-2-1-2',
  '/actions/don-2-1-2)',
  '/actions/don-2-1-2/)',
  '/actions/don-2-1-2/).',
  '/ACTIONS/DON-2-1-2).',
  '/actions/DON-2.1.2).',
  '/actions/don-2-1-2/.',
  '/actions/don-2-1-2.',
  '/actions/don-2-1-2/,',
  '/actions/don-2-1-2/;',
  '/actions/don-2-1-2/!',
  '/actions/don-2-1-2/]',
  '/actions/don-2-1-2/%3E',
  '/actions/don-2-1-2/%3E.',
  '/actions/don-2-1-2/’',
  '/actions/don-2-1-2/%E2%80%99',
  '/actions/don-2-1-2/”',
  '/actions/don-2-1-2/»',
  '/actions/don-2-1-2/%22',
  '/actions/don-2-1-2/&quot;',
  '/actions/don-2-1-2/*',
  '/actions/don-2-1-2/_',
  '/actions/don-2-1-2/...',
  '/actions/don-2-1-2/…',
  // Lines and spaces
  '/actions/don-2-%0D%0A1-2/',
  '/actions/don-%0A2-1-2/',
  '/actions/%0D%0Adon-2-1-2/',
  '/actions/don-2-1-2/%0D%0A',
  '/actions/don-2-=%0D%0A1-2/',
  '/actions/don-2-1-2/=20',
  '/actions/don-2-1-2=',
  '/actions/don-2-1-2/=0D=0A',
  '/actions/don-2-1-2/%20',
  '/%20actions/don-2-1-2/',
  '/actions/%20don-2-1-2/',
  '/actions/don-2-1-2%20for%20details',
  '/actions/don-2-1-2/%20and%20',
  '/actions/don%202.1.2/',
  '/actions/DON%202.1.2',
  '/actions/don%202%201%202',
  '/actions/don+2.1.2',
  // Marks for marks
  '/actions/don-2.1.2/',
  '/actions/don.2.1.2/',
  '/actions/don_2_1_2/',
  '/actions/don–2–1–2/',
  '/actions/don%E2%80%912%E2%80%911%E2%80%912/',
  '/actions/don−2−1−2/',
  '/actions/don-2-1-2%E2%80%8B/',
  '/actions/don%C2%AD-2-1-2/',
  '/actions/%EF%BB%BFdon-2-1-2/',
  '/actions/ｄｏｎ-2-1-2/',
  '/actions/don-2/1/2/',
  '/actions/don212/../don-2-1-2/',
  // Paths
  '//actions//don-2-1-2//',
  '/action/don-2-1-2/',
  '/actions/don-2-1-2/index.html',
  '/actions/don-2-1-2/index.htm',
  '/actions/don-2-1-2.html',
  '/actions%2Fdon-2-1-2%2F',
  '/actions\\don-2-1-2\\',
  '/don-2-1-2',
  '/don-2-1-2/',
  '/DON2.1.2',
  '/outcomes/don-2-1-2/',
  '/actions/actions/don-2-1-2/',
  // Queries and wrappers
  '/actions/don-2-1-2?utm_source=newsletter&utm_medium=email',
  '/actions/don-2-1-2/&utm_source=newsletter',
  '/actions/don-2-1-2/).?fbclid=abc123',
  '/?url=https%3A%2F%2Fsite.example%2Factions%2Fdon-2-1-2%2F&data=05%7C02%7Ca1-2',
  '/https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fsite.example%2Factions%2Fdon-2-1-2%2F&data=05%7C01%7Cx-9&sdata=abc%3D&reserved=0',
  '/actions/https%3A%2F%2Feur01.safelinks.protection.outlook.com%2F%3Furl%3Dhttps%253A%252F%252Fsite.example%252Factions%252Fdon-2-1-2%252F%26data%3D05',
  '/https:/site.example/actions/don-2-1-2/',
  '/actions/%3Chttps://site.example/actions/don-2-1-2/%3E',
  '/actions/don-2-1-2/https://site.example/actions/don-2-1-2/',
  '/actions/mailto:a@site.example?body=https%3A%2F%2Fsite.example%2Factions%2Fdon-2-1-2%2F',
])('%s was meant as the action', (asked) => {
  expect(offered(asked)).toBe(meant);
});

test.each([
  ['/actions/don-2-1-', '/outcomes/don-2-1/'],
  ['/actions/don-2-1-99/', '/outcomes/don-2-1/'],
  ['/actions/don-2-1-2-/', meant],
  ['/Themes/don-2/.', '/themes/don-2/'],
  ['/theme/don-2', '/themes/don-2/'],
  ['/actions/nat-1.15).', '/actions/nat-1-15/'],
  ['/actions/nat-1-1).', '/actions/nat-1-1/'],
  ['/actions/don-2-1-2.JSON', '/actions/don-2-1-2.json'],
  ['/Plans/Doncaster', '/plans/doncaster/'],
  ['/lead/carers-uk.', '/leads/carers-uk/'],
  ['/leads/carers uk/', '/leads/carers-uk/'],
  ['/leads/carers%20uk', '/leads/carers-uk/'],
  ['/Leads/Carers_UK/', '/leads/carers-uk/'],
  ['/leads/carers-uk/ and more', '/leads/carers-uk/'],
  ['/status/in%20progress.', '/statuses/in-progress/'],
  ['/plans/don%0D%0Acaster/', '/plans/doncaster/'],
  ['/www.site.example/leads/carers-uk/', '/leads/carers-uk/'],
  ['/due/2022-09/)', '/due/2022-09/'],
  ['/Actions', '/actions/'],
])('%s was meant as %s', (asked, page) => {
  expect(offered(asked)).toBe(page);
});

test.each([
  ['/SEARCH/?q=respite&plan=don', '/search/?q=respite&plan=don'],
  ['/actions?status=complete', '/actions/?status=complete'],
  ['/Glossary/#gp).', '/glossary/#gp'],
  ['/plans/doncaster?utm_source=newsletter', '/plans/doncaster/'],
])('from %s the search and the place in the page go on to %s', (asked, page) => {
  expect(nearestAddresses(asked)).toContain(page);
});

test.each(['/actions/gone/', '/', '/%E0%A4%A', '/nothing/like-this/', '/actions/xyz-9-9-9/'])(
  '%s is like nothing that is there',
  (asked) => {
    expect(offered(asked)).toBeUndefined();
  },
);

test('the page for lost links itself asks for nothing', () => {
  expect(nearestAddresses('/404.html')).toEqual([]);
});

test('an address is not offered to those who came from it', () => {
  expect(nearestAddresses('/actions/gone/')).toEqual([]);
});

test('whatever is around it, an action is found, and no text makes it fail or slow', () => {
  const junk = fc.constantFrom(
    ...').,;:!?>»”’"*…]}',
    '%20',
    '%0D%0A',
    '%E2%80%8B',
    '%3E',
    '=20',
    '/',
  );
  fc.assert(
    fc.property(fc.array(junk, { maxLength: 4 }), fc.boolean(), (end, upper) => {
      const asked = meant + end.join('');
      if (asked === meant) return;
      expect(offered(upper ? asked.toUpperCase() : asked)).toBe(meant);
    }),
  );
  fc.assert(
    fc.property(fc.string({ maxLength: 500 }), (text) => {
      for (const path of nearestAddresses(`/${text}`)) expect(path).toMatch(/^\/.*/s);
    }),
  );
});

test.each(['constructor', '__proto__', 'tostring', 'valueof', 'hasownproperty'])(
  'a part of an address that is called %s is a part like any other',
  (name) => {
    expect(nearestAddresses(`/${name}/x`)).toEqual([`/${name}/x/`]);
  },
);

test.each(['/any-wb-04', '/ANY%20WB.04', '/any/wb-04/', '/any-wb04'])(
  'an action whose number has letters is found from “%s”',
  (asked) => {
    expect(nearestAddresses(asked)).toContain('/actions/any-wb-04/');
  },
);
