import { getCollection } from 'astro:content';
import { siteDate } from '../domain/site-date.ts';
import { dataFolderName } from '../records/data-folder.ts';
import { linkRegister } from './link.ts';
import { recordPath, recordPlace, type RecordPlace } from '../records/record-places.ts';
import type { SoundRecord, SoundRecords } from '../records/records.ts';
import { kindNames, type Kind } from '../schema/kinds.ts';
import type { Register } from './register.ts';

/** The register as pages see it: linked once from Astro’s collections, and again when one changes in dev. */
let linked: Promise<Register> | undefined;

export function getRegister(): Promise<Register> {
  linked ??= link();
  return linked;
}

async function link(): Promise<Register> {
  const entries = await Promise.all(
    kindNames.map(async (kind) => [kind, await recordsOf(kind)] as const),
  );
  const records = Object.fromEntries(entries) as SoundRecords;
  if (records.site.length === 0)
    throw new Error('The records have problems. The terminal tells all of them.');
  return linkRegister(records, siteDate(process.env));
}

async function recordsOf<K extends Kind>(kind: K): Promise<SoundRecord<K>[]> {
  const entries = await getCollection(kind);
  return entries.map(({ id, data }) => {
    const path = recordPath(kind, id);
    const file = `${dataFolderName(process.env)}/${path}`;
    const place = recordPlace(path, file) as RecordPlace;
    return { ...place, file, value: data as SoundRecord<K>['value'] };
  });
}
