import { startOfFile, type Problem } from '../records/problem.ts';

/** One line of `permalinks.txt`: an address that was published, and where it went if it moved. */
export interface Permalink {
  /** From the root of the site, whatever its sub-path: `/actions/don-2-1-2/`. */
  address: string;
  /** Set where there is nothing any more: the address that took its place. */
  movedTo?: string;
  /** Where it is in the file, counted from 1. */
  line: number;
}

/** Every address that was ever published. */
export interface Ledger {
  /** What is before the first address, for those who open the file. */
  comments: string[];
  links: Permalink[];
}

const newLedger: Ledger = {
  comments: [
    '# Every address that this site ever published. Somebody may have a link to each of them.',
    '# The command  npm run permalinks  adds new ones. Take none out.',
    '# If something moved, write so on its line:  /topics/breaks/ -> /topics/time-off/',
  ],
  links: [],
};

const arrow = ' -> ';
/** What somebody may have typed as an address, right or wrong. */
const addressPattern = /^\/[^\s?#]*$/;
/** Letters, digits and a few marks: hosts read `*` and `:name` as “any address”, and decode codes. */
const plainAddress = /^(?:\/[\w.~-]+)*\/?$/;
const marks = /^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)/;

/** A folder or file is made of each step, and no longer name can be given to one everywhere. */
const longestStep = 200;

/** Whether an address can be of this site, and leads nowhere else. */
function isPlain(address: string): boolean {
  const steps = address.split('/');
  return (
    plainAddress.test(address) &&
    !steps.includes('.') &&
    !steps.includes('..') &&
    steps.every(({ length }) => length <= longestStep)
  );
}

/**
 * Reads `permalinks.txt`. A line that appears there twice counts once, and one that says where its
 * address moved counts for one that does not: git leaves both when it joins two branches
 * (`merge=union`), and neither branch did anything wrong.
 *
 * @param text undefined where there is no such file, so that nothing was recorded yet
 * @param file what to call it in what is told to an editor
 */
export function readLedger(
  text: string | undefined,
  file: string,
): { ledger: Ledger; problems: Problem[] } {
  if (text === undefined) return { ledger: newLedger, problems: [] };
  const ledger: Ledger = { comments: [], links: [] };
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  for (const [index, raw] of text.split('\n').entries()) {
    const content = raw.trim();
    const line = index + 1;
    if (content === '') continue;
    if (content.startsWith('#')) {
      ledger.comments.push(content);
      continue;
    }
    const [address = '', movedTo, ...more] = content.split(/->|→/).map((part) => part.trim());
    const problem = (message: string, advice: string): Problem => ({
      ...permalinkProblem(file, message, advice),
      line,
      length: content.length,
      lineText: raw.trimEnd(),
    });
    if (marks.test(content)) {
      problems.push(
        problem(
          'Git put this line here when it joined two branches.',
          'Keep the addresses of both sides, and delete the lines that start with <<<<<<<, ======= and >>>>>>>.',
        ),
      );
      continue;
    }
    if (![address, movedTo ?? '/'].every((part) => addressPattern.test(part)) || more.length > 0) {
      problems.push(
        problem(
          'This line is not an address.',
          'Write an address from the first slash on, such as  /topics/breaks/\nIf it moved, write  /topics/breaks/ -> /topics/time-off/',
        ),
      );
      continue;
    }
    const odd = [address, movedTo ?? '/'].find((part) => !isPlain(part));
    if (odd !== undefined) {
      problems.push(
        problem(
          odd.length > 2 * longestStep
            ? `“${odd.slice(0, 60)}…” is too long for an address of this site.`
            : `“${odd}” cannot be an address of this site.`,
          `Write an address from the first slash on, such as  /topics/breaks/\nIt is made of letters without accents, digits, hyphens and dots, with up to ${longestStep} between two slashes, and has no step “..” in it.`,
        ),
      );
      continue;
    }
    const link: Permalink = { address, ...(movedTo === undefined ? {} : { movedTo }), line };
    const place = seen.get(address);
    const first = place === undefined ? undefined : ledger.links[place]!;
    if (place === undefined || first === undefined) {
      seen.set(address, ledger.links.length);
      ledger.links.push(link);
    } else if (first.movedTo === undefined) {
      ledger.links[place] = link;
    } else if (movedTo !== undefined && movedTo !== first.movedTo) {
      problems.push(
        problem(
          `Line ${first.line} says that this address moved to ${first.movedTo}.`,
          'Keep one of the two lines: the one that says where a page is published now.',
        ),
      );
    }
  }
  return { ledger, problems };
}

/** A problem of the file as a whole; a line and its text may be added. */
export function permalinkProblem(file: string, message: string, advice: string): Problem {
  return { rule: 'permalinks', severity: 'error', file, ...startOfFile, message, advice };
}

/** The file’s text: sorted by code unit, so that every machine puts the same line in the same place. */
export function writeLedger({ comments, links }: Ledger): string {
  const lines = links
    .map(({ address, movedTo }) => (movedTo === undefined ? address : address + arrow + movedTo))
    .sort();
  return [...comments, ...lines].map((line) => `${line}\n`).join('');
}

/** The same with addresses that were not recorded yet. Nothing is ever taken out. */
export function withAddresses(ledger: Ledger, addresses: readonly string[]): Ledger {
  const added = addresses.map((address): Permalink => ({ address, line: 0 }));
  return { ...ledger, links: [...ledger.links, ...added] };
}

/** Those of the built addresses that are not recorded yet. */
export function unrecorded({ links }: Ledger, built: Iterable<string>): string[] {
  const known = new Set(links.map(({ address }) => address));
  return [...built].filter((address) => !known.has(address));
}
