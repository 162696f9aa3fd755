import type { HashFacts } from './hardwareHash.ts';
import { hexadecimal } from './hexadecimal.ts';
import { u64 } from './littleEndian.ts';
import { readCollection } from './readCollection.ts';
import { readDisks } from './readDisks.ts';
import { readText } from './readText.ts';
import type { HashRecords } from './recordChain.ts';

/** Reads what the records tell. One of an unknown type, or of another shape than its type has, tells nothing. */
export function readFacts(records: HashRecords): HashFacts {
  const read = <T>(type: number, parse: (payload: Uint8Array) => T | undefined): T | undefined => {
    const payload = trustedPayload(records, type);
    return payload && parse(payload);
  };
  const collection = read(1, readCollection);
  return {
    serialNumber: read(14, readText),
    manufacturer: read(16, readText),
    model: read(17, readText),
    productKeyId: read(24, readProductKeyId),
    uuid: read(12, readUuid),
    tpmKey: read(25, readTpmKey),
    tpm: read(13, readText),
    collectedAt: collection?.collectedAt,
    utcOffsetMinutes: collection?.utcOffsetMinutes,
    collectedIn: collection?.collectedIn,
    architecture: collection?.architecture,
    osBuild: collection?.osBuild,
    memoryGb: read(5, readMemory),
    disks: readDisks(records),
    processor: read(4, readText),
  };
}

/** The payload of the only record of this type, or of several that say the same. */
function trustedPayload(records: HashRecords, type: number): Uint8Array | undefined {
  const [payload, ...repeats] = records.get(type) ?? [];
  const isTrusted = repeats.every(
    repeat => repeat.length === payload?.length && repeat.every((byte, index) => byte === payload[index]),
  );
  return isTrusted ? payload : undefined;
}

function readProductKeyId(payload: Uint8Array): string | undefined {
  const text = readText(payload);
  return text !== undefined && /^\d{13}$/.test(text) ? text : undefined;
}

/** The first three groups are little-endian, the others stand as they are written (SMBIOS specification, 7.2.1). */
function readUuid(payload: Uint8Array): string | undefined {
  if (payload.length !== 16) {
    return undefined;
  }
  const littleEndian = [payload.subarray(0, 4), payload.subarray(4, 6), payload.subarray(6, 8)];
  const groups = [...littleEndian.map(group => group.toReversed()), payload.subarray(8, 10), payload.subarray(10)];
  return groups.map(hexadecimal).join('-');
}

/** The modulus of an RSA key of 2,048 to 4,096 bits; one that is the same byte all over is no key. */
function readTpmKey(payload: Uint8Array): string | undefined {
  const isKey = payload.length >= 256 && payload.length <= 512 && payload.some(byte => byte !== payload[0]);
  return isKey ? hexadecimal(payload) : undefined;
}

/** Begins with the memory in GB (u64). */
function readMemory(payload: Uint8Array): number | undefined {
  return u64(payload, 0) || undefined;
}
