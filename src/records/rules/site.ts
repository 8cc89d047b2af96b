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

/** What a date in the settings or in a plan says of the past, with what to write in its place. */
const pastDates = {
  prepared: {
    what: 'The accessibility statement cannot have been prepared',
    write: 'Write the day on which you first read the statement and agreed it.',
  },
  reviewed: {
    what: 'The accessibility statement cannot have been reviewed',
    write: 'Write the day on which you last read the statement and agreed it.',
  },
  published: {
    what: 'The document cannot have been published',
    write: 'Write when it was published. If it is not out yet, leave “published” out.',
  },
  newest: {
    what: 'The newest progress report cannot be from',
    write:
      'Write the date of the newest one that there is. When the plan ends is written in “to”, below “period”.',
  },
} as const;

export const pastDateNotAhead: Rule<Judged> = {
  name: 'past-date-not-ahead',
  about:
    'No date on which something has happened, such as when a document was published, is in the future.',
  *find({ records, today }) {
    for (const { record, path, text, of } of pastDatesIn(records)) {
      const parsed = parseDueDate(text ?? '');
      if (!parsed.ok || parsed.date.earliest === null || parsed.date.earliest <= today) continue;
      const { what, write } = pastDates[of];
      const when = of === 'newest' ? parsed.date.name : parsed.date.when;
      yield at(record, path, {
        message: `${what} ${when}, which is still to come.`,
        advice: write,
      });
    }
  },
};

function pastDatesIn({ site, plan }: Records) {
  return [
    ...site.flatMap((record) =>
      (['prepared', 'reviewed'] as const).map((of) => ({
        record,
        path: ['accessibility', of],
        text: record.value.accessibility?.[of],
        of,
      })),
    ),
    ...plan.flatMap((record) => [
      {
        record,
        path: ['source', 'published'],
        text: record.value.source?.published,
        of: 'published' as const,
      },
      {
        record,
        path: ['reported', 'date'],
        text: record.value.reported?.date,
        of: 'newest' as const,
      },
    ]),
  ];
}

export const reviewedAfterPrepared: Rule<Records> = {
  name: 'reviewed-after-prepared',
  about: 'The accessibility statement was last reviewed when it was prepared, or later.',
  *find(records) {
    for (const record of records.site) {
      const { prepared, reviewed } = record.value.accessibility ?? {};
      const [first, last] = [prepared, reviewed].map((text) => parseDueDate(text ?? ''));
      if (!first?.ok || !last?.ok || first.date.earliest === null) continue;
      if (last.date.latest === null || last.date.latest >= first.date.earliest) continue;
      yield at(record, ['accessibility', 'reviewed'], {
        message: `The statement was reviewed ${last.date.when}, which is before it was prepared (${first.date.name}).`,
        advice:
          'Check both dates. If nobody has read it since it was prepared, write the same day in both.',
      });
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
