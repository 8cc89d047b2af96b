import { leadLists } from './lead-lists.ts';
import { problemAt, type Rule } from './rule.ts';

/** Nobody stands twice among the leads of an action. */
export const leadOnce: Rule = function* (records) {
  for (const { record, path, leads } of leadLists(records)) {
    const ids = leads.map(({ id }) => id);
    for (const [index, { id, path: place }] of leads.entries()) {
      if (ids.indexOf(id) === index) continue;
      yield problemAt(
        'lead-once',
        record,
        place,
        `“${id}” stands twice in “${String(path.at(-1))}”.`,
        'Take one of the two out. Who leads is not named as a partner too.',
      );
    }
  }
};
