import { Document, isMap, isScalar, stringify, visit, type ToStringOptions } from 'yaml';

/*
 * How values are written as YAML, in the records and in what is told of them: quotation marks only
 * where YAML needs them, and no line broken but in records.
 */

/** As wide as the records are written. */
const recordLineWidth = 88;

/** A text on one line as it is typed in a record: `"Carers: a plan"`. */
export function asYaml(text: string): string {
  return onOneLine(text.replaceAll(/\s+/g, ' ').trim());
}

/** A field and its text, ready to type: `title: "Carers: a plan"`. */
export function asField(key: string, text: string): string {
  return `${key}: ${asYaml(text)}`;
}

/** The name of a field as it is typed before the colon: `"Who: lead"`. */
export function asKey(key: string): string {
  return onOneLine({ [key]: null }, { nullStr: '', simpleKeys: true }).replace(/:$/, '');
}

/** Any value of a record on one line: `[council, { organisation: trust, role: partner }]`. */
export function asFlow(value: unknown): string {
  return onOneLine(value, { collectionStyle: 'flow' }).replace(/^\[ (.*) \]$/s, '[$1]');
}

function onOneLine(value: unknown, style: ToStringOptions = {}): string {
  return stringify(value, { ...style, lineWidth: 0 }).trimEnd();
}

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
  return recordText(document);
}

/** The text of a record’s file, no line wider than the others are. */
export function recordText(document: Document): string {
  return document.toString({ lineWidth: recordLineWidth });
}
