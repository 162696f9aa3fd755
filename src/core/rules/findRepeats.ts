import type { Manifest } from '../manifest/manifest.ts';
import type { Span } from '../manifest/span.ts';
import { evidenceOf, known, machineOf } from './machine.ts';
import type { Evidence, Machine } from './machine.ts';
import type { RuleContext } from './rule.ts';

/** A device whose machine stands in the batch before. */
export interface Repeat {
  /** `undefined` where serial number and maker agree, but the boards differ. */
  readonly evidence: Evidence | undefined;
  readonly device: RepeatedDevice;
  /** The earliest device that is the same machine. */
  readonly first: RepeatedDevice;
  /** Which of the two hashes was collected later; `undefined` where a time is unknown or both are the same. */
  readonly newer: 'device' | 'first' | undefined;
}

export interface RepeatedDevice {
  readonly index: number;
  /** The value that agrees with the other's. */
  readonly span: Span;
}

/**
 * Finds every device whose machine stands in the batch before, in one pass however many there are.
 *
 * A device that has a duplicate before it is no repaired one, so that each comes once at most.
 */
export function* findRepeats(manifest: Manifest, context: RuleContext): Iterable<Repeat> {
  const seen = new SeenMachines();
  for (const device of manifest.devices) {
    const machine = machineOf(device, context);
    const first = seen.earliestDuplicate(machine) ?? seen.earliestNamesake(machine);
    if (first !== undefined) yield repeatOf(machine, first);
    seen.add(machine);
  }
}

function repeatOf(machine: Machine, first: Machine): Repeat {
  const evidence = evidenceOf(machine, first);
  return {
    evidence,
    device: { index: machine.device.index, span: spanOf(machine, evidence) },
    first: { index: first.device.index, span: spanOf(first, evidenceOf(first, machine)) },
    newer: newerOf(machine.collectedAt, first.collectedAt),
  };
}

/** Boards are known from hashes only. */
function spanOf({ device }: Machine, evidence: Evidence | undefined): Span {
  return device.fields[evidence?.field ?? 'hardwareHash']?.span ?? device.span;
}

function newerOf(deviceTime: number | undefined, firstTime: number | undefined): Repeat['newer'] {
  if (deviceTime === undefined || firstTime === undefined || deviceTime === firstTime) return undefined;
  return deviceTime > firstTime ? 'device' : 'first';
}

/** Stands in a name's key for a TPM key or UUID of any value, and for none. */
const anyBoard = '*';
const noBoard = '-';

/** Remembers the earliest machine of every key: its size grows with the number of devices, never with that of pairs. */
class SeenMachines {
  readonly #byHashText = new Map<string, Machine>();
  readonly #byKey = new Map<string, Machine>();

  add(machine: Machine): void {
    const { hashText } = machine;
    if (hashText !== undefined && !this.#byHashText.has(hashText)) this.#byHashText.set(hashText, machine);
    for (const key of sureKeys(machine)) this.#remember(key, machine);
    for (const key of this.#nameKeys(machine, part => [part ?? noBoard, anyBoard])) this.#remember(key, machine);
  }

  earliestDuplicate(machine: Machine): Machine | undefined {
    const { hashText } = machine;
    return earliest([
      hashText === undefined ? undefined : this.#byHashText.get(hashText),
      ...this.#find(sureKeys(machine)),
      ...this.#find(this.#nameKeys(machine, part => (part === undefined ? [anyBoard] : [part, noBoard]))),
    ]);
  }

  /** The earliest of the same serial number and maker, whatever its board. */
  earliestNamesake(machine: Machine): Machine | undefined {
    return earliest(this.#find(this.#nameKeys(machine, () => [anyBoard])));
  }

  #remember(key: string, machine: Machine): void {
    if (!this.#byKey.has(key)) this.#byKey.set(key, machine);
  }

  #find(keys: readonly string[]): readonly (Machine | undefined)[] {
    return keys.map(key => this.#byKey.get(key));
  }

  /** Serial number, maker, TPM key and UUID in one key, for every way in which `spellings` puts the last two. */
  #nameKeys(machine: Machine, spellings: (part: string | undefined) => readonly string[]): readonly string[] {
    const boards = spellings(this.#shortTpmKey(machine)).flatMap(tpmKey =>
      spellings(machine.uuid).map(uuid => `${tpmKey}/${uuid}`),
    );
    return known(machine, 'serialNumber').flatMap(serialNumber =>
      known(machine, 'maker').flatMap(maker => {
        const name = JSON.stringify([serialNumber, maker]);
        return boards.map(board => `${name}${board}`);
      }),
    );
  }

  /** A TPM key has 512 characters; the index of the first device that has it stands for it. */
  #shortTpmKey({ device, tpmKey }: Machine): string | undefined {
    if (tpmKey === undefined) return undefined;
    return String((this.#byKey.get(tpmKeyKey(tpmKey))?.device ?? device).index);
  }
}

/** What is enough by itself to know a machine again, beside the hash's text. */
function sureKeys(machine: Machine): readonly string[] {
  const productKeys = known(machine, 'productKey').map(key => `product key ${key}`);
  return machine.tpmKey === undefined ? productKeys : [...productKeys, tpmKeyKey(machine.tpmKey)];
}

function tpmKeyKey(tpmKey: string): string {
  return `TPM key ${tpmKey}`;
}

function earliest(machines: readonly (Machine | undefined)[]): Machine | undefined {
  return machines
    .filter(machine => machine !== undefined)
    .toSorted((a, b) => a.device.index - b.device.index)
    .at(0);
}
