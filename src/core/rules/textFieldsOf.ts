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
  return names
    .flatMap(name => {
      const field = textField(device, name);
      return field === undefined ? [] : [{ name, field }];
    })
    .toSorted((a, b) => a.field.span.start - b.field.span.start);
}
