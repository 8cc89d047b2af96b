import { dateRefusalInWords, parseDueDate } from '../../domain/due-date.ts';
import type { StatusName } from '../../domain/status.ts';
import type { LeadEntry } from '../../schema/statement.ts';
import { ActionWriter } from './action-writer.ts';
import { textOf, type DraftAction, type Remark } from '../rows/draft.ts';
import { firstUpdateOf, writeFirstUpdate } from './first-update.ts';
import { ownNumber } from './give-references.ts';
import { renderRecord, type MadeFile } from './made-record.ts';
import { readLeads, type Directory, type LeadsRead } from './read-leads.ts';
import { shorten, toldApart } from './shorten.ts';
import { listOf, proseOf } from './write-prose.ts';

/** What an action’s record is made with. */
export interface ActionSetting {
  plan: string;
  reference: string;
  outcome: string;
  /** When the file’s own progress was reported. */
  reported: string | undefined;
  directory: Directory;
  statuses: ReadonlyMap<string, StatusName>;
  /** Titles that other actions of the plan have. */
  titles: Set<string>;
}

export interface MadeAction extends MadeFile {
  remarks: Remark[];
  /** Leads that are no known organisation. */
  unknownLeads: LeadsRead['unknown'];
}

/** Writes one action as a record. What cannot be read stays in it, marked “needs you”. */
export function makeAction(action: DraftAction, setting: ActionSetting): MadeAction {
  const writer = new ActionWriter(action);
  writePromise(writer, setting);
  writeRow(writer, setting);
  writeLeads(writer, setting);
  writeDue(writer);
  writeMeasures(writer);
  writeFirstUpdate(writer, setting.statuses);
  for (const { heading, pieces } of action.others) {
    const name = heading === '' ? 'A column without a heading' : `The column “${heading}”`;
    writer.keep(`${name} has no place in a record.`, pieces);
  }
  for (const name of action.shared) {
    writer.remarks.push({
      row: action.rows[0]!,
      kind: 'repaired',
      text: `One ${name} cell stands for several rows, so it was written in each.`,
    });
  }
  const { title, promise, outcome, leads, due, measures } = writer.record;
  const update = firstUpdateOf(writer, setting.reported);
  const record = {
    title,
    promise,
    outcome,
    ...(leads && { leads }),
    ...(due !== undefined && { due }),
    ...(measures && { measures }),
    ...(update && { updates: [update] }),
    source: writer.source,
  };
  return {
    path: `plans/${setting.plan}/actions/${setting.reference}.yaml`,
    text: renderRecord(record, writer.comments),
    claims: writer.claims,
    remarks: writer.remarks,
    unknownLeads: writer.unknownLeads,
  };
}

function writePromise(writer: ActionWriter, { reference, outcome, titles }: ActionSetting): void {
  const said = textOf(writer.action.texts.action);
  const short = shorten(said, 90);
  const title = titles.has(short) ? toldApart(said, reference, 90) : short;
  titles.add(title);
  writer.record.title = title;
  writer.record.promise = proseOf(said) || said;
  writer.record.outcome = outcome;
  writer.comments.push({
    before: ['title'],
    text: 'needs you: a plain title. This one is cut from the official wording.',
  });
  writer.claim('action', ['promise']);
}

function writeRow(writer: ActionWriter, { reference, outcome }: ActionSetting): void {
  const typed = textOf(writer.action.texts.number);
  const fits = typed !== '' && typed.length <= 20;
  writer.source.row = fits ? typed.replace(/(?<=\d)\.$/, '') : outcome.slice(0, 20);
  if (typed === '') return;
  if (fits) writer.claim('number', ['source', 'row']);
  else writer.keep('The number is too long for a reference.', writer.action.texts.number);
  if (fits && ownNumber(typed) !== reference) {
    writer.comments.push({
      before: ['source'],
      text: `needs you: the file numbers this action ${typed}, and it was given ${reference}.`,
    });
  }
}

function writeLeads(writer: ActionWriter, { directory }: ActionSetting): void {
  const { lead, partner } = writer.action.texts;
  const said = textOf([...lead, ...partner]);
  if (said === '') return;
  const leads: LeadEntry[] = [];
  const seen = new Set<string>();
  for (const [pieces, role] of [
    [lead, 'lead'],
    [partner, 'partner'],
  ] as const) {
    const read = readLeads(textOf(pieces), directory);
    for (const { id, text, exact } of read.found) {
      if (seen.has(id)) continue;
      seen.add(id);
      leads.push(role === 'lead' ? id : { organisation: id, role });
      if (!exact) {
        writer.remarks.push({
          row: pieces[0]!.row,
          kind: 'repaired',
          text: `“${text}” was read as ${id}.`,
        });
      }
    }
    for (const unknown of read.unknown) {
      const near =
        unknown.nearest === undefined ? '' : ` The nearest name is “${unknown.nearest}”.`;
      writer.unknownLeads.push(unknown);
      writer.needsYou(`no organisation is called “${unknown.text}”.${near}`, pieces, ['source']);
    }
  }
  if (leads.length > 0) writer.record.leads = leads;
  if (said.length > 600) {
    writer.keep('The lead cell is too long for the record.', [...lead, ...partner]);
    return;
  }
  writer.source.lead = said;
  writer.claims.push({ pieces: [...lead, ...partner], path: ['source', 'lead'], all: true });
}

function writeDue(writer: ActionWriter): void {
  const { due } = writer.action.texts;
  const said = textOf(due);
  if (said === '') return;
  const date = parseDueDate(said);
  if (date.ok) {
    writer.record.due = date.date.text;
    writer.claim('due', ['due']);
    return;
  }
  if (said.length > 300) {
    writer.keep('The due date cannot be read.', due);
    return;
  }
  writer.source.due = said;
  writer.claim('due', ['source', 'due']);
  if (date.refusal.kind === 'no date' || date.refusal.kind === 'how soon') return;
  const { message, advice } = dateRefusalInWords(date.refusal);
  writer.needsYou(`${message} ${advice}`, due, ['source']);
}

function writeMeasures(writer: ActionWriter): void {
  const { measure } = writer.action.texts;
  const measures = listOf(textOf(measure), 400);
  if (measures.length === 0) return;
  if (measures.some((entry) => entry.length > 400)) {
    writer.keep('The measure is one word of more than 400 letters.', measure);
    return;
  }
  writer.record.measures = measures;
  writer.claim('measure', ['measures']);
}
