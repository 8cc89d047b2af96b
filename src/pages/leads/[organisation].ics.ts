import { leadCalendar } from '../../exports/calendar.ts';
import type { Organisation } from '../../register/register.ts';
import { answer } from '../_answer.ts';
import { leadPaths } from '../_paths.ts';

export const getStaticPaths = leadPaths;

export const GET = answer<{ organisation: Organisation }>(
  'text/calendar; charset=utf-8',
  (register, site, { props }) => leadCalendar(props.organisation, register, site),
);
