import { Document, isMap, isScalar, visit } from 'yaml';

/** As wide as the records are written. */
const lineWidth = 88;

/**
 * A record or a part of one as YAML, in the style of the records: long texts moved in below their
 * names, an entry of a list on a line of its own, quotation marks only where they are needed.
 */
export function asBlock(value: object): string {
  const document = new Document(value);
  visit(document, {
    Pair(_key, { key, value: text }) {
      if (!isScalar(key) || !isScalar(text) || typeof text.value !== 'string') return;
      if (text.value.includes('\n')) text.type = 'BLOCK_LITERAL';
      else if (`${String(key.value)}: ${text.value}`.length > lineWidth) text.type = 'BLOCK_FOLDED';
    },
  });
  const text = document.toString({ lineWidth });
  if (!isMap(document.contents)) throw new Error('Only a record can be written.');
  return text;
}
