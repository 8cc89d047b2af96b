import { previewImage } from '../../../previews/preview-image.ts';
import { planPreview } from '../../../previews/previews.ts';
import type { Plan } from '../../../register/register.ts';
import { answer } from '../../_answer.ts';
import { planPaths } from '../../_paths.ts';

export const getStaticPaths = planPaths;

export const GET = answer<{ plan: Plan }>('image/png', ({ site }, _site, { props }) =>
  previewImage(planPreview(props.plan, site)),
);
