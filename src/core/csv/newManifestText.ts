import { type DeviceValues, deviceListText } from './deviceText.ts';

export interface NewManifest {
  readonly batchId: string;
  /** The customer that the manifest is pinned to; without it the upload asks. */
  readonly customerId?: string;
  readonly devices: readonly DeviceValues[];
}

/** The text of a manifest with these devices, indented by two blanks. */
export function newManifestText({ batchId, customerId, devices }: NewManifest): string {
  const unit = '  ';
  const members = [
    ...(customerId === undefined ? [] : [`"customerId": ${JSON.stringify(customerId)}`]),
    `"batchId": ${JSON.stringify(batchId)}`,
    `"devices": ${devices.length === 0 ? '[]' : deviceListText(devices, { lineBreak: '\n', indent: unit, unit })}`,
  ];
  return `{\n${members.map(member => unit + member).join(',\n')}\n}\n`;
}
