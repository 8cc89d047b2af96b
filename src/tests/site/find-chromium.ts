import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const usualPlaces = [
  // Chromium without windows: it opens a page in a third of the time.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The browser that the tests drive: the one that CHROMIUM names, an installed Chromium or Chrome,
 * Playwright’s own, or, on Debian and as its administrator, a package of Chromium, installed now.
 *
 * @throws with what to do, where none can be had
 */
export function findChromium(): string {
  const found = installed();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stdout.write('No Chromium is installed. Installing it from Debian …\n');
    const apt = (...words: string[]) =>
      execFileSync('apt-get', ['-qq', ...words], {
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    const install = (name: string) => apt('install', '--yes', '--no-install-recommends', name);
    apt('update');
    try {
      install('chromium-headless-shell');
    } catch {
      // Older releases of Debian have the whole browser only.
      install('chromium');
    }
    const now = installed();
    if (now !== undefined) return now;
  }
  throw new Error(
    'The browser tests need Chromium or Chrome. Install one of them, or name it: CHROMIUM=/path/to/chrome npm test',
  );
}

function installed(): string | undefined {
  const candidates = [process.env['CHROMIUM'], ...usualPlaces, chromium.executablePath()];
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path));
}

/**
 * How to start it: quiet on the network, and without the sandbox where the tests run as root.
 *
 * @param options.asAtHome whether scripts run as fast as a reader’s, for those who take the time
 * @param options.drawing whether pages are drawn: without, they are laid out, and nothing can be clicked
 */
export function launchOptions({ asAtHome = false, drawing = true } = {}) {
  return {
    executablePath: findChromium(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Processes that hand each picture on to others take longer than what is drawn.
      ...(asAtHome ? [] : ['--in-process-gpu']),
      ...(drawing ? [] : ['--disable-threaded-compositing']),
      // A page is gone before a script of it has run often enough to be worth compiling a second time.
      ...(asAtHome ? [] : ['--js-flags=--no-opt --no-maglev --single-threaded-gc']),
    ],
  };
}
