import type { JsonValue } from './jsonValue.ts';
import type { Span } from './span.ts';
import type { SyntaxFault } from './syntaxFault.ts';

/** The properties of a device that the service reads as text. */
export const deviceTextFields = [
  'serialNumber',
  'productKey',
  'hardwareHash',
  'oemManufacturerName',
  'modelName',
] as const;

export type DeviceTextField = (typeof deviceTextFields)[number];

/**
 * A property's value as the rules see it.
 *
 * `absent` is `null`, `""` or blanks only; `mistyped` is a value of a type the schema refuses, which no other rule judges.
 * `raw` is the text as written, `text` the same without the blanks around it.
 */
export type Field = { readonly nameSpan: Span; readonly span: Span } & (
  | { readonly is: 'absent' }
  | { readonly is: 'mistyped' }
  | { readonly is: 'text'; readonly raw: string; readonly text: string }
);

export type TextField = Extract<Field, { is: 'text' }>;

/** One property of an object, as written. One whose name or value is missing or cannot be read is left out. */
export interface Property {
  /** The name as written, escapes decoded. */
  readonly name: string;
  /** The name in camelCase if it is known where it stands (camelCase or PascalCase as written), else `undefined`. */
  readonly known: string | undefined;
  /** The name with its quotes. */
  readonly nameSpan: Span;
  readonly value: JsonValue;
}

/** One entry of a device's `policies`, whatever it is. */
export interface PolicyEntry {
  readonly json: JsonValue;
  /** Empty if the entry is no object. */
  readonly properties: readonly Property[];
  /** The policy's category; of a property written twice the last one counts. */
  readonly key: Field | undefined;
  /** The policy's id. */
  readonly value: Field | undefined;
}

/** One device of the batch and where it stands. */
export interface Device {
  /** Position in `devices`, from 0. */
  readonly index: number;
  /** From the opening to behind the closing brace. */
  readonly span: Span;
  /** Every property in text order, repeats and unknown ones included. */
  readonly properties: readonly Property[];
  /** The known text fields; of a property written twice the last one counts. */
  readonly fields: Readonly<Partial<Record<DeviceTextField, Field>>>;
  /** The property `policies`, whatever its value. */
  readonly policies: Property | undefined;
  /** What `policies` holds, in text order; empty if it is no array. */
  readonly policyEntries: readonly PolicyEntry[];
}

/** What could be read of a manifest but for its devices. */
export interface ManifestFrame {
  readonly text: string;
  /** `undefined` where the text holds no value. */
  readonly root: JsonValue | undefined;
  /** The root's span; where there is no root, that of the whole text. */
  readonly span: Span;
  /**
   * Whether what seems to be missing from the root is missing: `false` if the root is no object, or if a syntax fault
   * outside the devices may hide some of it.
   */
  readonly intact: boolean;
  /** Every property of the root in text order. */
  readonly properties: readonly Property[];
  readonly customerId: Field | undefined;
  readonly batchId: Field | undefined;
  /** The property `devices`, whatever its value; of a property written twice the last one counts. */
  readonly devicesProperty: Property | undefined;
  /** What stands among the devices and is no object. */
  readonly strays: readonly JsonValue[];
  /** How many objects `devices` holds, the broken ones included. */
  readonly deviceCount: number;
  /** In reading order. */
  readonly syntaxFaults: readonly SyntaxFault[];
}

/** What could be read of a manifest. Devices that a syntax fault touches are left out. */
export interface Manifest extends ManifestFrame {
  readonly devices: readonly Device[];
}

/** The device's text field if it holds text; `undefined` if it is missing, absent or of a wrong type. */
export function textField(device: Device, name: DeviceTextField): TextField | undefined {
  const field = device.fields[name];
  return field?.is === 'text' ? field : undefined;
}
