import type { Device } from '../manifest/manifest.ts';
import type { Span } from '../manifest/span.ts';

/** Where the device's hardware hash stands; that of a device without one is the device's own place. */
export function hashSpan({ fields, span }: Device): Span {
  return fields.hardwareHash?.span ?? span;
}
