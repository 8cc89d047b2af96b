/** What a host sends for a page, and what the page says itself. */
export interface Answers {
  /** The answer to a request for the page without https; undefined where nobody answers. */
  withoutHttps: { status: number; location: string | null } | undefined;
  /** The headers of the page. */
  headers: Headers;
  html: string;
}

/** Extra points count from this score on. */
const enoughForExtras = 90;

/**
 * The score that Mozilla’s HTTP Observatory gives, by the rules that it publishes. Of its eleven
 * outcomes for each rule only those are told apart that a static site can have.
 *
 * Source: MDN, “HTTP Observatory: Tests & scoring”, version 5.
 */
export function observatoryScore(answers: Answers, host: string): Record<string, number> {
  const { headers, html, withoutHttps } = answers;
  const header = (name: string) => headers.get(name)?.toLowerCase() ?? '';
  const inPage =
    /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(html)?.[1] ?? '';
  const policies = [header('content-security-policy'), inPage].filter((policy) => policy !== '');
  const frames = /frame-ancestors ('self'|'none')/.test(header('content-security-policy'));
  const age = Number(/max-age=(\d+)/.exec(header('strict-transport-security'))?.[1] ?? -1);
  const cookies = headers.get('set-cookie') !== null;
  const elsewhere = [...html.matchAll(/<script[^>]* src="([^"]*)"/g)].some(([, src]) =>
    /^(?:https?:)?\/\//.test(src!),
  );
  const modifiers = {
    'content security policy': Math.max(-25, ...policies.map(ofPolicy)),
    cookies: cookies ? -20 : 0,
    'cross-origin sharing': header('access-control-allow-credentials') === 'true' ? -50 : 0,
    redirection:
      withoutHttps === undefined || withoutHttps.location?.startsWith(`https://${host}/`) ? 0 : -20,
    'referrer policy':
      header('referrer-policy') === ''
        ? 0
        : /^(?:no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/.test(
              header('referrer-policy'),
            )
          ? 5
          : -5,
    'strict transport security': age < 0 ? -20 : age < 15_768_000 ? -10 : 0,
    scripts: elsewhere ? -5 : 0,
    'content type options': header('x-content-type-options') === 'nosniff' ? 0 : -5,
    frames: frames ? 5 : /^(?:sameorigin|deny)$/.test(header('x-frame-options')) ? 0 : -20,
    'resource policy': header('cross-origin-resource-policy').startsWith('same-') ? 10 : 0,
  };
  const values = Object.values(modifiers);
  const base = 100 + sum(values.filter((value) => value < 0));
  const extras = base >= enoughForExtras ? sum(values.filter((value) => value > 0)) : 0;
  return { ...modifiers, score: Math.max(0, base + extras) };
}

function ofPolicy(policy: string): number {
  const directives = new Map(
    policy.split(';').map((directive) => {
      const [name = '', ...values] = directive.trim().split(/\s+/);
      return [name, values];
    }),
  );
  const of = (name: string) => directives.get(name) ?? directives.get('default-src') ?? ['*'];
  const broad = /^(?:\*|https?:|data:|blob:|'unsafe-inline'|'unsafe-eval')$/;
  if (['script-src', 'object-src'].some((name) => of(name).some((value) => broad.test(value)))) {
    return -20;
  }
  if (of('style-src').some((value) => broad.test(value))) return 0;
  const closed =
    directives.get('default-src')?.join() === "'none'" &&
    ["'self'", "'none'"].includes(directives.get('form-action')?.join() ?? '') &&
    ["'self'", "'none'"].includes(directives.get('base-uri')?.join() ?? '');
  return closed ? 10 : 5;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
