import { fileURLToPath } from 'node:url';
import { linkRegister } from '../register/link.ts';
import { loadRecords } from '../records/load-records.ts';
import type { Register } from '../register/register.ts';
import { soundFolder, twoPlans } from './fixtures/folders.ts';

/** Where the tests pretend to publish: in a folder of its host, which is the harder case. */
export const testSite = new URL('https://promises.example/sub/');

/** The made-up register in which everything happens, on a fixed day. Never to be changed. */
export const soundRegister = once(() =>
  linkRegister(loadRecords(soundFolder).records!, '2022-12-31'),
);

/** The register of the two plans, on a fixed day. Never to be changed. */
export const realRegister = once(() => {
  const folder = fileURLToPath(new URL(`../../${twoPlans}/`, import.meta.url));
  const { records, problems } = loadRecords(folder);
  if (records === undefined) throw new Error(`${twoPlans} has ${problems.length} problems.`);
  return linkRegister(records, '2026-11-22');
});

function once(make: () => Register): () => Register {
  let made: Register | undefined;
  return () => (made ??= make());
}
