import { notStated } from '../domain/not-stated.ts';
import { address } from '../domain/address.ts';
import { slugOf } from '../domain/slug.ts';
import type { Plan } from '../register/register.ts';

/** A place where a reader may live, and the plans whose promises are for those who live there. */
export interface Area {
  /** “Doncaster” */
  name: string;
  /** As a choice beside the others: “Somewhere else in England”, where another area is part of this. */
  choice: string;
  /** Makes its addresses: `doncaster`. */
  slug: string;
  url: string;
  /** Its own plans, and then those of larger areas that it is part of. */
  plans: Plan[];
}

/**
 * The areas that readers can choose from, by name, and those that others are part of last; none where
 * all plans are for the same one.
 */
export function areasOf(plans: readonly Plan[]): Area[] {
  const names = [...new Set(plans.map(({ area }) => area))].filter((area) => area !== notStated);
  if (names.length < 2) return [];
  const partOf = new Map(plans.flatMap(({ area, within }) => (within ? [[area, within]] : [])));
  const containing = new Set(partOf.values());
  return names
    .map((name): Area => {
      const around = areasAround(name, partOf);
      const slug = slugOf(name);
      return {
        name,
        choice: containing.has(name) ? `Somewhere else in ${name}` : name,
        slug,
        url: address.area(slug),
        plans: around.flatMap((area) => plans.filter((plan) => plan.area === area)),
      };
    })
    .sort(
      (a, b) =>
        Number(containing.has(a.name)) - Number(containing.has(b.name)) ||
        a.name.localeCompare(b.name, 'en-GB', { numeric: true }),
    );
}

/** An area, and those that it is part of, the smallest first. */
function areasAround(name: string, partOf: ReadonlyMap<string, string>): string[] {
  const around = [name];
  for (let next = partOf.get(name); next !== undefined; next = partOf.get(next)) {
    if (around.includes(next)) break;
    around.push(next);
  }
  return around;
}
