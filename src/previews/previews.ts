import { homeHeading } from '../views/home-heading.ts';
import { planName } from '../views/place-in-plan.ts';
import { countedActions, promises } from '../views/tally.ts';
import { address } from '../domain/address.ts';
import { colourOf, ownBrand } from '../domain/brand.ts';
import type { Plan, Register, Site } from '../register/register.ts';
import type { Preview } from './preview-image.ts';

/**
 * One picture for each plan, which its actions share, and one for the rest of the site. A picture
 * takes longer to draw than a hundred pages take to build, so there is none for each action.
 */
export function planPreview(plan: Plan, site: Site): Preview {
  return {
    title: planName(plan),
    text: `${promises(plan.actions, site.words)}${site.words.toPeople}: who leads them, by when, and did it happen?`,
    site: site.name,
    promises: countedActions(plan.actions).length,
    brand: brandOf(site),
  };
}

/** The picture for all pages that belong to no plan. */
export function sitePreview({ site, actions }: Register): Preview {
  return {
    title: homeHeading(site),
    text: site.summary,
    site: site.name,
    promises: countedActions(actions).length,
    brand: brandOf(site),
  };
}

function brandOf({ brand }: Site): string {
  return colourOf(brand?.light ?? '') ?? ownBrand.light;
}

/** The picture for a page, and what it shows for those who do not see it. */
export function pictureOf(plan: Plan | undefined, site: Site) {
  return plan === undefined
    ? {
        path: address.sitePreview,
        alt: `${site.name}: ${homeHeading(site)}`,
      }
    : { path: address.planPreview(plan.id), alt: `${planName(plan)}, on the site ${site.name}` };
}
