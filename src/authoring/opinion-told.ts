import { spokenReference } from '../domain/reference.ts';
import { secondOpinionNotice } from '../domain/voice.ts';
import { dataFilesIn } from '../records/data-files.ts';
import { readRecords } from '../records/read-records.ts';
import { statementsIn } from '../records/statements.ts';

/**
 * What to tell the person who wrote a report that is a second opinion. Empty if the report is by someone
 * who made the promise.
 *
 * @param path of the report in the data folder, where it is by now
 */
export function opinionTold(folder: string, path: string): string {
  const { records } = readRecords(dataFilesIn(folder), folder);
  const report = records.report.find(({ file }) => file === `${folder}/${path}`);
  const by = report?.value.by;
  if (report === undefined || by === undefined) return '';
  const statements = [...statementsIn(records)].flatMap(([id, list]) =>
    list.flatMap((statement) => (statement.report === report ? [{ id, ...statement }] : [])),
  );
  const others = statements.filter(({ secondOpinion }) => secondOpinion);
  if (others.length === 0) return '';
  const code = records.plan.find(({ id }) => id === report.plan)?.value.code ?? report.plan!;
  const spoken = ({ id }: { id: string }) => spokenReference(code, id.split('/')[1]!);
  const name =
    typeof by === 'string'
      ? (records.organisation.find(({ id }) => id === by)?.value.name ?? by)
      : (by.name ?? '');
  const which = others.length === statements.length ? [] : others.map(spoken);
  return `\n${secondOpinionNotice(name, which)}\n`;
}
