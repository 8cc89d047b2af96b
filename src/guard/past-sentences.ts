import { lostUpdates, same, type DraftUpdate, type Kept } from './compare.ts';
import { difference, shownDate } from './shown.ts';
import { inYaml } from './words.ts';

/** What was done to reports that stood in the record before: each is either gone or says something else. */
export function pastSentences(pair: Kept): string[] {
  return lostUpdates(pair).map(({ lost, now }) => {
    const what = `the report of ${shownDate(lost.reported)}`;
    const update = now === undefined ? undefined : pair.after.value.updates?.[now];
    return update === undefined
      ? `${what} was taken out`
      : `${what} was changed: ${changedFields(lost, update).join('; ')}`;
  });
}

/** The updates of the later state that took the place of an earlier one, and so report nothing new. */
export function rewritten(pair: Kept): Set<DraftUpdate | undefined> {
  return new Set(
    lostUpdates(pair).flatMap(({ now }) =>
      now === undefined ? [] : [pair.after.value.updates?.[now]],
    ),
  );
}

function changedFields(before: DraftUpdate, after: DraftUpdate): string[] {
  const fields = [
    ...new Set([...Object.keys(before), ...Object.keys(after)]),
  ] as (keyof DraftUpdate)[];
  return fields
    .filter((field) => !same(before[field], after[field]))
    .map((field) => {
      const [from, to] = [before[field], after[field]];
      return typeof from === 'string' && typeof to === 'string' && field === 'text'
        ? `text ${difference(from, to)}`
        : `${field} ${shown(from)} → ${shown(to)}`;
    });
}

function shown(value: unknown): string {
  if (value === undefined) return 'none';
  return typeof value === 'string' ? value : inYaml(value);
}
