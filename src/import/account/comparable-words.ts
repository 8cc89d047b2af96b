/**
 * The words of a text, for the account: everything between white space, in small letters. Marks of
 * lists are no words, nor is the punctuation at the end of a number.
 */
export function comparableWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '' && !/^(?:[•▪●◦‣·*–—-]|…)$/.test(word))
    .map((word) => (/^[\p{L}]?\d[\d.]*[.:)]$/u.test(word) ? word.replace(/[.:)]+$/, '') : word));
}
