import { describe, expect, test } from 'vitest';
import { reportProblems } from '../records/report/terminal.ts';
import { inReadersWords, type FixedField } from '../domain/fixed-parts.ts';
import { repository } from '../tests/fixtures/repository.ts';
import { withoutBrought } from '../records/problem.ts';

const action = 'plans/new/actions/1.1.1.yaml';
const staged = 'plans/old/actions/1.2.yaml';
const report = 'plans/new/reports/2023-01.yaml';
const reported = (lines: string) =>
  `reported: January 2023\nactions:\n  "1.1.1":\n${lines.replaceAll(/^/gm, '    ')}\n`;

test('a new report is told in plain sentences and refused by nothing', () => {
  const { edit, write, change } = repository();
  const lines = [
    'status: complete',
    'text: Breaks are paid for.',
    'due: June 2023',
    'leads: [trust]',
    'reason: The trust took over.',
  ];
  write(report, reported(lines.join('\n')));
  edit('organisations/trust.yaml', 'A charity.', 'A charity in the north.');
  const { problems, markdown, files } = change();
  expect(problems).toEqual([]);
  expect(markdown).toBe(`## What changed since \`HEAD\`

- The report from January 2023 on the plan “new” (2023-01.yaml) is new: by the publisher of the plan; about 1 action; source: it does not say where it can be read.
- NEW 1.1.1: status in progress → complete; due March 2023 → June 2023; lead NC, Carers team → Care Trust; reason: The trust took over; “Breaks are paid for”; reported in January 2023.
- The organisation “trust” changed: about.
`);
  expect([...files]).toEqual(['data/organisations/trust.yaml', `data/${report}`]);
});

test('no change is said to be none', () => {
  expect(repository().change().markdown).toContain('No record says anything different.');
});

test('a date that the site could not read may be written so that it can', () => {
  const { edit, commit, change } = repository();
  edit(action, 'due: Sept 22', 'due: Q1 2022');
  commit();
  edit(action, 'due: Q1 2022', 'due: Q1 2022/23');
  expect(change().problems).toEqual([]);
});

test('a number that is printed in another way is told', () => {
  const { edit, change } = repository();
  edit(action, 'title:', 'reference: WB-04\ntitle:');
  expect(change().markdown).toContain('number as printed none → “WB-04”.');
});

test('a new action is told', () => {
  const { copy, change } = repository();
  copy(action, 'plans/new/actions/1.1.3.yaml');
  const { problems, markdown } = change();
  expect(problems).toEqual([]);
  expect(markdown).toContain(
    '- NEW 1.1.3: new, “The carers team pays for short breaks”; due in September 2022; lead Carers team.',
  );
});

test('a report on stages is told from what to what', () => {
  const { write, change } = repository();
  write(
    'plans/old/reports/2020-05.yaml',
    `reported: May 2020
actions:
  "1.2":
    milestones:
      - label: Build it
        status: in progress
      - label: Open it
        status: in progress
        due: Dec 2020
    reason: A wall fell down.
`,
  );
  expect(change().markdown).toContain(
    '- OLD 1.2: “Build it”: status complete → in progress; “Open it”: due autumn 2020 → December 2020, status not reported → in progress; reason: A wall fell down; reported in May 2020.',
  );
});

test('a new action with stages is told with each of them', () => {
  const { copy, change } = repository();
  copy(staged, 'plans/old/actions/1.3.yaml');
  expect(change().markdown).toContain(
    '“The council opens a day centre”; “Build it” due between April 2018 and March 2019; “Open it” due in spring 2020; lead NC',
  );
});

test.each([
  [
    'a cell',
    'due: 2018/19 Build it, Spring 2020 Open it',
    'due: 2018/19 Build it, Summer 2020 Open it',
    'source: due “2018/19 Build it, Spring 2020 Open it” → “2018/19 Build it, Summer 2020 Open it”.',
  ],
  ['a new cell', 'row: "1.2"', 'row: "1.2"\n  lead: NC', 'source: lead none → “NC”'],
  [
    'a long note',
    'row: "1.2"',
    `row: "1.2"\n  note: ${'one two three four five '.repeat(20)}`,
    'none → “one two three four five one two three four five one two three four five one two three four five … one two three four five one two three four five one two three four five one two three four five”.',
  ],
  [
    'a repair',
    'row: "1.2"',
    'row: "1.2"\n  repaired:\n    - cell: progress\n      found: neid.\n      read: held.\n      why: A fault of the scan.',
    'source: repair added, in progress “neid.” read as “held.”.',
  ],
])('what changed in the plan’s own words is told: %s', (_name, from, to, told) => {
  const { edit, change } = repository();
  edit(staged, from, to);
  expect(change().markdown).toContain(`- OLD 1.2: source: `);
  expect(change().markdown).toContain(told);
});

const breaches: [name: FixedField, rule: string, path: string, from: string, to: string][] = [
  ['promise', 'promise-kept', action, 'will pay for short', 'may pay for short'],
  ['due', 'first-due-kept', action, 'due: Sept 22', 'due: Mar 23'],
  ['due', 'first-due-kept', action, 'due: Sept 22\n', ''],
  ['leads', 'first-leads-kept', action, '  - carers-team', '  - council'],
  ['milestones', 'first-milestones-kept', staged, 'due: Spring 2020', 'due: Autumn 2020'],
  [
    'milestones',
    'first-milestones-kept',
    staged,
    'label: Open it\n    due: Spring',
    'label: Start it\n    due: Spring',
  ],
  ['source', 'source-kept', action, 'lead: Carers team', 'lead: The council'],
  ['measures', 'measures-kept', action, '- More breaks taken', '- Some breaks taken'],
  ['measures', 'measures-kept', action, 'measures:\n  - More breaks taken\n', ''],
];

describe.each(breaches)(
  'a change of what was first published: %s by %s',
  (what, rule, path, from, to) => {
    test('is refused, with how to report it or to correct it', () => {
      const { edit, change } = repository();
      edit(path, from, to);
      const { problems } = change();
      expect([...new Set(problems.map((problem) => problem.rule))]).toContain(rule);
      for (const problem of problems) {
        expect(problem.file).toBe(`data/${path}`);
        expect(problem.advice).toContain(`what: ${what}`);
      }
    });

    test('is taken with a dated correction that is new', () => {
      const { edit, change } = repository();
      edit(path, from, to);
      const correction = `corrections:\n  - date: 3 January 2023\n    what: ${what}\n    why: It was misread.\nsource:`;
      edit(path, 'source:', correction);
      const { problems, markdown, checked } = change();
      expect(problems.filter((problem) => problem.rule === rule)).toEqual([]);
      expect(checked.problems.filter(({ message }) => message.includes('corrections'))).toEqual([]);
      expect(markdown).toContain(
        `corrected on 3 January 2023: ${inReadersWords(what)}. It was misread.`,
      );
    });
  },
);

test('every refusal is pinned word for word', async () => {
  const told: string[] = [];
  for (const [name, , path, from, to] of breaches) {
    const { edit, change } = repository();
    edit(path, from, to);
    told.push(`## ${name}\n\n${change().markdown}\n${reportProblems(change().problems)}`);
  }
  await expect(told.join('\n')).toMatchFileSnapshot('../tests/fixtures/guard-report.txt');
});

test('a correction of one field does not excuse another, nor does an old one', () => {
  const { edit, change, commit } = repository();
  edit(
    action,
    'source:',
    'corrections:\n  - date: 3 January 2023\n    what: due\n    why: It was misread.\nsource:',
  );
  edit(action, 'will pay for short', 'may pay for short');
  expect(
    change()
      .problems.map(({ rule }) => rule)
      .sort(),
  ).toEqual(['correction-corrects', 'promise-kept']);

  commit();
  edit(action, 'due: Sept 22', 'due: Mar 23');
  expect(change().problems.map(({ rule }) => rule)).toEqual(['first-due-kept']);
  edit(action, '    why: It was misread.', '    why: It was read right.');
  expect(change().problems.map(({ rule }) => rule)).toContain('corrections-kept');
});

test('a removed or renamed action is refused', () => {
  const { copy, remove, change } = repository();
  remove('plans/new/actions/2.1.1.yaml');
  copy('plans/new/actions/1.1.2.yaml', 'plans/new/actions/1.1.9.yaml');
  remove('plans/new/actions/1.1.2.yaml');
  const { problems, markdown } = change();
  expect(problems.map(({ message }) => message)).toEqual([
    'The record of NEW 1.1.2 was renamed: it is now data/plans/new/actions/1.1.9.yaml.',
    'The record of NEW 2.1.1 was removed.',
  ]);
  expect(markdown).toContain('NEW 2.1.1: removed.');
});

describe.each([
  ['the organisation “trust”', 'organisations/trust.yaml', 'organisations/care-trust.yaml'],
  ['the topic “breaks”', 'topics/breaks.yaml', 'topics/respite.yaml'],
])('%s, which is still named, is told once', (called, path, name) => {
  const told = (change: ReturnType<typeof repository>['change']) =>
    change()
      .problems.filter(({ rule }) => ['organisation-kept', 'topic-kept'].includes(rule))
      .map(({ file, message, advice }) => {
        expect(advice).toContain(`data/${path}`);
        return `${file}: ${message}`;
      });

  test('where its file is removed', () => {
    const { remove, change } = repository();
    remove(path);
    expect(told(change)).toEqual([
      `data/${path}: The record of ${called} was removed, and 2 files still name it.`,
    ]);
  });

  test('where its file is renamed', () => {
    const { copy, remove, change } = repository();
    copy(path, name);
    remove(path);
    expect(told(change)).toEqual([
      `data/${name}: The record of ${called} was renamed, and 2 files still use its old name.`,
    ]);
  });
});

describe('an abbreviation that a text still uses', () => {
  const entry = 'glossary/hr.yaml';
  const published = () => {
    const records = repository();
    records.edit(action, 'title: ', 'title: HR and ');
    records.commit();
    return records;
  };
  const told = ({ change }: ReturnType<typeof repository>) => {
    const { problems, checked } = change();
    expect(withoutBrought(checked.problems, problems)).toEqual([]);
    return problems.map(({ file, message, advice }) => [file, message, advice]);
  };

  test('is not left without its entry', () => {
    const records = published();
    records.remove(entry);
    expect(told(records)).toEqual([
      [
        `data/${entry}`,
        'The glossary entry that explained “HR” was removed, and 1 file still uses it.',
        `Put the file data/${entry} back.`,
      ],
    ]);
  });

  test('is not left out of its entry', () => {
    const records = published();
    records.edit(entry, 'term: HR', 'term: people team');
    expect(told(records)).toEqual([
      [
        `data/${entry}`,
        'This glossary entry no longer explains “HR”, and 1 file still uses it.',
        'Write again:  term: HR',
      ],
    ]);
  });

  test('may have its entry in another file', () => {
    const records = published();
    records.copy(entry, 'glossary/human-resources.yaml');
    records.remove(entry);
    expect(told(records)).toEqual([]);
  });
});

test.each([
  ['an organisation', 'organisations/trust.yaml', undefined],
  ['an organisation', 'organisations/trust.yaml', 'organisations/care-trust.yaml'],
  ['a topic', 'topics/breaks.yaml', undefined],
  ['a topic', 'topics/breaks.yaml', 'topics/breaks-2.yaml'],
  ['an action', 'plans/old/actions/1.2.yaml', undefined],
])('what names %s that is gone is not led to another one: %s → %s', (_, path, renamed) => {
  const { copy, remove, change } = repository();
  if (renamed !== undefined) copy(path, renamed);
  remove(path);
  const { problems, checked } = change();
  const guessed = checked.problems.filter(({ rule }) =>
    [
      'organisation-exists',
      'topic-exists',
      'reported-action-exists',
      'merged-into-exists',
    ].includes(rule),
  );
  expect(guessed.length).toBeGreaterThan(1);
  expect(withoutBrought(guessed, problems)).toEqual([]);
});

test('a removed action is told with the reports that still name it', () => {
  const { remove, change } = repository();
  remove('plans/old/actions/1.2.yaml');
  const [told] = change().problems.filter(({ rule }) => rule === 'action-kept');
  expect(told!.message).toContain('still name it: data/plans/old/reports/2019-07.yaml and data/');
  expect(told!.advice).toMatch(/^Put the file 1\.2\.yaml back\./);
});

test('an organisation that nobody names may go', () => {
  const { write, remove, commit, change } = repository();
  write('organisations/bank.yaml', 'name: Time Bank\nkind: charity\nabout: A charity.\n');
  commit();
  remove('organisations/bank.yaml');
  expect(change().problems).toEqual([]);
});

test('a date that says the same in other words is told as such', () => {
  const { edit, change } = repository();
  edit(action, 'due: Sept 22', 'due: September 2022');
  const { problems, markdown } = change();
  expect(problems.map(({ message }) => message)).toEqual([
    'The due date of NEW 1.1.1 is the same, but it is written in another way: “Sept 22” before, and “September 2022” now.',
  ]);
  expect(problems[0]!.advice).toMatch(/^Put it back: {2}due: Sept 22\n/);
  expect(problems[0]!.advice).not.toContain('reported:');
  expect(markdown).toContain('first due date “Sept 22” → “September 2022”');
});

test('leads in another order are told as such', () => {
  const { edit, commit, change } = repository();
  edit(action, '  - carers-team', '  - carers-team\n  - council');
  commit();
  edit(action, '  - carers-team\n  - council', '  - council\n  - carers-team');
  const { problems } = change();
  expect(problems.map(({ message }) => message)).toEqual([
    'The leads of NEW 1.1.1 are in another order.',
  ]);
  expect(problems[0]!.advice).not.toContain('reported:');
});

describe('what comes of something that must stay is not told beside it', () => {
  const left = ({ change }: ReturnType<typeof repository>) => {
    const { problems, checked } = change();
    expect(problems.length).toBe(1);
    return withoutBrought(checked.problems, problems).map(({ message }) => message);
  };

  test('an action is gone, and nothing serves its outcome', () => {
    const records = repository();
    records.remove('plans/new/actions/2.1.1.yaml');
    records.remove('plans/new/actions/2.1.2.yaml');
    const { problems, checked } = records.change();
    expect(checked.problems.map(({ rule }) => rule)).toContain('outcome-has-action');
    expect(withoutBrought(checked.problems, problems)).toEqual([]);
  });

  test('an organisation is gone, and nothing explains its short name', () => {
    const records = repository();
    records.edit(
      'organisations/trust.yaml',
      'name: Care Trust',
      'name: Care Trust\nshort_name: QCT',
    );
    records.edit(action, 'title: ', 'title: QCT and ');
    records.commit();
    records.remove('organisations/trust.yaml');
    expect(left(records)).toEqual([]);
  });

  test('a plan has the code of another one', () => {
    const records = repository();
    records.edit('plans/new/plan.yaml', 'code: new', 'code: old');
    expect(left(records).filter((message) => message.includes('code'))).toEqual([]);
  });

  test('a report has another date, and not the name for it', () => {
    const records = repository();
    records.edit('plans/new/reports/2022-06.yaml', 'reported: June 2022', 'reported: July 2022');
    expect(left(records)).toEqual([]);
  });
});

test('another code of a plan is refused', () => {
  const { edit, change } = repository();
  edit('plans/new/plan.yaml', 'code: new', 'code: newer');
  expect(change().problems.map(({ rule }) => rule)).toEqual(['plan-code-kept']);
});

test('a measure that was missed may be added', () => {
  const { edit, change } = repository();
  edit(action, '- More breaks taken', '- More breaks taken\n  - Carers sleep better');
  expect(change().problems).toEqual([]);
});

describe('the official wording of an outcome', () => {
  const plan = 'plans/new/plan.yaml';
  const correction =
    'corrections:\n  - date: 3 January 2023\n    outcome: "1.1"\n    why: A line was missing.\n';

  test.each([
    [
      'rewritten',
      'wording: Carers can rest.',
      'wording: Carers may rest.',
      'The wording of the outcome “1.1” was changed.',
      'The plan “new”: wording of the outcome 1.1 “Carers can rest.” → “Carers may rest.”',
    ],
    [
      'under another number',
      'id: "1.1"',
      'id: "1.2"',
      'The outcome “1.1” is now “1.2”, and 2 files still use its old name.',
      'The plan “new”: the outcome 1.1 was taken out.',
    ],
  ])('is not %s without a correction', (_name, from, to, message, told) => {
    const { edit, change } = repository();
    edit(plan, from, to);
    const refused = change();
    expect(refused.problems.map((problem) => problem.message)).toEqual([message]);
    expect(refused.problems[0]!.advice).toContain(correction.slice(0, 'corrections:'.length));
    expect(refused.markdown).toContain(told);
    edit(plan, 'themes:', `${correction}themes:`);
    const taken = change();
    expect(taken.problems).toEqual([]);
    expect(taken.markdown).toContain(
      'The plan “new”: corrected on 3 January 2023: the outcome 1.1. A line was missing.',
    );
  });

  test.each([
    ['has another number', 'id: "1.1"', 'id: "1.2"', 'The outcome “1.1” is now “1.2”'],
    [
      'is gone',
      'id: "1.1"\n        title: Carers rest\n        wording: Carers can rest.',
      'id: "1.2"\n        title: Carers sleep\n        wording: Carers can sleep.',
      'The outcome “1.1” was taken out, or has another number or name, and 2 files still name it.',
    ],
  ])('that %s is told once, and its actions are led to no other', (_, from, to, message) => {
    const { read, write, change } = repository();
    write(plan, read(plan).replace(from, to));
    const { problems, checked } = change();
    expect(problems.map((problem) => problem.message)).toEqual([expect.stringContaining(message)]);
    expect(withoutBrought(checked.problems, problems)).toEqual([]);
  });

  test('a correction of it stays', () => {
    const { edit, change, commit } = repository();
    edit(plan, 'themes:', `${correction}themes:`);
    commit();
    edit(plan, correction, '');
    expect(change().problems.map(({ message }) => message)).toEqual([
      'The correction of the plan “new” from 3 January 2023 was changed or taken out.',
    ]);
  });
});

test('a late report may be put between two earlier ones', () => {
  const { write, change } = repository();
  write(
    'plans/new/reports/2022-07.yaml',
    'reported: July 2022\nactions:\n  "1.1.1":\n    text: It went on.\n',
  );
  const { problems, markdown } = change();
  expect(problems).toEqual([]);
  expect(markdown).toContain('NEW 1.1.1: “It went on”; reported in July 2022.');
});

test('another way of writing the same says nothing new', () => {
  const { edit, change } = repository();
  edit(
    action,
    'promise: The carers team will pay for short breaks.',
    'promise: >-\n  The carers team will pay\n  for short breaks.',
  );
  const { problems, markdown } = change();
  expect(problems).toEqual([]);
  expect(markdown).toContain('No record says anything different');
});

test('what editors wrote is text in the Markdown, not markup', () => {
  const { write, change } = repository();
  write(report, reported('text: "See <b>this</b> [x](https://x.example) @someone"'));
  expect(change().markdown).toContain(
    String.raw`See \<b\>this\</b\> \[x\](https://x.example) @&#8203;someone`,
  );
});

/** The same change of meaning, typed in every way that we could think of. */
const typedOtherwise: Record<string, (text: string) => string> = {
  'a byte order mark': (text) => `\uFEFF${text}`,
  'line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'line ends of old Macs': (text) => text.replaceAll('\n', '\r'),
  'no line end': (text) => text.trimEnd(),
  'a list in one line': (text) => text.replace(/leads:\n {2}- (.*)/, 'leads: [ "$1" ]'),
  'the old words in a note': (text) => text.replace('promise: ', '# promise: old\npromise: '),
  'marks around the name': (text) => text.replace('promise:', '"promise":'),
  'a question mark before the name': (text) => text.replace(/promise: (.*)/, '? promise\n: $1'),
  'a tag': (text) => text.replace('promise: ', 'promise: !!str '),
  'a block': (text) => text.replace(/promise: (.*)/, 'promise: |-\n  $1'),
  'fields in another order': (text) =>
    text
      .split(/^(?=\w)/m)
      .toReversed()
      .join(''),
};

test.each(Object.entries(typedOtherwise))('%s: no way to hide a changed promise', (_name, type) => {
  const { read, write, change } = repository();
  write(action, type(read(action)));
  expect(change().problems).toEqual([]);
  write(action, read(action).replaceAll('The carers team will pay for short breaks.', 'Nothing.'));
  expect(change().problems.map(({ message }) => message)).toEqual([
    'The promise of NEW 1.1.1 was changed.',
  ]);
});

/** What cannot be read, or would be read by nobody, is refused by the check itself. */
const refused: Record<string, (text: string) => string> = {
  'the field twice': (text) => `${text}promise: Nothing.\n`,
  'an anchor': (text) => text.replace('promise: ', 'promise: &a Nothing. '),
  'an alias': (text) => `${text}measures: [&a b]\n`.replace(/promise: .*/, 'promise: *a'),
  'a merge': (text) => text.replace(/promise: .*/, '<<: {promise: Nothing.}'),
  'a second document': (text) => `${text}---\npromise: Nothing.\n`,
  'a directive': (text) => `%TAG ! tag:a,2000:\n---\n${text}`,
};

test.each(Object.entries(refused))('%s: refused by the check', (_name, type) => {
  const { read, write, change } = repository();
  write(action, type(read(action)));
  const { problems } = change().checked;
  expect(problems.map(({ file }) => file)).toContain(`data/${action}`);
});

describe('what an action carries on from an earlier plan', () => {
  const other = 'plans/new/actions/1.1.2.yaml';
  const corrected = `corrections:
  - date: 3 January 2023
    what: continues
    why: The new plan names another one.
`;
  const withLink = () => {
    const records = repository();
    const before = records.read(action);
    records.write(action, `${before}continues: old-1-2\n`);
    records.commit();
    return { ...records, before };
  };

  test('may be added later, and is told', () => {
    const { read, write, change } = repository();
    write(other, `${read(other)}continues: old-1-2\n`);
    const { problems, markdown } = change();
    expect(problems).toEqual([]);
    expect(markdown).toContain('- NEW 1.1.2: carries on none → old-1-2.');
  });

  test('may have another one added, as a list', () => {
    const { before, write, change } = withLink();
    write(action, `${before}continues: [old-1-2, old-1-10]\n`);
    const { problems, markdown } = change();
    expect(problems).toEqual([]);
    expect(markdown).toContain('carries on old-1-2 → old-1-2, old-1-10.');
  });

  test('is not taken out without a correction', () => {
    const { before, write, change } = withLink();
    write(action, `${before}continues: old-1-10\n`);
    const { problems } = change();
    expect(problems.map(({ rule, message }) => [rule, message])).toEqual([
      ['continued-kept', 'NEW 1.1.1 no longer says that it carries on “old-1-2”.'],
    ]);
    expect(problems[0]!.advice).toContain('continues: [old-1-10, old-1-2]');
    write(action, `${before}continues: old-1-10\n${corrected}`);
    expect(change().problems).toEqual([]);
  });

  test('is told of a new action', () => {
    const { read, write, change } = repository();
    write(
      'plans/new/actions/1.1.3.yaml',
      `${read(action).replace('short breaks\n', 'long breaks\n')}continues: old-1-2\n`,
    );
    expect(change().markdown).toContain('lead Carers team; carries on old-1-2.');
  });
});
