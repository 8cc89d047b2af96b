import { moveUpdates } from '../authoring/move-updates.ts';
import type { FileChange } from '../files/save-files.ts';
import type { DataFile } from '../records/data-files.ts';
import { compareVersions } from './versions.ts';

/** What a change of the records’ shape does to a data folder. */
export interface Migrated {
  changes: FileChange[];
  /** The records that a person has to look at, and why. */
  byHand: Map<string, string>;
}

interface Migration {
  /** The first version that wants the new shape. */
  version: string;
  /** What it does, as a sentence. */
  about: string;
  /**
   * Changes texts and not values, so that the notes of editors stay. Finds nothing to do where it was
   * run before.
   *
   * @param name what the data folder is called in messages
   */
  migrate: (files: readonly DataFile[], name: string) => Migrated;
}

/** Every change of the records’ shape, the oldest first. */
const migrations: readonly Migration[] = [
  {
    version: '1.0.0',
    about: 'Updates in the records of actions are reports now.',
    migrate: moveUpdates,
  },
];

/** The changes of shape that records of an earlier version still need. */
export function migrationsSince(version: string): readonly Migration[] {
  return migrations.filter((each) => compareVersions(each.version, version) > 0);
}
