import { planFeed } from '../../exports/change-feeds.ts';
import type { Plan } from '../../register/register.ts';
import { answer } from '../_answer.ts';
import { planPaths } from '../_paths.ts';

export const getStaticPaths = planPaths;

export const GET = answer<{ plan: Plan }>(
  'application/atom+xml; charset=utf-8',
  (register, site, { props }) => planFeed(props.plan, register, site),
);
