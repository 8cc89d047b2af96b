/** What the tables of an index are made of: whole numbers, texts and lists, in CBOR (RFC 8949). */
export type Table = number | string | Table[];

/** With this each file of an index begins, once it is unpacked. */
const signature = 'pagefind_dcd';

const decoder = new TextDecoder();

/** Unpacks a file of an index: a browser’s own way is several times as fast as any script. */
export async function unpackedFile(file: Uint8Array): Promise<Uint8Array> {
  const packed = new Blob([file as Uint8Array<ArrayBuffer>]).stream();
  const unpacked = packed.pipeThrough(new DecompressionStream('gzip'));
  return withoutSignature(new Uint8Array(await new Response(unpacked).arrayBuffer()));
}

/** What there is in a file of an index that is unpacked. */
export function withoutSignature(file: Uint8Array): Uint8Array {
  return file.subarray(signature.length);
}

/** @throws if it is not of the three sorts */
export function readTable(bytes: Uint8Array): Table {
  return new TableReader(bytes).next();
}

/** Reads no more of CBOR than an index has: a reader for all of it is several times as much to fetch. */
export class TableReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  next(): Table {
    const sort = this.#bytes[this.#at]! >> 5;
    if (sort === 3) return this.text();
    if (sort !== 4) return this.number();
    const list = new Array<Table>(this.list());
    for (let place = 0; place < list.length; place++) list[place] = this.next();
    return list;
  }

  number(): number {
    const first = this.#bytes[this.#at++]!;
    // Most are small numbers.
    if (first < 24) return first;
    switch (first >> 5) {
      case 0:
        return this.#count(first);
      case 1:
        return -1 - this.#count(first);
      default:
        throw new Error('The index has something that its reader does not know.');
    }
  }

  text(): string {
    const length = this.#lengthOf(3);
    return decoder.decode(this.#bytes.subarray(this.#at, (this.#at += length)));
  }

  /** Begins a list. @returns how many there are in it, which come next */
  list(): number {
    return this.#lengthOf(4);
  }

  #lengthOf(sort: number): number {
    const first = this.#bytes[this.#at++]!;
    if (first >> 5 !== sort) {
      throw new Error('The index has something that its reader does not know.');
    }
    return this.#count(first);
  }

  /** Small numbers are in the first byte; of others it says in how many bytes they follow. */
  #count(first: number): number {
    const small = first & 31;
    if (small < 24) return small;
    if (small > 26) throw new Error('The index has a number that its reader does not know.');
    let value = 0;
    for (let bytes = 1 << (small - 24); bytes > 0; bytes--) {
      value = value * 256 + this.#bytes[this.#at++]!;
    }
    return value;
  }
}
