import { u16 } from './littleEndian.ts';

/** The records of a hash by their type: what stands behind the header of each, in their order. */
export type HashRecords = ReadonlyMap<number, readonly Uint8Array[]>;

export type RecordChain =
  | { readonly is: 'whole'; readonly records: HashRecords }
  | { readonly is: 'broken'; readonly byteOffset: number };

/** Header and records begin alike: two bytes that say what they are, two that count their length. */
const headerBytes = 4;
const lengthAt = 2;

/** How many bytes the header says that it and the records take; `undefined` where the header itself is cut. */
export function declaredBytes(bytes: Uint8Array): number | undefined {
  return bytes.length < headerBytes ? undefined : u16(bytes, lengthAt);
}

/** Reads the records between the header and `end`, which they must fill exactly. */
export function readRecords(bytes: Uint8Array, end: number): RecordChain {
  if (end < headerBytes) {
    return { is: 'broken', byteOffset: lengthAt };
  }
  const records = new Map<number, Uint8Array[]>();
  let at = headerBytes;
  while (at < end) {
    const length = u16(bytes, at + lengthAt);
    if (length < headerBytes || at + length > end) {
      return { is: 'broken', byteOffset: at };
    }
    const type = u16(bytes, at);
    const payload = bytes.subarray(at + headerBytes, at + length);
    const others = records.get(type);
    if (others === undefined) {
      records.set(type, [payload]);
    } else {
      others.push(payload);
    }
    at += length;
  }
  return { is: 'whole', records };
}
