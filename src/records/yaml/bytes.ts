/** The text of a file, or what is wrong with its bytes and at which character of the text so far. */
export type Decoded =
  | { text: string }
  | { text?: undefined; readable: string; at: number; message: string; advice: string };

const saveAsUtf8 = 'Save it again with the encoding “UTF-8”.';

/** Decodes a file that should be UTF-8 text. A byte order mark at its start is taken off. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  if (isWide(bytes)) return refuseWide();
  try {
    return { text: withLines(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return refuse(bytes);
  }
}

/** Lines that all end in another way, as on old Macs, are lines too. */
function withLines(text: string): string {
  return text.includes('\n') ? text : text.replaceAll(/[\r\u0085\u2028\u2029]/g, '\n');
}

/** Whether every other byte is zero, as in UTF-16 without the mark that says so. */
function isWide(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 64);
  if (start.length < 4) return false;
  const zeros = [0, 1].map(
    (half) => start.filter((byte, at) => byte === 0 && at % 2 === half).length,
  );
  return Math.max(...zeros) * 2 > start.length * 0.8 && Math.min(...zeros) === 0;
}

function refuseWide(): Decoded {
  return {
    readable: '',
    at: 0,
    message: 'This file was saved with the encoding that Windows calls “Unicode” (UTF-16).',
    advice: saveAsUtf8,
  };
}

function refuse(bytes: Uint8Array): Decoded {
  const readable = new TextDecoder().decode(bytes);
  const at = Math.max(0, readable.indexOf('\uFFFD'));
  const start = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16)).join(' ');
  if (start.startsWith('ff fe') || start.startsWith('fe ff')) return refuseWide();
  if (bytes.includes(0) || /^(?:50 4b 3 4|25 50 44 46|d0 cf 11)/.test(start)) {
    return {
      readable: '',
      at: 0,
      message: 'This file is not a text but a document, a picture or a program.',
      advice: 'A record is plain text. Put pictures and other files in the folder “public”.',
    };
  }
  const before = new TextEncoder().encode(readable.slice(0, at)).length;
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const letter = new TextDecoder('windows-1252').decode(
    bytes.subarray(before + bom, before + bom + 1),
  );
  return {
    readable,
    at,
    message: `This file is not saved as UTF-8: the letter here, most likely “${letter}”, cannot be read.`,
    advice: saveAsUtf8,
  };
}
