import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../records/problem.ts';
import { readLedger, writeLedger, type Ledger } from './ledger.ts';

/** The ledger of one data folder. */
export interface LedgerFile {
  ledger: Ledger;
  problems: Problem[];
  /** What to call it in what is told to an editor. */
  name: string;
}

/**
 * @param folder the data folder
 * @param name what to call the folder in what is told to an editor
 */
export function loadLedger(folder: string, name: string): LedgerFile {
  const path = pathIn(folder);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  return { ...readLedger(text, `${name}/permalinks.txt`), name: `${name}/permalinks.txt` };
}

export function saveLedger(folder: string, ledger: Ledger): void {
  writeFileSync(pathIn(folder), writeLedger(ledger));
}

function pathIn(folder: string): string {
  return join(folder, 'permalinks.txt');
}
