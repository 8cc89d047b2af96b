/**
 * The text of a file, whatever Excel or Word saved it as: UTF-8 or UTF-16 by its mark, otherwise
 * UTF-8, otherwise Windows-1252.
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
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return {
      text: new TextDecoder('windows-1252').decode(bytes),
      note: 'The file is not UTF-8. It was read as Windows text. Look at £ signs, quotation marks and accents.',
    };
  }
}
