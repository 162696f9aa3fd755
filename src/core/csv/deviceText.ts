import { type DeviceTextField, deviceTextFields } from '../manifest/manifest.ts';

/** The values of a device to write; what is missing is left out. */
export type DeviceValues = Readonly<Partial<Record<DeviceTextField, string>>>;

/** How objects are laid out. */
export type ObjectLayout =
  /** On one line, with `blank` behind colons and commas and inside the braces. */
  | { readonly is: 'line'; readonly blank: ' ' | '' }
  /** One property per line; `indent` stands before the braces. */
  | { readonly is: 'block'; readonly lineBreak: string; readonly indent: string; readonly unit: string };

/** The device as JSON, its properties in the order of the service's documentation. */
export function deviceText(device: DeviceValues, layout: ObjectLayout): string {
  const colon = layout.is === 'line' ? `:${layout.blank}` : ': ';
  const members = deviceTextFields.flatMap(field => {
    const value = device[field];
    return value === undefined ? [] : `${JSON.stringify(field)}${colon}${JSON.stringify(value)}`;
  });
  if (layout.is === 'line') {
    return `{${layout.blank}${members.join(`,${layout.blank}`)}${layout.blank}}`;
  }
  const { lineBreak, indent, unit } = layout;
  return `{${lineBreak}${members.map(member => indent + unit + member).join(`,${lineBreak}`)}${lineBreak}${indent}}`;
}

/** An array of devices, one below the other; `indent` stands before its closing bracket. */
export function deviceListText(
  devices: readonly DeviceValues[],
  { lineBreak, indent, unit }: { readonly lineBreak: string; readonly indent: string; readonly unit: string },
): string {
  const inner = indent + unit;
  const items = devices.map(device => inner + deviceText(device, { is: 'block', lineBreak, indent: inner, unit }));
  return `[${lineBreak}${items.join(`,${lineBreak}`)}${lineBreak}${indent}]`;
}
