import type { DeviceReader } from './deviceReader.ts';
import type { Device } from './manifest.ts';
import type { Span } from './span.ts';

/** A device of which most often nobody asks more than where it stands: its insides are read when they are looked at. */
export class LazyDevice implements Device {
  readonly index: number;
  readonly span: Span;
  readonly #reader: DeviceReader;
  #read: Device | undefined;

  constructor(reader: DeviceReader, span: Span, index: number) {
    this.index = index;
    this.span = span;
    this.#reader = reader;
  }

  get properties(): Device['properties'] {
    return this.#inside.properties;
  }

  get fields(): Device['fields'] {
    return this.#inside.fields;
  }

  get policies(): Device['policies'] {
    return this.#inside.policies;
  }

  get policyEntries(): Device['policyEntries'] {
    return this.#inside.policyEntries;
  }

  get #inside(): Device {
    return (this.#read ??= this.#reader.read(this.span, this.index));
  }
}
