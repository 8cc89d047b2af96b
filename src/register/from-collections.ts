import { getCollection } from 'astro:content';
import { siteDate } from '../domain/site-date.ts';
import { dataFolderName } from '../records/data-folder.ts';
import { linkRegister } from './link.ts';
import { recordPath, recordPlace, type RecordPlace } from '../records/record-places.ts';
import type { Kind, SoundRecord } from '../records/records.ts';
import type { Register } from './register.ts';

/** The register as pages see it: linked once from Astro’s collections, and again when one changes in dev. */
let linked: Promise<Register> | undefined;

export function getRegister(): Promise<Register> {
  linked ??= link();
  return linked;
}

async function link(): Promise<Register> {
  const [site, organisation, term, topic, plan, action] = await Promise.all([
    recordsOf('site'),
    recordsOf('organisation'),
    recordsOf('term'),
    recordsOf('topic'),
    recordsOf('plan'),
    recordsOf('action'),
  ]);
  if (site.length === 0)
    throw new Error('The records have problems. The terminal tells all of them.');
  return linkRegister({ site, organisation, term, topic, plan, action }, siteDate(process.env));
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
