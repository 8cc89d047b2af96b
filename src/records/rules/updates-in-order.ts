import { parseDueDate } from '../../domain/due-date.ts';
import { problemAt, type Rule } from './rule.ts';

/** Updates stand oldest first, so that the last one is the newest. */
export const updatesInOrder: Rule = function* (records) {
  for (const action of records.action) {
    let newest: { text: string; latest: string } | undefined;
    for (const [index, update] of (action.value.updates ?? []).entries()) {
      if (update?.reported === undefined) continue;
      const parsed = parseDueDate(update.reported);
      if (!parsed.ok || parsed.date.latest === null || parsed.date.earliest === null) continue;
      if (
        newest !== undefined &&
        parsed.date.latest < newest.latest &&
        parsed.date.earliest < newest.latest
      ) {
        yield problemAt(
          'updates-in-order',
          action,
          ['updates', index, 'reported'],
          `This update is from ${parsed.date.display}, before the one above it (${newest.text}).`,
          'Put the updates in order of their dates, the oldest first.',
        );
        continue;
      }
      newest = { text: parsed.date.display, latest: parsed.date.latest };
    }
  }
};
