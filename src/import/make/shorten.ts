/**
 * A title made from a text: its first sentence, cut at the end of a word where it is too long.
 *
 * @param most how many characters it may have, the sign for the cut among them
 */
export function shorten(text: string, most: number): string {
  const line = text.replaceAll(/(?:^|\s+)[•▪●◦‣·]\s+|\s+/g, ' ').trim();
  const sentence = /^.*?[.!?](?=\s+\p{Lu}|$)/u.exec(line)?.[0] ?? line;
  const said = sentence.length < 8 ? line : sentence;
  const title = said.replace(/[.;:,]$/, '') || said;
  if (title.length <= most) return title;
  const cut = title.slice(0, most - 1);
  const end = title[most - 1] === ' ' ? cut.length : cut.lastIndexOf(' ');
  const kept = (end > 0 ? cut.slice(0, end) : cut).replace(/[\s.;:,–-]+$/, '');
  return `${kept.toWellFormed().replace(/\ufffd$/, '')}…`;
}

/** The same title in as many places has to be told apart: adds the reference in brackets. */
export function toldApart(title: string, reference: string, most: number): string {
  const addition = ` (${reference})`;
  return `${shorten(title, most - addition.length)}${addition}`;
}

/** A name for a file and an address, made from the first words of a text. */
export function slugOf(text: string, words = 4): string {
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
