import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
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
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const usual = 12;
/** How often a build is stopped at a moment that nobody chose; a hundred times with KILLS=100. */
const kills = Number(process.env['KILLS'] ?? usual);

const source = fileURLToPath(new URL('./', import.meta.url));

/** Builds as `npm run build` does, with a site of many small files in the place of Astro’s. */
const program = `
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { buildSite } from ${JSON.stringify(join(source, 'build-site.ts'))};
import { run } from ${JSON.stringify(join(source, 'run.ts'))};
const [says, person] = process.argv.slice(-2);
// Only when everything is loaded: another person may not be let into the folder of this project.
if (person !== 'oneself') process.setgid(Number(person));
if (person !== 'oneself') process.setuid(Number(person));
await run('The site was not built, and the folder dist is as it was before.', () =>
  buildSite({ make: async ({ outDir }) => {
    process.stdout.write('begun\\n');
    while (existsSync('hold')) await setTimeout(20);
    mkdirSync(outDir + '/pages', { recursive: true });
    const names = ['index.html', '404.html', 'sitemap-index.xml', '_redirects'];
    for (let n = 0; n < 1500; n++) names.push('pages/' + n);
    for (const name of names) writeFileSync(outDir + '/' + name, says.repeat(200));
  } }));
`;

function project(): string {
  const folder = mkdtempSync(join(tmpdir(), 'build-'));
  onTestFinished(() => {
    chmodSync(folder, 0o755);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** @param person who builds, by number; the one who runs the tests where left out */
function build(folder: string, says: string, person: number | 'oneself' = 'oneself') {
  const words = ['--input-type=module', '--eval', program, says, String(person)];
  const running = spawn(process.execPath, words, { cwd: folder, stdio: 'pipe' });
  let told = '';
  let begun: () => void;
  const hasBegun = new Promise<void>((done) => (begun = done));
  for (const stream of [running.stdout, running.stderr]) {
    stream.on('data', (text: Buffer) => {
      told += text.toString();
      begun();
    });
  }
  const ended = new Promise<{ code: number | null; told: string }>((done) =>
    running.on('close', (code) => {
      begun();
      done({ code, told });
    }),
  );
  return { running, hasBegun, ended };
}

/** All names and bytes of a folder in one hash. */
function hashOf(folder: string): string {
  const hash = createHash('sha256');
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = join(folder, path);
    hash.update(path);
    if (!/pages$/.test(file)) hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}

test(
  'a build that is stopped at any moment leaves a whole site, the last one or the new one',
  async () => {
    const folder = project();
    const site = join(folder, 'dist');
    await build(folder, 'a').ended;
    const start = Date.now();
    const timed = build(folder, 'a');
    await timed.hasBegun;
    const begun = Date.now();
    expect((await timed.ended).code).toBe(0);
    const [before, during] = [begun - start, Date.now() - begun];
    const sites = new Map<string, string>();
    for (const says of ['a', 'b']) {
      await build(folder, says).ended;
      sites.set(hashOf(site), says);
    }
    const table = new Map<string, number>();
    for (let round = 0; round < kills; round++) {
      const { running, hasBegun, ended } = build(folder, round % 2 === 0 ? 'a' : 'b');
      // Three of four while it builds and one site takes the place of the other.
      if (round % 4 !== 0) await hasBegun;
      await wait(round % 4 === 0 ? Math.random() * before : Math.random() * during);
      running.kill('SIGKILL');
      const { code } = await ended;
      // Between two moves the last site is kept aside, and the next build puts it back first.
      const aside = !existsSync(site);
      const said = sites.get(hashOf(aside ? join(folder, '.cache/building/earlier') : site));
      expect(said).toBeDefined();
      const outcome = code === 0 ? 'ended before' : aside ? 'kept aside' : 'stopped, whole';
      table.set(outcome, (table.get(outcome) ?? 0) + 1);
    }
    if (kills > usual) process.stdout.write(`${JSON.stringify([...table])}\n`);
    expect((await build(folder, 'a').ended).code).toBe(0);
    expect(sites.get(hashOf(site))).toBe('a');
    expect(existsSync(join(folder, '.cache/building'))).toBe(false);
  },
  60_000 + kills * 20_000,
);

test('of two builds at once the second waits, and both end well', async () => {
  const folder = project();
  writeFileSync(join(folder, 'hold'), '');
  const first = build(folder, 'a');
  await first.hasBegun;
  const second = build(folder, 'b');
  await second.hasBegun;
  rmSync(join(folder, 'hold'));
  const both = await Promise.all([first.ended, second.ended]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(both[1].told).toContain('Another build is going on. This one begins when that is done.');
  expect(readFileSync(join(folder, 'dist/pages/7'), 'utf8')).toBe('b'.repeat(200));
});

test('where the site may not be replaced, it stays and the message says why', async () => {
  const folder = project();
  await build(folder, 'a').ended;
  const before = hashOf(join(folder, 'dist'));
  const isRoot = process.getuid?.() === 0;
  // Nothing is closed to an administrator, so another person builds.
  if (isRoot) spawnSync('chown', ['-R', '65534', folder]);
  mkdirSync(join(folder, '.cache/building'), { recursive: true });
  if (isRoot) spawnSync('chown', ['-R', '65534', folder]);
  chmodSync(folder, 0o555);
  const { code, told } = await build(folder, 'b', isRoot ? 65534 : 'oneself').ended;
  expect(code).toBe(2);
  expect(told).toContain(
    'The site was not built, and the folder dist is as it was before. This computer does not let you read or change it: “dist”.',
  );
  expect(told).not.toMatch(/^ +at /m);
  expect(hashOf(join(folder, 'dist'))).toBe(before);
});

test('on a full disk the last site stays and the message says why', async ({ skip }) => {
  const folder = project();
  const small = join(folder, 'small');
  mkdirSync(small);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=10m', 'tmpfs', small]);
  if (mounted.status !== 0) skip('Only an administrator can make a small disk.');
  onTestFinished(() => void spawnSync('umount', [small]));
  // A page of it each fills the disk when there are two sites.
  expect((await build(small, 'a').ended).code).toBe(0);
  const before = hashOf(join(small, 'dist'));
  const { code, told } = await build(small, 'b').ended;
  expect(code).toBe(2);
  expect(told).toContain(
    'The site was not built, and the folder dist is as it was before. The disk is full, or you may not put more on it.',
  );
  expect(hashOf(join(small, 'dist'))).toBe(before);
  expect(existsSync(join(small, '.cache/building/site'))).toBe(false);
});

test('a site that is a disk of its own is filled, and what is old is taken out', async ({
  skip,
}) => {
  const folder = project();
  const site = join(folder, 'dist');
  mkdirSync(site);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', site]);
  if (mounted.status !== 0) skip('Only an administrator can make a disk.');
  onTestFinished(() => void spawnSync('umount', [site]));
  cpSync(source, join(site, 'old'), { recursive: true });
  expect((await build(folder, 'a').ended).code).toBe(0);
  expect(readdirSync(site).sort()).toEqual(
    ['404.html', '_redirects', 'index.html', 'pages', 'sitemap-index.xml'].sort(),
  );
});

/** How often a build with Astro itself is stopped: none by default, thirty with ASTRO_KILLS=30. */
const astroKills = Number(process.env['ASTRO_KILLS'] ?? 0);

/** A copy of the project with the small records, and its own build command. */
function wholeProject(folder: string) {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const listed = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).stdout;
  for (const path of listed.split('\0').filter((name) => name !== '' && !/^data\//.test(name))) {
    cpSync(join(root, path), join(folder, path));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  cpSync(join(root, 'src/tests/fixtures/sound'), join(folder, 'data'), { recursive: true });
  const record = join(folder, 'data/site.yaml');
  const text = readFileSync(record, 'utf8');
  return (name: string) => {
    writeFileSync(record, text.replace(/^name: .*/m, `name: ${name}`));
    const running = spawn(process.execPath, ['src/commands/site.ts', 'build'], {
      cwd: folder,
      env: { ...process.env, SITE_DATE: '2022-12-31', SITE_DATA: '' },
      stdio: 'pipe',
    });
    let told = '';
    running.stdout.on('data', () => undefined);
    running.stderr.on('data', (part: Buffer) => (told += part.toString()));
    const ended = new Promise<{ code: number | null; told: string }>((done) =>
      running.on('close', (code) => done({ code, told })),
    );
    return { running, ended };
  };
}

/** All names and bytes of a site in one hash. */
function hashOfSite(folder: string): string {
  const hash = createHash('sha256');
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort((a, b) =>
    join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1,
  )) {
    if (entry.isFile()) hash.update(readFileSync(join(entry.parentPath, entry.name)));
    hash.update(join(entry.parentPath, entry.name).slice(folder.length));
  }
  return hash.digest('hex');
}

test.skipIf(astroKills === 0)(
  'a build with Astro that is stopped at any moment, or finds the disk full or the site closed, leaves the last site',
  async () => {
    const folder = project();
    const isDisk =
      spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2g', 'tmpfs', folder]).status === 0;
    if (isDisk) onTestFinished(() => void spawnSync('umount', ['--lazy', folder]));
    const start = wholeProject(folder);
    const site = join(folder, 'dist');
    const sites = new Map<string, string>();
    let time = 0;
    for (const name of ['One', 'Two']) {
      const begun = Date.now();
      expect((await start(name).ended).code).toBe(0);
      time = Date.now() - begun;
      sites.set(hashOfSite(site), name);
    }
    expect(sites.size).toBe(2);
    const table = new Map<string, number>();
    for (let round = 0; round < astroKills; round++) {
      const { running, ended } = start(round % 2 === 0 ? 'One' : 'Two');
      await wait(Math.random() * time * 1.05);
      running.kill('SIGKILL');
      const { code } = await ended;
      const aside = !existsSync(site);
      const said = sites.get(hashOfSite(aside ? join(folder, '.cache/building/earlier') : site));
      expect(said).toBeDefined();
      const outcome = code === 0 ? 'ended before' : aside ? 'kept aside' : 'stopped, whole';
      table.set(outcome, (table.get(outcome) ?? 0) + 1);
    }
    process.stdout.write(`${time} ms a build: ${JSON.stringify([...table])}\n`);
    expect((await start('One').ended).code).toBe(0);
    expect(sites.get(hashOfSite(site))).toBe('One');

    if (!isDisk) return;
    const remount = (how: string) => spawnSync('mount', ['-o', `remount,${how}`, folder]);
    const used = Number(
      spawnSync('df', ['--output=used', folder], { encoding: 'utf8' }).stdout.split('\n')[1],
    );
    for (const room of [64, 700, 1400]) {
      remount(`size=${used + room}k`);
      const { code, told } = await start('Two').ended;
      expect([room, code]).not.toEqual([room, 0]);
      expect(told).toContain('The disk is full, or you may not put more on it.');
      expect(told).not.toMatch(/^ +at /m);
      expect(sites.get(hashOfSite(site))).toBe('One');
    }
    remount('size=2g');
    // The site alone is closed, as a folder that somebody else has mounted.
    spawnSync('mount', ['--bind', site, site]);
    spawnSync('mount', ['-o', 'remount,ro,bind', site]);
    const closed = await start('Two').ended;
    spawnSync('umount', ['--lazy', site]);
    expect(closed.code).toBe(2);
    expect(closed.told).toContain('does not let you read or change it: “dist”');
    expect(sites.get(hashOfSite(site))).toBe('One');
    expect((await start('Two').ended).code).toBe(0);
  },
  3_600_000,
);
