import { isVisibleAscii } from '../blanks.ts';
import { textFieldOf } from './field.ts';
import { type Device, type DeviceTextField, type Field, type Property, deviceTextFields } from './manifest.ts';
import type { Span } from './span.ts';
import type { TextSource } from './textSource.ts';

/** Where a text field of a device stands, and what it is made of. */
export class ScannedField {
  readonly name: DeviceTextField;
  isThere = false;
  /** Of the name's opening quote. */
  nameStart = 0;
  /** Of the value's first character. */
  start = 0;
  /** Of the value's closing quote. */
  end = 0;
  /** The fingerprint of the value, if that is ASCII; not of a hardware hash. */
  fingerprint = 0;
  /** The kinds of the value's characters; not of a hardware hash. See `characterKinds.ts`. */
  kinds = 0;

  constructor(name: DeviceTextField) {
    this.name = name;
  }

  text(source: TextSource): string {
    return source.slice(this.start, this.end);
  }

  get nameSpan(): Span {
    return { start: this.nameStart, end: this.nameStart + this.name.length + 2 };
  }

  get span(): Span {
    return { start: this.start - 1, end: this.end + 1 };
  }
}

/**
 * A device that has nothing but text fields, each once and written without escapes: where its parts stand. There are
 * thousands, and one object serves for all of them.
 */
export class ScannedDevice {
  start = 0;
  end = 0;
  readonly serialNumber = new ScannedField('serialNumber');
  readonly productKey = new ScannedField('productKey');
  readonly hardwareHash = new ScannedField('hardwareHash');
  readonly oemManufacturerName = new ScannedField('oemManufacturerName');
  readonly modelName = new ScannedField('modelName');
  readonly #fields: readonly ScannedField[] = deviceTextFields.map(name => this[name]);

  clear(start: number): void {
    this.start = start;
    for (const field of this.#fields) field.isThere = false;
  }

  /** Whether the hardware hash, if it is there, has neither escapes nor what JSON refuses in a string. */
  hasPlainHash(source: TextSource): boolean {
    if (!this.hardwareHash.isThere) return true;
    const text = this.hardwareHash.text(source);
    return !text.includes('\\') && isVisibleAscii(text);
  }

  /** The device that stands there in `source`, to be kept. */
  toDevice(source: TextSource, index: number): Device {
    const fields: Partial<Record<DeviceTextField, Field>> = {};
    for (const field of this.#fields) {
      if (field.isThere) fields[field.name] = textFieldOf(field.nameSpan, field.span, field.text(source));
    }
    return new TextDevice({ start: this.start, end: this.end }, fields, index, source);
  }
}

/** Its properties say nothing that its fields do not: only few of those who ask for fields ask for them too. */
class TextDevice implements Device {
  readonly span: Span;
  readonly fields: Device['fields'];
  readonly index: number;
  readonly policies = undefined;
  readonly policyEntries = [];
  readonly #source: TextSource;
  #properties: readonly Property[] | undefined;

  constructor(span: Span, fields: Device['fields'], index: number, source: TextSource) {
    this.span = span;
    this.fields = fields;
    this.index = index;
    this.#source = source;
  }

  get properties(): readonly Property[] {
    return (this.#properties ??= this.#readProperties());
  }

  #readProperties(): readonly Property[] {
    return deviceTextFields
      .flatMap(known => {
        const field = this.fields[known];
        return field === undefined ? [] : [propertyOf(known, field, this.#source)];
      })
      .sort((a, b) => a.nameSpan.start - b.nameSpan.start);
  }
}

function propertyOf(known: DeviceTextField, { nameSpan, span }: Field, source: TextSource): Property {
  const name = source.slice(nameSpan.start + 1, nameSpan.end - 1);
  const text = source.slice(span.start + 1, span.end - 1);
  return { name, known, nameSpan, value: { type: 'string', text, span } };
}
