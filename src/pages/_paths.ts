import { getRegister } from '../register/from-collections.ts';
import { organisationsWithPages } from '../register/lead-pages.ts';

/** What the routes for one thing each are built for: a page, a calendar, a feed, a frame. */

export async function actionPaths() {
  const { actions } = await getRegister();
  return actions.map((action) => ({ params: { id: action.id }, props: { action } }));
}

export async function planPaths() {
  const { plans } = await getRegister();
  return plans.map((plan) => ({ params: { plan: plan.id }, props: { plan } }));
}

export async function leadPaths() {
  return organisationsWithPages(await getRegister()).map((organisation) => ({
    params: { organisation: organisation.id },
    props: { organisation },
  }));
}
