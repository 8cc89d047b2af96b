import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { commitNamed } from '../files/git.ts';
import { once } from '../tests/site/once.ts';
import { goBack, workshop } from './put-in-place.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'upgrade-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A repository of git, or a folder that becomes one, in which files are written and committed. */
function repository(folder: string) {
  const git = (...words: string[]) =>
    execFileSync('git', words, { cwd: folder, encoding: 'utf8' }).trim();
  const write = (files: Record<string, string | undefined>) => {
    for (const [path, text] of Object.entries(files)) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      if (text === undefined) rmSync(file);
      else writeFileSync(file, text);
    }
  };
  const commit = (files: Record<string, string | undefined> = {}, tag?: string) => {
    write(files);
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Change');
    if (tag !== undefined) git('tag', tag);
  };
  if (!existsSync(join(folder, '.git'))) {
    mkdirSync(folder, { recursive: true });
    git('init', '--quiet', '--initial-branch=main');
    git('config', 'user.name', 'Somebody');
    git('config', 'user.email', 'somebody@example.org');
  }
  return {
    folder,
    git,
    write,
    commit,
    read: (path: string) => readFileSync(join(folder, path), 'utf8'),
    has: (path: string) => existsSync(join(folder, path)),
    /** All that a person would see: what is committed, what is not, and the packages. */
    state: () => [
      git('rev-parse', 'HEAD'),
      git('status', '--porcelain'),
      git('for-each-ref'),
      readlinkSync(join(folder, 'node_modules')),
    ],
  };
}

/** Stands in for npm: it takes the packages from here and no network. It runs scripts as npm does. */
function npmAt(folder: string, install = 'ln -s "$PACKAGES" node_modules'): string {
  const file = join(folder, 'bin/npm');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    `#!/bin/sh
if [ "$1" = ci ]; then ${install}; exit; fi
name="$3"; shift 3; if [ "$1" = -- ]; then shift; fi
script=$("$NODE" -p 'require("./package.json").scripts[process.argv[1]]' "$name")
eval "PATH=\\"$(dirname "$NODE"):$PATH\\" $script \\"\\$@\\""
`,
  );
  chmodSync(file, 0o755);
  return dirname(file);
}

/** Before the words of a site were data and before there was this command, if git still has it here. */
const before = commitNamed(project, 'dea235b');

test.skipIf(before === undefined)(
  'a copy of this program from before it could upgrade becomes one of today',
  () => {
    const folder = temporary();
    const copy = repository(join(folder, 'copy'));
    const archive = execFileSync('git', ['archive', before!], { cwd: project, maxBuffer: 2 ** 28 });
    execFileSync('tar', ['-x', '-C', copy.folder], { input: archive });
    rmSync(join(copy.folder, 'data'), { recursive: true });
    cpSync(join(copy.folder, 'src/tests/fixtures/sound'), join(copy.folder, 'data'), {
      recursive: true,
    });
    const action = 'data/plans/new/actions/2.1.1.yaml';
    const updates = `updates:\n  # asked twice\n  - reported: July 2022\n    text: It began.\n`;
    copy.write({
      'data/site.yaml': copy.read('data/site.yaml').replace('#7a1f5c"', '#6b1d5c" # ours'),
      [action]: `${copy.read(action)}${updates}`,
      'data/permalinks.txt': '/actions/new-2-1-1/\n',
      'src/guide/our-group.mdx': '---\ntitle: Our group\n---\n\nWe meet on Mondays.\n',
      'package.json': copy.read('package.json').replace('promised-to-carers', 'our-plan'),
      // The packages are a link here, and git would take it for a file.
      '.git/info/exclude': 'node_modules\n',
    });
    copy.commit();
    symlinkSync(join(project, 'node_modules'), join(copy.folder, 'node_modules'));
    const site = copy.read('data/site.yaml');

    const { status, stdout, stderr } = run(copy.folder, npmAt(folder), '--from', project);
    expect([status, stderr]).toEqual([0, '']);
    const changed = copy.git('status', '--porcelain', '--no-renames', 'data').split('\n');
    expect(changed.map((line) => line.slice(3))).toEqual([
      action,
      'data/plans/new/reports/2022-07.yaml',
    ]);
    expect(copy.read(action)).not.toContain('updates');
    expect(copy.read('data/plans/new/reports/2022-07.yaml')).toContain('# asked twice');
    expect(copy.read('data/site.yaml')).toBe(site);
    expect(copy.read('src/guide/our-group.mdx')).toContain('We meet on Mondays.');
    expect(copy.has('src/upgrade/upgrade.ts')).toBe(true);
    expect(copy.read('package.json')).toContain('"name": "our-plan"');
    // What VS Code offers are the names of this copy.
    expect(copy.read('.vscode/schemas/action.json')).not.toContain('don-');
    expect(stdout).toContain('Your records were brought into the new shape.');
    expect(stdout).toContain('### What you must do');
  },
);

function environment(bin: string): NodeJS.ProcessEnv {
  const { npm_execpath: _, SITE_DATA: __, ...rest } = process.env;
  return {
    ...rest,
    PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
    PACKAGES: join(project, 'node_modules'),
    NODE: process.execPath,
  };
}

function run(folder: string, bin: string, ...words: string[]) {
  const program = join(project, 'src/commands/upgrade.ts');
  return spawnSync(process.execPath, [program, '--into', folder, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: environment(bin),
  });
}

const packageOf = (version: string, more = {}) =>
  `${JSON.stringify(
    {
      name: 'plans',
      version,
      scripts: { migrate: 'sh migrate.sh', schemas: 'true', check: 'sh check.sh' },
      ...more,
    },
    null,
    2,
  )}\n`;
const lockOf = (version: string, one = '1.0.0', name = 'plans') =>
  `${JSON.stringify({ name, version, packages: { '': { name, version }, one: { version: one } } }, null, 2)}\n`;

const workflow = (pin: string, cron = '1 2') =>
  `on: { schedule: [{ cron: '${cron} * * *' }] }\n# uses: a/b@${pin.repeat(40).slice(0, 40)} # v${pin}.0.0\n`;

/** An upstream with two versions, and a copy of the first that shares no history with it. */
const madeOnce = once(() => {
  const folder = mkdtempSync(join(tmpdir(), 'upgrade-once-'));
  const of = (name: string) => repository(join(folder, name));
  const upstream = of('upstream');
  upstream.commit({
    'package.json': packageOf('1.0.0'),
    'package-lock.json': lockOf('1.0.0'),
    '.gitignore': 'node_modules\n.cache/\n',
    '.gitattributes': 'permalinks.txt merge=union\n',
    '.github/workflows/publish.yml': workflow('1'),
    '.github/CONTRIBUTING.md': 'Write to us.\n',
    'README.md': 'Ours\n',
    'check.sh': 'grep -q sound data/site.yaml\n',
    'migrate.sh': '',
    'src/a.ts': 'a 1\n',
    'src/b.ts': 'b 1\n',
    'src/gone.ts': 'gone\n',
    'data/site.yaml': 'theirs: sound\n',
    'data/permalinks.txt': '/theirs/\n',
    'public/icon.svg': 'theirs\n',
    'public/favicon.svg': 'theirs\n',
  });
  upstream.git('tag', 'v1.0.0');
  const copy = of('copy');
  cpSync(upstream.folder, copy.folder, {
    recursive: true,
    filter: (path) => !path.includes('.git/') && !path.endsWith('.git'),
  });
  copy.commit({
    'package.json': packageOf('1.0.0').replace('"plans"', '"own-plan"'),
    'package-lock.json': lockOf('1.0.0', '1.0.0', 'own-plan'),
    'README.md': 'Mine\n',
    'data/site.yaml': 'mine: sound # a note\n',
    'data/permalinks.txt': '/mine/\n',
    'data/pages/own.mdx': 'My page\n',
    'public/icon.svg': 'mine\n',
    'netlify.toml': 'mine\n',
  });
  symlinkSync(join(project, 'node_modules'), join(copy.folder, 'node_modules'));
  upstream.commit(
    {
      'package.json': packageOf('1.1.0', { dependencies: { one: '1.1.0' } }),
      'package-lock.json': lockOf('1.1.0', '1.1.0'),
      'CHANGELOG.md':
        '# Changes\n\n## 1.1.0\n\n- Readers see more.\n\n## 1.0.0\n\n- The first version.\n',
      'src/a.ts': 'a 2\n',
      'src/gone.ts': undefined,
      'src/new.ts': 'new\n',
      'data/permalinks.txt': '/theirs/\n/theirs/too/\n',
      'data/topics/theirs.yaml': 'theirs\n',
      'public/icon.svg': 'theirs anew\n',
      'public/favicon.svg': undefined,
      'README.md': 'Ours anew\n',
    },
    'v1.1.0',
  );
  return folder;
});
afterAll(() => rmSync(madeOnce(), { recursive: true }));

/** Both, for one test to change. */
function made({ install }: { install?: string } = {}) {
  const folder = temporary();
  cpSync(madeOnce(), folder, { recursive: true, verbatimSymlinks: true });
  const [upstream, copy] = [repository(join(folder, 'upstream')), repository(join(folder, 'copy'))];
  const bin = npmAt(folder, install);
  return {
    upstream,
    copy,
    upgrade: (...words: string[]) => run(copy.folder, bin, '--from', upstream.folder, ...words),
    bin,
  };
}

test('a newer version comes in, and what is the adopter’s stays', () => {
  const { copy, upgrade } = made();
  const before = copy.git('rev-parse', 'HEAD');
  const { status, stdout, stderr } = upgrade();
  expect([status, stderr]).toEqual([0, '']);
  expect(copy.read('src/a.ts')).toBe('a 2\n');
  expect(copy.read('src/new.ts')).toBe('new\n');
  expect(copy.has('src/gone.ts')).toBe(false);
  expect(copy.read('README.md')).toBe('Mine\n');
  expect(copy.read('data/site.yaml')).toBe('mine: sound # a note\n');
  expect(copy.read('data/permalinks.txt')).toBe('/mine/\n');
  expect(copy.read('data/pages/own.mdx')).toBe('My page\n');
  expect(copy.read('public/icon.svg')).toBe('mine\n');
  // What came with the program and has no place in it any more would stay on the site.
  expect(copy.has('public/favicon.svg')).toBe(false);
  expect(copy.read('netlify.toml')).toBe('mine\n');
  expect(copy.has('data/topics/theirs.yaml')).toBe(false);
  const own = JSON.parse(copy.read('package.json')) as Record<string, unknown>;
  expect(own).toMatchObject({
    name: 'own-plan',
    version: '1.1.0',
    dependencies: { one: '1.1.0' },
  });
  expect(copy.read('package-lock.json')).toBe(lockOf('1.1.0', '1.1.0', 'own-plan'));
  expect(stdout).toContain('\n1.1.0\n\n- Readers see more.\n');
  expect(stdout).not.toContain('The first version.');
  expect(stdout).toContain('1. Look at the site:  npm start\n');
  // Nothing is committed, and nothing of the upstream’s is left in git’s names.
  expect(copy.git('rev-parse', 'HEAD')).toBe(before);
  expect(copy.git('for-each-ref', '--format=%(refname)')).toBe('refs/heads/main');
  expect(copy.has(workshop)).toBe(false);
  expect(copy.git('status', '--porcelain')).not.toContain('data/');
  copy.commit();
  expect(upgrade().stdout).toContain('You have 1.1.0 already. There is nothing to do.');
});

test('nothing is begun where git could not undo it', () => {
  const { copy, upgrade } = made();
  copy.write({ 'data/note.yaml': 'new' });
  const { status, stderr } = upgrade();
  expect(status).toBe(2);
  expect(stderr).toBe(
    'Your copy is as it was before. There are changes that are not committed yet. Commit them first, or undo them:\n  data/note.yaml\n',
  );
});

test('a copy that is newer, a version that is not there and an address that leads nowhere are told', () => {
  const { copy, upgrade, bin } = made();
  expect(upgrade('--to', '1.2.0').stderr).toContain(
    'The upstream has no version “1.2.0”. The versions are: 1.1.0, 1.0.0.',
  );
  expect(run(copy.folder, bin).stderr).toContain('npm run upgrade -- --from ADDRESS');
  expect(run(copy.folder, bin, '--from', './nowhere').stderr).toContain(
    'could not be fetched from “./nowhere”',
  );
  expect(upgrade().status).toBe(0);
  copy.commit();
  expect(upgrade('--to', '1.0.0').stderr).toContain(
    'You have 1.1.0 already, and that is newer than 1.0.0.',
  );
});

test('files of the program that the adopter changed are named, and replaced only where that is asked for', () => {
  const { copy, upgrade } = made();
  copy.commit({ 'src/a.ts': 'a mine\n', 'src/b.ts': 'b mine\n', 'src/new.ts': 'my own\n' });
  const before = copy.state();
  const refused = upgrade();
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain('  src/a.ts\n    You changed it, and so does the new version.');
  expect(refused.stderr).toContain('  src/new.ts\n    You have a file of that name');
  expect(refused.stderr).not.toContain('src/b.ts');
  expect(copy.state()).toEqual(before);

  const { status, stdout } = upgrade('--replace');
  expect(status).toBe(0);
  expect(copy.read('src/a.ts')).toBe('a 2\n');
  expect(copy.read('src/b.ts')).toBe('b mine\n');
  expect(stdout).toContain('yours stay:\n  src/b.ts\n');
  const [, show] = /git show (\w+):PATH/.exec(stdout)!;
  expect(copy.git('show', `${show!}:src/a.ts`)).toBe('a mine');
});

test('a file that both changed is named also where the new version changed nothing else', () => {
  const { copy, upstream, upgrade } = made();
  expect(upgrade().status).toBe(0);
  copy.commit({ 'src/a.ts': 'a mine\n' });
  upstream.commit({ 'src/a.ts': 'a 3\n' }, 'v1.1.1');
  expect(upgrade().stderr).toContain(
    '  src/a.ts\n    You changed it, and so does the new version.',
  );
});

test('packages that the adopter added are not lost in silence', () => {
  const { copy, upgrade } = made();
  copy.commit({ 'package.json': packageOf('1.0.0', { dependencies: { own: '1.0.0' } }) });
  expect(upgrade().stderr).toContain('  package.json\n    You changed dependencies.');
});

test('what Dependabot brought up to date in a workflow stays up to date', () => {
  const { copy, upstream, upgrade } = made();
  copy.commit({
    '.github/workflows/publish.yml': workflow('3'),
    '.github/CONTRIBUTING.md': 'Write to me.\n',
  });
  upstream.commit(
    { '.github/workflows/publish.yml': workflow('2', '5 6'), '.github/CONTRIBUTING.md': 'Hm.\n' },
    'v1.1.1',
  );
  const { status, stdout } = upgrade();
  expect(status).toBe(0);
  expect(copy.read('.github/workflows/publish.yml')).toBe(workflow('3', '5 6'));
  expect(copy.read('.github/CONTRIBUTING.md')).toBe('Write to me.\n');
  expect(stdout).toContain('yours stay:\n  .github/CONTRIBUTING.md\n');
});

test.each([
  ['its packages cannot be installed', 'echo no network; exit 1', {}, 'no network'],
  ['the check finds mistakes', undefined, { 'check.sh': 'echo No such lead; exit 1\n' }, 'No such'],
  ['records need a hand', undefined, { 'migrate.sh': 'echo no; exit 1\n' }, 'into the new shape'],
])('everything is as before where %s', (_, install, files, said) => {
  const { copy, upstream, upgrade } = made({ ...(install && { install }) });
  upstream.git('commit', '--quiet', '--allow-empty', '--message', 'Change');
  upstream.commit({ ...files, 'src/c.ts': 'c\n' }, 'v1.2.0');
  const before = copy.state();
  const { status, stderr } = upgrade();
  expect(status).toBe(2);
  expect(stderr).toMatch(/^Your copy is as it was before\. Version 1\.1\.0 does not work with/);
  expect(stderr).toContain(said);
  expect(copy.state()).toEqual(before);
  expect(copy.has(workshop)).toBe(false);
});

test('an upgrade is run in the folder of the new version, as the guide says for a copy that is too old', () => {
  const { copy, upstream, bin } = made();
  const program = join(project, 'src/commands/upgrade.ts');
  const into = relative(upstream.folder, copy.folder);
  const fromHere = (...words: string[]) =>
    spawnSync(process.execPath, [program, '--into', into, '--from', '.', ...words], {
      cwd: upstream.folder,
      encoding: 'utf8',
      env: environment(bin),
    });
  const { status, stdout, stderr } = fromHere();
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).not.toContain('nothing to do');
  expect(stdout).toContain('Your copy has version 1.1.0 now (it had 1.0.0).');
  expect(copy.read('src/a.ts')).toBe('a 2\n');
  copy.commit();
  upstream.commit({ 'src/a.ts': 'a 3\n' });
  const newest = upstream.git('rev-parse', 'HEAD').trim();
  expect(fromHere('--to', newest).stdout).toContain('Your copy still has version 1.1.0, and ');
});

test('an upgrade that is killed has changed nothing, and can be run again', async () => {
  const { copy, upstream, upgrade, bin } = made({
    install: 'if [ -n "$SLOW" ]; then touch "$SLOW"; sleep 60; fi; ln -s "$PACKAGES" node_modules',
  });
  const before = copy.state();
  const mark = join(dirname(bin), 'mark');
  const program = join(project, 'src/commands/upgrade.ts');
  const running = spawn(
    process.execPath,
    [program, '--into', copy.folder, '--from', upstream.folder],
    { env: { ...environment(bin), SLOW: mark }, detached: true },
  );
  await expect.poll(() => existsSync(mark), { timeout: 30_000 }).toBe(true);
  process.kill(-running.pid!, 'SIGKILL');
  await new Promise((done) => running.on('close', done));
  expect(copy.state()[1]).toBe('');
  const { status, stderr } = upgrade();
  expect([status, stderr]).toEqual([0, '']);
  expect(copy.read('src/a.ts')).toBe('a 2\n');
  copy.git('reset', '--hard', '--quiet');
  expect(copy.state()).toEqual(before);
});

test('one that was stopped while files were put in place is undone, and what was written since is kept', () => {
  const { copy } = made();
  const before = copy.state();
  const head = copy.git('rev-parse', 'HEAD');
  copy.write({ 'src/a.ts': 'a 2\n', 'src/new.ts': 'new\n', 'src/gone.ts': undefined });
  copy.git('add', '--all');
  const tree = copy.git('write-tree');
  copy.git('reset', '--quiet');
  // Halfway: the packages are new, one file is there and another is half written.
  copy.write({
    'src/b.ts': 'b 1\n',
    'src/a.ts': 'a',
    [`${workshop}/begun.json`]: JSON.stringify({ copy: head, tree, hadPackages: true }),
    '.git/index.lock': '',
  });
  renameSync(join(copy.folder, 'node_modules'), join(copy.folder, workshop, 'earlier-packages'));
  mkdirSync(join(copy.folder, 'node_modules'));
  expect(goBack(copy.folder)).toEqual({ kept: ['.cache/upgrade-kept/src/a.ts'] });
  expect(copy.state()).toEqual(before);
  expect(copy.read('src/gone.ts')).toBe('gone\n');
  expect(goBack(copy.folder)).toBeUndefined();
});
