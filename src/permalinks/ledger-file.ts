import { join } from 'node:path';
import { bytesIfThere, saveFiles } from '../files/save-files.ts';
import type { Problem } from '../records/problem.ts';
import { readLedger, writeLedger, type Ledger } from './ledger.ts';

/** The ledger of one data folder. */
export interface LedgerFile {
  ledger: Ledger;
  problems: Problem[];
  /** What to call it in what is told to an editor. */
  name: string;
  /** What the file holds; undefined where there is none yet. */
  read: Uint8Array | undefined;
}

/**
 * @param folder the data folder
 * @param name what to call the folder in what is told to an editor
 */
export function loadLedger(folder: string, name: string): LedgerFile {
  const read = bytesIfThere(join(folder, fileName));
  const text = read === undefined ? undefined : new TextDecoder().decode(read);
  return { ...readLedger(text, `${name}/${fileName}`), name: `${name}/${fileName}`, read };
}

/**
 * @param read what the file held when it was loaded
 * @throws ChangedMeanwhile where somebody else has changed it since
 */
export function saveLedger(folder: string, ledger: Ledger, read: LedgerFile['read']): void {
  saveFiles(folder, [{ path: fileName, before: read, after: writeLedger(ledger) }]);
}

const fileName = 'permalinks.txt';
