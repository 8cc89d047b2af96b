import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { twoPlans } from '../fixtures/folders.ts';
import { FURNITURE as DONCASTER_FURNITURE, readDoncaster } from './read-doncaster.ts';
import { FURNITURE as NATIONAL_FURNITURE, readNational } from './read-national.ts';
import type { Source } from './source.ts';

const SCANS = join(import.meta.dirname, '../fixtures/sources');

export const DATA = join(import.meta.dirname, '../../..', twoPlans);

export interface SourceFile {
  plan: string;
  /** The scan as it is, mark-up and all. */
  scanned: string;
  /** The checksum of the scan as it was received. */
  sha256: string;
  furniture: readonly string[];
  /** How many actions each theme has, counted by eye in the document. */
  actionsByTheme: readonly number[];
  outcomes: number;
  read: (scanned: string) => Source;
}

function scanned(plan: string): string {
  return readFileSync(join(SCANS, `${plan}.txt`), 'utf8');
}

/** The documents that the register was taken from. A plan that is entered by hand has none here. */
export const SOURCES: readonly SourceFile[] = [
  {
    plan: 'doncaster',
    scanned: scanned('doncaster'),
    sha256: '71d7c6806d4fd549b868058b922484da42bdc68342a3b99c7c057473fad836dc',
    furniture: DONCASTER_FURNITURE,
    actionsByTheme: [11, 9, 7, 8, 6, 7],
    outcomes: 33,
    read: readDoncaster,
  },
  {
    plan: 'national',
    scanned: scanned('national'),
    sha256: 'bedbb98740995a3e88d907ead0700f263e0f0f68fe30b57c574cf2bae479c1d3',
    furniture: NATIONAL_FURNITURE,
    actionsByTheme: [17, 18, 9, 14, 6],
    outcomes: 18,
    read: readNational,
  },
];
