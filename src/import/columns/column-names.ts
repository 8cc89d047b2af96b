import { parseDueDate } from '../../domain/due-date.ts';
import { statusWords } from '../../domain/status-words.ts';
import { bodyWords } from '../make/body-names.ts';
import { namesPeople } from '../make/people.ts';

/** What a column of a plan’s table can be for. */
export const fields = [
  'number',
  'carried over from',
  'outcome number',
  'theme',
  'outcome',
  'action',
  'lead',
  'partner',
  'due',
  'measure',
  'status',
  'rag',
  'progress',
  'note',
] as const;

export type Field = (typeof fields)[number];

/** What each of them means, for the person who writes a mapping file. */
export const fieldMeanings: Record<Field, string> = {
  number: 'the action’s number',
  'carried over from': 'the action of an earlier plan that it carries on',
  'outcome number': 'the number of the outcome',
  theme: 'the theme or priority',
  outcome: 'the outcome that the action serves',
  action: 'the promise itself',
  lead: 'who leads',
  partner: 'who helps',
  due: 'by when',
  measure: 'how success is measured',
  status: 'how far it has got, in a word or two',
  rag: 'red, amber or green',
  progress: 'what was done, in sentences',
  note: 'anything else: it is kept in a comment of the record',
};

/** The usual names of each column, the best known first. Case, punctuation and “the” do not matter. */
const usualNames: Record<Field, readonly string[]> = {
  number: [
    'ref',
    'ref no',
    'reference',
    'reference number',
    'no',
    'nos',
    'number',
    'id',
    'identifier',
    'unique identifier',
    'unique reference',
    'item',
    'cyf',
    'rhif',
    'cyfeirnod',
  ],
  'carried over from': [
    'carried over from',
    'carried forward from',
    'carried on from',
    'continued from',
    'continues',
    'continuation of',
    'previous action',
    'previous plan',
  ],
  'outcome number': ['outcome no', 'outcome number', 'outcome ref', 'priority no', 'objective no'],
  theme: [
    'theme',
    'themes',
    'bucket',
    'bucket name',
    'priority',
    'priorities',
    'priority area',
    'priority theme',
    'workstream',
    'work stream',
    'strand',
    'pillar',
    'domain',
    'area',
    'thema',
    'blaenoriaeth',
    'blaenoriaethau',
  ],
  outcome: [
    'outcome',
    'outcomes',
    'aim',
    'goal',
    'objective',
    'ambition',
    'i statement',
    'canlyniad',
    'canlyniadau',
    'nod',
    'amcan',
    'amcanion',
  ],
  action: [
    'action',
    'actions',
    'key action',
    'key actions',
    'specific action',
    'action required',
    'action to be taken',
    'action we will take',
    'actions we will take',
    'what we will do',
    'what will we do',
    'what are we going to do',
    'what we are going to do',
    'we will',
    'commitment',
    'promise',
    'pledge',
    'deliverable',
    'task',
    'step',
    'steps',
    'recommendation',
    'activity',
    'activities',
    'initiative',
    'what',
    'how we will do it',
    'how will we do it',
    'gweithred',
    'gweithredu',
    'cam gweithredu',
    'camau gweithredu',
    'camau',
  ],
  lead: [
    'lead',
    'leads',
    'owner',
    'action owner',
    'lead officer',
    'lead agency',
    'lead organisation',
    'lead organisations',
    'lead partner',
    'who',
    'by whom',
    'by who',
    'cabinet lead',
    'portfolio holder',
    'who will do it',
    'who will do this',
    'who will lead',
    'who is leading',
    'who is responsible',
    'responsible',
    'responsible officer',
    'responsible organisation',
    'responsibility',
    'accountable',
    'organisation',
    'assigned to',
    'responsible body',
    'arweinydd',
    'cyfrifol',
    'arweinir gan',
    'arweinydd strategol',
    'swyddog arweiniol',
    'sefydliad arweiniol',
    'partner arweiniol',
    'swyddog cyfrifol',
  ],
  partner: [
    'partner',
    'partners',
    'supporting partners',
    'supported by',
    'working with',
    'support',
    'who will help',
    'partneriaid',
  ],
  due: [
    'due',
    'due date',
    'due by',
    'by when',
    'deadline',
    'target date',
    'when',
    'when will it be done',
    'when will we do it',
    'implementation date',
    'timescale',
    'timescales',
    'time scale',
    'timeframe',
    'time frame',
    'timeline',
    'delivery date',
    'completion date',
    'target completion date',
    'date of completion',
    'date for completion',
    'complete by',
    'end date',
    'target completion',
    'end',
    'finish',
    'finish date',
    'time bound',
    'timebound',
    'erbyn',
    'erbyn pryd',
    'dyddiad',
    'amserlen',
    'target',
    'date',
    'dyddiad targed',
    'dyddiad cwblhau',
  ],
  measure: [
    'measure',
    'measures',
    'measure of success',
    'measures of success',
    'success measure',
    'success measures',
    'success criteria',
    'impact',
    'outcome measure',
    'what success looks like',
    'what will success look like',
    'what good looks like',
    'how we will know',
    'how will we know',
    'how we will measure it',
    'how will we measure it',
    'evidence',
    'kpi',
    'kpis',
    'measurable',
    'indicator',
    'indicators',
    'difference it will make',
    'mesur llwyddiant',
  ],
  status: ['status', 'current status', 'statws'],
  rag: ['rag', 'rag rating', 'rag status', 'brag', 'brag rating', 'brag status'],
  progress: [
    'progress',
    'progress update',
    'progress to date',
    'progress so far',
    'progress report',
    'update',
    'updates',
    'latest update',
    'position',
    'position statement',
    'current position',
    'progress made',
    'what we have done',
    'what have we done',
    'action taken',
    'actions taken',
    'narrative',
    'commentary',
    'whats happening',
    'we did',
    'cynnydd',
    'diweddariad',
    'y sefyllfa bresennol',
  ],
  note: [
    'note',
    'notes',
    'comment',
    'comments',
    'why',
    'you said',
    'topic',
    'response',
    'accepted',
    'agreed',
    'approved',
    'budget',
    'cost',
    'title',
    'description',
    'sylwadau',
    'nodiadau',
  ],
};

/** The word at the end of a heading says what it is: the lead of an action, the number of a measure. */
const lastWords: readonly (readonly [Field, readonly string[]])[] = [
  ['number', ['no', 'nos', 'number', 'id', 'ref', 'reference']],
  ['lead', ['lead', 'leads', 'owner', 'owners', 'officer', 'organisation', 'organisations']],
  ['partner', ['partner', 'partners']],
  ['rag', ['rag', 'brag']],
  ['status', ['status']],
  ['progress', ['progress', 'update', 'updates', 'position', 'narrative', 'commentary']],
  ['due', ['deadline', 'timescale', 'timescales', 'timeframe']],
  ['measure', ['measure', 'measures', 'indicator', 'indicators', 'kpi', 'kpis', 'impact']],
  [
    'action',
    [
      'action',
      'actions',
      'task',
      'tasks',
      'activity',
      'activities',
      'commitment',
      'commitments',
      'promise',
      'promises',
      'pledge',
      'pledges',
      'deliverable',
      'deliverables',
      'recommendation',
      'recommendations',
    ],
  ],
  ['outcome', ['outcome', 'outcomes', 'objective', 'objectives', 'aim', 'goal']],
  ['theme', ['theme', 'themes', 'priority']],
  ['note', ['note', 'notes', 'comment', 'comments', 'cost', 'budget', 'risk', 'risks']],
];

/** “Previous reference”, “Old plan action no”: the number that an action had in an earlier plan. */
const earlierNumbers =
  /^(?:previous|old|former|prior|earlier|last)(?: (?:plan|strategy|years?))?(?: actions?)? (?:ref(?:erence)?|no|number|id)(?: (?:no|number|id))?$/;

/** Names that mean a status, but only if no other column is for the status. */
const doneNames =
  /^(?:state|stage|completion|(?:percent |percentage )?completed?|done|achieved|(?:are we |is (?:it|this) )?on track|(?:is it|have we|has it been) (?:done|complete|completed|finished|achieved|delivered)(?: (?:it|this|yet))?)(?: (?:y n|yes no))?$/;

/** Headings of dates that are not the end of the work. */
const otherDates =
  /\b(?:raised|added|start|started|starts|begin|review|reviewed|updated|update|created|logged|agreed|approved|opened|actual|meeting|reported|published|closed|modified)\b/;
const dueDates =
  /\b(?:due|target|completion|complete|end|delivery|deadline|finish|planned|expected|implementation|implemented|by|original|initial|baseline|revised|milestone)\b/;
/** Words for a date that replaced another one. If a table has both, the date that was replaced is the promise. */
const laterDates = /\b(?:revised|new|current|latest|forecast|extended|amended|updated)\b/;

const partnerNames =
  /^(?:key |main |other |delivery )?(?:partners?|supporting)(?: (?:organisations?|agenc(?:y|ies)|bod(?:y|ies)|leads?|officers?|teams?|services?|partners?|involved|names?))?$/;

const questions: readonly (readonly [Field, RegExp])[] = [
  ['progress', /^evidence of (?:progress|delivery|completion|what was done)\b/],
  ['measure', /^(?:sut|beth)\b.*\b(?:gwybod|llwyddiant|gwahaniaeth)\b/],
  ['note', /^what (?:difference|impact) (?:has|have|did)\b/],
  ['progress', /^(?:where (?:are|have) we|where we are|ble (?:rydym|rydyn|ydym)|sut mae)\b/],
  [
    'progress',
    /^how (?:far|well) (?:are|have|has|is)\b|^how (?:are we|is (?:it|this)|its) (?:doing|going|getting|progressing)\b|^hows (?:it|this) (?:going|doing)\b/,
  ],
  ['progress', /^what (?:have we|has been|we have|we) (?:done|achieved|delivered|completed)\b/],
  ['note', /^(?:what(?:s| is| happens)|whats happening) next\b/],
  ['progress', /^what(?:(?:s| has| have)? happened| we did| was done)\b/],
  [
    'measure',
    /^(?:what|how)\b.*\b(?:difference|different|impact|success|successful|achieved?|change|know|measure|look like)\b/,
  ],
  ['note', /^(?:who|what|when|how)\b.*\b(?:benefit|benefits|cost|risk|review|started?)\b/],
  ['progress', /^what (?:have we|has been|we have|did we)\b/],
  [
    'partner',
    /^who (?:else|(?:will|can|could|should) (?:help|support)|is (?:also|helping|supporting|involved))\b/,
  ],
  ['partner', /^pwy\b.*\b(?:arall|helpu|cefnogi)\b/],
  ['lead', /^(?:who(?:se)?|pwy)\b/],
  ['lead', /\bled by$|^(?:to be )?led by\b/],
  [
    'due',
    /\b(?:do|complete|deliver|achieve|finish) (?:this|it|them) by$|^to be (?:done|completed|delivered|achieved|finished|implemented) by$/,
  ],
  ['due', /^(?:(?:by )?when|(?:erbyn )?pryd)\b/],
  ['action', /^beth (?:fyddwn|wnawn)\b/],
  ['action', /^what (?:will|are|do|is|needs?|must|should) (?:we|you|be|to be|they|it)\b/],
  ['action', /^what we\b/],
  ['note', /^why\b/],
];

const byName = new Map(
  Object.entries(usualNames).flatMap(([field, names]) =>
    names.map((name, rank) => [name, { field: field as Field, rank }]),
  ),
);
const longestFirst = [...byName.keys()].sort((a, b) => b.length - a.length);

/** A name as it is compared: small letters without accents, and single spaces in place of everything else. */
export function plainName(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/\b(who|when)['’]s\b/g, '$1 is')
    .replaceAll(/['’]ll\b/g, ' will')
    .replaceAll(/['’]ve\b/g, ' have')
    .replaceAll(/['’]re\b/g, ' are')
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(/\bthe\b/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** What a heading says of its column. */
export interface HeadingRead {
  field: Field | undefined;
  /** The better known the name, the smaller. */
  rank: number;
  /** It is one of the usual names, or of the adopter’s own, and nothing more. */
  exact: boolean;
  /** When its reports were made: a date, or undefined if the heading names none. */
  reported?: string;
  /** It counts only if no other column is for the same field. */
  weak?: boolean;
  /** Several columns make up one text, and each row fills one of them, or each a part. */
  together?: boolean;
  /** It is one of several reports, and its date is not whole: “Q1 update”. */
  part?: boolean;
}

const unknown: HeadingRead = { field: undefined, rank: Infinity, exact: false };

/**
 * What a column is for, going by its heading.
 *
 * @param own the adopter’s own names, which come first: plain name → field
 */
export function readHeading(heading: string, own: ReadonlyMap<string, Field>): HeadingRead {
  // A sign for numbers is the whole heading.
  const whole = /^\s*(?:#|№|n[º°])\s*$/iu.test(heading) ? 'no' : plainName(heading);
  // “Our commitments”, “Your lead”.
  const name = whole.replace(/^(?:our|your) /, '');
  const isSentence = /\s\S+\s\S+\s.*[.!]$/s.test(heading.trim());
  if (name === '' || (isSentence && !own.has(whole))) return unknown;
  const given = own.get(whole);
  if (given !== undefined) {
    const isReport = given === 'progress' || given === 'status';
    const date = isReport ? dateOfReport(heading) : undefined;
    return {
      field: given,
      rank: -1,
      exact: true,
      ...(date !== undefined && { reported: date }),
      ...(isReport && date === undefined && isTime(heading) && { part: true }),
    };
  }
  const usual = byName.get(name);
  if (usual !== undefined) return { ...usual, exact: true };
  if (earlierNumbers.test(name)) return { field: 'carried over from', rank: 100, exact: true };
  if (doneNames.test(name)) return { field: 'status', rank: 400, exact: true, weak: true };
  const dated = datedReport(heading, name);
  if (dated !== undefined) return dated;
  const field = inParts(heading) ?? byItsWords(name);
  if (field === undefined) return unknown;
  const isReport = field === 'progress' || field === 'status' || field === 'rag';
  return { field, rank: isReport ? rankOfReport(name) : rankOf(name), exact: false };
}

function rankOf(name: string): number {
  // The first date that was promised is the promise, whatever else a plan says of it later.
  if (/\b(?:original|initial|baseline)\b/.test(name)) return -0.5;
  // Of “Action title” and “Action description”, the description is the promise.
  const isTitle = / (?:title|name)$/.test(name);
  return laterDates.test(name) ? 300 : (isTitle ? 200 : 100) + name.split(' ').length;
}

/** Of several reports the latest is what the plan says now. */
function rankOfReport(name: string): number {
  if (earlierReports.test(name)) return 300;
  return (latestReports.test(name) ? 50 : 100) + name.split(' ').length;
}

const earlierReports = /\b(?:previous|prior|earlier|old)\b/;
const latestReports = /\b(?:latest|current|new|most recent)\b/;

/** Names of columns that may say who leads, and may say something else. */
const maybeLeads =
  /\b(?:led|leads?|leading|owners?|owned|responsible|responsibility|accountable|members?|councillors?|departments?|directorates?|services?|teams?|directors?|managers?|heads?|persons?|people|contacts?|agenc(?:y|ies)|boards?|bod(?:y|ies)|partnerships?)\b/;

/** Names of columns that may say by when, or how far something has got. */
const maybeDue = /\b(?:when|timings?|timelines?|timetable|schedule|deadlines?|timescales?)\b/;
const maybeProgress =
  /\b(?:progress|progressed|updates?|achieved|so far|to date|status|b?rag|complete|completed)\b/;

/**
 * What a column of no known name may be for, where no other one is: only a person can say.
 *
 * @param texts what is below the heading
 */
export function maybeFor(
  heading: string,
  texts: readonly string[],
): 'lead' | 'due' | 'status' | 'progress' | undefined {
  const filled = texts.filter((text) => text !== '');
  const are = (is: (text: string) => boolean) => filled.filter(is).length * 2 >= filled.length;
  if (filled.length === 0) return undefined;
  const name = plainName(heading);
  if (are(isDateLike) || maybeDue.test(name)) return 'due';
  if (are(isStatusLike) && !filled.every((text) => saysNothing.test(text) || !isStatusLike(text)))
    return 'status';
  if (maybeLeads.test(name) || are(isLeadLike)) return 'lead';
  return maybeProgress.test(name) ? 'progress' : undefined;
}

const statusLike = new Set(
  Object.values(statusWords).flatMap(({ sure, likely }) => [...sure, ...likely]),
);

/** What cells of any column say where there is nothing to say. */
const saysNothing = /^(?:none|nil|n\/?a|tb[ac]|unknown|new|blank|yes|not known)\.?$/i;

/** A status or a colour: “Complete”, “Amber”, “On track”. */
function isStatusLike(text: string): boolean {
  const plain = text.toLowerCase().replaceAll(/\s+/g, ' ').replace(/[.!]$/, '').trim();
  return statusLike.has(plain) || /^(?:[rag]|red|amber|yellow|green)$/.test(plain);
}

/** A few words with a body or a person among them, and no sentence. */
function isLeadLike(text: string): boolean {
  const isShort = text.split(/\s+/).length <= 8 && !/[.!?]$/.test(text);
  return isShort && (bodyWords.test(text) || namesPeople(text));
}

const noDates: readonly string[] = [
  'unknown word',
  'not a date',
  'empty',
  'too long',
  'no date',
  'status',
];

/** Whether a text is a date, or would be one if it were written in another way. */
export function isDateLike(text: string): boolean {
  const read = parseDueDate(text);
  return read.ok || !noDates.includes(read.refusal.kind);
}

/** A date may be split over several columns: its day, its month, its year. */
export function partOfDate(heading: string): 'day' | 'month' | 'quarter' | 'year' | undefined {
  const found =
    /^(?:(?:due|target|end|completion|planned|expected|deadline) )?(day|month|quarter|(?:financial )?year)$/.exec(
      plainName(heading),
    )?.[1];
  return found?.replace('financial ', '') as ReturnType<typeof partOfDate>;
}

/** Whether a heading names a time, and nothing that is said of it: “Q1 Apr–Jun 25”, “June 2025”. */
export function isTime(heading: string): boolean {
  return dateOf(heading) !== undefined || quarterFirst.test(heading.trim());
}

const quarterFirst = /^(?:q|quarter|qtr)\.?\s*[1-4]\b(?=\W|$)|^month\s+\d{1,2}$/i;

/** “Status / RAG”, “Measure or impact”: parts that agree, or of which only one is known. */
function inParts(heading: string): Field | undefined {
  const parts = heading.split(/[/&(),\n]|\bor\b|\band\b/i).filter((part) => plainName(part) !== '');
  if (parts.length < 2) return undefined;
  const known = parts.flatMap((part) => {
    const name = plainName(part);
    return byName.get(name)?.field ?? byItsWords(name) ?? [];
  });
  const kinds = new Set(known.filter((field) => field !== 'note'));
  if (kinds.has('status') && kinds.has('rag') && kinds.size === 2) return 'status';
  // “Outcome / impact”
  if (kinds.has('outcome') && kinds.has('measure') && kinds.size === 2) return 'measure';
  if (kinds.size === 1) return [...kinds][0];
  return kinds.size > 1 ? (kinds.has('action') ? 'action' : known[0]) : known[0];
}

function byItsWords(whole: string): Field | undefined {
  const asked = questions.find(([, pattern]) => pattern.test(whole))?.[0];
  if (asked !== undefined) return asked;
  if (whole.split(' ').length > 7) return undefined;
  const wanted = /^(outcomes?|priorit(?:y|ies)|actions?|aims?) (?:we|that|which|you)\b/.exec(
    whole,
  )?.[1];
  if (wanted !== undefined) return byName.get(wanted)?.field;
  // “Description of action”, “Lead for this action”: what comes before the small word is the thing.
  const [head = whole, ...after] = whole.split(
    / (?:of|for|to|in|on|from|against|with|under|within|across) /,
  );
  if (/^(?:description|details?|text|wording|title|name|summary)$/.test(head)) {
    return after.length === 0 ? undefined : byItsWords(after.join(' of '));
  }
  const name = head.replace(/ (?:text|description|details?|wording|title|name|required)$/, '');
  if (/\bdate$|^date\b/.test(whole)) {
    // “Updated due date”, and not “Date updated”
    if (/^updated (?:due|target|completion|end|delivery|deadline)\b/.test(whole)) return 'due';
    if (otherDates.test(whole)) return 'note';
    return dueDates.test(whole) ? 'due' : undefined;
  }
  if (/\b(?:last|date) (?:updated|reviewed|modified)\b/.test(whole)) return 'note';
  const exact = byName.get(name)?.field;
  if (exact !== undefined) return exact;
  // “RAG current”, “RAG Q1”
  if (/^b?rag (?:\w+ )?(?:current|previous|latest|now|last \w+)$/.test(name)) return 'rag';
  // “Lead Cabinet Member”, “Responsible directorate”, and not “Lead time”.
  const leader =
    /^(?:delivery |action )?(?:lead|responsible|accountable) (?:\w+ )?(?:member|councillor|director|directorate|department|service|team|person|manager|commissioner|body|board|agency|authority|head|group)s?$/;
  if (leader.test(name)) return 'lead';
  // “Partner organisations” help, and do not lead.
  if (partnerNames.test(name)) return 'partner';
  const words = name.split(' ');
  const last = words.at(-1)!;
  const field = lastWords.find(([, list]) => list.includes(last))?.[0];
  if (field === 'number') {
    if (/^(?:outcome|priority|objective|aim|goal)\b/.test(name)) return 'outcome number';
    return /^(?:theme|page|phone|telephone|contact|version)\b/.test(name) ? 'note' : 'number';
  }
  // “Progress notes”, “Status comments”
  if (field === 'note' && /\b(?:progress|updates?|status|position)\b/.test(name)) return 'progress';
  if (field !== undefined) return field;
  return byName.get(
    longestFirst.find((usual) => usual.includes(' ') && name.endsWith(` ${usual}`)) ?? '',
  )?.field;
}

/** “Q1 Apr–Jun 25” names the months of its quarter. */
function dateOfReport(heading: string): string | undefined {
  return dateOf(heading) ?? dateOf(heading.replace(quarterFirst, '').replaceAll(/[()]/g, ' '));
}

/** The date that a heading is, with a beginning and an end. */
export function dateOf(heading: string): string | undefined {
  const read = parseDueDate(heading);
  if (!read.ok || read.date.earliest === null || read.date.latest === null) return undefined;
  return read.date.text;
}

const reportWord =
  /\b(?:updates?|progress|reports?|position(?: statements?)?|comments?|status|b?rag)\b/i;

/** “Q1 2024/25 update”, “July 2019 progress”, “Update Q2”: one report of several. */
function datedReport(heading: string, name: string): HeadingRead | undefined {
  if (!reportWord.test(name)) return undefined;
  const rest = heading
    .replaceAll(new RegExp(reportWord, 'gi'), ' ')
    .replaceAll(
      /\b(?:at|as of|as at|for|of|to|in|on|the|latest|current|most recent|previous|prior)\b|[()[\]:,@–—]|\s-\s/gi,
      ' ',
    )
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (rest === '') return undefined;
  const date = parseDueDate(rest);
  const field =
    /\b(?:status|b?rag)\b/i.test(name) && !/\b(?:update|progress)/i.test(name)
      ? 'status'
      : 'progress';
  if (date.ok && date.date.earliest !== null && date.date.latest !== null) {
    return { field, rank: 200, exact: false, reported: date.date.text };
  }
  const isPart =
    /^(?:q(?:uarter|tr)?\s?[1-4](?:\s.*)?|quarter \w+|month \d+|year \d|h[12]|\w+ quarter)$/i.test(
      rest,
    );
  return isPart ? { field, rank: 200, exact: false, part: true } : undefined;
}
