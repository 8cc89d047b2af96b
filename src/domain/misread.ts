/**
 * Letters that a program has read in another encoding than they were saved in: “carersâ€™” was
 * “carers’”, saved as UTF-8 and read as windows-1252.
 */

/** Part of a text that was misread, and what it was. */
export interface Misread {
  found: string;
  meant: string;
}

/** The byte of windows-1252 for each character that is not in ASCII. */
const byteOf = new Map(
  Array.from({ length: 128 }, (_, index) => [
    new TextDecoder('windows-1252').decode(new Uint8Array([index + 128])),
    index + 128,
  ]),
);

/** The first misread letters in a text; undefined where there are none. */
export function misreadIn(text: string): Misread | undefined {
  for (const [found] of text.matchAll(/[^\0-\x7f]{2,}/g)) {
    for (const run of runsOfBytes(found)) {
      const meant = asUtf8(run);
      if (meant !== undefined) return { found: run, meant };
    }
  }
  return undefined;
}

/** The parts of a text that could be bytes, each from two characters. */
function runsOfBytes(text: string): string[] {
  const runs: string[] = [''];
  for (const character of text) {
    if (byteOf.has(character)) runs[runs.length - 1] += character;
    else runs.push('');
  }
  return runs.filter(({ length }) => length > 1);
}

/** What characters were as UTF-8, if they are nothing but that. */
function asUtf8(run: string): string | undefined {
  try {
    const bytes = Uint8Array.from(run, (character) => byteOf.get(character)!);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
