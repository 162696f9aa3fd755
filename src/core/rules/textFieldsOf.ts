import { textField } from '../manifest/manifest.ts';
import type { Device, DeviceTextField, TextField } from '../manifest/manifest.ts';

export interface NamedTextField<Name extends DeviceTextField> {
  readonly name: Name;
  readonly field: TextField;
}

/** Those of the device's fields that hold text, in the order in which the text has them. */
export function textFieldsOf<Name extends DeviceTextField>(
  device: Device,
  names: readonly Name[],
): readonly NamedTextField<Name>[] {
  const found: NamedTextField<Name>[] = [];
  for (const name of names) {
    const field = textField(device, name);
    if (field !== undefined) found.push({ name, field });
  }
  return found.sort((a, b) => a.field.span.start - b.field.span.start);
}
