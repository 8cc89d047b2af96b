import { parseDueDate } from '../../domain/due-date.ts';
import { yearBefore } from '../../domain/gaps.ts';
import { offer } from '../../domain/nearest.ts';
import { at, atWords, identifiersOf, type Rule } from '../rule.ts';
import type { Records } from '../records.ts';
import type { Judged } from './gaps.ts';

export const pageActionExists: Rule<Records> = {
  name: 'page-action-exists',
  about: 'If a page of the site’s own shows an action, that action exists.',
  *find(records) {
    const ids = identifiersOf(records);
    for (const record of records.page) {
      // An identifier of other characters is refused as it is typed.
      for (const [tag, id] of (record.value.body ?? '').matchAll(
        /<Action(?: id="([a-z0-9-]+)")? ?\/>/g,
      )) {
        if (ids.includes(id ?? '')) continue;
        yield atWords(record, ['body'], tag, {
          message:
            id === undefined
              ? 'This does not say which action to show.'
              : `There is no action “${id}” to show.`,
          advice: offer(
            id ?? '',
            ids,
            'Write what is at the end of the address of its page:  <Action id="abc-1-1" />',
          ),
        });
      }
    }
  },
};

export const statementReviewed: Rule<Judged> = {
  name: 'statement-reviewed',
  about: 'The accessibility statement was reviewed within a year.',
  *find({ records, today }) {
    for (const record of records.site) {
      const parsed = parseDueDate(record.value.accessibility?.reviewed ?? '');
      if (!parsed.ok || parsed.date.latest === null) continue;
      if (parsed.date.latest >= yearBefore(today)) continue;
      yield at(record, ['accessibility', 'reviewed'], {
        message: `The accessibility statement was last reviewed ${parsed.date.when}, more than a year ago.`,
        advice:
          'Read it again on the site. Say under “tested” what is true now, and change “reviewed” to the day when you read it.',
      });
    }
  },
};
