import { organisationsWithPages } from '../../register/lead-pages.ts';
import { leadFeed } from '../../exports/change-feeds.ts';
import { getRegister } from '../../register/from-collections.ts';
import type { Organisation } from '../../register/register.ts';
import { answer } from '../_answer.ts';

export async function getStaticPaths() {
  return organisationsWithPages(await getRegister()).map((organisation) => ({
    params: { organisation: organisation.id },
    props: { organisation },
  }));
}

export const GET = answer<{ organisation: Organisation }>(
  'application/atom+xml; charset=utf-8',
  (register, site, { props }) => leadFeed(props.organisation, register, site),
);
