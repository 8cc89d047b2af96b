/** As much of CBOR (RFC 8949) as the index’s own tables use: whole numbers, text and lists. */
export type Cbor = number | string | Cbor[];

const numberType = 0;
const textType = 3;
const listType = 4;

/** @throws if the bytes hold anything else */
export function decodeCbor(bytes: Buffer): Cbor {
  let at = 0;
  const read = (): Cbor => {
    const first = bytes.readUInt8(at++);
    const count = readCount(first & 31);
    switch (first >> 5) {
      case numberType:
        return count;
      case textType:
        return bytes.toString('utf8', at, (at += count));
      case listType:
        return Array.from({ length: count }, read);
      default:
        throw new Error(`unknown item ${first} at byte ${at - 1}`);
    }
  };
  const readCount = (short: number): number => {
    if (short < 24) return short;
    const length = 2 ** (short - 24);
    if (length > 4) throw new Error(`unknown length ${short} at byte ${at - 1}`);
    at += length;
    return bytes.readUIntBE(at - length, length);
  };
  const value = read();
  if (at !== bytes.length) throw new Error(`${bytes.length - at} bytes too many`);
  return value;
}

/** Every count in its shortest form. */
export function encodeCbor(value: Cbor): Buffer {
  if (typeof value === 'number') return head(numberType, value);
  if (typeof value === 'string') {
    const text = Buffer.from(value, 'utf8');
    return Buffer.concat([head(textType, text.length), text]);
  }
  return Buffer.concat([head(listType, value.length), ...value.map(encodeCbor)]);
}

function head(type: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(type << 5) | count]);
  const size = count < 2 ** 8 ? 0 : count < 2 ** 16 ? 1 : 2;
  const bytes = Buffer.alloc(1 + 2 ** size);
  bytes.writeUInt8((type << 5) | (24 + size));
  bytes.writeUIntBE(count, 1, 2 ** size);
  return bytes;
}
