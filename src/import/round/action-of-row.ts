import { identifier } from '../../domain/reference.ts';
import { comparableWords } from '../account/comparable-words.ts';
import { ownNumber } from '../make/give-references.ts';
import { parsedRecord } from './record-text.ts';

/**
 * The action that a row of a report is about: by its number in any of its usual shapes, otherwise
 * by the words of the promise.
 *
 * @param typed the number, as in the file
 * @param action the words, as in the file
 * @param code the plan’s code
 * @param actions reference → the record as it is
 * @returns its reference
 */
export function actionOfRow(
  typed: string,
  action: string,
  code: string,
  actions: ReadonlyMap<string, string>,
): string | undefined {
  if (typed !== '') {
    const plain = typed.trim().toLowerCase();
    const bare = plain.startsWith(code) ? plain.slice(code.length).replace(/^[\s-]+/, '') : plain;
    const number = ownNumber(bare);
    return [...actions.keys()].find(
      (reference) => reference === number || identifier(code, reference) === plain,
    );
  }
  const words = comparableWords(action).join(' ');
  if (words === '') return undefined;
  const same = [...actions].filter(
    ([, text]) =>
      comparableWords(String(parsedRecord(text).get('promise') ?? '')).join(' ') === words,
  );
  return same.length === 1 ? same[0]![0] : undefined;
}
