import { linksIn } from '../domain/web-address.ts';
import type { SoundRecords } from '../records/records.ts';

/** A web address that readers are sent to, and the files that name it. */
export interface NamedAddress {
  address: string;
  files: string[];
}

/** What a site says of itself, which is there or not as long as the site is. */
const own = new Set(['url', 'repository']);

/** Every address of a document or website in the records, each once, in the order of its files. */
export function addressesIn(records: SoundRecords): NamedAddress[] {
  const files = new Map<string, Set<string>>();
  for (const [kind, list] of Object.entries(records)) {
    for (const { file, value } of list) {
      const said =
        kind === 'site'
          ? Object.fromEntries(Object.entries(value).filter(([field]) => !own.has(field)))
          : value;
      for (const address of inside(said)) {
        files.set(address, (files.get(address) ?? new Set()).add(file));
      }
    }
  }
  return [...files].map(([address, named]) => ({ address, files: [...named] }));
}

function inside(value: unknown): string[] {
  if (typeof value === 'string') {
    if (/^https:\/\/\S+$/.test(value.trim())) return [value.trim()];
    return value.includes('](')
      ? linksIn(value)
          .map(({ to }) => to)
          .filter((to) => to.startsWith('https://'))
      : [];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(inside) : [];
}
