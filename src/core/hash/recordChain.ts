import { u16 } from './littleEndian.ts';
import { readText } from './readText.ts';

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
  const records = new HashRecords(bytes);
  let at = headerBytes;
  while (at < end) {
    const length = u16(bytes, at + lengthAt);
    if (length < headerBytes || at + length > end) {
      return { is: 'broken', byteOffset: at };
    }
    records.add(u16(bytes, at), at + headerBytes, at + length);
    at += length;
  }
  return { is: 'whole', records };
}

/** The records of a hash, of which most are never looked at. */
export class HashRecords {
  readonly #bytes: Uint8Array;
  readonly #types: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Adds a record whose payload stands between two offsets. */
  add(type: number, start: number, end: number): void {
    this.#types.push(type);
    this.#starts.push(start);
    this.#ends.push(end);
  }

  /** What stands behind the header of each record of this type, in their order. */
  payloads(type: number): readonly Uint8Array[] {
    return this.#types.flatMap((other, place) => (other === type ? [this.#payload(place)] : []));
  }

  /** The payload of the only record of this type, or of several that say the same; `undefined` where there is none such. */
  trusted(type: number): Uint8Array | undefined {
    const place = this.#trustedPlace(type);
    return place === -1 ? undefined : this.#payload(place);
  }

  /** The text that such a payload holds; `undefined` where there is none that can be trusted. */
  trustedText(type: number): string | undefined {
    const place = this.#trustedPlace(type);
    return place === -1 ? undefined : readText(this.#bytes, this.#starts[place], this.#ends[place]);
  }

  #trustedPlace(type: number): number {
    const first = this.#types.indexOf(type);
    const isUnique = !this.#types.includes(type, first + 1);
    return first === -1 || isUnique || this.#allAgree(type) ? first : -1;
  }

  #allAgree(type: number): boolean {
    const [first, ...others] = this.payloads(type);
    return first !== undefined && others.every(other => isSame(first, other));
  }

  #payload(place: number): Uint8Array {
    return this.#bytes.subarray(this.#starts[place], this.#ends[place]);
  }
}

function isSame(bytes: Uint8Array, others: Uint8Array): boolean {
  return bytes.length === others.length && bytes.every((byte, index) => byte === others[index]);
}
