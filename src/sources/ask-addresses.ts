import { setTimeout as wait } from 'node:timers/promises';

/** What became of an address. */
export type Answer =
  | { kind: 'works' }
  /** It leads on, for good, to another address that works. */
  | { kind: 'moved'; to: string }
  /** The server says that there is nothing, or leads round in circles. */
  | { kind: 'gone'; why: string }
  /** The server is there and does not answer programs. A browser may see the page. */
  | { kind: 'refused'; why: string }
  | { kind: 'no answer'; why: string };

/** How servers are asked, so that it is no burden to them. */
export interface Manners {
  /** Who asks, so that those who run a server know whom to write to. */
  userAgent: string;
  /** How many servers are asked at once. Of one server only one thing is asked at a time. */
  servers: number;
  /** Between two questions to one server, in milliseconds. */
  pause: number;
  /** How long an answer may take, in milliseconds. */
  timeout: number;
  /** How often it is asked again where a server does not answer, or is busy. */
  retries: number;
}

/** Slow enough for any server. */
export const usualManners: Omit<Manners, 'userAgent'> = {
  servers: 4,
  pause: 1_000,
  timeout: 20_000,
  retries: 2,
};

/** The longest time for which a busy server is waited for, in milliseconds. */
const longestWait = 60_000;
const mostSteps = 10;

/** Asks the servers of all addresses what became of them, and downloads as little as can be. */
export async function askAddresses(
  addresses: readonly string[],
  manners: Manners,
): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>();
  const byServer = Map.groupBy(addresses, (address) => new URL(address).host);
  const queues = [...byServer.values()];
  const work = async () => {
    for (let queue = queues.shift(); queue !== undefined; queue = queues.shift()) {
      for (const [index, address] of queue.entries()) {
        if (index > 0) await wait(manners.pause);
        answers.set(address, await askPatiently(address, manners));
      }
    }
  };
  await Promise.all(Array.from({ length: manners.servers }, work));
  return new Map(addresses.map((address) => [address, answers.get(address)!]));
}

async function askPatiently(address: string, manners: Manners): Promise<Answer> {
  for (let tries = 0; ; tries++) {
    const { answer, again } = await ask(address, manners);
    if (again === undefined || tries >= manners.retries) return answer;
    await wait(Math.min(longestWait, Math.max(again, manners.pause * 2 ** tries)));
  }
}

/** An answer, and where it may be another one soon, after how many milliseconds to ask again. */
interface Tried {
  answer: Answer;
  again?: number;
}

async function ask(address: string, manners: Manners): Promise<Tried> {
  let here = address;
  let lasting: string | undefined = address;
  for (let step = 0; step < mostSteps; step++) {
    let response: Response;
    try {
      response = await askOnce(here, manners);
    } catch (error) {
      return { answer: { kind: 'no answer', why: reasonOf(error) }, again: 0 };
    }
    const { status } = response;
    const next = response.headers.get('location');
    if (status < 300 || status >= 400 || next === null) return judged(response, address, lasting);
    here = new URL(next, here).href;
    // What has moved for a time comes back, so the address in the record is still the right one.
    lasting = lasting !== undefined && [301, 308].includes(status) ? here : undefined;
    await wait(Math.min(manners.pause, 200));
  }
  return { answer: { kind: 'gone', why: 'It keeps sending readers on to another address.' } };
}

/** Some servers answer only those who want the whole page. */
async function askOnce(address: string, manners: Manners): Promise<Response> {
  const head = await send(address, 'HEAD', manners);
  return head.status < 400 ? head : send(address, 'GET', manners);
}

async function send(address: string, method: string, manners: Manners): Promise<Response> {
  const response = await fetch(address, {
    method,
    redirect: 'manual',
    headers: { 'User-Agent': manners.userAgent, Accept: '*/*' },
    signal: AbortSignal.timeout(manners.timeout),
  });
  await response.body?.cancel();
  return response;
}

function judged(response: Response, address: string, lasting: string | undefined): Tried {
  const { status } = response;
  if (status < 400) {
    const moved = lasting !== undefined && bare(lasting) !== bare(address);
    return { answer: moved ? { kind: 'moved', to: lasting } : { kind: 'works' } };
  }
  const why = `The server answers ${status}.`;
  if (status === 429 || status >= 500) {
    const seconds = Number(response.headers.get('retry-after') ?? 0);
    const kind = status === 429 ? 'refused' : 'no answer';
    return { answer: { kind, why }, again: Number.isFinite(seconds) ? seconds * 1_000 : 0 };
  }
  return { answer: { kind: status === 404 || status === 410 ? 'gone' : 'refused', why } };
}

/** A slash at the end, or a place within the page, makes no other page. */
function bare(address: string): string {
  return address.replace(/#.*$/, '').replace(/\/+$/, '');
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'It took too long to answer.';
  const { code = '' } = ((error as Error).cause ?? {}) as NodeJS.ErrnoException;
  if (['ENOTFOUND', 'EAI_AGAIN'].includes(code)) return 'There is no server of that name.';
  if (code.includes('CERT') || code.startsWith('ERR_TLS')) return 'Its certificate is not valid.';
  return 'The server does not answer.';
}

/**
 * A copy of a page in a web archive, where there is one. An archive that does not answer has none.
 *
 * @param archive answers as https://archive.org/wayback/available does (“Wayback Availability JSON API”)
 */
export async function archivedCopy(
  address: string,
  archive: string,
  { userAgent, timeout }: Manners,
): Promise<string | undefined> {
  try {
    const response = await fetch(`${archive}?${new URLSearchParams({ url: address })}`, {
      headers: { 'User-Agent': userAgent },
      signal: AbortSignal.timeout(timeout),
    });
    const { archived_snapshots: found } = (await response.json()) as {
      archived_snapshots?: { closest?: { available?: boolean; url?: string } };
    };
    const url = found?.closest?.available ? found.closest.url : undefined;
    return url?.replace(/^http:/, 'https:');
  } catch {
    return undefined;
  }
}
