import type { DueDate } from '../../domain/due-date.ts';
import { compareDueDates, parseDueDate } from '../../domain/due-date.ts';
import type { LeadEntry } from '../../schema/statement.ts';
import { brokenCellAsked } from '../questions/broken-cell.ts';
import type { RowQuestion } from '../questions/question.ts';
import { saidIn, textOf, type ActionRead, type Piece, type Repair } from '../rows/table-read.ts';
import { isLabel } from '../rows/groups.ts';
import { ActionWriter } from './action-writer.ts';
import { actionsNamed, type CarriedOver } from './carried-over.ts';
import type { GivenReference } from './give-references.ts';
import { renderRecord } from '../../records/yaml/with-comments.ts';
import type { MadeFile } from './made-record.ts';
import type { ReportedAction, StatementMade } from './make-reports.ts';
import {
  makeStatement,
  statusAsked,
  statusToAnswer,
  type StatusQuestion,
} from './make-statement.ts';
import { dateInParts, readDate, type DateOrder } from './read-dates.ts';
import { mayBePeople, namesPeople } from './people.ts';
import { byRole, readLeads, type Directory, type LeadsRead } from './read-leads.ts';
import type { StatusAnswer } from './read-status.ts';
import { titleOf, toldApart } from './titles.ts';
import { listOf, proseOf } from './write-prose.ts';

/** What an action’s record is made with. */
export interface ActionSetting {
  plan: string;
  given: GivenReference;
  outcome: string;
  /** When the file’s own progress was reported. */
  reported: string;
  directory: Directory;
  statuses: ReadonlyMap<string, StatusAnswer>;
  /** Place of a row → the status that a person gave it; `*` for all others. */
  statusOf: ReadonlyMap<string, StatusAnswer>;
  dates: ReadonlyMap<string, string>;
  dateOrder: DateOrder | undefined;
  /** Words for leads, in small letters → the organisations that a person has said they name; none for `keep`. */
  namedLeads: ReadonlyMap<string, readonly string[]>;
  /** What the action is about, by the files of topics. */
  topics: readonly string[];
  carriedOver: CarriedOver;
  placeOf: (row: number) => string;
  headingOf: (piece: { row: number; column: number }) => string;
  /** Titles that other actions of the plan have. */
  titles: Set<string>;
}

export interface MadeAction extends MadeFile, ReportedAction {
  repairs: Repair[];
  questions: RowQuestion[];
  /** Leads that are no known organisation. */
  unknownLeads: LeadsRead['unknown'];
}

/** Writes one action as a record. What cannot be read is kept in the source’s words and asked about. */
export function makeAction(action: ActionRead, setting: ActionSetting): MadeAction {
  const writer = new ActionWriter(action);
  writePromise(writer, setting);
  writeRow(writer, setting);
  writeCarriedOver(writer, setting);
  writeLeads(writer, setting);
  writeDue(writer, setting);
  writeMeasures(writer);
  readReports(writer, setting);
  writeBeside(writer);
  if (action.repeated.length > 0) {
    writer.keep('The file has in place of what is above it:', action.repeated);
    for (const { row, text } of action.repeated) {
      writer.repairs.push({ row, text: `“${text}” was read as what the row above says.` });
    }
  }
  if (action.broken.length > 0) writer.keep('The file shows in place of words:', action.broken);
  askAboutUnsaid(writer, setting);
  for (const { heading, pieces } of action.others) {
    writer.keep(heading === '' ? 'A column without a heading says:' : `“${heading}”:`, pieces);
  }
  for (const name of action.shared) {
    writer.repairs.push({
      row: action.rows[0]!,
      text: `One ${name} cell covers several rows, so it was written in each.`,
    });
  }
  const { title, promise, outcome, leads, continues, due, measures } = writer.record;
  const record = {
    title,
    title_from: 'promise',
    ...(setting.given.printed !== undefined && { reference: setting.given.printed }),
    promise,
    outcome,
    ...(leads && { leads }),
    ...(setting.topics.length > 0 && { topics: [...setting.topics] }),
    ...(continues !== undefined && { continues }),
    ...(due !== undefined && { due }),
    ...(measures && { measures }),
    ...(writer.open.length > 0 && { needs_review: writer.open }),
    source: writer.source,
  };
  return {
    path: `plans/${setting.plan}/actions/${setting.given.reference}.yaml`,
    text: renderRecord(record, writer.comments),
    claims: writer.claims,
    reference: setting.given.reference,
    statements: writer.statements,
    repairs: writer.repairs,
    questions: writer.questions,
    unknownLeads: writer.unknownLeads,
  };
}

function writePromise(writer: ActionWriter, { given, outcome, titles }: ActionSetting): void {
  const said = textOf(writer.action.texts.action);
  const short = titleOf(said, 90);
  const title = titles.has(short) ? toldApart(said, given.printed ?? given.reference, 90) : short;
  titles.add(title);
  writer.record.title = title;
  writer.record.promise = proseOf(said) || said;
  writer.record.outcome = outcome;
  writer.claim('action', ['promise']);
  for (const doubt of writer.action.doubts) writer.leaveOpen('promise', doubt, said);
}

function writeRow(writer: ActionWriter, { given }: ActionSetting): void {
  const { number } = writer.action.texts;
  const typed = textOf(number);
  const fits = typed !== '' && typed.length <= 20 && !typed.includes('\n');
  // Where the plan numbers its outcomes alone, their number is what it prints beside the action.
  const above = textOf(writer.action.outcome.number);
  const printed = fits
    ? typed
    : isLabel(above)
      ? ''
      : above.replace(/(?<=[\p{L}\d]) ?[.:–—-]$/u, '');
  const row = printed.replaceAll(/\s+/g, ' ').replace(/(?<=\d)\.$/, '');
  if (row !== '' && row.length <= 20) writer.source.row = row;
  if (given.doubt !== undefined) {
    writer.leaveOpen('reference', given.doubt, typed);
  }
  if (typed === '') return;
  if (fits) writer.claim('number', ['source', 'row']);
  else writer.keep('The number in the file:', number);
}

/** The actions of an earlier plan that go on here, where this site has them; the words are kept beside. */
function writeCarriedOver(
  writer: ActionWriter,
  { carriedOver: { earlier, others, isLeft } }: ActionSetting,
): void {
  const pieces = writer.action.texts['carried over from'];
  const said = textOf(pieces);
  if (said === '') return;
  writer.keep('Carried over from:', pieces);
  if (carriesNothingOn.test(said) || isLeft) return;
  const named = earlier === undefined ? undefined : actionsNamed(said, earlier);
  if (named !== undefined) {
    writer.record.continues = named.length === 1 ? named[0] : named;
    return;
  }
  const inRecord = 'write the earlier action in the record, such as  continues: any-2-1-2';
  const isAnswered = earlier === undefined && others.length > 0;
  const ask =
    earlier !== undefined
      ? `The table says that an action of the earlier plan is carried on here, but that plan has no such number. If it is another one, ${inRecord}`
      : isAnswered
        ? 'The table says that actions of an earlier plan are carried on here. Write the folder of that plan in data/plans, or keep to leave the words in comments.'
        : `The table says that an action of an earlier plan is carried on here. If this site has the earlier plan, write its folder under  succeeds:  in plan.yaml, and ${inRecord}`;
  writer.ask('other', ask, {
    found: said,
    pieces,
    asked: {
      kind: 'carried over',
      ask,
      ...(isAnswered && {
        answer: { part: 'plan', key: 'succeeds', suggestion: `plans: ${others.join(', ')}` },
      }),
    },
  });
}

const carriesNothingOn = /^(?:new(?: action)?|none|no|n\/?a|not applicable|[-–—])$/i;

/** Which organisations the words for a lead mean, by a person’s answer. */
function readAs(ids: readonly string[], text: string): LeadsRead {
  return { found: ids.map((id) => ({ id, text, exact: true })), unknown: [], beside: [] };
}

function writeLeads(writer: ActionWriter, { directory, namedLeads }: ActionSetting): void {
  const { lead, partner } = writer.action.texts;
  const printed = textOf([...lead, ...partner]);
  if (writer.action.mayShareLead) {
    writer.leaveOpen('leads', 'The cell is empty. Does the lead above it lead this action too?');
  }
  if (printed === '') return;
  const saidBy = (pieces: readonly Piece[]) => saidIn(pieces, writer.action);
  tellAsAbove(writer, [...lead, ...partner]);
  const leads: LeadEntry[] = [];
  const seen = new Set<string>();
  for (const [text, pieces, role] of [
    ...byRole(saidBy(lead)).map(({ text, role }) => [text, lead, role] as const),
    [saidBy(partner), partner, 'partner'],
  ] as const) {
    const namedHere = namedLeads.get(text.trim().toLowerCase());
    const read = namedHere === undefined ? readLeads(text, directory) : readAs(namedHere, text);
    for (const said of read.beside) {
      writer.repairs.push({
        row: pieces[0]!.row,
        text: `What the file says beside the name of a lead was kept as the plan’s own words: “${said}”.`,
      });
    }
    const add = (id: string) => {
      if (seen.has(id)) return;
      seen.add(id);
      leads.push(role === 'lead' ? id : { organisation: id, role });
    };
    for (const { id, text, exact } of read.found) {
      if (seen.has(id)) continue;
      add(id);
      if (!exact) {
        writer.repairs.push({ row: pieces[0]!.row, text: `“${text}” was read as ${id}.` });
      }
    }
    for (const { text, nearest } of read.unknown) {
      const named = namedLeads.get(text.toLowerCase());
      if (named !== undefined) {
        named.forEach(add);
        continue;
      }
      writer.unknownLeads.push({ text, nearest });
      const { kind, doubt, ask } = leadAsked(text);
      writer.ask('leads', doubt, {
        found: text,
        pieces,
        asked: {
          kind,
          ask,
          answer: {
            part: 'leads',
            key: text,
            ...(nearest !== undefined && { suggestion: `the nearest name is “${nearest}”` }),
          },
        },
      });
    }
  }
  if (leads.length > 0) writer.record.leads = leads;
  if (printed.length > 600) {
    writer.keep('The lead, which is too long for the record:', [...lead, ...partner]);
    return;
  }
  writer.source.lead = printed;
  writer.claims.push({ pieces: [...lead, ...partner], path: ['source', 'lead'], all: true });
}

/** What is asked about the name of a lead, by what it seems to be. */
function leadAsked(text: string): { kind: string; doubt: string; ask: string } {
  if (namesPeople(text)) {
    return {
      kind: 'person',
      doubt: 'Which organisation does this person or job belong to?',
      ask: 'These leads seem to be people or jobs. Write the name of the file in data/organisations of the body they work for, or several with commas; new for a new file with this name; or keep to show the words alone.',
    };
  }
  if (mayBePeople(text)) {
    return {
      kind: 'person or organisation',
      doubt: 'Is this an organisation, or a person? No organisation has this name.',
      ask: 'These leads may be people or organisations. Write the name of the file in data/organisations that is meant, or several with commas; new for a new file, if this is the name of an organisation; or keep to show the words alone.',
    };
  }
  return {
    kind: 'lead',
    doubt: 'Who is this? No organisation has this name.',
    ask: 'No organisation has these names. Write the name of its file in data/organisations, or several with commas; new for a new file that says that nothing is known; or keep to show the words alone. For new files for all of them, import again with --add-organisations.',
  };
}

function writeDue(writer: ActionWriter, { dates, dateOrder, headingOf }: ActionSetting): void {
  const { due } = writer.action.texts;
  const said = textOf(due);
  if (said === '') return;
  tellAsAbove(writer, due);
  const inParts = dateInParts(due.map((piece) => ({ ...piece, heading: headingOf(piece) })));
  const words = inParts ?? saidIn(due, writer.action);
  const read = readDate(words, dateOrder, dates);
  if (inParts !== undefined || writer.action.asAbove.length > 0) read.keepsWords = true;
  if (read.due !== undefined) writer.record.due = read.due;
  if (!read.keepsWords) {
    writer.claims.push({ pieces: due, path: ['due'], all: true });
    return;
  }
  if (said.length > 300) writer.keep('The due date, which is too long for the record:', due);
  else {
    writer.source.due = inParts === undefined ? said : said.replaceAll('\n', ' ');
    writer.claims.push({ pieces: due, path: ['source', 'due'], all: true });
  }
  if (read.question === undefined) return;
  const { kind, ask, suggestion } = read.question;
  const key = words.replaceAll(/\s+/g, ' ');
  writer.ask('due', ask, {
    found: said,
    pieces: due,
    asked:
      kind === 'day or month first'
        ? { kind, ask, answer: { part: 'plan', key: 'day_first' } }
        : {
            kind: kind === 'date' ? 'date' : kind,
            ask:
              kind === 'date'
                ? 'These dates cannot be read. Write each in another way, such as March 2025, or keep to show the words alone.'
                : `${ask} Write the date, or keep to show the words alone.`,
            answer: { part: 'dates', key, ...(suggestion !== undefined && { suggestion }) },
          },
  });
}

function tellAsAbove({ action, repairs }: ActionWriter, pieces: readonly Piece[]): void {
  for (const { cell } of action.asAbove) {
    if (pieces.includes(cell)) {
      repairs.push({ row: cell.row, text: `“${cell.text}” was read as what the row above says.` });
    }
  }
}

function writeMeasures(writer: ActionWriter): void {
  const { measure } = writer.action.texts;
  const measures = listOf(textOf(measure), 400);
  if (measures.length === 0) return;
  if (measures.some((entry) => entry.length > 400)) {
    writer.keep('The measure, in which one word has more than 400 letters:', measure);
    return;
  }
  writer.record.measures = measures;
  writer.claim('measure', ['measures']);
}

/** Reports with a date of their own come first, each by its date; then what the file reports. */
function readReports(writer: ActionWriter, setting: ActionSetting): void {
  const { rag } = writer.action.texts;
  const [status, progress] = [[...writer.action.texts.status], [...writer.action.texts.progress]];
  const now = parseDueDate(setting.reported);
  const dates = new Map<string, { date: DueDate; status: Piece[]; progress: Piece[] }>();
  for (const { reported, field, pieces } of writer.action.reports) {
    const read = parseDueDate(reported);
    if (!read.ok) {
      writer.keep(`Reported in ${reported}:`, pieces);
      continue;
    }
    const { slug } = read.date;
    if (now.ok && now.date.slug === slug) {
      (field === 'status' ? status : progress).push(...pieces);
      continue;
    }
    const report = dates.get(slug) ?? { date: read.date, status: [], progress: [] };
    dates.set(slug, report);
    report[field].push(...pieces);
  }
  const reports = [...dates.values()].map((report) => ({ ...report, rag: [] as Piece[] }));
  if (now.ok) reports.push({ date: now.date, status, progress, rag });
  for (const report of reports.sort((a, b) => compareDueDates(a.date, b.date))) {
    readReport(writer, setting, report);
  }
}

function readReport(
  writer: ActionWriter,
  { statuses, statusOf, placeOf }: ActionSetting,
  report: { date: DueDate; status: Piece[]; rag: Piece[]; progress: Piece[] },
): void {
  const place = placeOf(writer.action.rows[0]!);
  const said = textOf(report.status);
  const told = { status: said, rag: textOf(report.rag), progress: textOf(report.progress) };
  const made = makeStatement(told, statuses, report.date);
  const given = statusOf.get(place) ?? (made.question && statusOf.get('*'));
  const status = given === undefined || given === 'keep' ? made.statement.status : given;
  const statement = { ...(status && { status }), ...made.statement, ...(status && { status }) };
  if (Object.keys(statement).length === 0) return;
  const claims: StatementMade['claims'] = [];
  writer.statements.push({ reported: report.date, said: statement, claims });
  for (const name of ['status', 'rag', 'progress'] as const) {
    const field = made[name];
    if (field === undefined) continue;
    const isShared = (['status', 'rag', 'progress'] as const).some(
      (other) => other !== name && made[other] === field,
    );
    claims.push({ pieces: report[name], field, all: !isShared });
  }
  if (made.question !== undefined && given === undefined) {
    askStatus(writer, made.question, place, report);
  }
}

/** Words of a few letters are asked of once for all rows that have them; a sentence is asked of by its row. */
function askStatus(
  writer: ActionWriter,
  question: StatusQuestion,
  place: string,
  report: { status: Piece[]; rag: Piece[]; progress: Piece[] },
): void {
  const { kind, found } = question;
  const pieces = [...report.status, ...report.rag, ...report.progress];
  if (pieces.every((piece) => writer.isBroken(piece))) return;
  const asked = statusAsked(question);
  const { rows: _rows, ...short } = statusToAnswer(question, pieces[0]!.row) ?? {};
  writer.ask('status', asked, {
    found,
    pieces,
    asked:
      'kind' in short
        ? short
        : kind !== 'which status'
          ? { kind, ask: asked }
          : {
              kind: 'status of a row',
              ask: 'These rows say in sentences how far they have got. Which status do they mean? keep shows the words without a status. A line  "*": keep  answers for all rows that are not named.',
              answer: { part: 'status_of', key: place },
            },
  });
}

function writeBeside(writer: ActionWriter): void {
  const { beside } = writer.action;
  if (beside.length === 0) return;
  const note = beside.map(({ text }) => text.replaceAll('\n', ' ')).join(' ');
  if (note.length > 800) {
    writer.keep('Footnotes and links:', beside);
    return;
  }
  writer.source.note = note;
  writer.claims.push({ pieces: beside, path: ['source', 'note'], all: true });
}

const fieldAsked = {
  number: 'reference',
  action: 'promise',
  lead: 'leads',
  partner: 'leads',
  due: 'due',
  measure: 'measures',
  status: 'status',
  rag: 'status',
  progress: 'progress',
  theme: 'theme',
  outcome: 'outcome',
} as const;

const signAsked =
  'The cell shows only a sign, and colours are not read. Which status does it mean? keep takes none from it.';

/** Cells that show what their text does not say. */
function askAboutUnsaid(
  writer: ActionWriter,
  { placeOf, headingOf, statuses, statusOf }: ActionSetting,
): void {
  for (const { field, row, column, question } of writer.action.unsaid) {
    const pieces = [{ row, column, text: '' }];
    const place = placeOf(row);
    const heading = headingOf({ row, column });
    const name = fieldAsked[field as keyof typeof fieldAsked] ?? 'other';
    const answer = { part: 'cells' as const, key: `${place}, ${heading}` };
    if (question.kind === 'colour') {
      if (name !== 'status') {
        const text = 'Some cells are coloured and hold no words. Colours are not read.';
        writer.repairs.push({ row, text });
        continue;
      }
      const found = `a cell coloured #${question.colour}`;
      const said = statuses.get(found.toLowerCase());
      if (said === 'keep') continue;
      if (said !== undefined) {
        const last = writer.statements.at(-1);
        if (last !== undefined) last.said = { status: said, ...last.said };
        continue;
      }
      writer.ask(
        'status',
        'The cell is coloured and holds no words. Which status does the colour mean?',
        {
          found,
          pieces,
          asked: {
            kind: 'colour',
            ask: 'These cells are coloured and hold no words. Which status does each colour mean? keep takes no status from it.',
            answer: { part: 'statuses', key: found },
          },
        },
      );
    } else if (question.kind === 'sign') {
      if (statusOf.has(place) || statusOf.has('*')) continue;
      writer.ask('status', signAsked, {
        found: question.sign,
        pieces,
        asked: { kind: 'sign', ask: signAsked, answer: { part: 'status_of', key: place } },
      });
    } else if (question.kind === 'quotation mark') {
      const ask =
        'A quotation mark is opened here and not closed, so the columns of the row may be wrong. Look at the row, and correct the file or the record.';
      writer.ask(name, ask, {
        found: textOf(writer.action.texts.action),
        pieces,
        asked: { kind: question.kind, ask },
      });
    } else {
      const isError = question.kind === 'error';
      writer.ask(
        name,
        isError
          ? 'The spreadsheet shows an error here. What should it say?'
          : 'The cell holds a formula, and the file does not hold what it shows. What does it say?',
        { pieces, asked: { ...brokenCellAsked(question)!, answer } },
      );
    }
  }
}
