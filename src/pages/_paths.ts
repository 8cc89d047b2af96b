import { getRegister } from '../register/from-collections.ts';
import { organisationsWithPages } from '../register/lead-pages.ts';
import { listPages } from '../views/list-pages.ts';

/**
 * The paths of a list that may have several pages; `page` is the rest of the address, and empty of
 * the first.
 *
 * @param url of the list
 * @param entries how many it has
 */
export function pagesOf<Params extends Record<string, string>, Props>(
  url: string,
  entries: number,
  params: Params,
  props: Props,
) {
  return listPages(url, entries).map((page) => ({
    params: { ...params, page: page.number === 1 ? undefined : `page/${page.number}` },
    props: { ...props, page },
  }));
}

/** A path for each action. */
export async function actionPaths() {
  const { actions } = await getRegister();
  return actions.map((action) => ({ params: { id: action.id }, props: { action } }));
}

/** A path for each plan. */
export async function planPaths() {
  const { plans } = await getRegister();
  return plans.map((plan) => ({ params: { plan: plan.id }, props: { plan } }));
}

/** A path for each organisation that has a page. */
export async function leadPaths() {
  return organisationsWithPages(await getRegister()).map((organisation) => ({
    params: { organisation: organisation.id },
    props: { organisation },
  }));
}
