import type { HashDisk, HashFacts } from './hardwareHash.ts';
import { digitPair, hexadecimal } from './hexadecimal.ts';
import { u64 } from './littleEndian.ts';
import { architecture, collectedAt, collectedIn, isCollection, osBuild, utcOffsetMinutes } from './collection.ts';
import { isDummyUuid } from './dummyUuid.ts';
import { readDisks } from './readDisks.ts';
import type { HashRecords } from './recordChain.ts';

/** Reads what the records tell. One of an unknown type, or of another shape than its type has, tells nothing. */
export function readFacts(records: HashRecords): HashFacts {
  return new RecordedFacts(records);
}

/** Rules ask for a few facts of every hash, people for all facts of some: each is read when it is asked for. */
class RecordedFacts implements HashFacts {
  readonly #records: HashRecords;
  readonly #collection: Uint8Array | undefined;
  readonly tpmKeyBytes: Uint8Array | undefined;
  readonly serialNumber: string | undefined;
  readonly manufacturer: string | undefined;
  readonly model: string | undefined;
  readonly productKeyId: string | undefined;

  constructor(records: HashRecords) {
    this.#records = records;
    this.#collection = payloadIf(records.trusted(1), isCollection);
    this.tpmKeyBytes = payloadIf(records.trusted(25), isTpmKey);
    this.serialNumber = records.trustedText(14);
    this.manufacturer = records.trustedText(16);
    this.model = records.trustedText(17);
    this.productKeyId = productKeyId(records.trustedText(24));
  }

  get uuid(): string | undefined {
    const bytes = this.#uuidBytes;
    return bytes && uuidOf(bytes);
  }

  get isUuidDummy(): boolean {
    const bytes = this.#uuidBytes;
    return bytes !== undefined && isDummyUuid(bytes);
  }

  get tpmKey(): string | undefined {
    const bytes = this.tpmKeyBytes;
    return bytes && hexadecimal(bytes);
  }

  get tpm(): string | undefined {
    return this.#records.trustedText(13);
  }

  get collectedAt(): number | undefined {
    const payload = this.#collection;
    return payload && collectedAt(payload);
  }

  get utcOffsetMinutes(): number | undefined {
    const payload = this.#collection;
    return payload && utcOffsetMinutes(payload);
  }

  get collectedIn(): HashFacts['collectedIn'] {
    const payload = this.#collection;
    return payload && collectedIn(payload);
  }

  get architecture(): HashFacts['architecture'] {
    const payload = this.#collection;
    return payload && architecture(payload);
  }

  get osBuild(): string | undefined {
    const payload = this.#collection;
    return payload && osBuild(payload);
  }

  /** Begins with the memory in GB (u64). */
  get memoryGb(): number | undefined {
    const payload = this.#records.trusted(5);
    return payload && (u64(payload, 0) || undefined);
  }

  get disks(): readonly HashDisk[] {
    return readDisks(this.#records);
  }

  get processor(): string | undefined {
    return this.#records.trustedText(4);
  }

  get #uuidBytes(): Uint8Array | undefined {
    const payload = this.#records.trusted(12);
    return payload?.length === uuidOrder.length ? payload : undefined;
  }
}

function payloadIf(payload: Uint8Array | undefined, isSound: (payload: Uint8Array) => boolean): Uint8Array | undefined {
  return payload !== undefined && isSound(payload) ? payload : undefined;
}

function productKeyId(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{13}$/.test(text) ? text : undefined;
}

/** The first three groups are little-endian, the others stand as they are written (SMBIOS specification, 7.2.1). */
const uuidOrder = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15] as const;

/** Before these places stands a dash. */
const uuidDashes: ReadonlySet<number> = new Set([4, 6, 8, 10]);

function uuidOf(bytes: Uint8Array): string {
  return uuidOrder.map((at, place) => (uuidDashes.has(place) ? '-' : '') + digitPair(bytes[at] ?? 0)).join('');
}

/** The modulus of an RSA key of 2,048 to 4,096 bits; one that is the same byte all over is no key. */
function isTpmKey(payload: Uint8Array): boolean {
  return payload.length >= 256 && payload.length <= 512 && payload.some(byte => byte !== payload[0]);
}
