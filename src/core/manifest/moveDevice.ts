import type { Device } from './manifest.ts';
import { moveSpans } from './mapSpans.ts';
import type { Span } from './span.ts';

/** The device as it was read, `by` characters further on and at another position. */
export function moveDevice(device: Device, by: number, index: number): Device {
  return by === 0 && index === device.index ? device : new MovedDevice(device, by, index);
}

/** Most devices behind a change are never looked at: their insides move when they are. */
class MovedDevice implements Device {
  readonly index: number;
  readonly span: Span;
  readonly #device: Device;
  readonly #by: number;
  #moved: Device | undefined;

  constructor(device: Device, by: number, index: number) {
    this.index = index;
    this.span = moveSpans(device.span, by);
    this.#device = device;
    this.#by = by;
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
    return (this.#moved ??= moveSpans(this.#device, this.#by));
  }
}
