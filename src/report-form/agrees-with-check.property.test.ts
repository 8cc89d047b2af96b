import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDueDate } from '../domain/due-date.ts';
import { statusNames } from '../domain/status.ts';
import { publishedAction, type PublishedAction } from '../exports/actions-json.ts';
import { dataFilesIn } from '../records/data-files.ts';
import { linkRegister } from '../register/link.ts';
import { checkRecords, loadRecords } from '../records/load-records.ts';
import { leadRoles, ragRatings } from '../schema/statement.ts';
import { soundFolder } from '../tests/fixtures/folders.ts';
import { findingsIn } from './findings.ts';
import {
  nobodyListed,
  notPublished,
  reportOf,
  type FormValues,
  type StatementValues,
} from './form-values.ts';
import { reportFacts } from './report-facts.ts';
import { reportText } from '../authoring/report-text.ts';
import { reportFile } from './report-file.ts';

const today = '2026-11-22';
const files = dataFilesIn(soundFolder);
const register = linkRegister(loadRecords(soundFolder).records!, today);
const facts = reportFacts(register);
const actions = register.actions.map((action) =>
  publishedAction(action, new URL('https://promises.example/')),
);
const warned = new Set(checkRecords(files, 'data', today).warnings.map(({ message }) => message));

/** What people type and paste, with much that YAML, the reader or the rules may stumble over. */
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.lorem({ maxCount: 6 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  fc.constantFrom(
    ...[': ', ' #', '#', '- ', '\n- ', '\n\n', '\n  ', '"', "'", '“', '”', '[', '{', '|', '>', '%'],
    ...['@', '`', '! ', '&a', '*a', '? ', '---\n', '...\n', '\n<<<<<<< a\n', '=======', '• ', '\t'],
    ...['\r\n', '\u00a0', '\u200b', '\ufeff', '\u2028', '\0', '~', 'null', 'yes', '012', '1e3'],
    ...['n/a', 'QZX', 'text: ', 'updates:\n', 'due:now', '\\', 'é', '🎉', 'a'.repeat(120)],
    'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2F&data=05',
  ),
);
const words = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''));
const maybe = (text: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), text);
const dates = ['3 May 2024', 'June 2024', 'Spring 2025', '2024/25', '  7 May 2024\u00a0'];
const badDates = ['June 2015', 'May 2022', 'ongoing', '31 June 2024', '45000', 'tbc', 'sprig 2021'];

/** Whether a date has a beginning and an end, as that of a report must. */
function isFixed(text: string): boolean {
  const parsed = parseDueDate(text);
  return parsed.ok && parsed.date.earliest !== null && parsed.date.latest !== null;
}

/** Who reports and where, as it comes. */
const anyHead = {
  reported: fc.constantFrom('', ...dates, ...badDates),
  by: fc.constantFrom('', 'trust', 'council', nobodyListed),
  by_name: maybe(words),
  by_website: fc.constantFrom('', 'https://group.example/', 'http://group.example', 'group'),
  access: fc.constantFrom('', notPublished),
  title: maybe(words),
  url: fc.constantFrom('', 'https://paper.example/7', 'www.paper.example', 'javascript:alert(1)'),
  page: fc.constantFrom('', '12', '3.1', 'null'),
  archived: fc.constantFrom('', 'https://archive.example/7', 'archive'),
  note: maybe(words),
};

/** The same with nothing wrong but what may hide in a text. */
const soundHead = {
  ...anyHead,
  reported: fc.constantFrom(...dates),
  by_name: fc.lorem().map((name) => `Group ${name}`.slice(0, 100)),
  by_website: fc.constantFrom('', 'https://group.example/'),
  title: fc.lorem().map((title) => `Paper: ${title}`.slice(0, 100)),
  url: fc.constantFrom('', 'https://paper.example/7'),
  archived: fc.constantFrom('', 'https://archive.example/7'),
  note: fc.lorem().map((note) => `Kept: ${note}`.slice(0, 400)),
};

/** What is said of an action, with mistakes in most. */
const anyStatement = ({ ref, milestones }: PublishedAction): fc.Arbitrary<StatementValues> =>
  fc.record({
    ref: fc.constant(ref),
    status: fc.constantFrom('', ...statusNames),
    status_text: maybe(words),
    completed: fc.constantFrom('', ...dates, ...badDates),
    rag: fc.constantFrom('', ...ragRatings),
    text: maybe(words),
    merged_into: fc.constantFrom('', 'old-1-2', 'new-1-1-1', 'new-9', 'OLD 1.2'),
    due: fc.constantFrom('', ...dates, ...badDates),
    leads: fc.array(
      fc.record({
        organisation: fc.constantFrom('', 'council', 'Council', 'nobody', 'trust, council'),
        role: fc.constantFrom(...leadRoles),
      }),
      { maxLength: 3 },
    ),
    reason: maybe(words),
    milestones: stages(
      milestones.map(({ label }) => label),
      ['', ...dates, 'soon'],
    ),
  });

/** The same with nothing wrong but what may hide in a text. */
const soundStatement = ({ ref, milestones }: PublishedAction): fc.Arbitrary<StatementValues> =>
  fc.record({
    ref: fc.constant(ref),
    status: fc.constantFrom('', ...statusNames.filter((name) => name !== 'merged')),
    status_text: maybe(words),
    completed: fc.constantFrom('', '30 June 2022'),
    rag: fc.constantFrom('', ...ragRatings),
    text: words,
    merged_into: fc.constant('new-9'),
    due: fc.constantFrom('', 'Ongoing', ...dates),
    leads: fc.array(
      fc.record({
        organisation: fc.constantFrom('', 'council', 'trust'),
        role: fc.constantFrom(...leadRoles),
      }),
      { maxLength: 3 },
    ),
    reason: fc.lorem().map((text) => `Why: ${text}`),
    milestones: stages(
      milestones.map(({ label }) => label),
      ['', ...dates],
    ),
  });

function stages(labels: readonly string[], due: readonly string[]) {
  return fc.tuple(
    ...labels.map((label) =>
      fc.record({
        label: fc.constant(label),
        status: fc.constantFrom('', ...statusNames),
        due: fc.constantFrom(...due),
      }),
    ),
  );
}

/** A report on up to three actions of one plan. */
const reportWith = (
  head: typeof anyHead,
  statement: (action: PublishedAction) => fc.Arbitrary<StatementValues>,
): fc.Arbitrary<[PublishedAction[], FormValues]> =>
  fc
    .constantFrom(...actions)
    .chain(({ plan }) =>
      fc.uniqueArray(fc.constantFrom(...actions.filter((action) => action.plan === plan)), {
        minLength: 1,
        maxLength: 3,
      }),
    )
    .chain((about) =>
      fc.tuple(
        fc.constant(about),
        fc.record({ ...head, actions: fc.tuple(...about.map(statement)) }),
      ),
    );

/** The name of an earlier report’s file is not known to the form. */
const bare = (text: string) => text.replaceAll(/(“[a-z ]+”) \([^()]+\)/g, '$1');

/** The report that values make, what the form finds in it, and what the check says with its file. */
function madeOf(about: PublishedAction[], values: FormValues) {
  const report = reportOf(values);
  const plan = about[0]!.plan;
  const surroundings = { plan, actions: about, others: actions, facts, today };
  const findings = findingsIn(report, surroundings, 'types lines');
  const { path, text } = reportFile(report, about[0]!, facts);
  const file = path.slice(path.indexOf('/plans/') + 1);
  const bytes = new TextEncoder().encode(text);
  return {
    report,
    findings,
    id: file.replace(/^plans\/(.*)\/reports\/(.*)\.yaml$/, '$1/$2'),
    checked: checkRecords([...files, { path: file, bytes }], 'data', today),
  };
}

test('the form finds in whatever is typed just what the check finds', () => {
  fc.assert(
    fc.property(reportWith(anyHead, anyStatement), ([about, values]) => {
      // The name of a file whose date cannot be read is nobody’s to choose.
      fc.pre(isFixed(values.reported));
      const { findings, checked } = madeOf(about, values);
      const said = checked.problems.map(({ message, advice }) => bare(`${message} ${advice}`));
      const found = findings.map(({ message, advice }) => bare(`${message} ${advice}`));
      expect([...new Set(found)].toSorted()).toEqual([...new Set(said)].toSorted());
    }),
    { numRuns: 200 },
  );
});

test.each(['', ...badDates].filter((date) => !isFixed(date)))(
  'the date “%s” is refused in the words of the check',
  (reported) => {
    const [about, values] = fc.sample(reportWith(soundHead, soundStatement), {
      numRuns: 1,
      seed: 7,
    })[0]!;
    const report = reportOf({ ...values, reported });
    const { plan } = about[0]!;
    const around = { plan, actions: about, others: actions, facts, today };
    const found = findingsIn(report, around, 'types lines').filter(
      ({ path }) => path[0] === 'reported',
    );
    const text =
      reported === '' ? reportText(report).replace(/^reported: .*\n/, '') : reportText(report);
    const file = {
      path: `plans/${plan}/reports/2024-06.yaml`,
      bytes: new TextEncoder().encode(text),
    };
    const { problems } = checkRecords([...files, file], 'data', today);
    expect(problems.map(({ message }) => message)).toEqual(
      expect.arrayContaining(found.map(({ message }) => message)),
    );
    expect(found.length).toBe(1);
  },
);

/** What stops nothing, and is asked about in the pull request. */
const askedLater = new Set([
  'reports-go-forward',
  'status-agrees',
  'letters-whole',
  'no-marks-in-text',
  'text-says-something',
]);

test('a report in which nothing is found, written as a file, passes the check and is read back as it was typed', () => {
  let sound = 0;
  fc.assert(
    fc.property(reportWith(soundHead, soundStatement), ([about, values]) => {
      const { report, findings, id, checked } = madeOf(about, values);
      if (findings.length > 0) return;
      sound++;
      expect(checked.problems).toEqual([]);
      const news = checked.warnings.filter(
        ({ message, rule }) => !warned.has(message) && !askedLater.has(rule),
      );
      expect(news).toEqual([]);
      const { value } = checked.records!.report.find((record) => record.id === id)!;
      // The check reads a letter that may be written in two ways as the one that Unicode prefers.
      const read = JSON.parse(JSON.stringify(report).normalize('NFC')) as typeof report;
      expect(value).toEqual(read);
    }),
    { numRuns: 200 },
  );
  expect(sound).toBeGreaterThan(50);
});
