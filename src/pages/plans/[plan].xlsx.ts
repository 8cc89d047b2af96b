import { actionsTable } from '../../exports/actions-table.ts';
import { writeXlsx } from '../../exports/xlsx.ts';
import type { Plan } from '../../register/register.ts';
import { answer } from '../_answer.ts';
import { planPaths } from '../_paths.ts';

export const getStaticPaths = planPaths;

export const GET = answer<{ plan: Plan }>(
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  (_register, site, { props }) => writeXlsx(actionsTable(props.plan, site)),
);
