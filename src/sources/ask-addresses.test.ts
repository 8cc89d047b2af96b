import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { loadRecords } from '../records/load-records.ts';
import { soundFolder } from '../tests/fixtures/folders.ts';
import { addressesIn } from './addresses-in.ts';
import { archivedCopy, askAddresses, type Manners } from './ask-addresses.ts';
import { addressForms } from './tell-addresses.ts';

const manners: Manners = { userAgent: 'Test', servers: 4, pause: 5, timeout: 500, retries: 2 };

/** A server on this machine on which everything happens to pages that can happen to them. */
async function fakeServer() {
  const asked: string[] = [];
  let together = 0;
  let most = 0;
  const server = createServer((request, response) => {
    const { method, url = '' } = request;
    asked.push(`${method} ${url}`);
    most = Math.max(most, ++together);
    response.on('close', () => together--);
    const answer = (status: number, headers: Record<string, string> = {}) => {
      setTimeout(() => response.writeHead(status, headers).end('x'), 5);
    };
    const times = asked.filter((one) => one === `GET ${url}`).length;
    switch (url.split('?')[0]) {
      case '/works':
      case '/new':
        return answer(200);
      case '/only-get':
        return answer(method === 'GET' ? 200 : 405);
      case '/moved':
        return answer(301, { Location: '/also-moved' });
      case '/also-moved':
        return answer(308, { Location: '/new' });
      case '/away-for-now':
        return answer(302, { Location: '/new' });
      case '/slash':
        return answer(301, { Location: '/slash/' });
      case '/slash/':
        return answer(200);
      case '/circle':
        return answer(301, { Location: '/circle' });
      case '/moved-to-nothing':
        return answer(301, { Location: '/gone' });
      case '/closed':
        return answer(403);
      case '/busy-once':
        return answer(times < 2 ? 503 : 200);
      case '/busy':
        return answer(503);
      case '/slow':
        return;
      case '/archive': {
        const wanted = new URL(url, 'http://x').searchParams.get('url')!;
        const closest = wanted.endsWith('/gone')
          ? { available: true, url: `http://web.archive.org/web/2020/${wanted}` }
          : undefined;
        response.end(JSON.stringify({ archived_snapshots: closest ? { closest } : {} }));
        return;
      }
      default:
        return answer(404);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, asked, most: () => most };
}

test('each address is asked until it is clear what became of it', async () => {
  const { origin, asked, most } = await fakeServer();
  const paths = `works only-get moved away-for-now slash circle moved-to-nothing gone closed
    busy-once busy slow`.split(/\s+/);
  const answers = await askAddresses(
    paths.map((path) => `${origin}/${path}`),
    manners,
  );
  const kinds = Object.fromEntries(
    [...answers].map(([address, { kind }]) => [address.slice(origin.length + 1), kind]),
  );
  expect(kinds).toEqual({
    works: 'works',
    'only-get': 'works',
    moved: 'moved',
    'away-for-now': 'works',
    slash: 'works',
    circle: 'gone',
    'moved-to-nothing': 'gone',
    gone: 'gone',
    closed: 'refused',
    'busy-once': 'works',
    busy: 'no answer',
    slow: 'no answer',
  });
  expect(answers.get(`${origin}/moved`)).toEqual({ kind: 'moved', to: `${origin}/new` });
  // What answers at once is not downloaded, and a busy server is asked three times and then left alone.
  expect(asked).not.toContain('GET /works');
  expect(asked.filter((one) => one === 'HEAD /busy')).toHaveLength(3);
  expect(asked.filter((one) => one === 'HEAD /gone').length).toBeLessThanOrEqual(2);
  // One server is asked one thing at a time.
  expect(most()).toBe(1);
});

test('a server that is not there is no answer, and says why', async () => {
  const answers = await askAddresses(['http://127.0.0.1:9/x', 'https://no-such.invalid/'], manners);
  for (const answer of answers.values()) expect(answer.kind).toBe('no answer');
});

test('a copy in an archive is offered where there is one', async () => {
  const { origin } = await fakeServer();
  const copyOf = (path: string, archive = `${origin}/archive`) =>
    archivedCopy(`${origin}/${path}`, archive, manners);
  expect(await copyOf('gone')).toBe(`https://web.archive.org/web/2020/${origin}/gone`);
  expect(await copyOf('works')).toBeUndefined();
  expect(await copyOf('gone', 'http://127.0.0.1:9/')).toBeUndefined();
});

test('what became of the addresses is told with the files that name them', () => {
  const asked = [
    { address: 'https://a.example/', files: ['data/a.yaml'], answer: { kind: 'works' } as const },
    {
      address: 'https://b.example/_x_',
      files: ['data/b.yaml', 'data/c.yaml'],
      answer: { kind: 'gone', why: 'The server answers 404.' } as const,
      archived: 'https://web.archive.org/web/2020/https://b.example/_x_',
    },
    {
      address: 'https://c.example/',
      files: ['data/c.yaml'],
      answer: { kind: 'moved', to: 'https://d.example/' } as const,
    },
  ];
  expect(addressForms.text(asked)).toBe(`2 of 3 addresses need a look.

Gone
  https://b.example/_x_
    The server answers 404.
    Archived copy: https://web.archive.org/web/2020/https://b.example/_x_
    Named in: data/b.yaml, data/c.yaml

Moved
  https://c.example/
    Now at: https://d.example/
    Named in: data/c.yaml
`);
  const markdown = addressForms.markdown(asked);
  expect(markdown).toContain('- <https://b.example/_x_>\n');
  expect(markdown).toContain('<https://web.archive.org/web/2020/https://b.example/_x_>');
  expect(JSON.parse(addressForms.json(asked))).toHaveLength(3);
  expect(addressForms.text(asked.slice(0, 1))).toBe(
    '1 address checked. None is gone or has moved.\n',
  );
});

test('every address that readers are sent to is asked, and the site’s own is not', () => {
  const records = loadRecords(soundFolder).records!;
  const [plan] = records.plan;
  const withLink = {
    ...records,
    plan: [
      { ...plan!, value: { ...plan!.value, summary: 'See [the paper](https://paper.example/7).' } },
      ...records.plan.slice(1),
    ],
  };
  const found = addressesIn(withLink).map(({ address }) => address);
  expect(found).toContain('https://paper.example/7');
  expect(new Set(found).size).toBe(found.length);
  expect(found).not.toContain(records.site[0]!.value.url);
  for (const address of found) expect(address).toMatch(/^https:\/\//);
});
