import type { Problem } from '../../records/problem.ts';
import { reportProblems } from '../../records/report/terminal.ts';
import type { Imported } from '../import-plan.ts';
import type { Saved } from '../save/save-import.ts';

/** What an import did, row by row, for the person who ran it. */
export function reportImport(
  imported: Imported,
  saved: Saved,
  notes: readonly string[],
  problems: readonly Problem[],
  data: string,
): string {
  const { account } = imported;
  const sections = [
    rowsTold(imported),
    notes.length > 0 && list('How the file was read', notes),
    imported.unknownLeads.length > 0 &&
      list(
        'Leads that no record in organisations names',
        imported.unknownLeads.map(
          ({ text, times, nearest }) =>
            `${text} (${times === 1 ? 'once' : `${times} times`})${nearest === undefined ? '' : `; the nearest is “${nearest}”`}`,
        ),
        'If one is a known body, import again at a terminal and say so when you are asked. Or add the words to its “other_names”, or to a mapping file. For records that say that nothing is known, import again with --add-organisations.',
      ),
    imported.unknownAbbreviations.length > 0 &&
      list(
        'Abbreviations that nothing explains',
        [imported.unknownAbbreviations.join(', ')],
        'The check refuses them until the glossary has them. For entries that say that nothing is known, import again with --add-abbreviations.',
      ),
    list('Files', filesTold(saved, data)),
    wordsTold(imported),
    problems.length > 0 && `What the check says\n\n${reportProblems(problems)}`,
    account.lost.length > 0 &&
      list(
        'Words that were lost: this is a fault of the importer',
        account.lost.map(({ place, text }) => `${place}: ${text}`),
      ),
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

function rowsTold({ account }: Imported): string {
  const { rows } = account;
  const count = (result: string) => rows.filter((row) => row.result === result).length;
  const lines = rows.map(({ place, result, files, remarks }) => {
    const where = files.length === 0 ? '' : ` → ${files.map(shortName).join(', ')}`;
    const said = remarks.map((remark) => `\n      ${remark}`).join('');
    return `  ${place}: ${result}${where}${said}`;
  });
  return `Rows: ${rows.length} (${count('taken')} taken, ${count('repaired')} repaired, ${count('needs you')} need you, ${count('passed over')} empty or headings)\n${lines.join('\n')}`;
}

function wordsTold({ account }: Imported): string {
  const words = account.rows.reduce((sum, row) => sum + row.words, 0);
  return account.lost.length === 0 && account.invented.length === 0
    ? `All ${words} words of the file were followed into the records. None was lost, and none was added to the plan’s own words.`
    : `Of ${words} words, some were not found again in the records.`;
}

function filesTold(saved: Saved, data: string): string[] {
  const under = (path: string) => `${data}/${path}`;
  return [
    `${saved.written.length} written, ${saved.renewed.length} brought up to date, ${saved.same.length} as they were.`,
    ...saved.differ.map(
      ({ path, fields }) =>
        `${under(path)} was changed by hand, so it was left alone. The file would now give another: ${fields.join(', ') || 'comment'}.`,
    ),
    ...saved.takenOut.map(
      (path) => `${under(path)} was deleted by hand, so it was not written again.`,
    ),
    ...saved.notInFile.map((path) => `${under(path)} is not in this file. It was left alone.`),
  ];
}

function shortName(path: string): string {
  return path.split('/').at(-1)!;
}

function list(title: string, entries: readonly string[], after?: string): string {
  return `${title}\n${entries.map((entry) => `  ${entry}`).join('\n')}${after === undefined ? '' : `\n  ${after}`}`;
}
