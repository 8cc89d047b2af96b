/**
 * What was typed or pasted into a box, as it goes into a record: without what nobody can see, which
 * the check refuses, and with every sort of space as a plain one. Line breaks stay.
 */
export function tidyText(typed: string): string {
  return typed
    .toWellFormed()
    .replaceAll(/\r\n?|[\u0085\p{Zl}\p{Zp}]/gu, '\n')
    .replaceAll(/\p{Cf}|[\ufffe\uffff]/gu, '')
    .replaceAll(/(?!\n)\p{Cc}|\p{Zs}/gu, ' ')
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
