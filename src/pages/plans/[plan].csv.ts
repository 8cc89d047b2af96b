import { actionsTable } from '../../exports/actions-table.ts';
import { writeCsv } from '../../exports/csv.ts';
import type { Plan } from '../../register/register.ts';
import { answer } from '../_answer.ts';
import { planPaths } from '../_paths.ts';

export const getStaticPaths = planPaths;

export const GET = answer<{ plan: Plan }>(
  'text/csv; charset=utf-8; header=present',
  (_register, site, { props }) => writeCsv(actionsTable(props.plan, site)),
);
