import { planFeed } from '../../exports/change-feeds.ts';
import { getRegister } from '../../register/from-collections.ts';
import type { Plan } from '../../register/register.ts';
import { answer } from '../_answer.ts';

export async function getStaticPaths() {
  const { plans } = await getRegister();
  return plans.map((plan) => ({ params: { plan: plan.id }, props: { plan } }));
}

export const GET = answer<{ plan: Plan }>(
  'application/atom+xml; charset=utf-8',
  (register, site, { props }) => planFeed(props.plan, register, site),
);
