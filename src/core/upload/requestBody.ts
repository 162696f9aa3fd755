import type { DeviceTextField } from '../manifest/manifest.ts';
import { isPlain } from './plainDevices.ts';
import type { UploadDevice } from './uploadDevice.ts';
import { utf8, utf8Length } from './utf8.ts';

/** The texts of a device in the order and with the names of the documented example. */
const members: readonly (readonly [field: DeviceTextField, name: string])[] = [
  ['serialNumber', '"SerialNumber":'],
  ['productKey', '"ProductKey":'],
  ['hardwareHash', '"HardwareHash":'],
  ['modelName', '"ModelName":'],
  ['oemManufacturerName', '"OemManufacturerName":'],
];

const noFrame = ['', ''] as const;

/** In UTF-16 units; a hash has 4,000. */
const longText = 256;

/**
 * The body of the request that creates a batch, in UTF-8: DeviceBatchCreationRequest with the names and the order of the
 * documented example (Partner Center REST, "Upload a list of devices to create a new batch"), less every absent member.
 */
export function createBody(batchId: string, devices: readonly UploadDevice[]): Uint8Array {
  return utf8(piecesOf(devices, createFrame(batchId)));
}

/** The body of the request that adds devices to a batch, in UTF-8: the bare array (same source, "Upload a list of devices to an existing batch"). */
export function appendBody(devices: readonly UploadDevice[]): Uint8Array {
  return utf8(piecesOf(devices, appendFrame));
}

/** How many bytes `createBody` has around its devices. */
export function createFrameBytes(batchId: string): number {
  return utf8Length(createFrame(batchId));
}

/** What the body that adds devices has before and behind them. */
export const appendFrame = ['[', ']'] as const;

/** How many bytes `appendBody` has around its devices. */
export const appendFrameBytes = appendFrame.join('').length;

/** How many bytes the device has in either body, without the comma that parts it from the next. */
export function deviceBytes(device: UploadDevice): number {
  return utf8Length(piecesOf([device], noFrame));
}

/** What the body that creates a batch has before and behind its devices, which are parted by commas. */
export function createFrame(batchId: string): readonly [head: string, tail: string] {
  return [
    `{"BatchId":${JSON.stringify(batchId)},"Devices":[`,
    '],"Attributes":{"ObjectType":"DeviceBatchCreationRequest"}}',
  ];
}

/** A device as it stands in either body. */
export function deviceJson(device: UploadDevice): string {
  return piecesOf([device], noFrame).join('');
}

/**
 * Devices, parted by commas, with `head` and `tail` around them, in pieces that are to be joined. What is long and needs no escape
 * is a piece of its own, so that it is never copied before it is encoded.
 */
function piecesOf(devices: readonly UploadDevice[], [head, tail]: readonly [string, string]): readonly string[] {
  const pieces: string[] = [];
  let text = head;
  for (const [index, device] of devices.entries()) {
    const isAsWritten = isPlain(device);
    text += index === 0 ? '{' : ',{';
    for (const [field, name] of members) {
      const value = device[field];
      if (value === undefined) continue;
      if (isAsWritten && value.length > longText) {
        pieces.push(`${text}${name}"`, value);
        text = '",';
      } else if (isAsWritten) {
        text += `${name}"${value}",`;
      } else {
        text += `${name}${JSON.stringify(value)},`;
      }
    }
    text += `${policiesOf(device)}"Attributes":{"ObjectType":"Device"}}`;
  }
  pieces.push(text + tail);
  return pieces;
}

function policiesOf({ policies = [] }: UploadDevice): string {
  return policies.length === 0
    ? ''
    : `"Policies":${JSON.stringify(policies.map(({ key, value }) => ({ Key: key, Value: value })))},`;
}
