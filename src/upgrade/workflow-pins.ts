import { compareVersions, versionOf } from './versions.ts';

/** `uses: actions/checkout@<commit> # v6.0.2`, as Dependabot keeps it up to date. */
const pin = /(\buses: *)([\w./-]+)@([0-9a-f]{40})( # v?([\d.]+))?/g;

/** A workflow without the commits of what it uses. */
export function withoutPins(workflow: string): string {
  return workflow.replaceAll(pin, '$1$2');
}

/** A new workflow, with what it uses as new as in either of two. */
export function withNewerPins(workflow: string, own: string): string {
  const mine = new Map([...own.matchAll(pin)].map((match) => [match[2]!, match]));
  return workflow.replaceAll(pin, (whole, uses: string, name: string, ...rest: string[]) => {
    const [, ...after] = mine.get(name)?.slice(2) ?? [];
    const [theirs, ours] = [versionOf(rest[2] ?? ''), versionOf(after[2] ?? '')];
    const isOlder = theirs !== undefined && ours !== undefined && compareVersions(theirs, ours) < 0;
    return isOlder ? `${uses}${name}@${after[0]!}${after[1]!}` : whole;
  });
}
