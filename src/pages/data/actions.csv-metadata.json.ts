import { address } from '../../domain/address.ts';
import { wholeFile } from '../../exports/whole-files.ts';
import { answer } from '../_answer.ts';

export const GET = answer('application/csvm+json', (register, site) =>
  wholeFile(address.actionsCsvMetadata, register, site),
);
