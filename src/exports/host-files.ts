import { address, wholeAddress } from '../domain/address.ts';
import { addDays, type IsoDay } from '../domain/calendar-day.ts';
import type { Register } from '../register/register.ts';

/** `/robots.txt` (RFC 9309): everything may be read, and here is the list of pages. */
export function robots(site: URL): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${wholeAddress('/sitemap-index.xml', site)}\n`;
}

/**
 * When the contact of a site that is built on a day expires: RFC 9116 wants it to within a year, so
 * that the address of a site that nobody builds any more is not trusted.
 */
export function securityExpiry(today: IsoDay): IsoDay {
  return addDays(today, 364);
}

/** `/.well-known/security.txt` (RFC 9116). */
export function securityContact({ site: { contact }, today }: Register, site: URL): string {
  return [
    `Contact: mailto:${contact}`,
    `Expires: ${securityExpiry(today)}T00:00:00Z`,
    'Preferred-Languages: en',
    `Canonical: ${wholeAddress('/.well-known/security.txt', site)}`,
    '',
  ].join('\n');
}

/**
 * What a page may load: only from this site, and no script or style in the page itself. It is in
 * each page, for hosts that send no headers, and in the header too, where hosts do.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');

/** The policy as a header, which can also say whose frames may show a page. */
export function policyHeader(frames: "'self'" | '*' | '$ancestors'): string {
  return `${contentSecurityPolicy}; frame-ancestors ${frames}`;
}

/** How long browsers ask for nothing of this host without https, in seconds: a year. */
export const strictTransport = `max-age=${365 * 24 * 60 * 60}`;

/** What every file is sent with, but that what is made for frames has no `X-Frame-Options`. */
export const everywhere = {
  // Everything here is public, and other sites’ programs may read it.
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Strict-Transport-Security': strictTransport,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
} as const;

/** The parts of the site that another site may not show in a frame: all but `/embed/`. */
const notFramed = [
  '/',
  '/404.html',
  '/actions/*',
  '/changes/*',
  '/data/*',
  '/due/*',
  '/gaps/*',
  '/glossary/*',
  '/guide/*',
  '/in/*',
  '/leads/*',
  '/outcomes/*',
  '/reports/*',
  '/overdue/*',
  '/pages/*',
  '/plans/*',
  '/search/*',
  '/statuses/*',
  '/themes/*',
  '/topics/*',
];

/** For files whose names change with what is in them. */
export const hashedCaching = `public, max-age=${365 * 24 * 60 * 60}, immutable`;

/** For paths that end in a type which not every host knows. */
const contentTypes = {
  [address.calendar]: 'text/calendar; charset=utf-8',
  [address.changesFeed]: 'application/atom+xml; charset=utf-8',
  [address.actionsCsv]: 'text/csv; charset=utf-8; header=present',
  [address.actionsCsvMetadata]: 'application/csvm+json',
  '/data/schema/*': 'application/schema+json',
};

/**
 * `/_headers`, for the hosts that read it (Netlify, Cloudflare Pages and others).
 *
 * Where two paths match, one host joins the values of a header and another takes the last. So no
 * header is at two paths that overlap. The page for lost links is given out at any path: there
 * `X-Frame-Options` forbids frames, which browsers pass over where a policy names `frame-ancestors`.
 */
export function headers(site: URL): string {
  const blocks: [path: string, headers: Record<string, string>][] = [
    ['/*', everywhere],
    ...notFramed.map((path): [string, Record<string, string>] => [
      path,
      { 'Content-Security-Policy': policyHeader("'self'") },
    ]),
    ['/embed/*', { 'Content-Security-Policy': policyHeader('*') }],
    // The names of these files change with what is in them.
    ['/_astro/*', { 'Cache-Control': hashedCaching }],
    ...Object.entries(contentTypes).map(([path, type]): [string, Record<string, string>] => [
      path,
      { 'Content-Type': type },
    ]),
  ];
  return blocks
    .map(([path, values]) => {
      const lines = Object.entries(values).map(([name, value]) => `  ${name}: ${value}`);
      return `${[site.pathname.slice(0, -1) + path, ...lines].join('\n')}\n`;
    })
    .join('\n');
}
