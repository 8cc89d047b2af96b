import type { Kind, RecordOf } from '../schema/kinds.ts';
import type { Places } from './yaml/places.ts';

export type { Kind, RecordOf };

/** A record on its way to being checked: any field may be missing, because it was wrong or left out. */
export type Draft<T> = T extends (infer Item)[]
  ? (Draft<Item> | undefined)[]
  : T extends object
    ? { [Field in keyof T]?: Draft<T[Field]> }
    : T;

/** One file as it was read, with enough to point at any part of it. */
export interface Sourced<K extends Kind> extends Places {
  kind: K;
  /** From the file's name, or for an action from its plan's folder and its name: `doncaster/2.1.2`. */
  id: string;
  /** The folder of the plan that a plan or an action belongs to. */
  plan?: string;
  /** For an action: the reference in its file's name. */
  reference?: string;
  file: string;
  /** What the file says, without the parts that the schema refused. */
  value: Draft<RecordOf[K]>;
  /** False where something in the file by itself was refused: then not all that it says is known. */
  sound: boolean;
}

/** Every record of a data folder, in the order of their files. */
export type Records = { [K in Kind]: Sourced<K>[] };

/** A sound record, as it is handed on: what it says and where it came from. */
export interface SoundRecord<K extends Kind> {
  id: string;
  plan?: string;
  reference?: string;
  file: string;
  value: RecordOf[K];
}

/** Every record of a data folder in which nothing is wrong. */
export type SoundRecords = { [K in Kind]: SoundRecord<K>[] };
