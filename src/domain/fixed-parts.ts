/**
 * The parts of a record that stay as they were first published. A correction names one of them by
 * its field; readers are told of it in words.
 */
const fixedParts = [
  { field: 'promise', words: 'the wording of the promise' },
  { field: 'due', words: 'the due date' },
  { field: 'milestones', words: 'the stages and their dates' },
  { field: 'leads', words: 'who leads' },
  { field: 'measures', words: 'how success is measured' },
  { field: 'continues', words: 'which earlier action it carries on' },
  { field: 'source', words: 'the words that we quote from the plan' },
] as const satisfies readonly FixedPart[];

interface FixedPart {
  /** The field of the record, as an editor writes it. */
  field: string;
  /** What readers call it, as it is inside a sentence. */
  words: string;
}

/** Before reports had files of their own, they were in the record of the action, and were corrected there. */
const partOfOlderRecords = { field: 'updates', words: 'an earlier report' } as const;

export type FixedField = (typeof fixedParts)[number]['field'];

/** What a correction made today can be of. */
export const fixedFields = fixedParts.map((part) => part.field) as [FixedField, ...FixedField[]];

/** What any correction on record is of. */
export type CorrectedField = FixedField | typeof partOfOlderRecords.field;

/** Every field that a correction may name, also in older records. */
export const correctedFields = [...fixedFields, partOfOlderRecords.field] as [
  CorrectedField,
  ...CorrectedField[],
];

/** “the due date” */
export function inReadersWords(field: CorrectedField): string {
  return [...fixedParts, partOfOlderRecords].find((part) => part.field === field)!.words;
}
