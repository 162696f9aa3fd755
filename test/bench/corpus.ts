import { hardwareHash } from '../support/hashBuilder.ts';

/** What a manifest to measure is like. */
export interface Kind {
  readonly devices: number;
  /** Whether each device has a hardware hash of 4,000 characters. */
  readonly hashes: boolean;
  /** Whether one device in a hundred has a number for its model name, and its hash, if it has one, is altered. */
  readonly faults: boolean;
}

/** The text of a manifest, always the same for its kind, as JSON.stringify prints it. */
export function manifestText(kind: Kind): string {
  const devices = Array.from({ length: kind.devices }, (_, index) => device(index, kind));
  return JSON.stringify({ batchId: 'Berlin', devices }, null, 2);
}

/** How many devices of a manifest of this kind have faults. */
export function faultyDevices({ devices, faults }: Kind): number {
  return faults ? Array.from({ length: devices }, (_, index) => index).filter(isFaulty).length : 0;
}

/** A device as it stands in the list, the text behind its name for its place included. */
export function deviceText(index: number, hashes: boolean): string {
  return JSON.stringify(device(index, { hashes, faults: false }), null, 2).replaceAll('\n', '\n    ');
}

function device(index: number, { hashes, faults }: Omit<Kind, 'devices'>): Readonly<Record<string, unknown>> {
  const serialNumber = `5CG${1_000_000 + index}`;
  const isBad = faults && isFaulty(index);
  return {
    serialNumber,
    ...(hashes ? { hardwareHash: isBad ? altered(hashOf(serialNumber)) : hashOf(serialNumber) } : {}),
    oemManufacturerName: 'Contoso',
    modelName: isBad ? 42 : 'Contoso Book 14',
  };
}

function isFaulty(index: number): boolean {
  return index % 100 === 5;
}

const hashes = new Map<string, string>();

function hashOf(serialNumber: string): string {
  const hash = hashes.get(serialNumber) ?? hardwareHash({ serialNumber });
  hashes.set(serialNumber, hash);
  return hash;
}

/** With another letter in the middle of the TPM key: only the SHA-256 tells. */
function altered(hash: string): string {
  const at = 1000;
  return `${hash.slice(0, at)}${hash[at] === 'A' ? 'B' : 'A'}${hash.slice(at + 1)}`;
}
