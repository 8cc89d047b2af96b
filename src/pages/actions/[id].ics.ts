import { actionCalendar } from '../../exports/calendar.ts';
import type { Action } from '../../register/register.ts';
import { answer } from '../_answer.ts';
import { actionPaths } from '../_paths.ts';

export const getStaticPaths = actionPaths;

export const GET = answer<{ action: Action }>(
  'text/calendar; charset=utf-8',
  (register, site, { props }) => actionCalendar(props.action, register, site),
);
