import { listMeant, tableIn } from '../domain/prose-slips.ts';

/**
 * What was typed or pasted into a box, as it goes into a record: without what nobody can see, which
 * the check refuses, with every sort of space as a plain one, and with the bullets of Word as the
 * dashes of a list. Line breaks stay, and so do the tabs of a table, by which the check knows it.
 */
export function tidyText(typed: string): string {
  const lines = typed
    .toWellFormed()
    .replaceAll(/\r\n?|[\u0085\p{Zl}\p{Zp}]/gu, '\n')
    .replaceAll(/\p{Cf}|\p{Default_Ignorable_Code_Point}|[\ufffe\uffff]/gu, '')
    // Bullets of the fonts Symbol and Wingdings
    .replaceAll(/[\uf0a7\uf0b7\uf0d8]/g, '•');
  return (listMeant(lines) ?? lines)
    .replaceAll(/(?![\n\t])\p{Cc}|[\p{Zs}\u2800]/gu, ' ')
    .replaceAll('\t', tableIn(lines).length > 0 ? '\t' : ' ')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** The same on one line. */
export function tidyLine(typed: string): string {
  return tidyText(typed).replaceAll(/\s+/g, ' ');
}
