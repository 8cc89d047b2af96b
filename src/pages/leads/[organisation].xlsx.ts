import { actionsTable } from '../../exports/actions-table.ts';
import { writeXlsx } from '../../exports/xlsx.ts';
import type { Organisation } from '../../register/register.ts';
import { promisesOf } from '../../views/organisation.ts';
import { answer } from '../_answer.ts';
import { leadPaths } from '../_paths.ts';

export const getStaticPaths = leadPaths;

export const GET = answer<{ organisation: Organisation }>(
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  (_register, site, { props }) =>
    writeXlsx(actionsTable({ actions: promisesOf(props.organisation) }, site)),
);
