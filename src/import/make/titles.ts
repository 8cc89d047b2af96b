import { shortened } from '../../domain/words.ts';

/**
 * A title made from a text: its first sentence, cut at the end of a word where it is too long.
 *
 * @param most how many characters it may have, the sign for the cut among them
 */
export function titleOf(text: string, most: number): string {
  const line = text.replaceAll(/(?:^|\s+)[•▪●◦‣·]\s+|\s+/g, ' ').trim();
  const sentence = /^.*?[.!?](?=\s+\p{Lu}|$)/u.exec(line)?.[0] ?? line;
  const said = sentence.length < 8 ? line : sentence;
  const title = said.replace(/[.;:,]$/, '') || said;
  return shortened(title, most).replace(/[\s.;:,–-]+…$/, '…');
}

/** The same title in as many places has to be told apart: adds the reference in brackets. */
export function toldApart(title: string, reference: string, most: number): string {
  const addition = ` (${reference})`;
  return `${titleOf(title, most - addition.length)}${addition}`;
}
