import type { UploadDevice } from './uploadDevice.ts';

/** How much of a hardware hash is shown anywhere. */
const shownHash = 12;

/** How much of a product key is shown: enough to tell two apart, too little to use one. */
const shownKey = 4;

/** The device as it may be shown: its hash cut behind twelve characters, its product key down to the last four. */
export function shortenedDevice(device: UploadDevice): UploadDevice {
  const { hardwareHash, productKey } = device;
  return {
    ...device,
    ...(hardwareHash !== undefined && hardwareHash.length > shownHash
      ? { hardwareHash: `${hardwareHash.slice(0, shownHash)}…` }
      : {}),
    ...(productKey === undefined
      ? {}
      : { productKey: `…${productKey.length > shownKey ? productKey.slice(-shownKey) : ''}` }),
  };
}
