import { slipsBetween } from '../../domain/nearest.ts';
import { slugOf } from '../../domain/slug.ts';
import type { Records } from '../records.ts';
import { at, type Rule } from '../rule.ts';

/** The fields by which plans are put together, and what one value of them is called. */
const shared = [
  { field: 'area', one: 'area', two: 'two areas' },
  { field: 'subject', one: 'subject', two: 'two subjects' },
] as const;

export const areasAlike: Rule<Records> = {
  name: 'areas-alike',
  about:
    'Plans for the same area, or on the same subject, write it in the same way. It has a letter or digit that can be in an address.',
  *find({ plan: plans }) {
    for (const { field, one } of shared) {
      const having = plans.filter(({ value }) => value[field] !== undefined);
      for (const [slug, alike] of Map.groupBy(having, ({ value }) => slugOf(value[field]!))) {
        const texts = Map.groupBy(alike, ({ value }) => value[field]!);
        const [[meant, most], second] = [...texts].sort(([, a], [, b]) => b.length - a.length) as [
          [string, typeof alike],
          [string, typeof alike]?,
        ];
        const isUsual = most.length > (second?.[1].length ?? 0);
        for (const plan of alike) {
          const text = plan.value[field]!;
          if (slug === '') {
            yield at(plan, [field], {
              message: `“${text}” has no letter from a to z and no digit, so no address can be made of it.`,
              advice: `Write the ${one} in letters from a to z.`,
            });
          } else if (text !== meant) {
            const others =
              most.length === 1 ? `the plan “${most[0]!.id}” has` : `${most.length} plans have`;
            yield at(plan, [field], {
              message: `This plan has the ${one} “${text}”, and ${others} “${meant}”. Both make the same address.`,
              advice: isUsual
                ? `Write it as most plans do:  ${field}: ${meant}`
                : `Choose one of the two, and write it the same way in every plan.`,
            });
          }
        }
      }
    }
  },
};

export const areasWithin: Rule<Records> = {
  name: 'areas-within',
  about: 'Each area is within one other area at most, and never within itself.',
  *find({ plan: plans }) {
    const within = new Map<string, { area: string; plan: string }>();
    for (const plan of plans) {
      const { area, within: around } = plan.value;
      if (area === undefined || around === undefined) continue;
      const known = within.get(area);
      if (around === area) {
        yield at(plan, ['within'], {
          message: `“${area}” cannot be within itself.`,
          advice: 'Write the larger area that it is part of, or take this line out.',
        });
      } else if (known !== undefined) {
        if (known.area === around) continue;
        yield at(plan, ['within'], {
          message: `This plan says that ${area} is within “${around}”, and the plan “${known.plan}” says “${known.area}”.`,
          advice: `Write the same in both, such as  within: ${known.area}`,
        });
      } else if (leadsTo(area, around, within)) {
        yield at(plan, ['within'], {
          message: `Another plan says that “${around}” is itself within “${area}”.`,
          advice: 'Keep this line only in the plan for the smaller area.',
        });
      } else within.set(area, { area: around, plan: plan.id });
    }
  },
};

/** Whether one area is, by way of others or not, within another. No way goes round. */
function leadsTo(
  area: string,
  from: string,
  within: ReadonlyMap<string, { area: string }>,
): boolean {
  let next: string | undefined = from;
  while (next !== undefined && next !== area) next = within.get(next)?.area;
  return next === area;
}

export const areasApart: Rule<Records> = {
  name: 'areas-apart',
  about:
    'No two areas, and no two subjects, are only one letter apart, unless they are numbered: that may be a slip.',
  *find({ plan: plans }) {
    for (const { field, one, two } of shared) {
      const having = Map.groupBy(
        plans.filter(({ value }) => value[field] !== undefined),
        ({ value }) => value[field]!,
      );
      const texts = [...having.keys()];
      for (const [index, text] of texts.entries()) {
        for (const other of texts.slice(0, index)) {
          if (slugOf(text) === slugOf(other) || areNumbered(text, other)) continue;
          if (slipsBetween(text.toLowerCase(), other.toLowerCase()) !== 1) continue;
          // The one that fewer plans have is the slip, if one is.
          const isMore = having.get(text)!.length > having.get(other)!.length;
          const [slip, meant] = isMore ? [other, text] : [text, other];
          yield at(having.get(slip)![0]!, [field], {
            message: `The ${one} “${slip}” is only one letter away from “${meant}”, which another plan has.`,
            advice: `Did you mean  ${field}: ${meant}  ? If they are ${two}, leave it as it is.`,
          });
        }
      }
    }
  },
};

/** Whether two names differ only in what they are counted by: “Ward 1” and “Ward 2”, “Zone A” and “Zone B”. */
function areNumbered(one: string, other: string): boolean {
  const uncounted = (text: string) =>
    text.replaceAll(/\d+|(?<![\p{L}\d])(?:[IVX]+|\p{L})(?![\p{L}\d])/gu, '#');
  return uncounted(one) === uncounted(other);
}
