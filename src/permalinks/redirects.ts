import { address } from '../domain/address.ts';
import type { Problem } from '../records/problem.ts';
import { formOf } from './forms.ts';
import { permalinkProblem, type Ledger, type Permalink } from './ledger.ts';

/** From an address at which there is nothing any more to the one that took its place. */
export interface Redirect {
  from: string;
  to: string;
}

/**
 * Compares what was ever published with what is built now. An action that was withdrawn or merged has no
 * redirect: its record stays (the rule `action-kept`), and its page says where it goes on
 * (`EndedBanner.astro`).
 *
 * @param built every address of the finished build, before redirects are added to it
 * @param file what to call the ledger in what is told to an editor
 */
export function keepAddresses(
  ledger: Ledger,
  built: ReadonlySet<string>,
  file: string,
): { redirects: Redirect[]; problems: Problem[] } {
  const moves = new Map(ledger.links.map((link) => [link.address, link.movedTo]));
  const published: Published = { built, moves, endOf: endsOf(moves) };
  const redirects: Redirect[] = [];
  const problems: Problem[] = [];
  for (const link of ledger.links) {
    const fate = fateOf(link, published);
    if ('to' in fate) redirects.push({ from: link.address, to: fate.to });
    if ('message' in fate) {
      const lineText = lineOf(link);
      problems.push({
        ...permalinkProblem(file, fate.message, fate.advice),
        line: link.line,
        length: lineText.length,
        lineText,
      });
    }
  }
  return { redirects, problems };
}

interface Published {
  built: ReadonlySet<string>;
  /** Every recorded address, and where it moved if it did. */
  moves: ReadonlyMap<string, string | undefined>;
  /** Where an address leads in the end; undefined for one that leads round in a circle. */
  endOf: (address: string) => string | undefined;
}

/** Each address is followed once, however many lead to it. */
function endsOf(moves: Published['moves']): Published['endOf'] {
  const known = new Map<string, string | undefined>();
  return (address) => {
    const way = new Set<string>();
    let at = address;
    for (let next: string | undefined = at; next !== undefined; next = moves.get(at)) {
      at = next;
      if (known.has(at) || way.has(at)) break;
      way.add(at);
    }
    const isCircle = way.has(at) && moves.get(at) !== undefined;
    const end = known.has(at) ? known.get(at) : isCircle ? undefined : at;
    for (const stop of way) known.set(stop, end);
    return end;
  };
}

/** Whether an address is still there, where it leads now, or why it would be lost. */
type Fate = Record<string, never> | { to: string } | Fault;
type Fault = Pick<Problem, 'message' | 'advice'>;

const stands: Fate = {};

function fateOf({ address: from, movedTo }: Permalink, published: Published): Fate {
  const { built, moves } = published;
  if (built.has(from)) return movedTo === undefined ? stands : stillThere(from);
  const page = formOf(from)?.page;
  const to = movedTo ?? movedWithPage(from, moves);
  if (to === undefined) {
    // Where the page is lost too, its line says what to do about both.
    return page !== undefined && moves.has(page) && !built.has(page) ? stands : lost(from, built);
  }
  if (typeOf(from) !== typeOf(to)) {
    return {
      message: `${from} cannot go on as ${to}, because that is another type of file.`,
      advice: `Write an address that ends in ${typeOf(from)}`,
    };
  }
  if (built.has(to)) return { to };
  if (movedTo === undefined) {
    return {
      message: `${to}, to which this would go with its page, is not published.`,
      advice: `Write here where it went:  ${from} -> ${exampleFor(from, built)}`,
    };
  }
  return wrongTarget(from, to, published);
}

function stillThere(address: string): Fault {
  return {
    message: `This line says that ${address} moved, but something is published there.`,
    advice: `If it is what was always there, write only  ${address}\nIf it is something new, give that another name: an address is never reused.`,
  };
}

function lost(gone: string, built: ReadonlySet<string>): Fault {
  return {
    message: `Nothing is published at ${gone} any more. Links that people have would break.`,
    advice: `Put back what made it. An action that ended keeps its record, with the status withdrawn or merged.\nOr write here where it went:  ${gone} -> ${exampleFor(gone, built)}`,
  };
}

/** Where a file of a page leads if only the page has a line that says where it moved. */
function movedWithPage(from: string, moves: Published['moves']): string | undefined {
  const form = formOf(from);
  const page = form && moves.get(form.page);
  return page === undefined ? undefined : form?.of(page);
}

/** How many stops of a circle are listed at most. */
const mostStops = 6;

/** What is wrong with a redirect to an address that is not built, and how to fix it. */
function wrongTarget(from: string, to: string, { built, moves, endOf }: Published): Fault {
  const end = endOf(from);
  if (end === undefined) {
    return {
      message: `This leads round in a circle: ${stopsFrom(from, moves).join(' -> ')}`,
      advice: 'Write where a page is published now.',
    };
  }
  return end !== to && built.has(end)
    ? {
        message: `${to} moved too, and a link must lead straight to where a page is now.`,
        advice: `Write  ${from} -> ${end}`,
      }
    : {
        message: `${from} leads to ${end}, where nothing is published.`,
        advice: `Write an address that is published, such as  ${from} -> ${exampleFor(end, built)}`,
      };
}

/** The stops of a circle, up to the first that comes twice. */
function stopsFrom(from: string, moves: Published['moves']): string[] {
  const way: string[] = [];
  for (let next: string | undefined = from; next !== undefined; next = moves.get(next)) {
    const isRound = way.includes(next);
    way.push(next);
    if (isRound) return way;
    if (way.length === mostStops) return [...way, '…'];
  }
  return way;
}

function lineOf({ address: from, movedTo }: Permalink): string {
  return movedTo === undefined ? from : `${from} -> ${movedTo}`;
}

/** `/` for a page, or the ending of a file. */
function typeOf(address: string): string {
  return address.endsWith('/') ? '/' : `.${address.split('.').at(-1)!}`;
}

/**
 * An example of where to send readers, which is published: the file with everything, the list that
 * a page was in, a page for frames of the same sort, or else the plans.
 */
function exampleFor(gone: string, built: ReadonlySet<string>): string {
  const whole: Record<string, string> = {
    '.ics': address.calendar,
    '.atom': address.changesFeed,
    '.json': address.actionsData,
  };
  const framed = gone.startsWith('/embed/')
    ? [...built].find((each) => folderOf(each) === folderOf(gone))
    : undefined;
  const ideas = [framed, /^\/[^/]+\/(?=.)/.exec(gone)?.[0], address.plans];
  return (
    whole[typeOf(gone)] ??
    ideas.find((idea) => idea !== undefined && built.has(idea)) ??
    address.home
  );
}

/** `/embed/leads/` of `/embed/leads/council/`. */
function folderOf(page: string): string | undefined {
  return /^.*\/(?=[^/]+\/$)/.exec(page)?.[0];
}
