import { isMap, isScalar, isSeq, type Document, type Node } from 'yaml';
import { recordDocument, recordText } from '../../records/yaml/as-yaml.ts';
import type { Piece } from '../rows/table-read.ts';

/** A text of a record, with the cells that it is made of, so that the account can follow every word. */
export interface Claim {
  pieces: readonly Piece[];
  /** Where in the record it is; `comment` where a comment keeps it. */
  path: readonly (string | number)[] | 'comment';
  /** The field holds these words and no others. */
  all?: boolean;
  /** The same words are in the file elsewhere already, and are not kept twice. */
  again?: boolean;
}

/** A file of the data folder, made from the table. */
export interface MadeFile {
  /** From the data folder. */
  path: string;
  text: string;
  claims: Claim[];
}

/** A comment and the field before which it is; without a field, at the end of the file. */
export interface Comment {
  before?: readonly (string | number)[];
  text: string;
}

/** A record as YAML, wrapped as the records are, with its comments. */
export function renderRecord(value: object, comments: readonly Comment[]): string {
  const document = recordDocument(value);
  const atEnd: string[] = [];
  for (const { before, text } of comments) {
    const node = before === undefined ? undefined : keyNode(document, before);
    if (node === undefined) atEnd.push(wrapped(text));
    else node.commentBefore = [node.commentBefore, wrapped(text)].filter(Boolean).join('\n');
  }
  if (atEnd.length > 0) document.comment = atEnd.join('\n');
  return recordText(document);
}

function keyNode(document: Document, path: readonly (string | number)[]): Node | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && key.value === last);
    return pair?.key as Node | undefined;
  }
  return isSeq(parent) ? (parent.items[Number(last)] as Node | undefined) : undefined;
}

function wrapped(text: string): string {
  return wrappedLines(text)
    .map((line) => ` ${line}`)
    .join('\n');
}

/** A comment as lines that are no wider than a record. */
export function wrappedLines(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const lines: string[] = [];
    let current = '';
    for (const word of line.split(' ')) {
      if (current !== '' && current.length + word.length > 84) {
        lines.push(current);
        current = word;
      } else current = current === '' ? word : `${current} ${word}`;
    }
    return [...lines, current];
  });
}
