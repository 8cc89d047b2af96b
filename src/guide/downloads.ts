import type { Action } from '../register/register.ts';
import { schemaNames } from '../exports/record-schemas.ts';
import { address } from '../domain/address.ts';

/** A file that readers may take: where it is, or what its address looks like, and what it is for. */
export interface Download {
  title: string;
  path: string;
  means: string;
}

/** Everything in one file each. */
export const wholeFiles: Download[] = [
  {
    title: 'Spreadsheet (XLSX)',
    path: address.actionsXlsx,
    means: 'For Excel, LibreOffice and Google Sheets. One row for each action.',
  },
  {
    title: 'Table (CSV)',
    path: address.actionsCsv,
    means: 'The same table, for any program.',
  },
  {
    title: 'Meaning of the table (CSVW)',
    path: address.actionsCsvMetadata,
    means: 'What each column of the CSV file means, for programs.',
  },
  {
    title: 'All actions (JSON)',
    path: address.actionsData,
    means: 'For programs. It also has every update, stage and source.',
  },
  {
    title: 'Calendar (iCalendar)',
    path: address.calendar,
    means: 'Every due date. Your calendar can subscribe to it.',
  },
  {
    title: 'What changed (Atom feed)',
    path: address.changesFeed,
    means: 'What was reported, what moved and what we put right. Your feed reader can follow it.',
  },
];

/** Those of one plan, lead or action, each with an address that is made the same way. */
export function partialFiles(action: Action): Omit<Download, 'means'>[] {
  const { plan, leads, id, due } = action;
  const lead = leads[0]?.organisation.id;
  return [
    { title: 'Calendar of a plan', path: address.planCalendar(plan.id) },
    { title: 'Feed of a plan', path: address.planFeed(plan.id) },
    ...(lead === undefined
      ? []
      : [
          { title: 'Calendar of a lead', path: address.leadCalendar(lead) },
          { title: 'Feed of a lead', path: address.leadFeed(lead) },
        ]),
    ...(due?.latest == null
      ? []
      : [{ title: 'Calendar of an action', path: address.actionCalendar(id) }]),
    { title: 'An action as JSON', path: address.actionData(id) },
  ];
}

/** How a record is to be written, for programs. */
export const schemaFiles = schemaNames.map((name) => ({
  title: name,
  path: address.recordSchema(name),
}));
