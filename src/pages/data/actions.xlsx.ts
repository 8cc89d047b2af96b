import { address } from '../../domain/address.ts';
import { wholeFile } from '../../exports/whole-files.ts';
import { answer } from '../_answer.ts';

export const GET = answer(
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  (register, site) => wholeFile(address.actionsXlsx, register, site),
);
