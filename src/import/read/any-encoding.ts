/**
 * The text of a file, whatever Excel or Word saved it as: UTF-8 or UTF-16 by its mark or its
 * bytes, otherwise Windows-1252.
 *
 * @returns the text, and a note where the encoding had to be supposed
 */
export function decodeAnyEncoding(bytes: Uint8Array): { text: string; note?: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: new TextDecoder('utf-16le').decode(bytes) };
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return { text: new TextDecoder('utf-16be').decode(bytes) };
  }
  const wide = wideWithoutMark(bytes);
  if (wide !== undefined) return { text: new TextDecoder(wide).decode(bytes) };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return {
      text: new TextDecoder('windows-1252').decode(bytes),
      note: 'The file is not UTF-8. It was read as Windows text. Look at £ signs, quotation marks and accents.',
    };
  }
}

/** UTF-16 that does not begin with its mark: every second byte of most of its text is nought. */
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 4000);
  const noughts = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) noughts[at % 2]! += 1;
  const [even = 0, odd = 0] = noughts;
  if (Math.max(even, odd) * 4 < sample.length) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}
