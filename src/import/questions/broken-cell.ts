import type { CellQuestion } from '../table.ts';
import type { RowQuestion } from './question.ts';

/** What is asked of a cell that shows an error or a formula; undefined for any other. */
export function brokenCellAsked(
  question: CellQuestion | undefined,
): Pick<RowQuestion, 'kind' | 'ask'> | undefined {
  if (question?.kind === 'error') {
    return {
      kind: question.kind,
      ask: 'The spreadsheet shows errors in these cells. Write what each should say, or keep.',
    };
  }
  if (question?.kind === 'no value') {
    return {
      kind: question.kind,
      ask: 'These cells hold formulas, but the file does not hold their results. Open the file in Excel and save it again, or write what each shows.',
    };
  }
  return undefined;
}
