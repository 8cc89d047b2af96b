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
