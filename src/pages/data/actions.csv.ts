import { address } from '../../domain/address.ts';
import { wholeFile } from '../../exports/whole-files.ts';
import { answer } from '../_answer.ts';

export const GET = answer('text/csv; charset=utf-8; header=present', (register, site) =>
  wholeFile(address.actionsCsv, register, site),
);
