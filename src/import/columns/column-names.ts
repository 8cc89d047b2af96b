/** What a column of a plan’s table can be for. */
export const fields = [
  'number',
  'outcome number',
  'theme',
  'outcome',
  'action',
  'lead',
  'partner',
  'due',
  'measure',
  'status',
  'progress',
  'note',
] as const;

export type Field = (typeof fields)[number];

/** The usual names of each column. Case, punctuation and “the” do not matter. */
const usualNames: Record<Field, readonly string[]> = {
  number: ['ref', 'ref no', 'reference', 'reference number', 'no', 'nos', 'number', 'id', 'item'],
  'outcome number': ['outcome no', 'outcome number', 'outcome ref', 'priority no', 'objective no'],
  theme: ['theme', 'themes', 'priority', 'priorities', 'priority area', 'priority theme', 'area'],
  outcome: ['outcome', 'outcomes', 'aim', 'goal', 'objective', 'ambition', 'i statement'],
  action: [
    'action',
    'actions',
    'key action',
    'key actions',
    'specific action',
    'action required',
    'action to be taken',
    'what we will do',
    'what will we do',
    'we will',
    'what',
    'how we will do it',
    'task',
    'activity',
    'activities',
    'commitment',
    'promise',
    'deliverable',
  ],
  lead: [
    'lead',
    'leads',
    'who',
    'by whom',
    'who will do it',
    'who will do this',
    'who is responsible',
    'responsible',
    'responsible officer',
    'responsible organisation',
    'responsibility',
    'owner',
    'action owner',
    'lead officer',
    'lead agency',
    'lead organisation',
    'lead organisations',
    'lead partner',
    'accountable',
    'organisation',
  ],
  partner: [
    'partner',
    'partners',
    'supporting partners',
    'supported by',
    'working with',
    'support',
  ],
  due: [
    'due',
    'due date',
    'due by',
    'by when',
    'when',
    'timescale',
    'timescales',
    'time scale',
    'timeframe',
    'timeline',
    'target date',
    'target',
    'deadline',
    'delivery date',
    'completion date',
    'end date',
    'date',
    'complete by',
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
    'evidence',
    'kpi',
    'kpis',
    'indicator',
    'indicators',
    'difference it will make',
  ],
  status: ['status', 'rag', 'rag rating', 'rag status', 'brag', 'current status'],
  progress: [
    'progress',
    'progress update',
    'progress to date',
    'progress report',
    'update',
    'updates',
    'latest update',
    'position',
    'what we have done',
  ],
  note: ['note', 'notes', 'comment', 'comments'],
};

const byName = new Map(
  Object.entries(usualNames).flatMap(([field, names]) =>
    names.map((name) => [name, field as Field]),
  ),
);
const longestFirst = [...byName.keys()].sort((a, b) => b.length - a.length);

/** A name as it is compared: small letters, and single spaces in place of everything else. */
export function plainName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(/\bthe\b/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/**
 * What a column is for, going by its heading; undefined where the heading is none of the usual
 * names.
 *
 * @param own the adopter’s own names, which come first: plain name → field
 */
export function fieldOf(heading: string, own: ReadonlyMap<string, Field>): Field | undefined {
  const name = plainName(heading);
  const exact = own.get(name) ?? byName.get(name);
  if (exact !== undefined || name === '') return exact;
  for (const part of heading.split(/[/&(,\n]|\bor\b|\band\b/i)) {
    const field = byName.get(plainName(part));
    if (field !== undefined) return field;
  }
  if (name.split(' ').length > 7) return undefined;
  const within = longestFirst.find(
    (usual) => usual.length > 3 && (name.startsWith(`${usual} `) || name.endsWith(` ${usual}`)),
  );
  return within === undefined ? undefined : byName.get(within);
}
