import { parseDueDate } from '../../domain/due-date.ts';
import { yearBefore } from '../../domain/gaps.ts';
import { at, type Rule } from '../rule.ts';
import type { Judged } from './gaps.ts';

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
          'Read it again on the site. Say under “tested” what is true now, and change “reviewed” to the day on which you did.',
      });
    }
  },
};
