import fc from 'fast-check';
import { expect, test } from 'vitest';
import { statusNames } from '../domain/status.ts';
import { publishedAction, type PublishedAction } from '../exports/actions-json.ts';
import { dataFilesIn } from '../records/data-files.ts';
import { linkRegister } from '../register/link.ts';
import { checkRecords, loadRecords } from '../records/load-records.ts';
import { addUpdate } from '../authoring/add-update.ts';
import { leadRoles, ragRatings } from '../schema/statement.ts';
import { soundFolder } from '../tests/fixtures/folders.ts';
import { findingsIn } from './findings.ts';
import { updateOf, type FormValues, linesToPaste } from './form-values.ts';
import { reportFacts } from './report-facts.ts';

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

/** Values as they come, with mistakes in most. */
const anyValues = (labels: readonly string[]): fc.Arbitrary<FormValues> =>
  fc.record({
    reported: fc.constantFrom('', ...dates, ...badDates),
    status: fc.constantFrom('', ...statusNames),
    status_text: maybe(words),
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
    milestones: stages(labels, ['', ...dates, 'soon']),
  });

/** Values in which nothing is wrong but what may hide in a text. */
const soundValues = (labels: readonly string[]): fc.Arbitrary<FormValues> =>
  fc.record({
    reported: fc.constantFrom(...dates),
    status: fc.constantFrom('', ...statusNames.filter((name) => name !== 'merged')),
    status_text: maybe(words),
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
    milestones: stages(labels, ['', ...dates]),
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

const reportWith = (values: (labels: readonly string[]) => fc.Arbitrary<FormValues>) =>
  fc
    .constantFrom(...actions)
    .chain((action) =>
      fc.tuple(fc.constant(action), values(action.milestones.map(({ label }) => label))),
    );

/** Pastes lines where the page says, by its words and by nothing else. */
function pasteAsTold(text: string, lines: string): string {
  const rows = text.split('\n');
  const updates = rows.findIndex((row) => row.startsWith('updates:'));
  const at =
    updates === -1
      ? rows.findIndex((row) => row.startsWith('source:'))
      : rows.findIndex((row, index) => index > updates && /^\S/.test(row));
  return [...rows.slice(0, at), lines + rows.slice(at).join('\n')].join('\n');
}

/** A sentence of the check without the part that says which update it is about. */
const bare = (text: string) => text.replaceAll(/ in entry \d+ of “updates”/g, '');

/** The update that values make, what the form finds in it, and the record after it was pasted. */
function filledIn(action: PublishedAction, values: FormValues) {
  const update = updateOf(values);
  const path = `plans/${action.plan}/actions/${action.ref}.yaml`;
  const record = files.find((file) => file.path === path)!;
  const before = new TextDecoder().decode(record.bytes);
  const after = pasteAsTold(before, linesToPaste(update, action));
  const changed = { path, bytes: new TextEncoder().encode(after) };
  const others = files.filter((file) => file !== record);
  const findings = findingsIn(update, { action, others: actions, facts }, 'types lines');
  return {
    update,
    before,
    after,
    findings,
    checked: checkRecords([...others, changed], 'data', today),
  };
}

test('the form finds in whatever is typed just what the check finds', () => {
  fc.assert(
    fc.property(reportWith(anyValues), ([action, values]) => {
      fc.pre(Object.keys(updateOf(values)).length > 0);
      const { findings, checked } = filledIn(action, values);
      const said = checked.problems.map(({ message, advice }) => bare(`${message} ${advice}`));
      const found = findings.map(({ message, advice }) => `${message} ${advice}`);
      expect([...new Set(found)].toSorted()).toEqual([...new Set(said)].toSorted());
    }),
    { numRuns: 200 },
  );
});

test('lines in which nothing is found, pasted where the page says, are read back as they were typed', () => {
  let sound = 0;
  fc.assert(
    fc.property(reportWith(soundValues), ([action, values]) => {
      const { update, before, after, findings, checked } = filledIn(action, values);
      if (findings.length > 0) return;
      sound++;
      expect(after).toBe(addUpdate(before, update));
      expect(checked.problems).toEqual([]);
      const news = checked.warnings.filter(({ message }) => !warned.has(message));
      expect(news).toEqual([]);
      const records = checked.records!.action;
      const { value } = records.find(({ id }) => id === `${action.plan}/${action.ref}`)!;
      // The check reads a letter that may be written in two ways as the one that Unicode prefers.
      const read = JSON.parse(JSON.stringify(update).normalize('NFC')) as typeof update;
      expect(value.updates!.at(-1)).toEqual(read);
    }),
    { numRuns: 200 },
  );
  expect(sound).toBeGreaterThan(50);
});
