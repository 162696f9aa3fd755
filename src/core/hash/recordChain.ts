import { u16 } from './littleEndian.ts';

/** One record of a hash: its type and what stands behind its header. */
export interface HashRecord {
  readonly type: number;
  readonly payload: Uint8Array;
}

export type RecordChain =
  | { readonly is: 'whole'; readonly records: readonly HashRecord[] }
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
  const records: HashRecord[] = [];
  let at = headerBytes;
  while (at < end) {
    const length = u16(bytes, at + lengthAt);
    if (length < headerBytes || at + length > end) {
      return { is: 'broken', byteOffset: at };
    }
    records.push({ type: u16(bytes, at), payload: bytes.subarray(at + headerBytes, at + length) });
    at += length;
  }
  return { is: 'whole', records };
}

/** The payloads of all records of a type, in their order. */
export function payloadsOf(records: readonly HashRecord[], type: number): readonly Uint8Array[] {
  return records.filter(record => record.type === type).map(record => record.payload);
}
