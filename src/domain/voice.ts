/**
 * Whose account of an action a report is. What the publisher of the plan or a lead says of its own
 * promise sets the status. What anyone else says is a second opinion, shown beside it.
 */

/** The organisation of which one is a part, if there is one. */
export type WholeOf = (organisation: string) => string | undefined;

/**
 * Whether somebody speaks of a promise of their own. A body speaks for its teams, and a team for the
 * body that it is part of.
 *
 * @param speaker the identifier of an organisation
 * @param promisers the publisher of the plan, and those who lead the action when this is said
 */
export function isOwnAccount(
  speaker: string,
  promisers: readonly string[],
  wholeOf: WholeOf,
): boolean {
  const speaksFor = chain(speaker, wholeOf);
  return promisers.some(
    (promiser) => speaksFor.has(promiser) || chain(promiser, wholeOf).has(speaker),
  );
}

/** An organisation and all that it is part of. Records with a mistake may go round in a circle. */
function chain(organisation: string, wholeOf: WholeOf): Set<string> {
  const bodies = new Set<string>();
  for (
    let body: string | undefined = organisation;
    body !== undefined && !bodies.has(body);
    body = wholeOf(body)
  ) {
    bodies.add(body);
  }
  return bodies;
}

/**
 * What the one who reports should know where it is a second opinion.
 *
 * @param name what the one who reports is called
 * @param actions on which of the actions of the report, as they are printed; empty where on all
 */
export function secondOpinionNotice(name: string, actions: readonly string[]): string {
  const which = actions.length === 0 ? '' : ` on ${actions.join(', ')}`;
  return `${name} neither published the plan nor leads the action. This report is shown as a second opinion${which}: beside the status, which it does not change.`;
}
