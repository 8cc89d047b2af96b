import { parseDocument, type Document } from 'yaml';
import { comparableWords } from '../account/comparable-words.ts';

/** A record as it is in its file. */
export function parsedRecord(text: string): Document {
  return parseDocument(text, { schema: 'failsafe' }) as unknown as Document;
}

/** The words of every value of a record, in order. */
export function wordsOfRecord(text: string): string[] {
  const flat = (value: unknown): string =>
    typeof value === 'object' && value !== null
      ? Object.values(value).map(flat).join(' ')
      : String(value ?? '');
  return comparableWords(flat(parsedRecord(text).toJSON()));
}
