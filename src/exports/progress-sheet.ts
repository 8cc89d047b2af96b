import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import writeExcelFile, { type Cell as SheetCell, type Feature } from 'write-excel-file/node';
import { statuses } from '../domain/status.ts';
import { latenessWithMonth } from '../domain/wording.ts';
import type { Action, Plan } from '../register/register.ts';
import { columnLetters, headingCell, literal, withoutClock } from './xlsx.ts';

/** One column of the sheet in which a plan’s progress is filled in. */
export interface ProgressColumn {
  title: string;
  width: number;
  /** Whether it is empty and to be filled in; the others say which action it is, and are locked. */
  isToFillIn: boolean;
  cell(action: Action): string;
}

const nothing = () => '';

/** The columns, in order. `npm run import -- FILE --plan X --report DATE` reads those to fill in. */
export const progressColumns: readonly ProgressColumn[] = [
  { title: 'Reference', width: 12, isToFillIn: false, cell: ({ spoken }) => spoken },
  { title: 'Promise in short', width: 44, isToFillIn: false, cell: ({ title }) => title },
  {
    title: 'Led by',
    width: 26,
    isToFillIn: false,
    cell: ({ leads }) => leads.map(({ organisation }) => organisation.name).join('\n'),
  },
  { title: 'Due', width: 18, isToFillIn: false, cell: ({ due }) => due?.display ?? '' },
  { title: 'Status now', width: 14, isToFillIn: false, cell: ({ status }) => status },
  { title: 'Late, or no news?', width: 24, isToFillIn: false, cell: latenessWithMonth },
  {
    title: 'Last reported',
    width: 16,
    isToFillIn: false,
    cell: ({ lastReported }) => lastReported.display,
  },
  { title: 'New status', width: 16, isToFillIn: true, cell: nothing },
  { title: 'Progress', width: 60, isToFillIn: true, cell: nothing },
  { title: 'New due date', width: 18, isToFillIn: true, cell: nothing },
  { title: 'Reason', width: 40, isToFillIn: true, cell: nothing },
];

/** Those that can be chosen: all but “merged”, which needs to say into what. */
const statusesToChoose = statuses.filter(({ name }) => name !== 'merged');

/** Light enough to read on, and plain to see on paper too. */
const colourToFillIn = '#fff7bf';

/**
 * A plan’s actions as a spreadsheet in which a progress round is filled in: what says which action a
 * row is about is locked, and a status is chosen from a list. A second sheet says how to fill it in.
 */
export async function writeProgressSheet({
  id,
  title,
  actions,
}: Pick<Plan, 'id' | 'title' | 'actions'>): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await writeExcelFile(
    [
      {
        sheet: 'Progress',
        data: [
          progressColumns.map(({ title: heading }) => headingCell(heading)),
          ...actions.map((action) => progressColumns.map((column) => bodyCell(column, action))),
        ],
        columns: progressColumns.map(({ width }) => ({ width })),
        stickyRowsCount: 1,
        stickyColumnsCount: 2,
        orientation: 'landscape',
      },
      {
        sheet: 'How to fill it in',
        data: howTo(id, title).map((line) => [{ value: literal(line), type: String, wrap: true }]),
        columns: [{ width: 100 }],
      },
    ],
    { features: [lockedButFor(actions.length + 1)] },
  ).toBuffer();
  return withoutClock(bytes);
}

function bodyCell(column: ProgressColumn, action: Action): SheetCell {
  const look = { wrap: true, alignVertical: 'top' } as const;
  if (column.isToFillIn) {
    return { ...look, type: String, backgroundColor: colourToFillIn, borderColor: '#505a5f' };
  }
  const text = column.cell(action);
  return text === '' ? null : { ...look, type: String, value: literal(text) };
}

function howTo(plan: string, title: string): string[] {
  return [
    `Progress of ${title}`,
    'Fill in the yellow columns. Leave a row empty where there is nothing to report.',
    'New status: choose one from the list. Leave it empty where the report gives no status.',
    ...statusesToChoose.map(({ name, means }) => `    ${name}: ${means}`),
    'Progress: what was reported, in the report’s own words. You can write several lines.',
    'New due date: only where the date has moved, such as March 2027. Say why under Reason.',
    'Reason: why a date moved, or why a promise was withdrawn.',
    'If an action was joined to another one, say so under Progress, and name the other one.',
    'Do not change the other columns. Rows may be sorted or left out.',
    `When it is filled in, send the file to those who keep this site. They bring it in with:`,
    `    npm run import -- FILE --plan ${plan} --report "September 2026"`,
  ];
}

/** Locks all but the cells that are to be filled in, and lets a status be chosen: the library has no options for these. */
function lockedButFor(height: number): Feature<Stream | Buffer | Blob> {
  const place = progressColumns.findIndex(({ title }) => title === 'New status') + 1;
  const cells = `${columnLetters(place)}2:${columnLetters(place)}${Math.max(height, 2)}`;
  const list = statusesToChoose.map(({ name }) => name).join(',');
  // Excel reads these as what is locked, so a nought allows it.
  const lock =
    '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>';
  const choice = `<dataValidations count="1"><dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="Not a status" error="Choose a status from the list, or leave the cell empty. Write other words under Progress." sqref="${cells}"><formula1>"${list}"</formula1></dataValidation></dataValidations>`;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) =>
            sheetIndex === 0
              ? xml.replace('</sheetData>', `</sheetData>${lock}`).replace(
                  // Where the printing of the sheet is described, the list of choices comes before it.
                  /(?=<(?:pageMargins|pageSetup|drawing)|<\/worksheet>)/,
                  choice,
                )
              : xml,
        },
        // Only what is to be filled in has a colour.
        'xl/styles.xml': {
          transform: (xml) =>
            xml.replace(
              /<xf ([^>]*applyFill="1"[^>]*)>(.*?)<\/xf>/g,
              '<xf $1 applyProtection="1">$2<protection locked="0"/></xf>',
            ),
        },
      },
    },
  };
}
