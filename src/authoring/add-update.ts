import { isDeepStrictEqual } from 'node:util';
import { isMap, isSeq, parse, parseDocument, type Node, type YAMLSeq } from 'yaml';
import type { UpdateRecord } from '../schema/action.ts';
import { updateEntry, updatesHeading, usualIndent } from './update-entry.ts';

/**
 * The text of an action’s record with one more update below the last one. Nothing else of the text
 * changes: notes, order, line ends and the way in which texts are broken stay.
 *
 * @throws if the update stands there already, or the record’s list is written in brackets
 */
export function addUpdate(text: string, update: UpdateRecord): string {
  const { updates } = (parse(text, { schema: 'failsafe' }) ?? {}) as { updates?: unknown };
  if (Array.isArray(updates) && updates.some((entry) => isDeepStrictEqual(entry, update))) {
    throw new Error(`This update from ${update.reported} stands in the record already.`);
  }
  return placeUpdate(text, update);
}

/**
 * The same, whether or not the update stands there already.
 *
 * @param notes for an editor, who finds them above the update in lines that start with #
 * @throws if the record’s list is written in brackets
 */
export function placeUpdate(
  text: string,
  update: UpdateRecord,
  notes: readonly string[] = [],
): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const whole = text === '' || text.endsWith('\n') ? text : `${text}${lineEnd}`;
  const { at, indent, heading } = placeForUpdate(whole);
  const space = ' '.repeat(indent);
  const above = notes.flatMap((note) =>
    note.split('\n').map((line) => `${space}# ${line}`.trimEnd()),
  );
  const lines = [...heading, ...above, ...updateEntry(update, indent)];
  const added = `${lines.join(lineEnd)}${lineEnd}`;
  return whole.slice(0, at) + added + whole.slice(at);
}

interface Where {
  /** The offset of the line before which the update goes. */
  at: number;
  indent: number;
  /** Lines that go before it. */
  heading: string[];
}

function placeForUpdate(text: string): Where {
  const { contents } = parseDocument(text, { schema: 'failsafe' });
  if (!isMap(contents)) throw new Error('The record is not one.');
  const pairs = contents.items as { key: Node; value: Node | null }[];
  const updates = pairs.find(({ key }) => String(key) === 'updates')?.value;
  if (updates === undefined) {
    // Before “corrections” and “source”, where the schema has it.
    const next = pairs.find(({ key }) => ['corrections', 'source'].includes(String(key)));
    const at = next === undefined ? text.length : aboveNotes(text, next.key.range![0]);
    return { at, indent: usualIndent, heading: [updatesHeading] };
  }
  if (!isSeq(updates) || !hasLines(updates)) {
    throw new Error(
      'The list “updates” of this record is not written with dashes, one update below the other. Write it so first.',
    );
  }
  const last = updates.items.at(-1) as Node;
  const start = startOfLine(text, last.range![0]);
  const indent = text.slice(start).indexOf('-');
  return { at: afterNotes(text, last.range![1], indent), indent, heading: [] };
}

/** Whether a list is written with dashes, one entry below the other, so that a line can be added. */
export function hasLines(list: YAMLSeq): boolean {
  return list.flow !== true && list.items.length > 0;
}

/** The start of a field’s line, or of the notes that stand right above it. */
function aboveNotes(text: string, offset: number): number {
  let at = startOfLine(text, offset);
  while (at > 0 && text.startsWith('#', startOfLine(text, at - 1))) at = startOfLine(text, at - 1);
  return at;
}

function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The start of the line after a node, and after the notes below it that are moved in as far. */
function afterNotes(text: string, end: number, indent: number): number {
  let at = text[end - 1] === '\n' ? end : text.indexOf('\n', end) + 1;
  for (;;) {
    const stop = text.indexOf('\n', at) + 1;
    const line = text.slice(at, stop);
    if (stop === 0 || !/^ *#/.test(line) || line.indexOf('#') <= indent) return at;
    at = stop;
  }
}
