import { parseDueDate } from '../../domain/due-date.ts';
import { startOfReportName } from '../../domain/report-name.ts';
import { listed } from '../../domain/words.ts';
import type { Records, Sourced } from '../records.ts';
import { at, type Rule } from '../rule.ts';
import { statementsByAction, statementsIn, type StatementIn } from '../statements.ts';
import type { Judged } from './gaps.ts';

type Statement = StatementIn<Sourced<'report'>>;

export const reportNamedByDate: Rule<Records> = {
  name: 'report-named-by-date',
  about:
    'The name of a report’s file starts with the date that the report gives, or with the first month of it.',
  *find(records) {
    for (const report of records.report) {
      const { reported } = report.value;
      const parsed = parseDueDate(reported ?? '');
      if (!parsed.ok) continue;
      const { display } = parsed.date;
      const slug = startOfReportName(parsed.date);
      const stem = report.id.split('/')[1]!;
      if (stem === slug || new RegExp(`^${slug}-[a-z]`).test(stem)) continue;
      const words = /(?:^|-)([a-z][a-z0-9-]*)$/.exec(stem.replace(/^[\d-]+/, ''))?.[1];
      const name = `${slug}${words === undefined ? '' : `-${words}`}.yaml`;
      yield at(report, ['reported'], {
        message: `This report is from ${display}, but the name of its file says otherwise: ${stem}.yaml.`,
        advice: `If the date is right, name the file ${name}. The name starts with the date; words after it start with a letter.`,
      });
    }
  },
};

export const reportAfterPlanBegan: Rule<Records> = {
  name: 'report-after-plan-began',
  about: 'Nothing is reported about a plan before it began.',
  *find(records) {
    const began = new Map(records.plan.map((plan) => [plan.id, plan.value.period?.from]));
    const told = new Set<string>();
    for (const { id, statement } of statementsByAction(records)) {
      const [plan] = id.split('/') as [string, string];
      const from = parseDueDate(began.get(plan) ?? '');
      if (!from.ok || from.date.earliest === null) continue;
      const { report, reported } = statement;
      if (reported === undefined || reported.latest === null) continue;
      if (reported.latest >= from.date.earliest || told.has(report.id)) continue;
      told.add(report.id);
      yield at(report, ['reported'], {
        message: `This report is from ${reported.display}, before the plan began (${from.date.display}).`,
        advice: `Check the year. If it is right, change “from” under “period” in data/plans/${plan}/plan.yaml.`,
        inBox: 'Check the year.',
      });
    }
  },
};

export const completedWhenReported: Rule<Records> = {
  name: 'completed-when-reported',
  about:
    'What a report calls complete was completed by the time of the report, unless its own words for the status name a later date.',
  *find(records) {
    for (const { statement } of statementsByAction(records)) {
      const completed = parseDueDate(statement.value.completed ?? '');
      const { reported } = statement;
      if (!completed.ok || completed.date.earliest === null) continue;
      if (reported === undefined || reported.latest === null) continue;
      if (completed.date.earliest <= reported.latest) continue;
      if (statement.value.status_text?.includes(completed.date.text)) continue;
      yield at(statement.report, [...statement.path, 'completed'], {
        message: `The report says that this was completed ${completed.date.when}, but the report itself is from ${reported.display}.`,
        advice:
          'Check both dates. What is not done yet is in progress. If the report itself calls it complete and names that date, give its words as “status_text”.',
        inBox: 'Check both dates. What is not done yet is in progress.',
      });
    }
  },
};

export const reportsGoForward: Rule<Records> = {
  name: 'reports-go-forward',
  about: 'If an earlier report says that work has begun, a later one does not say “not started”.',
  *find(records) {
    for (const statements of statementsIn(records).values()) {
      let begun: Statement | undefined;
      for (const statement of statements) {
        const { status } = statement.value;
        if (statement.secondOpinion || status === undefined) continue;
        if (status === 'in progress' || status === 'complete') begun = statement;
        if (status !== 'not started' || begun?.reported === undefined) continue;
        if (begun.reported.slug === statement.reported?.slug) continue;
        yield at(statement.report, [...statement.path, 'status'], {
          message: `This says “not started”, and an earlier report says “${begun.value.status!}” (${begun.reported.display}).`,
          advice:
            'Check which is right. If it stopped or starts again, say so in “text”, so that readers understand.',
        });
      }
    }
  },
};

export const reportNotAhead: Rule<Judged> = {
  name: 'report-not-ahead',
  about: 'No report is dated in the future.',
  *find({ records, today }) {
    for (const report of records.report) {
      const parsed = parseDueDate(report.value.reported ?? '');
      if (!parsed.ok || parsed.date.earliest === null || parsed.date.earliest <= today) continue;
      yield at(report, ['reported'], {
        message: `This report is dated ${parsed.date.display}, which is still to come.`,
        advice:
          'Write the date on which it was reported. A date by which something is promised is a due date.',
      });
    }
  },
};

export const correctionNotAhead: Rule<Judged> = {
  name: 'correction-not-ahead',
  about: 'No correction is dated in the future.',
  *find({ records, today }) {
    for (const record of [...records.plan, ...records.action, ...records.report]) {
      for (const [index, correction] of (record.value.corrections ?? []).entries()) {
        const parsed = parseDueDate(correction?.date ?? '');
        if (!parsed.ok || parsed.date.earliest === null || parsed.date.earliest <= today) continue;
        yield at(record, ['corrections', index, 'date'], {
          message: `This correction is dated ${parsed.date.display}, which is still to come.`,
          advice: 'Write the day on which you put the record right.',
        });
      }
    }
  },
};

export const correctionAfterReport: Rule<Records> = {
  name: 'correction-after-report',
  about: 'A report is corrected after it was made, and not before.',
  *find(records) {
    for (const report of records.report) {
      const reported = parseDueDate(report.value.reported ?? '');
      if (!reported.ok || reported.date.earliest === null) continue;
      for (const [index, correction] of (report.value.corrections ?? []).entries()) {
        const parsed = parseDueDate(correction?.date ?? '');
        if (!parsed.ok || parsed.date.latest === null) continue;
        if (parsed.date.latest >= reported.date.earliest) continue;
        yield at(report, ['corrections', index, 'date'], {
          message: `This correction of ${parsed.date.display} is older than the report, which is from ${reported.date.display}. It cannot have corrected anything.`,
          advice:
            'Write the day on which you put this record right. What was wrong in an older report is corrected in that one.',
        });
      }
    }
  },
};

export const reportsAgree: Rule<Records> = {
  name: 'reports-agree',
  about:
    'Two reports of the same date, by the publisher or a lead, do not give an action two statuses.',
  *find(records) {
    for (const [id, statements] of statementsIn(records)) {
      const own = statements.filter(({ secondOpinion, value }) => !secondOpinion && value.status);
      for (const [index, later] of own.entries()) {
        const earlier = own[index - 1];
        if (earlier?.reported === undefined) continue;
        if (earlier.reported.slug !== later.reported?.slug) continue;
        if (earlier.value.status === later.value.status) continue;
        yield at(later.report, [...later.path, 'status'], {
          message: `Two reports from ${later.reported.display} say different things about ${id.split('/')[1]!}: “${earlier.value.status!}” (${fileName(earlier)}) and “${later.value.status!}”.`,
          why: 'Readers must be told which is right.',
          advice:
            'Give each report its day, such as  reported: 14 June 2025 , and name its file after it. If one of them is wrong, correct that one.',
          inBox:
            'If both are right, write the day of yours as the date of the report, such as 14 June 2025. If the earlier one is wrong, write to us.',
        });
      }
    }
  },
};

export const reportedOnce: Rule<Records> = {
  name: 'reported-once',
  about: 'Two reports of the same month, by the same people, do not say the same about an action.',
  *find(records) {
    for (const { earlier, later, references } of repetitions(records)) {
      yield {
        ...at(later.report, later.path, {
          message: `The report ${fileName(earlier)} from the same month says exactly the same about ${listed(references)}.`,
          why: 'Readers would see it twice.',
          advice:
            'If it was put in twice, take it out of the file that was added last. If nothing else is in that file, delete the file. If both reports say it, leave it.',
          inBox: 'If this report was sent before, do not send it again.',
        }),
        also: earlier.report.file,
      };
    }
  },
};

/** What two reports both say: the first of it, and the numbers of all actions that it is about. */
interface Repetition {
  earlier: Statement;
  later: Statement;
  references: string[];
}

/** One for each two reports, however many actions they say the same about. */
function repetitions(records: Records): Iterable<Repetition> {
  const found = new Map<string, Repetition>();
  for (const [id, statements] of statementsIn(records)) {
    const reference = id.split('/')[1]!;
    for (const [index, later] of statements.entries()) {
      const earlier = statements.slice(0, index).find((one) => saysAgain(one, later));
      if (earlier === undefined) continue;
      const key = `${earlier.report.id} ${later.report.id}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, { earlier, later, references: [reference] });
      else known.references.push(reference);
    }
  }
  return found.values();
}

/** Whether the same people say the same again, with words of their own, in the same month. */
function saysAgain(earlier: Statement, later: Statement): boolean {
  return (
    later.value.text !== undefined &&
    monthOf(earlier) !== undefined &&
    monthOf(earlier) === monthOf(later) &&
    isSame(earlier.report.value.by, later.report.value.by) &&
    isSame(earlier.value, later.value)
  );
}

/** Both come from the schema, with their fields in its order. The form for reports has no `node:util`. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The month in which a statement was reported, where it is one month. */
function monthOf({ reported }: Statement): string | undefined {
  const month = reported?.earliest?.slice(0, 'YYYY-MM'.length);
  if (month === undefined || reported?.latest?.startsWith(month) !== true) return undefined;
  return month;
}

function fileName({ report }: Statement): string {
  return report.file.split('/').at(-1)!;
}
