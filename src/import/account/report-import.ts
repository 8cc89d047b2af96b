import { count } from '../../domain/words.ts';
import type { Problem } from '../../records/problem.ts';
import { reportProblems } from '../../records/report/terminal.ts';
import type { Imported } from '../import-plan.ts';
import { rowsTold } from '../rows-told.ts';
import { gathered } from '../questions/question.ts';
import type { Saved } from '../save/save-import.ts';
import type { LeftOut } from '../table.ts';
import type { Account } from './account.ts';

/** What an import did, for the person who ran it: one line for each kind of thing, with its rows. */
export function reportImport(
  imported: Imported,
  saved: Saved,
  { notes, leftOut }: { notes: readonly string[]; leftOut: readonly LeftOut[] },
  problems: readonly Problem[],
  data: string,
): string {
  const { account, repairs, read } = imported;
  const place = (row: number) => account.rows[row]?.place;
  const sections = [
    rowsCounted(imported),
    columnsTold(read.columns),
    notes.length > 0 && list('How the file was read', notes),
    leftOut.length > 0 && list('Left out', leftOutTold(leftOut)),
    repairs.length > 0 && list('Corrected on the way', byText(repairs, place)),
    questionsTold(imported, saved, data),
    aboutPlanTold(imported.aboutPlan, `${data}/${saved.answers}`),
    imported.unknownAbbreviations.length > 0 &&
      list(
        'Abbreviations that nothing explains',
        [imported.unknownAbbreviations.join(', ')],
        'The check refuses them until the glossary has them. To get entries that say that nothing is known, import again with --add-abbreviations.',
      ),
    list('Files', filesTold(saved, data)),
    accountTold(account),
    problems.length > 0 && `What the check says\n\n${reportProblems(problems)}`,
    account.lost.length > 0 &&
      list(
        'Words that were lost: this is a fault of the importer',
        account.lost.map((lost) => `${lost.place}: ${lost.text}`),
      ),
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

function rowsCounted({ account, read, questions }: Imported): string {
  const of = (kind: string) => account.rows.filter((row) => row.kind === kind).length;
  const asked = new Set(questions.flatMap(({ rows }) => rows)).size;
  const others = [
    `${of('heading')} with headings`,
    ...(of('furniture') > 0 ? [`${of('furniture')} with repeated headings`] : []),
    ...(of('empty') > 0 ? [`${of('empty')} empty`] : []),
  ];
  return `${count(account.rows.length, 'row')}: ${of('taken')} taken, ${others.join(', ')}. ${count(read.actions.length, 'action')}. ${asked === 0 ? 'No row needs you.' : asked === 1 ? '1 row needs you.' : `${asked} rows need you.`}`;
}

function columnsTold(columns: Imported['read']['columns']): string {
  const known = columns.filter(({ field }) => field !== undefined && field !== 'note');
  const kept = columns.filter(({ field }) => field === undefined || field === 'note');
  return list('Columns', [
    ...known.map(({ heading, field }) => `${heading.replaceAll('\n', ' ')} → ${field!}`),
    ...(kept.length === 0
      ? []
      : [
          `Kept in comments of each record: ${kept.map(({ heading }) => heading.replaceAll('\n', ' ')).join(', ')}`,
        ]),
  ]);
}

function leftOutTold(leftOut: readonly LeftOut[]): string[] {
  return [...Map.groupBy(leftOut, ({ why }) => why)].flatMap(([why, entries]) => [
    why,
    ...entries
      .slice(0, 20)
      .map(
        ({ place, text }) => `  ${place}: ${text.length > 120 ? `${text.slice(0, 119)}…` : text}`,
      ),
    ...(entries.length > 20 ? [`  and ${entries.length - 20} more`] : []),
  ]);
}

function byText(
  entries: readonly { row: number; text: string }[],
  place: (row: number) => string | undefined,
): string[] {
  return [...Map.groupBy(entries, ({ text }) => text)].map(([text, same]) => {
    const rows = [...new Set(same.flatMap(({ row }) => place(row) ?? []))];
    return rows.length === 0 ? text : `${text} (${rowsTold(rows)})`;
  });
}

function questionsTold(imported: Imported, saved: Saved, data: string): string | false {
  const { account, questions } = imported;
  if (questions.length === 0) return false;
  const place = (row: number) => account.rows[row]!.place;
  const lines = [...Map.groupBy(gathered(questions), ({ kind }) => kind).values()].flatMap(
    (same) => {
      const keys = same.flatMap(({ answer }) => (answer === undefined ? [] : [answer.key]));
      const rows = [...new Set(same.flatMap((question) => question.rows))].sort((a, b) => a - b);
      const told = rowsTold(rows.map(place));
      // A question that is known by its row names it once.
      const others = keys.filter((key) => !rows.some((row) => place(row) === key));
      const shown =
        others.length > 12 ? [...others.slice(0, 10), `and ${others.length - 10} more`] : others;
      const named = shown.join(' | ');
      return [
        same[0]!.ask,
        `  ${named === '' || told === '' ? named || told : `${named}  (${told})`}`,
      ];
    },
  );
  return list(
    'Questions for you',
    lines,
    saved.answers === undefined
      ? 'Answer them in the records.'
      : `Write the answers in ${data}/${saved.answers} and import again. Until then the site shows the words of the plan in their place.`,
  );
}

function aboutPlanTold(questions: Imported['aboutPlan'], answers: string): string | false {
  const missing = questions.filter(({ kind }) => kind === 'plan');
  const lines = [
    ...(missing.length === 0
      ? []
      : [
          `The file does not say these things about the plan, and the site needs them: ${missing.map(({ answer }) => answer!.key).join(', ')}. Write them under “plan” in ${answers}.`,
        ]),
    ...questions
      .filter(({ kind }) => kind !== 'plan')
      .map(({ ask, answer }) => `${ask} It is “${answer!.key}” under “plan” in ${answers}.`),
  ];
  return lines.length > 0 && lines.join('\n');
}

function accountTold({ words, isWhole }: Account): string {
  const parts = [
    `${words.record} in records`,
    `${words.note} in comments and notes`,
    `${words.heading} in headings`,
    `${words.furniture} in headings that are printed again`,
    `${words.leftOut} left out with a reason`,
  ];
  const sum = `Words in the file: ${words.all} = ${parts.join(' + ')}.`;
  return isWhole
    ? `${sum} No words were lost, and none were added to the plan’s own words.`
    : `${sum} The sum does not add up: some words were not found again in the records.`;
}

function filesTold(saved: Saved, data: string): string[] {
  const under = (path: string) => `${data}/${path}`;
  return [
    `${saved.written.length} written, ${saved.renewed.length} brought up to date, ${saved.same.length} as they were.`,
    ...saved.gone.map(
      (path) =>
        `${under(path)} came from an earlier import and nobody had changed it, so it was removed.`,
    ),
    ...saved.differ.map(
      ({ path, fields }) =>
        `${under(path)} was changed by hand, so it was left alone. The file would now change: ${fields.join(', ') || 'comment'}.`,
    ),
    ...saved.takenOut.map(
      (path) => `${under(path)} was deleted by hand, so it was not written again.`,
    ),
    ...saved.left.map((path) => `${under(path)} is not in this file. It was left alone.`),
  ];
}

function list(title: string, entries: readonly string[], after?: string): string {
  return `${title}\n${entries.map((entry) => `  ${entry}`).join('\n')}${after === undefined ? '' : `\n  ${after}`}`;
}
