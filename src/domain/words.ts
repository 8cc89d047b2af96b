/** “1 action”, “2 actions”. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** “a, b and c”. */
export function listed(words: readonly string[]): string {
  // Most lists have one word or two.
  if (words.length === 1) return words[0]!;
  if (words.length === 2) return words.join(' and ');
  return (asList ??= new Intl.ListFormat('en-GB')).format(words);
}

// Making one takes longer than a thousand uses of it, and most commands need none.
let asList: Intl.ListFormat | undefined;

/** A text that begins with a capital letter. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** At most `most` characters, cut at a word. */
export function shortened(text: string, most: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= most) return flat;
  const cut = flat.lastIndexOf(' ', most - 1);
  // A text without a space, such as an address, is cut inside the word, but not inside a letter.
  const kept =
    cut > 0 ? flat.slice(0, cut) : flat.slice(0, most - 1).replace(/\p{Surrogate}$/u, '');
  return `${kept}…`;
}
