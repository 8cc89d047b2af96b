import { knownOf } from '../domain/known-of.ts';
import { XMLBuilder } from 'fast-xml-parser';
import { allowedText, onOneLine } from './plain-text.ts';

/** A feed by RFC 4287. Instants are RFC 3339 text; addresses are whole. */
export interface Feed {
  /** Where the feed itself is: also its lasting identifier. */
  address: string;
  /** The page that shows the same. */
  page: string;
  title: string;
  subtitle: string;
  /** When the newest entry was reported. */
  updated: string;
  author: { name: string; address: string };
  /** Newest first. */
  entries: FeedEntry[];
}

/** One entry of a feed. */
export interface FeedEntry {
  /** An address that never changes and that no other entry has. */
  id: string;
  page: string;
  title: string;
  updated: string;
  /** Well-formed HTML that is safe to show. */
  html: string;
}

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: true,
  format: true,
  indentBy: '',
});

/** The feed as an XML document, well-formed whatever the records hold. */
export function writeAtom({ author, entries, ...feed }: Feed): string {
  const xml = builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'utf-8' },
    feed: {
      '@xml:lang': 'en-GB',
      '@xmlns': 'http://www.w3.org/2005/Atom',
      id: feed.address,
      title: onOneLine(feed.title),
      subtitle: onOneLine(feed.subtitle),
      updated: feed.updated,
      author: { name: onOneLine(author.name), uri: author.address },
      link: [
        { '@rel': 'self', '@type': 'application/atom+xml', '@href': feed.address },
        alternate(feed.page),
      ],
    },
  });
  const end = '</feed>';
  const head = xml.slice(0, xml.lastIndexOf(end));
  return `${head}${entries.map(entryXml).join('')}${end}\n`;
}

/** An entry is in several feeds, and is written once. */
const entryXml = knownOf(({ id, page, title, updated, html }: FeedEntry): string => {
  const xml = builder.build({
    entry: {
      id,
      title: onOneLine(title),
      updated,
      link: alternate(page),
      content: { '@type': 'html', '#text': allowedText(html) },
    },
  });
  return `${xml.trimEnd()}\n`;
});

function alternate(page: string) {
  return { '@rel': 'alternate', '@type': 'text/html', '@href': page };
}
