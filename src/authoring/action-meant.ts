import { nearestAddresses } from '../views/nearest-address.ts';
import { idPattern, identifier } from '../domain/reference.ts';
import { readReference } from '../search/reference-query.ts';

/** Identifiers that someone may have meant, likeliest first: `don-2-1-2`. Whether there is such an action is not known here. */
export interface Meant {
  /** What was typed, read as an identifier. */
  exact: string[];
  /** Other actions that may be meant if none of those exists. */
  near: string[];
}

/**
 * Reads what was typed for an action: “DON 2.1.2”, “don-2-1-2”, “2.1.2”, or the address of its page,
 * even one that an email program changed.
 *
 * @param codes the codes of the plans there are
 */
export function actionMeant(typed: string, codes: readonly string[]): Meant {
  const reference = readReference(
    typed.replace(/^\W*(?:action|number|no|ref(?:erence)?)\b[\s.:]*(?=\S)/i, ''),
    codes,
  );
  const slug = typed
    .trim()
    .toLowerCase()
    .replaceAll(/[\s._-]+/g, '-');
  const exact =
    reference !== undefined
      ? reference.codes.map((code) => identifier(code, reference.parts.join('.')))
      : idPattern.test(slug)
        ? [slug]
        : [];
  const near = nearestAddresses(typed).flatMap(
    (path) => /^\/actions\/([a-z0-9-]+)\/$/.exec(path)?.[1] ?? [],
  );
  return { exact, near: near.filter((id) => !exact.includes(id)) };
}

/**
 * Asks which of several actions a bare number means.
 *
 * @param each as they are printed: “DON 2.1.2”
 */
export function severalMeant(typed: string, each: readonly string[]): string {
  return `More than one plan has an action “${typed}”. Write ${each.join(' or ')}.`;
}
