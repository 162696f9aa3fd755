import type { HashDisk, HashFacts } from './hardwareHash.ts';
import { digitPair, hexadecimal } from './hexadecimal.ts';
import { u64 } from './littleEndian.ts';
import { type Collection, readCollection } from './readCollection.ts';
import { readDisks } from './readDisks.ts';
import { readText } from './readText.ts';
import type { HashRecords } from './recordChain.ts';

/** Reads what the records tell. One of an unknown type, or of another shape than its type has, tells nothing. */
export function readFacts(records: HashRecords): HashFacts {
  return new RecordedFacts(records);
}

/** Rules ask for a few facts of every hash, people for all of some: what is long is read when it is asked for. */
class RecordedFacts implements HashFacts {
  readonly #records: HashRecords;
  readonly #collection: Collection | undefined;
  readonly serialNumber: string | undefined;
  readonly manufacturer: string | undefined;
  readonly model: string | undefined;
  readonly productKeyId: string | undefined;

  constructor(records: HashRecords) {
    this.#records = records;
    this.#collection = this.#read(1, readCollection);
    this.serialNumber = this.#read(14, readText);
    this.manufacturer = this.#read(16, readText);
    this.model = this.#read(17, readText);
    this.productKeyId = this.#read(24, readProductKeyId);
  }

  get uuid(): string | undefined {
    return this.#read(12, readUuid);
  }

  get tpmKeyBytes(): Uint8Array | undefined {
    return this.#read(25, readTpmKey);
  }

  get tpmKey(): string | undefined {
    return this.tpmKeyBytes && hexadecimal(this.tpmKeyBytes);
  }

  get tpm(): string | undefined {
    return this.#read(13, readText);
  }

  get collectedAt(): number | undefined {
    return this.#collection?.collectedAt;
  }

  get utcOffsetMinutes(): number | undefined {
    return this.#collection?.utcOffsetMinutes;
  }

  get collectedIn(): Collection['collectedIn'] {
    return this.#collection?.collectedIn;
  }

  get architecture(): Collection['architecture'] {
    return this.#collection?.architecture;
  }

  get osBuild(): string | undefined {
    return this.#collection?.osBuild;
  }

  get memoryGb(): number | undefined {
    return this.#read(5, readMemory);
  }

  get disks(): readonly HashDisk[] {
    return readDisks(this.#records);
  }

  get processor(): string | undefined {
    return this.#read(4, readText);
  }

  /** Parses the only record of this type, or one of several that say the same. */
  #read<T>(type: number, parse: (payload: Uint8Array) => T | undefined): T | undefined {
    const [payload, ...repeats] = this.#records.payloads(type);
    const isTrusted = repeats.every(
      repeat => repeat.length === payload?.length && repeat.every((byte, index) => byte === payload[index]),
    );
    return isTrusted && payload !== undefined ? parse(payload) : undefined;
  }
}

function readProductKeyId(payload: Uint8Array): string | undefined {
  const text = readText(payload);
  return text !== undefined && /^\d{13}$/.test(text) ? text : undefined;
}

/** The first three groups are little-endian, the others stand as they are written (SMBIOS specification, 7.2.1). */
const uuidOrder = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15] as const;

/** Before these places stands a dash. */
const uuidDashes: ReadonlySet<number> = new Set([4, 6, 8, 10]);

function readUuid(payload: Uint8Array): string | undefined {
  if (payload.length !== 16) {
    return undefined;
  }
  let uuid = '';
  for (const [place, at] of uuidOrder.entries()) {
    uuid += (uuidDashes.has(place) ? '-' : '') + digitPair(payload[at] ?? 0);
  }
  return uuid;
}

/** The modulus of an RSA key of 2,048 to 4,096 bits; one that is the same byte all over is no key. */
function readTpmKey(payload: Uint8Array): Uint8Array | undefined {
  const isKey = payload.length >= 256 && payload.length <= 512 && payload.some(byte => byte !== payload[0]);
  return isKey ? payload : undefined;
}

/** Begins with the memory in GB (u64). */
function readMemory(payload: Uint8Array): number | undefined {
  return u64(payload, 0) || undefined;
}
