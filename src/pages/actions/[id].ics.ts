import { actionCalendar } from '../../exports/calendar.ts';
import { getRegister } from '../../register/from-collections.ts';
import type { Action } from '../../register/register.ts';
import { answer } from '../_answer.ts';

export async function getStaticPaths() {
  const { actions } = await getRegister();
  return actions.map((action) => ({ params: { id: action.id }, props: { action } }));
}

export const GET = answer<{ action: Action }>(
  'text/calendar; charset=utf-8',
  (register, site, { props }) => actionCalendar(props.action, register, site),
);
