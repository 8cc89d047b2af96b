import { isMap, isScalar, isSeq, type Document, type Node } from 'yaml';
import { recordDocument, recordText } from './as-yaml.ts';

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
