import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { soundFolder } from '../tests/fixtures/folders.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface FakeIssue {
  number: number;
  title: string;
  body: string | null;
  state: string;
  by: string;
  pull_request?: object;
}

/** As much of GitHub as keeps issues, on this machine. It notes every call that changes something. */
async function fakeGithub(issues: FakeIssue[], status = 200) {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url!, 'http://localhost');
    const answer = (code: number, body: unknown) => {
      response.writeHead(code, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      if (status !== 200) return answer(status, { message: 'No' });
      if (request.headers.authorization !== 'Bearer secret') return answer(401, {});
      const number = /^\/repos\/o\/r\/issues(?:\/(\d+))?$/.exec(url.pathname)?.[1];
      if (request.method === 'GET') {
        const size = Number(url.searchParams.get('per_page'));
        const page = Number(url.searchParams.get('page'));
        const by = url.searchParams.get('creator');
        const open = issues.filter((issue) => issue.state === 'open' && issue.by === by);
        return answer(200, open.slice((page - 1) * size, page * size));
      }
      const given = JSON.parse(text) as Partial<FakeIssue>;
      calls.push(`${request.method} ${number ?? 'new'} ${given.state ?? given.title}`);
      if (number === undefined) {
        const issue = {
          number: issues.length + 1,
          state: 'open',
          by: 'github-actions[bot]',
          ...given,
        };
        issues.push(issue as FakeIssue);
        return answer(201, issue);
      }
      const issue = issues.find((one) => one.number === Number(number));
      return answer(200, Object.assign(issue!, given));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { calls, url: `http://127.0.0.1:${port}` };
}

function dataFolder(reminders = true): string {
  const folder = mkdtempSync(join(tmpdir(), 'records-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(soundFolder, folder, { recursive: true });
  if (reminders) {
    const file = join(folder, 'site.yaml');
    writeFileSync(file, `${readFileSync(file, 'utf8')}reminders: true\n`);
  }
  return folder;
}

async function remind(folder: string, url: string, environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['src/commands/remind.ts', '--data', folder], {
    cwd: root,
    env: {
      ...process.env,
      GITHUB_API_URL: url,
      GITHUB_REPOSITORY: 'o/r',
      GITHUB_TOKEN: 'secret',
      SITE_DATE: '2023-03-15',
      ...environment,
    },
  });
  let told = '';
  child.stdout.on('data', (part: Buffer) => (told += part.toString()));
  child.stderr.on('data', (part: Buffer) => (told += part.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, told };
}

const marked = (lead: string) => `<!-- plan-reminder reminder: ${lead} -->`;

test('a lead gets one issue, which is left as it is until something changes, and closed at the end', async () => {
  const issues: FakeIssue[] = [];
  const { url, calls } = await fakeGithub(issues);
  const folder = dataFolder();

  expect(await remind(folder, url)).toMatchObject({ code: 0 });
  const ofTeam = issues.find(({ body }) => body!.startsWith(marked('carers-team')))!;
  expect(ofTeam.title).toBe('Promises to look at: Carers team');
  expect(ofTeam.body).toContain(
    '### Due soon\n\n- [NEW 1.1.1 The carers team pays for short breaks]',
  );
  expect(new Set(issues.map(({ title }) => title)).size).toBe(issues.length);
  const number = issues.length;
  expect(calls).toHaveLength(number);

  // The host may keep other line ends, and a day later nothing else is to be said.
  ofTeam.body = ofTeam.body!.replaceAll('\n', '\r\n');
  calls.length = 0;
  const { told } = await remind(folder, url, { SITE_DATE: '2023-03-16' });
  expect(calls).toEqual([]);
  expect(told).toBe(
    `0 issues created, 0 issues updated, 0 issues closed and ${number} left as they were.\n`,
  );

  await remind(folder, url, { SITE_DATE: '2023-04-15' });
  expect(calls).toContain(`PATCH ${ofTeam.number} Promises to look at: Carers team`);
  expect(issues).toHaveLength(number);
  expect(ofTeam.body).toContain('no news since');

  calls.length = 0;
  const record = join(folder, 'plans/new/reports/2023-04-done.yaml');
  mkdirSync(dirname(record), { recursive: true });
  writeFileSync(record, 'reported: April 2023\nactions:\n  "1.1.1":\n    status: complete\n');
  await remind(folder, url, { SITE_DATE: '2023-05-02' });
  expect(calls).toContain(`PATCH ${ofTeam.number} closed`);
  expect(ofTeam.state).toBe('closed');
});

test('its own issue is found on any page of the list; a second one is closed, and what others wrote is left alone', async () => {
  const filler = Array.from({ length: 230 }, (_, index): FakeIssue => ({
    number: index + 1,
    title: `Another ${index}`,
    body: index % 2 === 0 ? null : 'Some words',
    state: 'open',
    by: 'github-actions[bot]',
  }));
  const own = (number: number, by = 'github-actions[bot]', more = {}): FakeIssue => ({
    number,
    title: 'Old title',
    body: `${marked('carers-team')}\nOld words`,
    state: 'open',
    by,
    ...more,
  });
  const issues = [
    own(500, 'a-stranger'),
    ...filler,
    own(501, 'github-actions[bot]', { pull_request: {} }),
    own(502),
    own(503),
  ];
  const { url, calls } = await fakeGithub(issues);
  const { code } = await remind(dataFolder(), url);
  expect(code).toBe(0);
  expect(calls.filter((call) => call.startsWith('PATCH'))).toEqual([
    'PATCH 503 closed',
    'PATCH 502 Promises to look at: Carers team',
  ]);
  expect(calls.some((call) => call === 'POST new Promises to look at: Carers team')).toBe(false);
});

test('nothing is asked while reminders are switched off', async () => {
  const { url, calls } = await fakeGithub([], 500);
  const { code, told } = await remind(dataFolder(false), url);
  expect([code, calls]).toEqual([0, []]);
  expect(told).toContain('reminders: true');
});

test.each([
  [401, 'does not accept the token'],
  [403, 'issues: write'],
  [404, 'does not know this repository'],
  [410, 'Issues are switched off'],
  [500, 'answered with an error (500)'],
])('where the host answers %i, one sentence says why', async (status, words) => {
  const { url } = await fakeGithub([], status);
  const { code, told } = await remind(dataFolder(), url);
  expect(code).toBe(2);
  expect(told).toContain('The reminders were not brought up to date.');
  expect(told).toContain(words);
  expect(told).not.toMatch(/ {4}at /);
});

test('a host that is not there, and a missing token, are told as plainly', async () => {
  const gone = await remind(dataFolder(), 'http://127.0.0.1:9');
  expect([gone.code, gone.told]).toEqual([
    2,
    'The reminders were not brought up to date. 127.0.0.1:9 did not answer.\n',
  ]);
  const bare = await remind(dataFolder(), 'http://127.0.0.1:9', { GITHUB_TOKEN: '' });
  expect(bare.code).toBe(2);
  expect(bare.told).toContain('GITHUB_TOKEN is not set');
});
