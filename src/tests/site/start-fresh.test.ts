import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { twoPlans } from '../fixtures/folders.ts';
import { makeDocx } from '../fixtures/import/make-docx.ts';
import { root, testDate } from './places.ts';
import { namesOfFormerOwner } from './former-owner.ts';

/** The plan of a made-up council, as such councils write it in Word. */
const wordFile = makeDocx([
  { heading: 'Anytown SEND Plan' },
  { paragraph: 'Agreed by the board in January 2026.' },
  { heading: 'Theme 1: Learning' },
  {
    table: [
      ['Outcome', 'What we will do', 'Who', 'By when', 'What success looks like', 'RAG', 'Update'],
      [
        { text: '1.1 Children get help when they need it', down: 'start' },
        'Offer every child a reading helper each month. Parents choose the day.',
        'Anytown Council\nReading Service',
        'Spring 2026',
        'More children read at home\nFewer parents feel alone',
        'Green',
        'The first 20 helpers have been booked.',
      ],
      [
        { text: '', down: 'more' },
        'Open a play centre at weekends',
        'Anytown Council',
        'soon',
        '',
        '',
        '',
      ],
      [{ text: 'Money', across: 7 }],
      [
        '1.2 Families can afford equipment',
        'Help families claim what is theirs',
        'HM Anytown',
        '2026/27',
        '',
        'Amber',
        '',
      ],
    ],
  },
  { paragraph: 'Questions to the council.' },
]);

const folder = join(mkdtempSync(join(tmpdir(), 'adopter-')), 'project');

/** What a fresh clone has, with the packages of this one. */
beforeAll(() => {
  const left = new Set(['node_modules', 'data', 'dist', '.astro', '.cache', '.git', 'screenshots']);
  mkdirSync(folder);
  for (const name of readdirSync(root).filter((entry) => !left.has(entry))) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  cpSync(join(root, twoPlans), join(folder, 'data'), { recursive: true });
  // Each package by itself, so that caches beside them are this copy’s own.
  mkdirSync(join(folder, 'node_modules'));
  const packages = readdirSync(join(root, 'node_modules'));
  for (const name of packages.filter((entry) => !entry.startsWith('.') || entry === '.bin')) {
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
  writeFileSync(join(folder, '..', 'plan.docx'), wordFile);
});
afterAll(() => rmSync(join(folder, '..'), { recursive: true }));

function run(command: string, words: string[], environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', SITE_DATE: testDate, ...environment },
  });
  return { status, told: stdout + stderr };
}
const startFresh = (...words: string[]) => run('src/commands/start-fresh.ts', words);
const git = (...words: string[]) =>
  spawnSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...words], {
    cwd: folder,
  });

const adopter = [
  ['--name', 'Anytown SEND plan'],
  ['--url', 'https://send.anytown.example/'],
  ['--publisher', 'Anytown Council'],
  ['--contact', 'send@anytown.example'],
  ['--people', 'children with special needs'],
  ['--promise', 'commitment'],
  ['--repository', 'https://github.com/anytown/send'],
].flat();

test('it changes nothing while something could be lost, or where an answer is missing or wrong', () => {
  expect(startFresh(...adopter)).toMatchObject({ status: 2 });
  git('init', '-q');
  const unsaved = startFresh(...adopter);
  expect(unsaved.told).toContain('changes that you have not committed');
  expect(unsaved.told).not.toContain('    at ');
  expect(startFresh('--force', '--name', 'Anytown').told).toContain(
    '--url … --publisher … --contact …',
  );
  const wrong = adopter.map((word) => word.replace('https:', 'http:'));
  expect(startFresh('--force', ...wrong).told).toContain('It must start with https://');
  expect(startFresh('--colour', 'red')).toMatchObject({ status: 2 });
  expect(existsSync(join(folder, 'data/plans/doncaster/plan.yaml'))).toBe(true);
});

test('the two plans go, a Word file comes in, and the check and the build accept it', () => {
  git('add', '-A');
  git('commit', '-q', '-m', 'A copy');
  const fresh = startFresh(...adopter);
  expect(fresh.told).toContain('1. Bring your plan in');
  expect(fresh.status).toBe(0);
  expect(readdirSync(join(folder, 'data/organisations'))).toEqual([
    '.gitkeep',
    'anytown-council.yaml',
  ]);
  expect(readdirSync(join(folder, 'data/topics'))).toEqual(['.gitkeep']);
  const ownFile = (path: string) => readFileSync(join(folder, path), 'utf8');
  expect(ownFile('README.md')).toMatch(/^# Anytown SEND plan\n/);
  expect(ownFile('.github/CODEOWNERS')).toContain('@anytown');
  for (const path of ['package.json', 'package-lock.json']) {
    expect(JSON.parse(ownFile(path)).name).toBe('anytown-send-plan');
  }
  const offered = readFileSync(join(folder, '.vscode/schemas/action.json'), 'utf8');
  expect(offered).toContain('"anytown-council"');
  expect(offered).not.toContain('"dhsc"');
  expect(offered).not.toContain('don-2-1-2');

  const imported = run('src/commands/import.ts', [
    '../plan.docx',
    ...['--plan', 'send-2026', '--title', 'Anytown SEND plan', '--area', 'Anytown'],
    ...['--reported', 'March 2026', '--add-organisations', '--add-abbreviations'],
  ]);
  expect(imported.told).toMatch(/^Words in the file: \d+ = .* No words were lost/m);
  expect(imported.told).toContain('soon  (table 1, row 3)');
  expect(imported.status).toBe(1);
  const record = (path: string) => readFileSync(join(folder, 'data', path), 'utf8');
  expect(record('plans/send-2026/plan.yaml')).toContain('title: Learning');
  expect(record('plans/send-2026/plan.yaml')).toContain('Agreed by the board in January 2026.');
  expect(record('plans/send-2026/actions/1.1.1.yaml')).toContain('- reading-service');

  expect(run('src/commands/check.ts', [])).toMatchObject({ status: 0 });
  const again = startFresh(...adopter);
  expect(again.told).toContain('Your own plans are in data/ already');
  expect(again.told).toContain('send-2026');
  expect(again.status).toBe(2);
  // A site that starts afresh is not published while a question is open, unless its owner says so.
  const held = run('src/commands/site.ts', ['build']);
  expect(held.status).not.toBe(0);
  expect(held.told).toContain('open_questions: hold');
  const site = record('site.yaml');
  writeFileSync(join(folder, 'data/site.yaml'), site.replace(': hold', ': show'));
  const built = run('src/commands/site.ts', ['build']);
  expect(built.status, built.told).toBe(0);
  const page = readFileSync(join(folder, 'dist/actions/sen-1-1-1/index.html'), 'utf8');
  expect(page).toContain('Parents choose the day.');
  expect(page).toContain('Anytown SEND plan');
  expect(existsSync(join(folder, 'dist/actions/don-2-1-2'))).toBe(false);
  expect(namesOfFormerOwner(join(folder, 'dist'))).toEqual([]);
  const home = readFileSync(join(folder, 'dist/index.html'), 'utf8').replaceAll(/\s+/g, ' ');
  expect(home).toContain('What was promised to children with special needs, and did it happen?');
  expect(home).toMatch(/in 1 plan ?<\/strong> ?, as the plan last reported them:/);
  expect(home).toContain(
    'This site is run by Anytown Council. Anytown Council also publishes the plan.',
  );
});

test('no file of the program or of its tests is another one, and what editors are offered is tested', () => {
  const changed = git('status', '--porcelain', '--no-renames').stdout.toString();
  expect(changed).toContain('data/plans/doncaster/plan.yaml');
  expect(changed.split('\n').filter((line) => line.slice(3).startsWith('src/'))).toEqual([]);
  const tested = run('node_modules/vitest/vitest.mjs', [
    'run',
    '--project',
    'unit',
    'schemas.test',
  ]);
  expect(tested.status, tested.told).toBe(0);
});
