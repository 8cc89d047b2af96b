import { DOMImplementation, XMLSerializer, type Document, type Element } from '@xmldom/xmldom';
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

export interface FeedEntry {
  /** An address that never changes and that no other entry has. */
  id: string;
  page: string;
  title: string;
  updated: string;
  /** Well-formed HTML that is safe to show. */
  html: string;
}

const namespace = 'http://www.w3.org/2005/Atom';

/**
 * The feed as an XML document. A document object model writes it, so that it is well-formed
 * whatever the records hold.
 */
export function writeAtom(feed: Feed): string {
  const document = new DOMImplementation().createDocument(namespace, 'feed');
  const root = document.documentElement!;
  root.setAttribute('xml:lang', 'en-GB');
  add(root, 'id', feed.address);
  add(root, 'title', onOneLine(feed.title));
  add(root, 'subtitle', onOneLine(feed.subtitle));
  add(root, 'updated', feed.updated);
  const author = add(root, 'author');
  add(author, 'name', onOneLine(feed.author.name));
  add(author, 'uri', feed.author.address);
  link(root, { rel: 'self', type: 'application/atom+xml', href: feed.address });
  link(root, { rel: 'alternate', type: 'text/html', href: feed.page });
  for (const { id, page, title, updated, html } of feed.entries) {
    const entry = add(root, 'entry');
    add(entry, 'id', id);
    add(entry, 'title', onOneLine(title));
    add(entry, 'updated', updated);
    link(entry, { rel: 'alternate', type: 'text/html', href: page });
    add(entry, 'content', allowedText(html)).setAttribute('type', 'html');
  }
  root.appendChild(document.createTextNode('\n'));
  return `<?xml version="1.0" encoding="utf-8"?>\n${new XMLSerializer().serializeToString(document)}\n`;
}

function add(parent: Element, name: string, text?: string): Element {
  const document = parent.ownerDocument as Document;
  const child = document.createElementNS(namespace, name);
  if (text !== undefined) child.appendChild(document.createTextNode(text));
  parent.appendChild(document.createTextNode('\n'));
  parent.appendChild(child);
  return child;
}

function link(parent: Element, attributes: Record<string, string>): void {
  const element = add(parent, 'link');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
