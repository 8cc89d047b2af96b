import { address } from '../domain/address.ts';
import { registerParts } from '../browse/register-facts.ts';
import { rowsOnAPage } from '../browse/register-pages.ts';
import { organisationsWithPages } from '../register/lead-pages.ts';
import type { Action, Register } from '../register/register.ts';
import { promisesOf } from '../views/organisation.ts';
import { asJson, publishedAction } from './actions-json.ts';
import { actionsTable } from './actions-table.ts';
import {
  actionCalendar,
  leadCalendar,
  outcomeCalendar,
  planCalendar,
  topicCalendar,
} from './calendar.ts';
import { actionFeed, leadFeed, outcomeFeed, planFeed, topicFeed } from './change-feeds.ts';
import { writeCsv } from './csv.ts';
import { writeProgressSheet } from './progress-sheet.ts';
import { wholeFiles, type Content } from './whole-files.ts';
import { writeXlsx } from './xlsx.ts';

/** A file of the site that is no page and that is made from the register. */
export interface ExportFile {
  /** Its address, without the sub-path of the site. */
  path: string;
  make: () => Content | Promise<Content>;
}

/** The media types of these files, by the ends of their names. A host goes by those too. */
const mediaTypes: Readonly<Record<string, string>> = {
  'csv-metadata.json': 'application/csvm+json',
  atom: 'application/atom+xml; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  ics: 'text/calendar; charset=utf-8',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The media type of a file by its name, if it is one of these. */
export function mediaType(path: string): string | undefined {
  const end = Object.keys(mediaTypes).find((end) => path.endsWith(`.${end}`));
  return end === undefined ? undefined : mediaTypes[end];
}

/**
 * The files that hold everything, and the data, calendars and feeds of each action, outcome, topic, plan and lead. They are too many for
 * routes: at ten thousand actions they are more than the pages, and a request and an answer for each
 * would cost more than making them.
 *
 * @param site where the site is published, with any sub-path and a slash at the end
 */
export function* exportFiles(register: Register, site: URL): Iterable<ExportFile> {
  for (const [path, make] of Object.entries(wholeFiles)) {
    yield { path, make: () => make(register, site) };
  }
  const { actions } = register;
  // A register on one page has all this in the table itself.
  if (actions.length > rowsOnAPage) {
    for (const [part, make] of Object.entries(registerParts)) {
      yield { path: address.registerPart(part), make: () => JSON.stringify(make(actions)) };
    }
  }
  for (const action of actions) {
    const { id } = action;
    yield {
      path: address.actionData(id),
      make: () => asJson(publishedAction(action, site)),
    };
    yield {
      path: address.actionCalendar(id),
      make: () => actionCalendar(action, register, site),
    };
    yield { path: address.actionFeed(id), make: () => actionFeed(action, register, site) };
  }
  for (const outcome of register.plans.flatMap(({ outcomes }) => outcomes)) {
    const { id } = outcome;
    yield {
      path: address.outcomeCalendar(id),
      make: () => outcomeCalendar(outcome, register, site),
    };
    yield { path: address.outcomeFeed(id), make: () => outcomeFeed(outcome, register, site) };
  }
  for (const topic of register.topics) {
    const { id } = topic;
    yield { path: address.topicCalendar(id), make: () => topicCalendar(topic, register, site) };
    yield { path: address.topicFeed(id), make: () => topicFeed(topic, register, site) };
  }
  for (const plan of register.plans) {
    const { id } = plan;
    yield { path: address.planCalendar(id), make: () => planCalendar(plan, register, site) };
    yield { path: address.planFeed(id), make: () => planFeed(plan, register, site) };
    yield { path: address.progressSheet(id), make: () => writeProgressSheet(plan) };
    yield* tables((format) => address.planTable(id, format), plan.actions, site);
  }
  for (const lead of organisationsWithPages(register)) {
    const { id } = lead;
    yield { path: address.leadCalendar(id), make: () => leadCalendar(lead, register, site) };
    yield { path: address.leadFeed(id), make: () => leadFeed(lead, register, site) };
    yield* tables((format) => address.leadTable(id, format), promisesOf(lead), site);
  }
}

function* tables(
  path: (format: 'csv' | 'xlsx') => string,
  actions: Action[],
  site: URL,
): Iterable<ExportFile> {
  const table = () => actionsTable({ actions }, site);
  yield { path: path('csv'), make: () => writeCsv(table()) };
  yield { path: path('xlsx'), make: () => writeXlsx(table()) };
}
