/**
 * Where the records of a site can be read and changed in a browser. Each code host has addresses of
 * its own for that.
 *
 * Sources: GitHub Docs, “Creating new files” (query parameters `filename` and `value`); GitLab,
 * `/-/new/<branch>?file_name=`; Gitea and Forgejo, routes `_edit` and `_new`.
 */
export interface Repository {
  /** Its front page, without a slash at the end. */
  url: string;
  host: CodeHost;
  /** The branch that the site is built from. */
  branch: string;
}

/** The software of code hosts whose addresses we know. */
export const codeHosts = ['github', 'gitlab', 'forgejo', 'gitea'] as const;
export type CodeHost = (typeof codeHosts)[number];

/** The branch of a repository that does not say otherwise. */
export const usualBranch = 'main';

/** What a repository’s address tells of its host: a well-known one, or one that is named after its software. */
export function hostOf(url: string): CodeHost | undefined {
  const labels = new URL(url).hostname.split('.');
  if (labels.includes('codeberg')) return 'forgejo';
  return codeHosts.find((host) => labels.includes(host));
}

/** A repository as `site.yaml` names it: by its address, or with its host and branch. */
export function repositoryOf(
  given: string | { url: string; host?: CodeHost | undefined; branch?: string | undefined },
): Repository {
  const { url, host, branch = usualBranch } = typeof given === 'string' ? { url: given } : given;
  const { origin, pathname } = new URL(url);
  return {
    url: origin + pathname.replace(/\/+$/, '').replace(/\.git$/, ''),
    host: host ?? hostOf(url) ?? 'github',
    branch,
  };
}

/**
 * Where a file of the project can be changed in a browser.
 *
 * @param file its path from the root of the project
 */
export function editAddress({ url, host, branch }: Repository, file: string): string {
  const place = `${coded(branch)}/${coded(file)}`;
  if (host === 'github') return `${url}/edit/${place}`;
  return host === 'gitlab' ? `${url}/-/edit/${place}` : `${url}/_edit/${place}`;
}

/**
 * The longest address that a code host is asked to open. Web servers refuse more than 8 KB, and a
 * sign-in page on the way adds to it.
 */
export const longestAddress = 8000;

/** Where a new file can be made in a browser. */
export interface NewFile {
  url: string;
  /** Whether the text already is in it. Otherwise only the name is, and the text is to be pasted. */
  filled: boolean;
}

/**
 * Where a new file of the project can be made in a browser, with its name and its text. GitLab takes
 * the name only, and no host takes a text that makes the address too long.
 *
 * @param file its path from the root of the project
 * @param text what it should hold
 */
export function newFileAddress(
  { url, host, branch }: Repository,
  file: string,
  text: string,
): NewFile {
  const name = encodeURIComponent(file);
  if (host === 'gitlab') {
    return { url: `${url}/-/new/${coded(branch)}?file_name=${name}`, filled: false };
  }
  const empty =
    host === 'github'
      ? `${url}/new/${coded(branch)}?filename=${name}`
      : `${url}/_new/${coded(branch)}/?filename=${name}`;
  const whole = `${empty}&value=${encodeURIComponent(text)}`;
  return whole.length > longestAddress
    ? { url: empty, filled: false }
    : { url: whole, filled: true };
}

/** A branch or path within an address: slashes stay. */
function coded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
