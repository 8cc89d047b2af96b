import { actionsTable } from '../../exports/actions-table.ts';
import { writeCsv } from '../../exports/csv.ts';
import { answer } from '../_answer.ts';

export const GET = answer('text/csv; charset=utf-8; header=present', (register, site) =>
  writeCsv(actionsTable(register, site)),
);
