import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One edit of the records of the two plans as an editor would make it, with nothing wrong in it. */
export interface CorrectEdit {
  name: string;
  /** Changes a data folder that holds the two plans and the edits before this one. */
  apply: (folder: string) => void;
}

const doncaster = 'plans/doncaster';
const national = 'plans/national';

/** One edit of each kind, in the order in which they are made. */
export const correctEdits: readonly CorrectEdit[] = [
  {
    name: 'a report',
    apply: (folder) =>
      addReport(folder, doncaster, '2026-10-14-hospital', '2.1.2', [
        'reported: 14 October 2026',
        'status: in progress',
        'text: The discharge policy was agreed, and the wards are being told.',
      ]),
  },
  {
    name: 'a moved date',
    apply: (folder) =>
      addReport(folder, doncaster, '2026-10-new-contract', '3.1.1', [
        'reported: October 2026',
        'due: Spring 2027',
        'reason: The new contract started late.',
      ]),
  },
  {
    name: 'a changed lead',
    apply: (folder) =>
      addReport(folder, doncaster, '2026-10-two-teams', '1.1.1', [
        'reported: October 2026',
        'leads: [carers-lead, adult-social-care]',
        'reason: The council moved the work to two teams.',
      ]),
  },
  {
    name: 'a completed action',
    apply: (folder) =>
      addReport(folder, doncaster, '2026-10-training', '1.2.1', [
        'reported: October 2026',
        'status: complete',
        'text: All staff who meet the public have been trained.',
      ]),
  },
  {
    name: 'a withdrawn action',
    apply: (folder) =>
      addReport(folder, doncaster, '2026-10-framework', '4.1.1', [
        'reported: October 2026',
        'status: withdrawn',
        'reason: The framework was not agreed.',
      ]),
  },
  {
    name: 'a merged action',
    apply: (folder) =>
      addReport(folder, doncaster, '2026-10-one-system', '1.1.2', [
        'reported: October 2026',
        'status: merged',
        'merged_into: don-1-1-1',
        'reason: Both are about the same computer system.',
      ]),
  },
  {
    name: 'a correction of the transcription',
    apply: (folder) => {
      edit(folder, `${doncaster}/actions/1.3.1.yaml`, (text) =>
        text
          .replace(/^due: .*$/m, 'due: Jul 22')
          .replace(
            /^source:$/m,
            'corrections:\n  - date: 2 November 2026\n    what: due\n    why: We copied the date of the row below.\nsource:',
          ),
      );
    },
  },
  {
    name: 'a new organisation',
    apply: (folder) =>
      write(
        folder,
        'organisations/home-health-team.yaml',
        `name: Home Health Team
kind: team
about: Nurses who visit people at home.
basis:
  from: general knowledge
  note: The plan names the team and says no more.
`,
      ),
  },
  {
    name: 'a new action, without the line that names its schema',
    apply: (folder) =>
      write(
        folder,
        `${doncaster}/actions/6.7.2.yaml`,
        `title: Tell carers where they can get a health check
promise: The team will tell carers where they can get a health check.
outcome: "6.7"
leads: [home-health-team]
topics: [my-health]
source:
  row: "6.7"
`,
      ),
  },
  {
    name: 'a new outcome, with the action that serves it',
    apply: (folder) => {
      edit(
        folder,
        'plans/doncaster/plan.yaml',
        (text) => `${text.trimEnd()}
      - id: "6.8"
        title: Carers can get a health check at home
        wording: Carers who cannot leave home have health checks there.
`,
      );
      write(
        folder,
        `${doncaster}/actions/6.8.1.yaml`,
        `title: Offer health checks at home
promise: The team will offer health checks at home to carers who cannot leave it.
outcome: "6.8"
leads: [home-health-team]
topics: [my-health]
due: March 2027
source:
  row: "6.8"
`,
      );
    },
  },
  {
    name: 'a new glossary term',
    apply: (folder) =>
      write(
        folder,
        'glossary/health-check.yaml',
        `term: Health check
meaning: A talk with a nurse about how you are, with a few simple tests.
basis:
  from: general knowledge
  note: The plan does not explain it.
`,
      ),
  },
  {
    name: 'a third plan, in which nothing has been reported',
    apply: (folder) => {
      write(
        folder,
        'plans/anytown/plan.yaml',
        `title: Anytown Carers Plan 2026
short_title: Anytown plan
code: any
publisher: anytown-council
area: Anytown
period:
  from: April 2026
  to: March 2028
summary: What the council of Anytown promises to carers.
source:
  title: Anytown Carers Plan 2026
licence:
  name: Not stated
reported:
  date: April 2026
  ground: The plan is dated April 2026.
statuses: The plan gives no status.
themes:
  - id: "1"
    title: Time off
    outcomes:
      - id: "1.1"
        title: Carers in Anytown get breaks
        wording: Carers in Anytown get the breaks that they need.
`,
      );
      write(
        folder,
        'organisations/anytown-council.yaml',
        `name: Anytown Council
kind: council
about: The council of Anytown.
basis:
  from: general knowledge
  note: The plan names the council and says no more.
`,
      );
      write(
        folder,
        'plans/anytown/actions/1.1.1.yaml',
        `title: Offer every carer in Anytown a night off each month
promise: We will offer every carer a night off each month.
outcome: "1.1"
leads: [anytown-council]
topics: [breaks]
due: March 2027
source:
  row: "1"
`,
      );
    },
  },
  {
    name: 'a report of three thousand words',
    apply: (folder) =>
      addReport(folder, national, '2026-10-towns', '1.1', [
        'reported: October 2026',
        'status: in progress',
        'text: |-',
        ...Array.from(
          { length: 100 },
          (_, week) =>
            `  In week ${week + 1} we met carers in one more town, asked them what would help, wrote down what they said, and told those who can change it what we had heard there.\n`,
        ),
      ]),
  },
  {
    name: 'a renamed topic, with its redirect',
    apply: (folder) => {
      renameSync(join(folder, 'topics/breaks.yaml'), join(folder, 'topics/time-off.yaml'));
      for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!/actions[\\/][^\\/]+\.yaml$/.test(path)) continue;
        const text = readFileSync(join(folder, path), 'utf8');
        const renamed = text
          .replace(/^( {2}- )breaks$/m, '$1time-off')
          .replace('topics: [breaks]', 'topics: [time-off]');
        if (renamed !== text) writeFileSync(join(folder, path), renamed);
      }
      edit(folder, 'permalinks.txt', (text) =>
        text.replace(/^\/topics\/breaks\/$/m, '/topics/breaks/ -> /topics/time-off/'),
      );
    },
  },
];

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function edit(folder: string, path: string, change: (text: string) => string): void {
  const text = readFileSync(join(folder, path), 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error(`The edit of ${path} changes nothing.`);
  writeFileSync(join(folder, path), changed);
}

/** Adds a report on one action: its date, and then what it says, as that is typed without its indent. */
function addReport(
  folder: string,
  plan: string,
  name: string,
  reference: string,
  [reported, ...lines]: readonly string[],
): void {
  const said = lines.map((line) => `    ${line}`).join('\n');
  write(
    folder,
    `${plan}/reports/${name}.yaml`,
    `${reported!}\nactions:\n  "${reference}":\n${said}\n`,
  );
}
