/** An address that a mail filter or search engine put in the place of the one that was meant. */
export interface WrappedAddress {
  /** The whole rewritten address, as it is in the text. */
  text: string;
  /** Who rewrites addresses in this way. */
  by: string;
  /** The address that was meant; undefined where only opening it can tell. */
  meant?: string;
}

interface Wrapper {
  by: string;
  host: RegExp;
  /** The address that is wrapped in one, as far as it can be told. */
  unwrap(address: URL, text: string): string | null;
}

const wrappers: readonly Wrapper[] = [
  {
    by: 'Microsoft’s Safe Links',
    host: /(?:^|\.)safelinks\.protection\.(?:outlook\.com|office365\.us)$/,
    unwrap: ({ searchParams }) => searchParams.get('url'),
  },
  {
    by: 'Microsoft Teams',
    host: /^statics\.teams\.(?:cdn\.office\.net|microsoft\.com)$/,
    unwrap: ({ searchParams }) => searchParams.get('url'),
  },
  {
    by: 'Proofpoint',
    host: /^urldefense\.(?:proofpoint\.com|com|us)$/,
    unwrap: unwrapProofpoint,
  },
  {
    by: 'Mimecast',
    host: /(?:^|\.)mimecast(?:protect)?\.com$/,
    unwrap: () => null,
  },
  {
    by: 'Google',
    host: /^(?:www\.)?google\.(?:com|co\.uk)$/,
    unwrap: ({ pathname, searchParams }) =>
      pathname === '/url' ? (searchParams.get('q') ?? searchParams.get('url')) : null,
  },
  {
    by: 'Barracuda',
    host: /^linkprotect\.cudasvc\.com$/,
    unwrap: ({ searchParams }) => searchParams.get('a'),
  },
  {
    by: 'Cisco',
    host: /^secure-web\.cisco\.com$/,
    unwrap: ({ pathname }) => decodedPath(pathname.split('/').at(-1)!),
  },
  {
    by: 'Sophos',
    host: /\.protection\.sophos\.com$/,
    unwrap: ({ searchParams }) => decoded64(searchParams.get('u')),
  },
  {
    by: 'Symantec',
    host: /^clicktime\.symantec\.com$/,
    unwrap: ({ searchParams }) => searchParams.get('u'),
  },
  {
    by: 'Slack',
    host: /^slack-redir\.net$/,
    unwrap: ({ searchParams }) => searchParams.get('url'),
  },
  {
    by: 'Facebook',
    host: /^lm?\.facebook\.com$/,
    unwrap: ({ searchParams }) => searchParams.get('u'),
  },
];

/** What is coded in base 64, with the letters for addresses. It runs in browsers too. */
function decoded64(text: string | null): string | null {
  try {
    return text === null ? null : atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return null;
  }
}

/** Proofpoint writes an address in three ways: `v1/url?u=…`, `v2/url?u=https-3A__…`, `v3/__https://…__;…`. */
function unwrapProofpoint({ pathname, searchParams }: URL, text: string): string | null {
  if (pathname.startsWith('/v3/')) {
    const inner = /\/v3\/__(.*?)__;/.exec(text)?.[1] ?? null;
    // A star stands for a letter that is kept in code at the end.
    return inner === null || inner.includes('*')
      ? null
      : inner.replace(/^(https?):\/(?!\/)/, '$1://');
  }
  const u = searchParams.get('u');
  if (u === null || !pathname.startsWith('/v2/')) return u;
  return decodedPath(u.replaceAll('-', '%').replaceAll('_', '/'));
}

/** Null where the code for a letter is cut off. */
function decodedPath(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** An email passes few filters; of an address in more layers than this, only opening it can tell. */
const mostLayers = 8;

/** Without the marks of the sentence that an address ends. */
function withoutMarks(found: string): string {
  let end = found.length;
  while (end > 0 && ').,;:!?]'.includes(found[end - 1]!)) end -= 1;
  return found.slice(0, end);
}

/** Every rewritten address in a text. */
export function wrappedAddressesIn(text: string, layers = mostLayers): WrappedAddress[] {
  return [...text.matchAll(/https?:\/\/[^\s<>"“”]+/gi)].flatMap(([found]) => {
    const trimmed = withoutMarks(found);
    const address = URL.parse(trimmed);
    const wrapper = wrappers.find(({ host }) => address !== null && host.test(address.hostname));
    if (address === null || wrapper === undefined) return [];
    const inside = wrapper.unwrap(address, trimmed);
    if (inside === null && wrapper.by === 'Google') return [];
    const meant =
      inside !== null && URL.canParse(inside) ? unwrapped(inside, layers - 1) : undefined;
    return [{ text: trimmed, by: wrapper.by, ...(meant !== undefined && { meant }) }];
  });
}

/** An email that two filters saw has one wrapped in the other. Undefined where one of them does not tell. */
function unwrapped(address: string, layers: number): string | undefined {
  if (layers === 0) return undefined;
  const [inner] = wrappedAddressesIn(address, layers);
  return inner === undefined ? address : inner.meant;
}
