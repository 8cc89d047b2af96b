import { getLiveCollection } from 'astro:content';
import { siteDate } from '../domain/site-date.ts';
import { dataFolderName } from '../records/data-folder.ts';
import { recordPath, recordPlace, type RecordPlace } from '../records/record-places.ts';
import type { SoundRecord, SoundRecords } from '../records/records.ts';
import { kindNames, type Kind } from '../schema/kinds.ts';
import { forPages } from './for-pages.ts';
import { linkRegister } from './link.ts';
import type { Register } from './register.ts';

/** The register as pages see it: linked once, and again when a record changes in dev. */
let linked: { records: SoundRecords | undefined; register: Promise<Register> } | undefined;

/** The register that pages show; see `linkedOnce` for the one that files are made from. */
export function getRegister(): Promise<Register> {
  const { records } = forPages;
  if (linked === undefined || linked.records !== records) linked = { records, register: link() };
  return linked.register;
}

async function link(): Promise<Register> {
  const entries = await Promise.all(
    kindNames.map(async (kind) => [kind, await recordsOf(kind)] as const),
  );
  return linkRegister(Object.fromEntries(entries) as SoundRecords, siteDate(process.env));
}

async function recordsOf<K extends Kind>(kind: K): Promise<SoundRecord<K>[]> {
  const { entries, error } = await getLiveCollection(kind);
  if (entries === undefined) throw error;
  return entries.map(({ id, data }) => {
    const path = recordPath(kind, id);
    const file = `${dataFolderName(process.env)}/${path}`;
    const place = recordPlace(path, file) as RecordPlace;
    return { ...place, file, value: data as SoundRecord<K>['value'] };
  });
}
