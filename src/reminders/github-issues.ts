/**
 * Issues on GitHub, as far as reminders need them. Source: GitHub Docs, “REST API endpoints for
 * issues” (version 2022-11-28).
 */

/** An issue of a repository, as far as reminders look at it. */
export interface Issue {
  number: number;
  title: string;
  body: string;
}

/** Where issues are kept. */
export interface IssueStore {
  /** Every open issue that this program wrote, oldest first. */
  open(): Promise<Issue[]>;
  create(issue: Omit<Issue, 'number'>): Promise<void>;
  update(issue: Issue): Promise<void>;
  close(number: number): Promise<void>;
}

/** What GitHub says of an issue. */
interface Answered {
  number: number;
  title: string;
  body: string | null;
  pull_request?: object;
}

const perPage = 100;

/**
 * The issues of a repository that the workflow itself wrote. What anybody else writes is not
 * touched, whatever it says.
 *
 * @param environment as GitHub Actions sets it: GITHUB_API_URL, GITHUB_REPOSITORY, and GITHUB_TOKEN
 *   with leave to write issues. ISSUES_BY names who writes, where that is not the workflow’s own robot.
 * @throws where one of them is missing
 */
export function githubIssues(environment: Record<string, string | undefined>): IssueStore {
  const setting = (name: string): string => {
    const value = environment[name];
    if (value) return value;
    throw new Error(
      `${name} is not set. This command is run by the workflow “Reminders” on GitHub, which sets it.`,
    );
  };
  const api = (environment['GITHUB_API_URL'] ?? 'https://api.github.com').replace(/\/+$/, '');
  const issues = `${api}/repos/${setting('GITHUB_REPOSITORY')}/issues`;
  const token = setting('GITHUB_TOKEN');
  const creator = environment['ISSUES_BY'] ?? 'github-actions[bot]';

  async function ask(method: string, url: string, body?: object): Promise<unknown> {
    let response: Response;
    try {
      response = await fetch(url, {
        method,
        headers: {
          Accept: 'application/vnd.github+json',
          Authorization: `Bearer ${token}`,
          'X-GitHub-Api-Version': '2022-11-28',
          ...(body && { 'Content-Type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(30_000),
      });
    } catch {
      throw new Error(`${new URL(api).host} did not answer.`);
    }
    if (!response.ok) throw new Error(refusal(response.status, new URL(api).host));
    return response.json();
  }

  return {
    async open() {
      const found: Answered[] = [];
      for (let page = 1; ; page++) {
        const query = new URLSearchParams({
          state: 'open',
          creator,
          sort: 'created',
          direction: 'asc',
          per_page: String(perPage),
          page: String(page),
        });
        const some = (await ask('GET', `${issues}?${query}`)) as Answered[];
        found.push(...some);
        if (some.length < perPage) break;
      }
      return found
        .filter(({ pull_request: isPull }) => isPull === undefined)
        .map(({ number, title, body }) => ({ number, title, body: body ?? '' }));
    },
    async create(issue) {
      await ask('POST', issues, issue);
    },
    async update({ number, title, body }) {
      await ask('PATCH', `${issues}/${number}`, { title, body });
    },
    async close(number) {
      await ask('PATCH', `${issues}/${number}`, { state: 'closed', state_reason: 'completed' });
    },
  };
}

function refusal(status: number, host: string): string {
  switch (status) {
    case 401:
      return `${host} does not accept the token (GITHUB_TOKEN).`;
    case 403:
    case 429:
      return `${host} does not let this token write issues, or it was asked too often. The workflow needs  permissions: issues: write`;
    case 404:
      return `${host} does not know this repository, or the token may not see it.`;
    case 410:
      return 'Issues are switched off in the settings of this repository. Switch them on, or take “reminders” out of site.yaml.';
    default:
      return `${host} answered with an error (${status}).`;
  }
}
