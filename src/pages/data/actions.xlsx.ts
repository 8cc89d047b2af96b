import { actionsTable } from '../../exports/actions-table.ts';
import { writeXlsx } from '../../exports/xlsx.ts';
import { answer } from '../_answer.ts';

export const GET = answer(
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  (register, site) => writeXlsx(actionsTable(register, site)),
);
