import { sha256 } from './sha256.ts';

/** One record of a hash: its type and what stands behind its 4-byte header. */
export interface HashRecord {
  readonly type: number;
  readonly payload: Uint8Array;
}

export interface HashDisk {
  readonly sizeGb: number;
  readonly bus: number;
  readonly serialNumber: string;
  readonly model: string;
}

/** What a synthetic hash tells of its machine: `undefined` leaves the record out. */
export interface HashContents {
  readonly serialNumber: string | undefined;
  readonly manufacturer: string | undefined;
  readonly model: string | undefined;
  readonly productKeyId: string | undefined;
  readonly uuid: string | undefined;
  /** 256 bytes. */
  readonly tpmModulus: Uint8Array | undefined;
  readonly tpm: string | undefined;
  /** Milliseconds since 1970, in whole seconds. */
  readonly collectedAt: number;
  readonly utcOffsetMinutes: number;
  readonly collectedIn: 'winpe' | 'windows';
  readonly architecture: 'x86' | 'x64' | 'arm64';
  readonly memoryGb: number | undefined;
  readonly processor: string | undefined;
  readonly disks: readonly HashDisk[];
  /** The MAC addresses of its network adapters. */
  readonly networkAdapters: readonly string[];
  /** Records added at the end of the chain. */
  readonly more: readonly HashRecord[];
}

/**
 * The 4,000 characters of an intact 4K hash, always the same for the same contents.
 *
 * What is not given is that of a healthy machine; its UUID, TPM key and product key id follow from its serial number, so that
 * two hashes with one serial number are two collections from one machine.
 */
export function hardwareHash(contents: Partial<HashContents> = {}): string {
  return hashText(hashBytes(hashRecords(contents)));
}

const defaultSerialNumber = '5CG1234ABC';

/** The records of `hardwareHash`, for tests that change some before they put them together. */
export function hashRecords(contents: Partial<HashContents> = {}): readonly HashRecord[] {
  const seed = contents.serialNumber ?? defaultSerialNumber;
  const machine: HashContents = {
    serialNumber: defaultSerialNumber,
    manufacturer: 'Contoso',
    model: 'Contoso Book 14',
    productKeyId: `3305${digits(seed, 9)}`,
    uuid: uuid(seed),
    tpmModulus: tpmModulus(seed),
    tpm: "TPM-Version:2.0 -Level:0-Revision:1.38-VendorID:'IFX '-Firmware:472436.14123008",
    collectedAt: Date.UTC(2025, 2, 14, 9, 26, 53),
    utcOffsetMinutes: 60,
    collectedIn: 'windows',
    architecture: 'x64',
    memoryGb: 16,
    processor: 'Contoso Core 5 1240',
    disks: [{ sizeGb: 477, bus: 17, serialNumber: 'S64DNX0R700001', model: 'CONTOSO NVMe 512' }],
    networkAdapters: ['02:00:00:00:00:01'],
    more: [],
    ...contents,
  };
  return [
    { type: 1, payload: collectionRecord(machine) },
    ...string(4, machine.processor),
    ...(machine.memoryGb === undefined ? [] : [{ type: 5, payload: memoryRecord(machine.memoryGb) }]),
    ...machine.disks.flatMap(diskRecords),
    ...machine.networkAdapters.map(mac => ({ type: 8, payload: networkRecord(mac) })),
    ...(machine.tpmModulus === undefined ? [] : [{ type: 11, payload: offlineDeviceIdRecord(machine.tpmModulus) }]),
    ...(machine.uuid === undefined ? [] : [{ type: 12, payload: uuidRecord(machine.uuid) }]),
    ...string(13, machine.tpm),
    ...string(14, machine.serialNumber),
    ...string(16, machine.manufacturer),
    ...string(17, machine.model),
    ...string(24, machine.productKeyId),
    ...(machine.tpmModulus === undefined ? [] : [{ type: 25, payload: machine.tpmModulus }]),
    ...machine.more,
  ];
}

/** Header, records, trailer with a right SHA-256, zeros up to 3,000 bytes. */
export function hashBytes(records: readonly HashRecord[]): Buffer {
  const chain = records.map(({ type, payload }) => Uint8Array.of(...u16(type), ...u16(payload.length + 4), ...payload));
  const declared = chain.reduce((sum, record) => sum + record.length, 4);
  const bytes = Buffer.alloc(3000);
  bytes.set([0x4f, 0x41, ...u16(declared)]);
  let end = 4;
  for (const record of chain) {
    bytes.set(record, end);
    end += record.length;
  }
  bytes.set([0x43, 0x53, ...u16(36), ...sha256(bytes.subarray(0, end))], end);
  return bytes;
}

/** The bytes in base64. */
export function hashText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

/** A record that holds text in UTF-8, ended by a zero byte. */
export function stringRecord(type: number, text: string): HashRecord {
  return { type, payload: Uint8Array.of(...utf8(text), 0) };
}

/** 256 bytes that are always the same for the same seed. */
export function tpmModulus(seed: string): Uint8Array {
  return Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7].flatMap(part => [...sha256(utf8(`${seed}/TPM/${part}`))]));
}

function string(type: number, text: string | undefined): readonly HashRecord[] {
  return text === undefined ? [] : [stringRecord(type, text)];
}

function collectionRecord(machine: HashContents): Uint8Array {
  return Uint8Array.of(
    ...version(10, 0, 22621, 3672),
    ...version(10, 0, 22631, 3737),
    ...u32((machine.collectedAt - Date.UTC(2000, 0, 1)) / 1000),
    (machine.utcOffsetMinutes / 15) & 0xff,
    machine.collectedIn === 'winpe' ? 1 : 2,
    { x86: 0, x64: 9, arm64: 12 }[machine.architecture],
    9,
  );
}

function memoryRecord(gigabytes: number): Uint8Array {
  return Uint8Array.of(...u64(gigabytes), ...u64(64), ...u16(2), ...u16(1), 3);
}

function diskRecords(disk: HashDisk): readonly HashRecord[] {
  return [
    { type: 6, payload: Uint8Array.of(...u64(disk.sizeGb), ...u16(disk.bus), 0, 0) },
    { type: 7, payload: utf8(`${disk.serialNumber}|${disk.model}|`) },
  ];
}

function networkRecord(mac: string): Uint8Array {
  return Uint8Array.of(...u16(14), 0, 0, ...mac.split(':').map(part => Number.parseInt(part, 16)), ...u32(0));
}

function offlineDeviceIdRecord(modulus: Uint8Array): Uint8Array {
  return Uint8Array.of(...u32(0), ...u16(1), ...u32(32), ...sha256(modulus));
}

/** The first three groups stand with their bytes turned round, as in .NET's `Guid`. */
function uuidRecord(text: string): Uint8Array {
  const bytes = Buffer.from(text.replaceAll('-', ''), 'hex');
  const group = (start: number, end: number) => bytes.subarray(start, end).toReversed();
  return Uint8Array.of(...group(0, 4), ...group(4, 6), ...group(6, 8), ...bytes.subarray(8));
}

function uuid(seed: string): string {
  const hexadecimal = Buffer.from(sha256(utf8(`${seed}/UUID`)).subarray(0, 16)).toString('hex');
  return hexadecimal.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function digits(seed: string, count: number): string {
  return Array.from(sha256(utf8(`${seed}/PKID`)).subarray(0, count), byte => (byte % 9) + 1).join('');
}

function version(major: number, minor: number, build: number, revision: number): readonly number[] {
  return [...u16(minor), ...u16(major), ...u16(revision), ...u16(build)];
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function u16(value: number): readonly number[] {
  return [value & 0xff, (value >>> 8) & 0xff];
}

function u32(value: number): readonly number[] {
  return [...u16(value), ...u16(value >>> 16)];
}

function u64(value: number): readonly number[] {
  return [...u32(value), ...u32(0)];
}
