import type { APIRoute } from 'astro';
import { publishedActions } from '../../exports/actions-json.ts';
import { getRegister } from '../../register/from-collections.ts';

export const GET: APIRoute = async ({ site }) => {
  const base = new URL(import.meta.env.BASE_URL, site);
  const actions = publishedActions(await getRegister(), base);
  return new Response(`${JSON.stringify(actions, null, 2)}\n`);
};
