import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadRecords } from '../records/load-records.ts';
import { soundFolder } from '../tests/fixtures/folders.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** The `script` of util-linux, which every Debian has, gives a program a real terminal. */
const version = spawnSync('script', ['--version'], { encoding: 'utf8' });
const hasTerminal = String(version.stdout).includes('util-linux');

const enter = '\r';
const ctrlC = '\u0003';
const ctrlD = '\u0004';

/**
 * Runs a command at a terminal and types an answer whenever its question is shown.
 *
 * @param dialogue end of a question → what is typed, in order
 */
async function atTerminal(command: string, dialogue: readonly (readonly [string, string])[]) {
  const project = mkdtempSync(join(tmpdir(), 'terminal-'));
  onTestFinished(() => {
    rmSync(project, { recursive: true });
  });
  const folder = join(project, 'data');
  cpSync(soundFolder, folder, { recursive: true });
  const words = [process.execPath, join(root, 'src/commands', command)].join(' ');
  const running = spawn('script', ['-qec', words, '/dev/null'], {
    cwd: project,
    env: { ...process.env, TERM: 'dumb' },
  });
  const left = [...dialogue];
  let shown = '';
  let at = 0;
  // A question that has no answer here would be waited for until the test ends, which then could not say which.
  const patience = setTimeout(() => running.kill(), 60_000);
  running.stdout.on('data', (text: Buffer) => {
    patience.refresh();
    shown += text.toString();
    // On a busy machine, what is shown for several questions may come at once.
    for (let [next] = left; next !== undefined; [next] = left) {
      const found = shown.indexOf(next[0], at);
      if (found === -1) return;
      left.shift();
      at = found + next[0].length;
      running.stdin.write(next[1]);
    }
  });
  const code = await new Promise<number | null>((done) => running.on('close', done));
  clearTimeout(patience);
  expect(left, shown).toEqual([]);
  expect(code, shown).not.toBeNull();
  expect(shown).not.toMatch(/^ +at /m);
  return {
    code,
    shown: shown.replaceAll('\r\n', '\n'),
    folder,
    read: (path: string) => readFileSync(join(folder, path), 'utf8'),
  };
}

describe.skipIf(!hasTerminal)('at a terminal', () => {
  test('a new action is asked for, question by question', async () => {
    const { code, shown, read, folder } = await atTerminal('new.ts action', [
      ['folder or code: ', `noo${enter}`],
      ['folder or code: ', `new${enter}`],
      ['of the outcome: ', `1.1${enter}`],
      ['in the plan [1.1.3]: ', `1.1.1${enter}`],
      ['in the plan [1.1.3]: ', enter],
      ['plain title: ', `A helpline${enter}`],
      ['ends it): ', `The trust will run${enter}a helpline.${enter}${enter}`],
      ['Who leads', `trsut${enter}`],
      ['Who leads', `trust, council${enter}`],
      ['What it is about', enter],
      ['When it is due', `Setp 23${enter}`],
      ['When it is due', `Sept 23${enter}`],
      ['Which action of the earlier plan', `1.2${enter}`],
      ['Which action of the earlier plan', `old-1-2${enter}`],
    ]);
    expect(code).toBe(0);
    expect(shown).toContain('There is no plan “noo”. The plans are: new, old.');
    expect(shown).toContain('1.1.1.yaml is there already, and is not written over.');
    expect(shown).toContain(
      'There is no organisation “trsut”.\n  Did you mean “trust” (Care Trust)?',
    );
    expect(shown).toContain('“Setp” is not a word used in dates.');
    expect(shown).toContain('There is no action “1.2” to carry on.\n  Did you mean “old-1-2”?');
    expect(read('plans/new/actions/1.1.3.yaml'))
      .toBe(`# yaml-language-server: $schema=../../../../.vscode/schemas/action.json
title: A helpline
promise: The trust will run a helpline.
outcome: "1.1"
leads:
  - trust
  - council
due: Sept 23
continues: old-1-2
source:
  row: "1.1"
`);
    expect(loadRecords(folder).problems).toEqual([]);
  });

  test('a report is asked for with the stages of the action, why a date moved and where it can be read', async () => {
    const { code, shown, read, folder } = await atTerminal('report.ts', [
      ['The action, such as ANY 2.1.2: ', `old 1.9${enter}`],
      ['The action, such as ANY 2.1.2: ', `OLD 1.2${enter}`],
      ['reported: ', `June 2009${enter}`],
      ['reported: ', `June 2020${enter}`],
      ['has it got (not started', `ongoing${enter}`],
      ['has it got (not started', `in progress${enter}`],
      ['own words', `The walls${enter}stand.${enter}${enter}`],
      ['“Build it”: how far', enter],
      ['“Build it” (first due 2018/19)', enter],
      ['“Open it”: how far', `done${enter}`],
      ['“Open it”: how far', `in progress${enter}`],
      ['“Open it” (first due Spring 2020)', `Spring 2021${enter}`],
      ['The new leads', enter],
      ['Why did this change', `The money came late.${enter}`],
      ['Another action', `1.2${enter}`],
      ['Another action', `1.10${enter}`],
      ['has it got (not started', `complete${enter}`],
      ['own words', enter],
      ['The new due date', enter],
      ['The new leads', enter],
      ['Another action', enter],
      ['Who reports', `trsut${enter}`],
      ['Who reports', `trust${enter}`],
      ['title of the document', `Minutes of June${enter}`],
      ['web address', enter],
      ['page or section', `Item 4${enter}`],
      ['not everyone can read it', `Minutes that the trust keeps.${enter}`],
    ]);
    expect(code).toBe(0);
    expect(shown).toContain('There is no action “old 1.9”.');
    expect(shown).toContain('This report is from June 2009, before the plan began');
    expect(shown.match(/Did you mean “(?:in progress|complete)”\?/g)).toHaveLength(2);
    expect(shown).toContain('OLD 1.2 is in this report already.');
    expect(shown).toContain('Did you mean “trust” (Care Trust)?');
    const path = /plans\/old\/reports\/2020-06-old-1-2-and-1-more-trust-[a-z]{4}\.yaml/.exec(
      shown,
    )![0];
    expect(read(path)).toBe(`reported: June 2020
by: trust
source:
  title: Minutes of June
  page: Item 4
  not_published: true
  note: Minutes that the trust keeps.
actions:
  "1.2":
    status: in progress
    text: The walls stand.
    reason: The money came late.
    milestones:
      - label: Open it
        status: in progress
        due: Spring 2021
  "1.10":
    status: complete
`);
    expect(loadRecords(folder).problems).toEqual([]);
  });

  test('an adopter is asked for the site, and a wrong answer is asked again', async () => {
    const { code, shown, read, folder } = await atTerminal('start-fresh.ts --force', [
      ['The name of your site', `Anytown carers${enter}`],
      ['published', `http://carers.anytown.example/${enter}`],
      ['published', `https://carers.anytown.example/${enter}`],
      ['Who publishes the plan', `Anytown Council${enter}`],
      ['email address', `carers at anytown${enter}`],
      ['email address', `carers@anytown.example${enter}`],
      ['Whom is the plan for', `residents${enter}`],
      ['What do you call', `plan${enter}`],
      ['What do you call', `action${enter}`],
      ['The address at which the records', enter],
      ['Keep the topics', `none${enter}`],
    ]);
    expect(code).toBe(0);
    expect(shown).toContain('It must start with https://');
    expect(shown).toContain('“carers at anytown” is not an email address.');
    expect(read('site.yaml')).toContain(
      'name: Anytown carers\nsummary: See what was planned for residents',
    );
    expect(read('organisations/anytown-council.yaml')).toMatch(
      /^# yaml-language-server.*organisation\.json\nname: Anytown Council\n/,
    );
    expect(loadRecords(folder).problems).toEqual([]);
  });

  test('Ctrl+C leaves the two plans where they are', async () => {
    const { code, shown, folder } = await atTerminal('start-fresh.ts --force', [
      ['The name of your site', `Anytown carers${enter}`],
      ['published', ctrlC],
    ]);
    expect(code).toBe(130);
    expect(shown).toContain('Could not start afresh. You stopped it.');
    expect(existsSync(join(folder, 'plans/old/plan.yaml'))).toBe(true);
  });

  test.each([
    ['Ctrl+C', ctrlC, 130, 'Nothing was written. You stopped it.'],
    ['the end of the answers', ctrlD, 2, 'The answers ended before every question was answered.'],
  ])('%s leaves nothing written', async (_name, key, exit, said) => {
    const { code, shown, folder } = await atTerminal('new.ts --plan new --outcome 1.1', [
      ['in the plan [1.1.3]: ', enter],
      ['plain title: ', `A helpline${enter}`],
      ['ends it): ', key],
    ]);
    expect(code).toBe(exit);
    expect(shown).toContain(said);
    expect(existsSync(join(folder, 'plans/new/actions/1.1.3.yaml'))).toBe(false);
  });
});
