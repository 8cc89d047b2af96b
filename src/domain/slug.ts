/**
 * Words as the part of an address that stands for them: `King’s Lynn` → `kings-lynn`. Empty where they
 * have no letter from a to z and no digit.
 */
export function slugOf(words: string): string {
  return words
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\p{M}’']/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** A name for a file and an address, made from the first words of a text: at most 40 characters. */
export function shortSlugOf(text: string, words = 4): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, words)
    .join('-')
    .slice(0, 40)
    .replace(/-$/, '');
}
