import { startOfFile } from '../../records/problem.ts';
import type { Kind, Sourced } from '../../records/records.ts';
import type { Found } from '../../records/rule.ts';
import { count } from '../../domain/words.ts';

/** A record that others name and that no longer has its file. */
export interface Gone {
  /** The record as it was. */
  record: Pick<Sourced<Kind>, 'id' | 'file'>;
  /** What records of its kind are called: ‘the topic’. */
  called: string;
  /** The field by which readers know it. */
  shown: string;
  /** Where it is under another name now, if that can be told. */
  renamed: Pick<Sourced<Kind>, 'file'> | undefined;
  /** Where it is named still. */
  named: readonly { record: Sourced<Kind>; path: PropertyKey[] }[];
}

/** What to say of a record that is gone while others name it. */
export function goneRecord({ record, called, shown, renamed, named }: Gone): Found {
  const { id, file } = record;
  const files = new Set(named.map((one) => one.record.file)).size;
  return {
    file: renamed?.file ?? file,
    ...startOfFile,
    // Another record with a name that is near was not meant.
    brings: named.map((one) => ({ file: one.record.file, ...one.record.placeOf(one.path) })),
    message:
      renamed === undefined
        ? `The record of ${called} “${id}” was removed, and ${count(files, 'file')} still ${files === 1 ? 'names' : 'name'} it.`
        : `The record of ${called} “${id}” was renamed, and ${count(files, 'file')} still ${files === 1 ? 'uses' : 'use'} its old name.`,
    advice:
      renamed === undefined
        ? `Put the file ${file} back.`
        : `Give the file its old name again: ${file}. What readers see is the “${shown}” in it, which may change.`,
  };
}
