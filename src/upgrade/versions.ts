/** The three figures of a version such as 1.4.0 (semver.org); undefined where a text is none. */
export function versionOf(text: string): string | undefined {
  return /^v?(\d{1,9}\.\d{1,9}\.\d{1,9})$/.exec(text)?.[1];
}

/** Sorts versions, the older first. */
export function compareVersions(a: string, b: string): number {
  const [first, second] = [a, b].map((version) => version.split('.').map(Number));
  const at = first!.findIndex((figure, index) => figure !== second![index]);
  return at === -1 ? 0 : first![at]! - second![at]!;
}
