import { u16 } from './littleEndian.ts';

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
  let at = headerBytes;
  while (at < end) {
    const length = u16(bytes, at + lengthAt);
    if (length < headerBytes || at + length > end) {
      return { is: 'broken', byteOffset: at };
    }
    at += length;
  }
  return { is: 'whole', records: new HashRecords(bytes, end) };
}

/** The records of a hash, of which most are never looked at. */
export class HashRecords {
  readonly #bytes: Uint8Array;
  readonly #end: number;

  /** The records stand in `bytes` between the header and `end` and fill that exactly. */
  constructor(bytes: Uint8Array, end: number) {
    this.#bytes = bytes;
    this.#end = end;
  }

  /** What stands behind the header of each record of this type, in their order. */
  payloads(type: number): readonly Uint8Array[] {
    const payloads: Uint8Array[] = [];
    for (let at = headerBytes; at < this.#end;) {
      const length = u16(this.#bytes, at + lengthAt);
      if (u16(this.#bytes, at) === type) payloads.push(this.#bytes.subarray(at + headerBytes, at + length));
      at += length;
    }
    return payloads;
  }
}
