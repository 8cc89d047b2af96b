import { gunzipSync } from 'fflate';

/** What the tables of an index are made of: whole numbers, texts and lists, in CBOR (RFC 8949). */
export type Table = number | string | Table[];

/** With this each file of an index begins, once it is unpacked. */
const signature = 'pagefind_dcd';

const decoder = new TextDecoder();

/** Unpacks a file of an index. */
export function unpackedFile(file: Uint8Array): Uint8Array {
  return gunzipSync(file).subarray(signature.length);
}

/** @throws if it is not of the three sorts */
export function readTable(file: Uint8Array): Table {
  return new TableReader(unpackedFile(file)).next();
}

/** Reads no more of CBOR than an index has: a reader for all of it is several times as much to fetch. */
class TableReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  next(): Table {
    const first = this.#bytes[this.#at++]!;
    const value = this.#number(first & 31);
    switch (first >> 5) {
      case 0:
        return value;
      case 1:
        return -1 - value;
      case 3:
        return decoder.decode(this.#bytes.subarray(this.#at, (this.#at += value)));
      case 4: {
        const list = new Array<Table>(value);
        for (let place = 0; place < value; place++) list[place] = this.next();
        return list;
      }
      default:
        throw new Error('The index has something that its reader does not know.');
    }
  }

  /** Small numbers are in the first byte; of others it says in how many bytes they follow. */
  #number(small: number): number {
    if (small < 24) return small;
    if (small > 26) throw new Error('The index has a number that its reader does not know.');
    let value = 0;
    for (let bytes = 1 << (small - 24); bytes > 0; bytes--) {
      value = value * 256 + this.#bytes[this.#at++]!;
    }
    return value;
  }
}
