import { notStated } from '../domain/not-stated.ts';
import { address } from '../domain/address.ts';
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

/** The areas that readers can choose from, by name; none where all plans are for the same one. */
export function areasOf(plans: readonly Plan[]): Area[] {
  const names = [...new Set(plans.map(({ area }) => area))].filter((area) => area !== notStated);
  if (names.length < 2) return [];
  const partOf = new Map(plans.flatMap(({ area, within }) => (within ? [[area, within]] : [])));
  return names
    .map((name): Area => {
      const around = areasAround(name, partOf);
      const slug = slugOf(name);
      return {
        name,
        choice: [...partOf.values()].includes(name) ? `Somewhere else in ${name}` : name,
        slug,
        url: address.area(slug),
        plans: around.flatMap((area) => plans.filter((plan) => plan.area === area)),
      };
    })
    .sort((a, b) => a.plans.length * -1 + b.plans.length || a.name.localeCompare(b.name, 'en-GB'));
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

/** `King’s Lynn` → `kings-lynn` */
function slugOf(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\p{M}’']/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
