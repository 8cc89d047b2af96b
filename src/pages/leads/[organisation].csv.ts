import { actionsTable } from '../../exports/actions-table.ts';
import { writeCsv } from '../../exports/csv.ts';
import type { Organisation } from '../../register/register.ts';
import { promisesOf } from '../../views/organisation.ts';
import { answer } from '../_answer.ts';
import { leadPaths } from '../_paths.ts';

export const getStaticPaths = leadPaths;

export const GET = answer<{ organisation: Organisation }>(
  'text/csv; charset=utf-8; header=present',
  (_register, site, { props }) =>
    writeCsv(actionsTable({ actions: promisesOf(props.organisation) }, site)),
);
