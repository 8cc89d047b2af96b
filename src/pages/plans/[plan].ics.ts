import { planCalendar } from '../../exports/calendar.ts';
import type { Plan } from '../../register/register.ts';
import { answer } from '../_answer.ts';
import { planPaths } from '../_paths.ts';

export const getStaticPaths = planPaths;

export const GET = answer<{ plan: Plan }>(
  'text/calendar; charset=utf-8',
  (register, site, { props }) => planCalendar(props.plan, register, site),
);
