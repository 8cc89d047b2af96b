import { expect, test } from 'vitest';
import { expiredContact } from './expired-contact.ts';

const now = new Date('2026-11-22T12:00:00Z');

test.each([undefined, '2026-11-22', '2025-12-01', '2030-01-01'])(
  'a site that is judged by %s can be published today',
  (day) => {
    expect(expiredContact({ SITE_DATE: day }, now)).toBeUndefined();
  },
);

test('a contact that has expired, or does today, is told of with its day', () => {
  expect(expiredContact({ SITE_DATE: '2022-12-31' }, now)).toBe(
    'SITE_DATE is 2022-12-31, so this site would say that the contact in its security.txt expired on 30 December 2023. Leave SITE_DATE out when you build the site to publish it.',
  );
  expect(expiredContact({ SITE_DATE: '2025-11-23' }, now)).toContain('22 November 2026');
});
