import { previewImage } from '../../../previews/preview-image.ts';
import { planPreview } from '../../../previews/previews.ts';
import { getRegister } from '../../../register/from-collections.ts';
import type { Plan } from '../../../register/register.ts';
import { answer } from '../../_answer.ts';

export async function getStaticPaths() {
  const { plans } = await getRegister();
  return plans.map((plan) => ({ params: { plan: plan.id }, props: { plan } }));
}

export const GET = answer<{ plan: Plan }>('image/png', ({ site }, _site, { props }) =>
  previewImage(planPreview(props.plan, site)),
);
