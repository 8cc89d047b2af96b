import { expect, test } from 'vitest';
import { wrappedAddressesIn } from './unwrap-address.ts';

const meant = 'https://www.gov.uk/carers?a=1&b=2';
const safeLink = (address: string) =>
  `https://eur02.safelinks.protection.outlook.com/?url=${encodeURIComponent(address)}&data=05%7C02&reserved=0`;
const proofpoint = (address: string) =>
  `https://urldefense.proofpoint.com/v2/url?u=${encodeURIComponent(address).replaceAll('%2F', '_').replaceAll('%', '-')}&d=x`;

test.each([
  ['Safe Links', safeLink(meant)],
  ['Safe Links in capitals', safeLink(meant).replace('https://eur02', 'HTTPS://EUR02')],
  ['Safe Links in a link of prose', `[here](${safeLink(meant)}).`],
  ['Proofpoint', proofpoint(meant)],
  ['Proofpoint in Safe Links', safeLink(proofpoint(meant))],
  ['Safe Links in Proofpoint', proofpoint(safeLink(meant))],
  ['Cisco', `https://secure-web.cisco.com/1aB-c_d/${encodeURIComponent(meant)}`],
  [
    'Sophos',
    `https://eu-west-1.protection.sophos.com/?d=gov.uk&u=${Buffer.from(meant).toString('base64url')}&i=x`,
  ],
  ['Symantec', `https://clicktime.symantec.com/a/1/x?d=y&u=${encodeURIComponent(meant)}`],
  ['Slack', `https://slack-redir.net/link?url=${encodeURIComponent(meant)}`],
])('%s hides no address', (_, text) => {
  expect(wrappedAddressesIn(text).map((found) => found.meant)).toEqual([meant]);
});

test.each([
  'https://url.uk.m.mimecastprotect.com/s/abc?domain=gov.uk',
  safeLink('https://url.uk.m.mimecastprotect.com/s/abc?domain=gov.uk'),
  'https://secure-web.cisco.com/1aBc/https%3A%2F%2Fwww.gov.uk%2',
])('what %s means only opening it can tell', (text) => {
  expect(wrappedAddressesIn(text)).toEqual([{ text, by: expect.any(String) }]);
});

test('other addresses are as they were meant', () => {
  expect(wrappedAddressesIn(`${meant} https://www.google.com/maps https://www.cisco.com/`)).toEqual(
    [],
  );
});
