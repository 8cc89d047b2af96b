import { planCalendar } from '../../exports/calendar.ts';
import { getRegister } from '../../register/from-collections.ts';
import type { Plan } from '../../register/register.ts';
import { answer } from '../_answer.ts';

export async function getStaticPaths() {
  const { plans } = await getRegister();
  return plans.map((plan) => ({ params: { plan: plan.id }, props: { plan } }));
}

export const GET = answer<{ plan: Plan }>(
  'text/calendar; charset=utf-8',
  (register, site, { props }) => planCalendar(props.plan, register, site),
);
