import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { soundFolder } from '../fixtures/folders.ts';
import { buildFolder, folderForBuilds } from './build-folder.ts';
import { internalLinks, isBuilt, pagesIn, type BuiltPage } from './pages-in.ts';
import { htmlFaults } from './html-faults.ts';

const place = folderForBuilds('other-builds');
const at = (name: string) => join(place, name);

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .sort();
}

/** The small data folder, changed. */
function dataWith(name: string, change: (folder: string) => void): string {
  const folder = at(name);
  cpSync(soundFolder, folder, { recursive: true });
  change(folder);
  return folder;
}

function replaceIn(file: string, from: string, to: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
}

/** Builds, or fails with what was told. */
function build(data: string, name: string): string {
  const { built, told } = buildFolder(data, at(name));
  if (!built) throw new Error(told);
  return at(name);
}

afterAll(() => {
  rmSync(place, { recursive: true });
});

describe('a site in a folder of its host', () => {
  // No page of the guide gives an example there.
  const url = 'https://below.example/carers/';
  let data: string;
  let site: string;
  let pages: readonly BuiltPage[];

  beforeAll(() => {
    data = dataWith('data-below', (folder) => {
      replaceIn(join(folder, 'site.yaml'), 'https://promises.example/', url);
      writeFileSync(join(folder, 'permalinks.txt'), '/topics/respite/ -> /topics/breaks/\n');
    });
    site = build(data, 'below');
    pages = pagesIn(site, '/carers');
  });

  test(
    'is the same when it is built again on the same day, byte for byte',
    { timeout: 300_000 },
    () => {
      const again = build(data, 'again');
      const files = filesIn(site);
      expect(files.length).toBeGreaterThan(100);
      expect(files.some((file) => file.startsWith('/pagefind/'))).toBe(true);
      expect(filesIn(again)).toEqual(files);
      const different = files.filter(
        (file) => !readFileSync(join(site, file)).equals(readFileSync(join(again, file))),
      );
      expect(different).toEqual([]);
    },
  );

  test('every link leads to a page or file of it', () => {
    const broken = pages.flatMap((page) =>
      internalLinks(page)
        .filter(
          ({ path }) =>
            !path.startsWith('/carers/') || !isBuilt(path.slice('/carers'.length), site),
        )
        .map(({ path }) => `${page.address} → ${path}`),
    );
    expect(pages.length).toBeGreaterThan(50);
    // It sends readers on from an old address.
    expect(pages.map(({ address }) => address)).not.toContain('/carers/topics/respite/');
    expect(broken).toEqual([]);
  });

  test('every whole address in its pages, feeds, calendars and data leads to a page or file of it', () => {
    const found = filesIn(site)
      .filter((file) => /\.(html|json|ics|atom|xml|txt|csv)$|_headers|_redirects/.test(file))
      .flatMap((file) => {
        // A calendar folds its lines (RFC 5545, 3.1).
        const text = readFileSync(join(site, file), 'utf8').replaceAll('\r\n ', '');
        return [...text.matchAll(/https:\/\/below\.example[^\s"'<>\\,;){&]*/g)].map(([whole]) => ({
          file,
          whole,
        }));
      });
    const broken = found
      // Settings of servers are for all of the host.
      .filter(
        ({ file, whole }) =>
          file !== '/guide/hosting/index.html' || whole !== `${new URL(url).origin}/`,
      )
      .filter(({ whole }) => {
        const { href, pathname } = new URL(whole);
        return !href.startsWith(url) || !isBuilt(decodeURI(pathname).slice('/carers'.length), site);
      })
      .map(({ file, whole }) => `${file}: ${whole}`);
    expect(found.length).toBeGreaterThan(200);
    expect(broken).toEqual([]);
  });

  test('the colour that its record names is in its styles, for both schemes', () => {
    const styles = filesIn(site)
      .filter((file) => file.endsWith('.css'))
      .map((file) => readFileSync(join(site, file), 'utf8'))
      .filter((css) => css.includes('--brand:'));
    expect(styles.length).toBeGreaterThan(0);
    for (const css of styles) expect(css).toMatch(/--brand: ?#7a1f5c[^]*--brand: ?#f0a3d0/);
  });

  test('a correction is on the page of its action and in its month, in valid HTML', async () => {
    const corrections = [
      [
        '20 June 2022',
        'the due date',
        'The date was copied from the row below. Page 7 of the plan says March 2023.',
      ],
      [
        '4 July 2022',
        'the wording of the promise',
        'We left a word out. The plan says: lend out sitters.',
      ],
    ] as const;
    // Elements that are under each other have no space between them.
    const bare = (text: string) => text.replaceAll(/\s+/g, '');
    const textOf = (address: string) => {
      const page = pages.find((candidate) => candidate.address === `/carers${address}`);
      return bare(page!.root.textContent);
    };
    const list = corrections.map(([date, part, why]) => `${date}: ${part}. ${why}`).toReversed();
    expect(textOf('/actions/new-1-1-2/')).toContain(
      bare(
        `What we corrected on this page This page did not say what the plan says. We corrected it. ${list.join('')}`,
      ),
    );
    expect(textOf('/actions/new-1-1-1/')).not.toContain('putright');
    for (const [date, part, why] of corrections) {
      const entry = bare(
        `NEW 1.1.2 The trust lends out sitters We corrected ${part}: ${why} Corrected: ${date}.`,
      );
      const month = date.includes('June') ? '/changes/2022-06/' : '/changes/2022-07/';
      expect(textOf('/changes/')).toContain(entry);
      expect(textOf(month)).toContain(entry);
    }
    for (const path of ['actions/new-1-1-2', 'actions/old-1-2', 'changes']) {
      const html = readFileSync(join(site, path, 'index.html'), 'utf8');
      expect(await htmlFaults(html), path).toEqual([]);
    }
  });

  test('the page of an action says what each report tells of its stages', () => {
    const page = pages.find(({ address }) => address === '/carers/actions/old-1-2/');
    const told = page!.root
      .querySelectorAll('.happened li li')
      .map((item) => item.text.replaceAll(/\s+/g, ' '));
    expect(told).toEqual(
      expect.arrayContaining(['“Open it” is now due in autumn 2020.', '“Build it” is complete.']),
    );
  });

  test('hosts are told of what moved, and a page at the old address goes on', async () => {
    const told = readFileSync(join(site, '_redirects'), 'utf8');
    expect(told).toContain('/carers/topics/respite/ /carers/topics/breaks/ 301\n');
    const page = readFileSync(join(site, 'topics/respite/index.html'), 'utf8');
    expect(page).toContain('url=/carers/topics/breaks/');
    expect(await htmlFaults(page)).toEqual([]);
  });
});

test('a build that would lose an address stops, and says what to do', () => {
  const data = dataWith('data-lost', (folder) => {
    writeFileSync(join(folder, 'permalinks.txt'), '/\n/topics/respite/\n');
  });
  const { built, told } = buildFolder(data, at('lost'));
  expect(built).toBe(false);
  expect(told).toContain('permalinks.txt:2:1');
  expect(told).toContain('Nothing is published at /topics/respite/ any more.');
  expect(told).toContain('/topics/respite/ -> /topics/');
});
