import type { UploadDevice } from './uploadDevice.ts';

const encoder = new TextEncoder();
const base64 = /^[A-Za-z0-9+/=]*$/;

/**
 * The body of the request that creates a batch, in UTF-8: DeviceBatchCreationRequest with the names and the order of the
 * documented example (Partner Center REST, "Upload a list of devices to create a new batch"), less every absent member.
 */
export function createBody(batchId: string, devices: readonly UploadDevice[]): Uint8Array {
  const [head, tail] = createFrame(batchId);
  return join(head, devices, tail);
}

/** The body of the request that adds devices to a batch, in UTF-8: the bare array (same source, "Upload a list of devices to an existing batch"). */
export function appendBody(devices: readonly UploadDevice[]): Uint8Array {
  return join(appendFrame[0], devices, appendFrame[1]);
}

/** How many bytes `createBody` has around its devices. */
export function createFrameBytes(batchId: string): number {
  return byteLength(createFrame(batchId).join(''));
}

/** What the body that adds devices has before and behind them. */
export const appendFrame = ['[', ']'] as const;

/** How many bytes `appendBody` has around its devices. */
export const appendFrameBytes = appendFrame.join('').length;

/** How many bytes the device has in either body, without the comma that parts it from the next. */
export function deviceBytes(device: UploadDevice): number {
  const { hardwareHash } = device;
  // The hash is nearly all of a device. One that JSON writes as it is need not be written to be measured.
  return hardwareHash !== undefined && base64.test(hardwareHash)
    ? byteLength(deviceJson({ ...device, hardwareHash: '' })) + hardwareHash.length
    : byteLength(deviceJson(device));
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
  const policies = device.policies ?? [];
  return JSON.stringify({
    SerialNumber: device.serialNumber,
    ProductKey: device.productKey,
    HardwareHash: device.hardwareHash,
    ModelName: device.modelName,
    OemManufacturerName: device.oemManufacturerName,
    Policies: policies.length > 0 ? policies.map(({ key, value }) => ({ Key: key, Value: value })) : undefined,
    Attributes: { ObjectType: 'Device' },
  });
}

/** Encodes device by device: the text of a whole part never exists. */
function join(head: string, devices: readonly UploadDevice[], tail: string): Uint8Array {
  const pieces = [encoder.encode(head)];
  for (const [index, device] of devices.entries()) {
    pieces.push(encoder.encode(index === 0 ? deviceJson(device) : `,${deviceJson(device)}`));
  }
  pieces.push(encoder.encode(tail));
  const body = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    body.set(piece, offset);
    offset += piece.length;
  }
  return body;
}

function byteLength(text: string): number {
  return encoder.encode(text).length;
}
