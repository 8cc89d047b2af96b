import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { brokenFolder, soundFolder, twoPlans } from './fixtures/folders.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

function run([program = '', ...words]: string[], environment = {}, cwd = root) {
  return spawnSync(process.execPath, [join(root, program), ...words], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment },
  });
}
const check = (...words: string[]) => run(['src/commands/check.ts', ...words]);

test('the folder “data” is read where no other is named, and sound records are called good', () => {
  const project = mkdtempSync(join(tmpdir(), 'project-'));
  onTestFinished(() => rmSync(project, { recursive: true }));
  cpSync(join(root, twoPlans), join(project, 'data'), { recursive: true });
  const { status, stdout } = run(['src/commands/check.ts'], {}, project);
  expect(stdout).toMatch(/^All good: 2 plans, 112 actions, \d+ organisations\.\n$/m);
  expect(status).toBe(0);
});

test('ten different mistakes in one copy of the records are all told, each at its place', () => {
  const folder = mkdtempSync(join(tmpdir(), 'records-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(join(root, twoPlans), folder, { recursive: true });
  /** Makes a mistake in a record, and says at which place it should be told: where `mark` is. */
  const mistake = (file: string, from: string, to: string, mark: string) => {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    const wrong = text.replace(from, to);
    writeFileSync(path, wrong);
    const lines = wrong.slice(0, wrong.indexOf(mark, text.indexOf(from))).split('\n');
    return `${file}:${lines.length}:${lines.at(-1)!.length + 1}`;
  };
  const rename = (file: string, to: string) => {
    renameSync(join(folder, file), join(folder, to));
    return `${to}:1:1`;
  };
  const doncaster = 'plans/doncaster/actions';
  const reported = 'plans/doncaster/reports/2022-03.yaml';
  const mistakes = [
    mistake(`${doncaster}/6.7.1.yaml`, 'due: Apr 23', 'due: 30 February 2023', '30 February'),
    mistake(`${doncaster}/1.1.2.yaml`, '- nhs-england', '- nhs-engalnd', 'nhs-engalnd'),
    mistake(`${doncaster}/1.2.1.yaml`, 'outcome: "1.2"', 'outcome: "1.22"', '"1.22"'),
    mistake(`${doncaster}/1.3.1.yaml`, 'measures:', 'measure:', 'measure:'),
    mistake(reported, 'status: in progress', 'status: in progres', 'in progres'),
    mistake(`${doncaster}/1.4.1.yaml`, '  row:', '  rows:', 'rows:'),
    mistake(`${doncaster}/1.4.2.yaml`, 'title:', '\ttitle:', '\ttitle:'),
    mistake('plans/national/reports/2019-07.yaml', 'nat-4-3', 'nat-4-33', 'nat-4-33'),
    rename(`${doncaster}/1.4.3.yaml`, `${doncaster}/1.4.3 copy.yaml`),
    rename('glossary/hr.yaml', 'glossary/hr.yml'),
  ];

  const { status, stderr } = check('--data', folder);
  const places = stderr
    .split('\n')
    .filter((line) => line.startsWith(folder) && !line.endsWith('(could be better)'));
  expect(places.map((line) => line.slice(folder.length + 1)).toSorted()).toEqual(
    mistakes.toSorted(),
  );
  expect(status).toBe(1);
});

test('the same problems are told as annotations and as JSON', () => {
  const github = check('--data', brokenFolder, '--reporter', 'github');
  const json = check('--data', brokenFolder, '--reporter', 'json');
  const { errors, problems } = JSON.parse(json.stdout) as {
    errors: number;
    problems: { severity: string; line: number; message: string }[];
  };
  expect(github.stdout.match(/^::error file=/gm)).toHaveLength(errors);
  expect(problems.filter(({ severity }) => severity === 'error')).toHaveLength(errors);
  const report = readFileSync(join(root, 'src/tests/fixtures/broken-report.txt'), 'utf8');
  for (const { severity, message } of problems) {
    if (severity === 'error') expect(report).toContain(message.replaceAll(brokenFolder, 'data/'));
  }
  expect([github.status, json.status]).toEqual([1, 1]);
});

test('a build tells mistakes in the records as the check does, and nothing of the program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'records-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(soundFolder, folder, { recursive: true });
  const file = join(folder, 'plans/new/actions/1.1.1.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('- carers-team', '- carers-taem'));
  // Also in the environment of somebody’s tests, where Astro starts a server for a build.
  const { status, stdout, stderr } = run(['src/commands/site.ts', 'build', '--data', folder], {
    NODE_ENV: 'test',
    VITEST: 'true',
  });
  expect(stdout).toBe('Building the site …\n');
  expect(stderr.trim()).toMatch(/^\S+1\.1\.1\.yaml:\d+:5\n[^]*\n1 problem in 1 file\. .*$/);
  expect(status).toBe(1);
}, 120_000);

test('a running check tells a mistake as soon as it is saved, and that it is fixed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'records-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(soundFolder, folder, { recursive: true });
  const running = spawn(process.execPath, ['src/commands/check.ts', '--data', folder, '--watch'], {
    cwd: root,
  });
  onTestFinished(() => void running.kill());
  let told = '';
  running.stdout.on('data', (text: Buffer) => (told += text.toString()));
  running.stderr.on('data', (text: Buffer) => (told += text.toString()));
  await expect.poll(() => told, { timeout: 20_000 }).toContain('Watching');
  const path = join(folder, 'plans/new/actions/1.1.2.yaml');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace('Mar 23', 'Mra 23'));
  await expect.poll(() => told, { timeout: 20_000 }).toContain('1.1.2.yaml:5:6');
  told = '';
  writeFileSync(path, text);
  await expect.poll(() => told, { timeout: 20_000 }).toContain('All good: 2 plans, 6 actions');
  // No report speaks of this one, so it may go.
  const silent = join(folder, 'plans/new/actions/2.1.1.yaml');
  const record = readFileSync(silent);
  rmSync(silent);
  await expect.poll(() => told, { timeout: 20_000 }).toContain('All good: 2 plans, 5 actions');
  told = '';
  writeFileSync(silent, record);
  await expect.poll(() => told, { timeout: 20_000 }).toContain('All good: 2 plans, 6 actions');
  told = '';
  const ended = new Promise((done) => running.on('close', (...how) => done(how)));
  running.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
  expect(told).toBe('');
});

test('other records are named by the environment, or by an option, which is nearer', () => {
  const named = { SITE_DATA: brokenFolder };
  expect(run(['src/commands/check.ts'], named).status).toBe(1);
  const { status, stdout } = run(['src/commands/check.ts', '--data', soundFolder], named);
  expect(stdout).toMatch(/^All good: 2 plans, 6 actions/m);
  expect(status).toBe(0);
});

test.each([
  ['schemas.ts', []],
  ['searches.ts', [join(soundFolder, 'site.yaml')]],
  ['permalinks.ts', ['--built', soundFolder]],
  ['site.ts', ['build']],
])('%s reads the folder that the option names', (command, words) => {
  const { status, stdout, stderr } = run([
    `src/commands/${command}`,
    ...words,
    '--data',
    'no-such-folder',
  ]);
  expect(stdout + stderr).toContain('no-such-folder');
  expect(status).not.toBe(0);
});

test('a Node that reads no TypeScript is told so in one sentence', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--no-experimental-strip-types', 'src/commands/npm-run.cjs', 'check'],
    { cwd: root, encoding: 'utf8' },
  );
  expect(stderr).toMatch(
    /^This is Node [\d.]+, and this project needs Node 22\.18 or later\. .*\n$/,
  );
  expect(status).toBe(2);
});

test('an option that does not exist is no success', () => {
  const { status, stderr } = check('--reporter', 'paper');
  expect(stderr).toBe(
    'The check could not run. There is no reporter “paper”. Use one of: terminal, github, json.\n',
  );
  expect(status).toBe(2);
});

test.each([
  [
    'a folder that is not there',
    ['--data', 'no-such-folder'],
    'There is no folder “no-such-folder”.',
  ],
  ['a file in place of a folder', ['--data', 'README.md'], '“README.md” is not a folder.'],
  [
    'a folder without the option',
    ['copy'],
    '“copy” is not expected here. To read another folder, write  --data copy',
  ],
  [
    'a misspelt option',
    ['--warning'],
    '“--warning” is not an option here. Did you mean “--warnings”?',
  ],
  [
    'an option without its value',
    ['--against'],
    '“--against” needs a value after it. One that starts with a dash is written  --against=-…',
  ],
  ['a value too many', ['--watch=yes'], '“--watch” takes no value.'],
  [
    'a state that git does not know',
    ['--data', twoPlans, '--against', 'no-such-state'],
    'There is no earlier state “no-such-state” of the folder “src/tests/fixtures/two-plans”. Name a commit, branch or tag that git has here, such as origin/main.',
  ],
])('%s is no success, and is told in one plain sentence', (_name, words, said) => {
  const { status, stderr } = check(...words);
  expect(stderr).toBe(`The check could not run. ${said}\n`);
  expect(status).toBe(2);
});

test.each([
  ['new.ts', 'Nothing was written.'],
  ['report.ts', 'Nothing was written.'],
  ['import.ts', 'Nothing was imported.'],
  ['schemas.ts', 'No schema was written.'],
  ['permalinks.ts', 'No address was recorded.'],
  ['due.ts', 'Nothing was listed.'],
  ['sources.ts', 'The addresses were not checked.'],
  ['searches.ts', 'The searches could not be tried.'],
  ['start-fresh.ts', 'Could not start afresh.'],
  ['upgrade.ts', 'Your copy is as it was before.'],
  ['licences.ts', 'The licences were not listed.'],
])(
  '%s refuses an option that it does not know, and says how to see those that it has',
  (command, what) => {
    const { status, stderr } = run([`src/commands/${command}`, '--colour']);
    expect(stderr.split('\n')[0]).toMatch(
      new RegExp(
        `^${what.replace('.', '[.]')} “--colour” is not an option here[.] See the options with {2}npm run ${command.slice(0, -3)} -- --help$`,
      ),
    );
    expect(status).toBe(2);
  },
);

test('screenshots can be asked what they are before they build a site', () => {
  const { status, stdout } = run(['src/tests/site/screenshots.ts', '--help']);
  expect(stdout).toMatch(/^npm run screenshots\n/);
  expect(status).toBe(0);
});

test.each([
  ['check.ts', ['--data', twoPlans, '--warnings']],
  ['report.ts', ['--help']],
])('%s ends well where nobody reads on', async (command, words) => {
  const running = spawn(process.execPath, [`src/commands/${command}`, ...words], { cwd: root });
  // As `head -0` does.
  running.stdout.destroy();
  let said = '';
  running.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const ended = await new Promise((done) => running.on('close', (...how) => done(how)));
  expect(said).toBe('');
  expect(ended).toEqual([0, null]);
});

test('a build with problems tells them all and publishes nothing', () => {
  const out = mkdtempSync(join(tmpdir(), 'site-'));
  onTestFinished(() => rmSync(out, { recursive: true }));
  const { status, stdout, stderr } = run(
    ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', out],
    {
      SITE_DATA: brokenFolder,
    },
  );
  const report = readFileSync(join(root, 'src/tests/fixtures/broken-report.txt'), 'utf8');
  const told = (stdout + stderr).replaceAll(brokenFolder, 'data/');
  expect(told).toContain(report.trim());
  expect(told).not.toMatch(/^ +at /m);
  expect(status).not.toBe(0);
  expect(readdirSync(out)).toEqual([]);
});

/** The folder of the sound records, which are published, with some files more. */
function published(more: Readonly<Record<string, string>> = {}): string {
  const project = mkdtempSync(join(tmpdir(), 'project-'));
  onTestFinished(() => rmSync(project, { recursive: true }));
  const folder = join(project, 'data');
  cpSync(soundFolder, folder, { recursive: true });
  for (const [path, text] of Object.entries(more)) writeFileSync(join(folder, path), text);
  const git = (...words: string[]) =>
    spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...words], { cwd: project });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'As published');
  return folder;
}

test('of a record that is new nobody is asked why it was not reported on for a year', () => {
  const folder = published();
  const earlier = join(folder, 'plans/new/actions/1.1.1.yaml');
  const text = readFileSync(earlier, 'utf8').replace('pays for short breaks', 'finds sitters');
  writeFileSync(earlier, text);
  writeFileSync(
    join(folder, 'plans/new/actions/1.1.9.yaml'),
    'title: The trust trains sitters\npromise: The trust will train sitters.\noutcome: "1.1"\nsource:\n  row: "1.1"\n',
  );
  const { stdout } = check('--data', folder, '--against', 'HEAD', '--warnings');
  const told = stdout.split('\n').filter((line) => line.includes('(could be better)'));
  expect(stdout.match(/nothing was reported about it/g)).toHaveLength(1);
  expect(told.some((line) => line.includes('1.1.1.yaml'))).toBe(true);
  expect(told.filter((line) => line.includes('1.1.9.yaml'))).toHaveLength(1);
  expect(stdout).toContain('There are no measures');
});

test('a new report that says the same as a published one is asked about, although that one is later', () => {
  const said = 'actions:\n  "1.1.1":\n    text: Breaks are paid for.\n';
  const reports = 'plans/new/reports';
  const folder = published({ [`${reports}/2022-12.yaml`]: `reported: December 2022\n${said}` });
  writeFileSync(join(folder, reports, '2022-12-14.yaml'), `reported: 14 December 2022\n${said}`);
  const { stdout } = check('--data', folder, '--against', 'HEAD', '--warnings');
  expect(stdout.match(/says exactly the same about 1\.1\.1\./g)).toHaveLength(1);
});
