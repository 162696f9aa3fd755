import { withoutBlanks } from '../blanks.ts';
import { isDummyUuid } from '../hash/dummyUuid.ts';
import type { HashFacts } from '../hash/hardwareHash.ts';
import { textField } from '../manifest/manifest.ts';
import type { Device, DeviceTextField } from '../manifest/manifest.ts';
import { isPlaceholder } from './placeholder.ts';
import { productKeyKind } from './productKey.ts';
import type { RuleContext } from './rule.ts';

/** What tells one machine from another, as far as a device holds it. Placeholders, dummies and generic keys are left out. */
export interface Machine {
  readonly device: Device;
  /** The hash as written, whatever it is, without blanks. */
  readonly hashText: string | undefined;
  readonly tpmKey: string | undefined;
  readonly uuid: string | undefined;
  readonly collectedAt: number | undefined;
  /** What stands inside the hash, if it is intact. */
  readonly inside: MachineLabels;
  readonly typed: MachineLabels;
}

/** What maker and firmware wrote on a machine. */
export interface MachineLabels {
  readonly serialNumber: string | undefined;
  readonly maker: string | undefined;
  readonly productKey: string | undefined;
}

/** What shows that two devices are one machine, and the value that shows it. */
export interface Evidence {
  readonly by: 'hash-text' | 'tpm-key' | 'serial-number' | 'product-key';
  readonly field: Extract<DeviceTextField, 'hardwareHash' | 'serialNumber' | 'productKey'>;
}

export function machineOf(device: Device, context: RuleContext): Machine {
  const hashText = textField(device, 'hardwareHash')?.text;
  const hash = context.hashOf(device);
  const facts: Partial<HashFacts> = hash?.is === 'intact' ? hash.facts : {};
  return {
    device,
    hashText: hashText === undefined ? undefined : withoutBlanks(hashText),
    tpmKey: facts.tpmKey,
    uuid: facts.uuid === undefined || isDummyUuid(facts.uuid) ? undefined : facts.uuid,
    collectedAt: facts.collectedAt,
    inside: labels(facts.serialNumber, facts.manufacturer, facts.productKeyId),
    typed: labels(
      textField(device, 'serialNumber')?.text,
      textField(device, 'oemManufacturerName')?.text,
      textField(device, 'productKey')?.text,
    ),
  };
}

/** The serial numbers, makers or product keys of a machine: two where the typed one and the one inside the hash differ. */
export function known(machine: Machine, label: keyof MachineLabels): readonly string[] {
  return [...new Set([machine.typed[label], machine.inside[label]])].filter(value => value !== undefined);
}

/** What in `machine`, its hash before what is typed, shows that `other` is the same; `undefined` where nothing does. */
export function evidenceOf(machine: Machine, other: Machine): Evidence | undefined {
  if (agree(machine.hashText, other.hashText)) return { by: 'hash-text', field: 'hardwareHash' };
  if (agree(machine.tpmKey, other.tpmKey)) return { by: 'tpm-key', field: 'hardwareHash' };

  const { inside, typed } = machine;
  const serials = haveOneMaker(machine, other) && !haveTwoBoards(machine, other) ? known(other, 'serialNumber') : [];
  const productKeys = known(other, 'productKey');
  if (isAmong(serials, inside.serialNumber)) return { by: 'serial-number', field: 'hardwareHash' };
  if (isAmong(productKeys, inside.productKey)) return { by: 'product-key', field: 'hardwareHash' };
  if (isAmong(serials, typed.serialNumber)) return { by: 'serial-number', field: 'serialNumber' };
  if (isAmong(productKeys, typed.productKey)) return { by: 'product-key', field: 'productKey' };
  return undefined;
}

function labels(
  serialNumber: string | undefined,
  maker: string | undefined,
  productKey: string | undefined,
): MachineLabels {
  return {
    serialNumber: unlessPlaceholder(serialNumber),
    maker: unlessPlaceholder(maker),
    productKey: ifSound(productKey),
  };
}

function unlessPlaceholder(value: string | undefined): string | undefined {
  return value === undefined || isPlaceholder(value) ? undefined : value;
}

function ifSound(productKey: string | undefined): string | undefined {
  return productKey !== undefined && productKeyKind(productKey) === 'pkid' ? productKey : undefined;
}

function haveOneMaker(a: Machine, b: Machine): boolean {
  return known(a, 'maker').some(maker => known(b, 'maker').includes(maker));
}

function haveTwoBoards(a: Machine, b: Machine): boolean {
  return differ(a.tpmKey, b.tpmKey) || differ(a.uuid, b.uuid);
}

function agree(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a === b;
}

function differ(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

function isAmong(values: readonly string[], value: string | undefined): boolean {
  return value !== undefined && values.includes(value);
}
