import { compareVersions } from './versions.ts';

/** What one version changed, as `CHANGELOG.md` tells it. */
export interface ChangelogEntry {
  version: string;
  /** Markdown, without the heading. */
  text: string;
}

/** The entries of a `CHANGELOG.md`, in its order: each under a heading such as “## 1.4.0”. */
function changelogEntries(changelog: string): ChangelogEntry[] {
  const [, ...parts] = changelog.split(/^## /m);
  return parts.flatMap((part) => {
    const [, version, text] = /^(\d+\.\d+\.\d+)[^\n]*\n(.*)$/s.exec(part) ?? [];
    return version === undefined ? [] : [{ version, text: text!.trim() }];
  });
}

/** What changed for somebody who had one version and now has another, the newest first. */
export function changesBetween(changelog: string, had: string, has: string): ChangelogEntry[] {
  return changelogEntries(changelog).filter(
    ({ version }) => compareVersions(version, had) > 0 && compareVersions(version, has) <= 0,
  );
}
