import { leadFeed } from '../../exports/change-feeds.ts';
import type { Organisation } from '../../register/register.ts';
import { answer } from '../_answer.ts';
import { leadPaths } from '../_paths.ts';

export const getStaticPaths = leadPaths;

export const GET = answer<{ organisation: Organisation }>(
  'application/atom+xml; charset=utf-8',
  (register, site, { props }) => leadFeed(props.organisation, register, site),
);
