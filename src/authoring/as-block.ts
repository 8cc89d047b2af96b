import { Document, isMap, isScalar, visit } from 'yaml';

/** As wide as the records are written. */
export const recordLineWidth = 88;

/** A record or a part of one, styled as the records are: long texts indented below their names. */
export function recordDocument(value: object): Document {
  const document = new Document(value);
  visit(document, {
    Pair(_key, { key, value: text }) {
      // The number of an action is in quotation marks in every report, whether YAML needs them or not.
      if (isScalar(key) && /^\d/.test(String(key.value))) key.type = 'QUOTE_DOUBLE';
      if (!isScalar(key) || !isScalar(text) || typeof text.value !== 'string') return;
      if (text.value.includes('\n')) text.type = 'BLOCK_LITERAL';
      else if (`${String(key.value)}: ${text.value}`.length > recordLineWidth) {
        text.type = 'BLOCK_FOLDED';
      }
    },
    Seq(_key, { items }) {
      for (const text of items) {
        if (!isScalar(text) || typeof text.value !== 'string') continue;
        if (text.value.length > recordLineWidth - 4) text.type = 'BLOCK_FOLDED';
      }
    },
  });
  return document as unknown as Document;
}

/**
 * A record or a part of one as YAML, in the style of the records: an entry of a list on a line of
 * its own, quotation marks only where they are needed.
 */
export function asBlock(value: object): string {
  const document = recordDocument(value);
  if (!isMap(document.contents)) throw new Error('Only a record can be written.');
  return document.toString({ lineWidth: recordLineWidth });
}
