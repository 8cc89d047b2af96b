/**
 * A data folder with many actions, all alike in size to those of the real plans: ten to an outcome,
 * forty organisations, sixty months. The same number always gives the same records.
 *
 * @param actions how many; at least 10
 * @returns each record’s path in the data folder, and its text
 */
export function* madeUpRecords(actions: number): Iterable<readonly [path: string, text: string]> {
  const outcomes = Math.ceil(actions / 10);
  yield [
    'site.yaml',
    `name: Test promises
summary: See what was promised.
url: https://promises.example/
run_by: the tests
official: This site is made up.
contact: hello@promises.example
`,
  ];
  for (let index = 0; index < 40; index++) {
    yield [
      `organisations/org-${index}.yaml`,
      `name: Organisation number ${index}
kind: council
about: One of the bodies that look after carers.
basis:
  from: plan
`,
    ];
  }
  yield [
    'topics/breaks.yaml',
    'title: I need a break\ncovers: Time off from caring.\nother_words:\n  - respite\n',
  ];
  yield ['plans/big/plan.yaml', planOf(outcomes)];
  for (let index = 0; index < actions; index++) {
    const outcome = `1.${(index % outcomes) + 1}`;
    const reference = `${outcome}.${Math.floor(index / outcomes) + 1}`;
    yield [`plans/big/actions/${reference}.yaml`, actionOf(index, outcome)];
  }
}

const months = ['January', 'March', 'May', 'June', 'August', 'October'];

function actionOf(index: number, outcome: string): string {
  const due = `${months[index % 6]!} ${2018 + (index % 10)}`;
  return `title: Organisation ${index % 40} does thing number ${index} for carers
promise: >-
  Health services will align policies and practice to ensure that carers are recognised
  at every conversation from admission, within wards to hospital discharge (${index}).
outcome: "${outcome}"
leads:
  - org-${index % 40}
  - org-${(index + 1) % 40}
topics:
  - breaks
due: ${due}
measures:
  - Carer satisfaction improved.
  - Evidence of carers being recognised within inpatient settings.
updates:
  - reported: March 2022
    status: in progress
    text: Initial discussions taken place around amendments to discharge policy.
source:
  row: "${outcome}"
  lead: Organisation number ${index % 40}
`;
}

function planOf(outcomes: number): string {
  const list = Array.from(
    { length: outcomes },
    (_, index) => `      - id: "1.${index + 1}"
        title: Outcome number ${index + 1}
        wording: Carers get the breaks that they need.
`,
  );
  return `title: Big Plan
short_title: Big
code: big
publisher: org-1
area: Everywhere
period:
  from: April 2018
  to: March 2028
summary: What was promised.
source:
  title: Big Plan
licence:
  name: Not stated
reported:
  date: March 2022
  ground: The document says so.
statuses: As the plan has them.
themes:
  - id: "1"
    title: Help
    outcomes:
${list.join('')}`;
}
