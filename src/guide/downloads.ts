import type { Action, Register } from '../register/register.ts';
import { columns } from '../exports/actions-table.ts';
import { schemaNames } from '../exports/record-schemas.ts';
import { datesIn } from '../exports/calendar.ts';
import { changesTold } from '../exports/change-feeds.ts';
import { wholeSizes, type WholeFile } from '../exports/whole-files.ts';
import { address } from '../domain/address.ts';
import { count } from '../domain/words.ts';

/** A file that readers may take: where it is, or what its address looks like. */
interface Download {
  title: string;
  path: string;
}

/** One that holds everything. */
interface WholeDownload extends Download {
  path: WholeFile;
  means: string;
  /** How many records of what are in it. */
  holds: (register: Register) => string;
}

/** How many rows a file has: one for each promise, even if it was withdrawn or merged. */
function rowsIn({ actions }: Register): string {
  return count(actions.length, 'row');
}

/** Everything in one file each. */
const wholeDownloads: WholeDownload[] = [
  {
    title: 'Spreadsheet (XLSX)',
    path: address.actionsXlsx,
    means: 'For Excel, LibreOffice and Google Sheets. One row for each promise.',
    holds: rowsIn,
  },
  {
    title: 'Table (CSV)',
    path: address.actionsCsv,
    means: 'The same table, for any program.',
    holds: rowsIn,
  },
  {
    title: 'Meaning of the table (CSVW)',
    path: address.actionsCsvMetadata,
    means: 'What each column of the CSV file means, for programs.',
    holds: () => count(columns.length, 'column'),
  },
  {
    title: 'All promises (JSON)',
    path: address.actionsData,
    means: 'For programs. It also has every update, stage and source.',
    holds: ({ actions }) => count(actions.length, 'record'),
  },
  {
    title: 'Calendar (iCalendar)',
    path: address.calendar,
    means: 'Every due date. Your calendar can subscribe to it.',
    holds: ({ actions }) => count(datesIn(actions), 'date'),
  },
  {
    title: 'What changed (Atom feed)',
    path: address.changesFeed,
    means: 'What was reported, what moved and what we corrected. Your feed reader can follow it.',
    holds: (register) => count(changesTold(register), 'change'),
  },
];

/**
 * The same with how large each is and how much it holds.
 *
 * @param site where the site is published, with any sub-path and a slash at the end
 */
export async function measuredFiles(register: Register, site: URL) {
  const sizes = await wholeSizes(register, site);
  return wholeDownloads.map(({ title, path, means, holds }) => {
    return { title, path, means, size: inBytes(sizes[path]), holds: holds(register) };
  });
}

/** “58 KB”, “1.2 MB”: thousands of bytes, as the people who download it see them. */
function inBytes(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Those of one plan, outcome, topic, lead or action, each with an address that is made the same way. */
export function partialFiles(action: Action): Download[] {
  const { plan, outcome, leads, topics, id, due } = action;
  const topic = topics[0];
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
    { title: 'Feed of an action', path: address.actionFeed(id) },
    { title: 'Calendar of an outcome', path: address.outcomeCalendar(outcome.id) },
    { title: 'Feed of an outcome', path: address.outcomeFeed(outcome.id) },
    ...(topic === undefined
      ? []
      : [
          { title: 'Calendar of a topic', path: address.topicCalendar(topic.id) },
          { title: 'Feed of a topic', path: address.topicFeed(topic.id) },
        ]),
    { title: 'An action as JSON', path: address.actionData(id) },
  ];
}

/** For each plan the sheet in which its progress is filled in. */
export function progressSheets({ plans }: Register): Download[] {
  return plans.map(({ id, title }) => ({ title, path: address.progressSheet(id) }));
}

/** How a record is to be written, for programs. */
export const schemaFiles = schemaNames.map((name) => ({
  title: name,
  path: address.recordSchema(name),
}));
