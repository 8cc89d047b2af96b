import { dataFilesIn } from '../records/data-files.ts';
import { readRecords } from '../records/read-records.ts';
import type { Surroundings } from './import-plan.ts';

/**
 * What the data folder already holds, as far as it can be read. The folder may still have problems while
 * a plan is being imported.
 */
export function readSurroundings(data: string): Surroundings {
  const { records } = readRecords(dataFilesIn(data), data);
  const organisations = records.organisation.map(({ id, value }) => ({
    id,
    names: present(value.name, value.short_name, value.other_names),
  }));
  return {
    organisations,
    explained: [
      ...organisations.flatMap(({ names }) => names),
      ...records.term.flatMap(({ value }) => present(value.term, value.other_forms)),
    ],
    plans: Object.fromEntries(
      records.plan.map(({ id, value }) => [
        id,
        {
          code: value.code ?? id,
          references: records.action.flatMap(({ plan, reference }) =>
            plan === id ? (reference ?? []) : [],
          ),
        },
      ]),
    ),
    terms: records.term.map(({ id }) => id),
    codes: Object.fromEntries(
      records.plan.flatMap(({ id, value }) => present(value.code).map((code) => [code, id])),
    ),
  };
}

function present(...values: (string | (string | undefined)[] | undefined)[]): string[] {
  return values.flat().filter((value) => value !== undefined);
}
