import type { Issue, IssueStore } from './github-issues.ts';

/** An issue that should be open, and say just this. */
export interface WantedIssue {
  /** Tells it from the others of its sort: the identifier of a lead. */
  key: string;
  title: string;
  body: string;
}

/** What was done, each with the titles of the issues. */
export interface Kept {
  created: string[];
  updated: string[];
  closed: string[];
  unchanged: string[];
}

/** GitHub takes no longer body, in characters. */
const longestBody = 65_000;
const goesOn = '\n\n… The list goes on. The website has all of it.\n';

/**
 * Keeps one open issue for each that is wanted, and closes those of the same sort that no longer
 * are. An issue is known by a mark in its body that readers do not see, so it may be given another
 * title or label by hand; the title is put back, labels and comments stay.
 *
 * @param sort what these issues are, so that two lists do not close each other’s: `reminder`
 */
export async function keepIssues(
  store: IssueStore,
  sort: string,
  wanted: readonly WantedIssue[],
): Promise<Kept> {
  const kept: Kept = { created: [], updated: [], closed: [], unchanged: [] };
  const open = new Map<string, Issue>();
  for (const issue of await store.open()) {
    const key = keyIn(issue.body, sort);
    if (key === undefined) continue;
    if (open.has(key)) {
      await store.close(issue.number);
      kept.closed.push(issue.title);
    } else {
      open.set(key, issue);
    }
  }
  for (const { key, title, body: text } of wanted) {
    const body = `${mark(sort, key)}\n${cut(text)}`;
    const issue = open.get(key);
    open.delete(key);
    if (issue === undefined) {
      await store.create({ title, body });
      kept.created.push(title);
    } else if (issue.title !== title || sameLines(issue.body) !== sameLines(body)) {
      await store.update({ number: issue.number, title, body });
      kept.updated.push(title);
    } else {
      kept.unchanged.push(title);
    }
  }
  for (const { number, title } of open.values()) {
    await store.close(number);
    kept.closed.push(title);
  }
  return kept;
}

function mark(sort: string, key: string): string {
  return `<!-- plan-reminder ${sort}: ${key} -->`;
}

function keyIn(body: string, sort: string): string | undefined {
  const [, found, key] = /^<!-- plan-reminder ([a-z-]+): (\S+) -->/.exec(body) ?? [];
  return found === sort ? key : undefined;
}

function cut(text: string): string {
  if (text.length <= longestBody) return text;
  const end = text.lastIndexOf('\n', longestBody - goesOn.length);
  return text.slice(0, end) + goesOn;
}

/** The host may keep a text with other line ends. */
function sameLines(text: string): string {
  return text.replaceAll('\r\n', '\n').trimEnd();
}
