import type { Action, Organisation } from '../register/register.ts';

/** Everything that an organisation leads, and then what it only takes part in, each once. */
export function promisesOf({ leads, partners }: Organisation): Action[] {
  return [...new Set([...leads, ...partners])];
}

/**
 * Everything that names a part of an organisation, or a part of a part, as a lead or partner, each
 * promise once. What names the organisation itself is not in it, unless it names a part as well.
 */
export function promisesOfParts(organisation: Organisation): Action[] {
  return [...new Set(partsOf(organisation).flatMap(promisesOf))];
}

/** The parts of an organisation, and their parts. */
function partsOf({ parts }: Organisation): Organisation[] {
  return parts.flatMap((part) => [part, ...partsOf(part)]);
}
