import { bareHash } from '../hash/bareHash.ts';
import type { HardwareHash } from '../hash/hardwareHash.ts';
import { textField } from '../manifest/manifest.ts';
import type { Device, DeviceTextField } from '../manifest/manifest.ts';
import { isPlaceholder } from './placeholder.ts';
import { productKeyKind } from './productKey.ts';

/** What tells one machine from another, as far as a device holds it. Placeholders, dummies and generic keys are left out. */
export interface Machine extends Labels {
  readonly device: Device;
  /** The hash as written, whatever it is, without blanks. */
  readonly hashText: string | undefined;
  readonly tpmKey: string | undefined;
  readonly uuid: string | undefined;
  readonly collectedAt: number | undefined;
}

/** What is written on a machine. */
export interface Labels {
  readonly serialNumber: Label;
  readonly maker: Label;
  readonly productKey: Label;
}

/** One thing of that, as a person typed it and as it stands inside its hash, if that is intact. */
export interface Label {
  readonly typed: string | undefined;
  readonly inside: string | undefined;
}

/** What shows that two devices are one machine, and the value that shows it. */
export interface Evidence {
  readonly by: 'hash-text' | 'tpm-key' | 'serial-number' | 'product-key';
  readonly field: Extract<DeviceTextField, 'hardwareHash' | 'serialNumber' | 'productKey'>;
}

/** What is written on the machine of a device. `hash` is the device's own; `undefined` where it has none. */
export function labelsOf(device: Device, hash: HardwareHash | undefined): Labels {
  const facts = hash?.is === 'intact' ? hash.facts : undefined;
  const typed = (name: DeviceTextField) => textField(device, name)?.text;
  return {
    serialNumber: { typed: real(typed('serialNumber')), inside: real(facts?.serialNumber) },
    maker: { typed: real(typed('oemManufacturerName')), inside: real(facts?.manufacturer) },
    productKey: { typed: sound(typed('productKey')), inside: sound(facts?.productKeyId) },
  };
}

/** The device's hash as written, whatever it is, without blanks. */
export function textOfHash(device: Device, hash: HardwareHash | undefined): string | undefined {
  const field = textField(device, 'hardwareHash');
  return field && bareHash(field.text, hash);
}

/** `hash` is the device's own; `undefined` where it has none. */
export function machineOf(device: Device, hash: HardwareHash | undefined): Machine {
  const facts = hash?.is === 'intact' ? hash.facts : undefined;
  return {
    device,
    hashText: textOfHash(device, hash),
    tpmKey: facts?.tpmKey,
    uuid: facts?.isUuidDummy === false ? facts.uuid : undefined,
    collectedAt: facts?.collectedAt,
    ...labelsOf(device, hash),
  };
}

/** What a label says: two values where the typed one and the one inside the hash differ. */
export function valuesOf({ typed, inside }: Label): readonly string[] {
  const values = typed === undefined ? [] : [typed];
  if (inside !== undefined && inside !== typed) values.push(inside);
  return values;
}

/** Hashes of the same text have the same TPM key, if any, and comparing that costs less. */
export function textKeyOf({ hashText, tpmKey }: Machine): string | undefined {
  return tpmKey === undefined ? hashText : undefined;
}

/** A serial number and a maker each, without ambiguity in what belongs to which. */
export function namesOf(machine: Machine): readonly string[] {
  const makers = valuesOf(machine.maker);
  return valuesOf(machine.serialNumber).flatMap(serialNumber =>
    makers.map(maker => JSON.stringify([serialNumber, maker])),
  );
}

/** What in `machine`, its hash before what is typed, shows that `other` is the same; `undefined` where nothing does. */
export function evidenceOf(machine: Machine, other: Machine): Evidence | undefined {
  if (agree(machine.hashText, other.hashText)) return { by: 'hash-text', field: 'hardwareHash' };
  if (agree(machine.tpmKey, other.tpmKey)) return { by: 'tpm-key', field: 'hardwareHash' };

  const { serialNumber, productKey } = machine;
  const areNamesakes = share(machine.maker, other.maker) && !haveTwoBoards(machine, other);
  if (areNamesakes && says(other.serialNumber, serialNumber.inside))
    return { by: 'serial-number', field: 'hardwareHash' };
  if (says(other.productKey, productKey.inside)) return { by: 'product-key', field: 'hardwareHash' };
  if (areNamesakes && says(other.serialNumber, serialNumber.typed))
    return { by: 'serial-number', field: 'serialNumber' };
  if (says(other.productKey, productKey.typed)) return { by: 'product-key', field: 'productKey' };
  return undefined;
}

function real(label: string | undefined): string | undefined {
  return label === undefined || isPlaceholder(label) ? undefined : label;
}

export function sound(productKey: string | undefined): string | undefined {
  return productKey !== undefined && productKeyKind(productKey) === 'pkid' ? productKey : undefined;
}

function haveTwoBoards(a: Machine, b: Machine): boolean {
  return differ(a.tpmKey, b.tpmKey) || differ(a.uuid, b.uuid);
}

function share(a: Label, b: Label): boolean {
  return says(b, a.typed) || says(b, a.inside);
}

function says(label: Label, value: string | undefined): boolean {
  return agree(label.typed, value) || agree(label.inside, value);
}

function agree(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a === b;
}

function differ(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}
