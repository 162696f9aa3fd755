import type { Sha256 } from '../core/sha256.ts';
import { hexadecimal } from '../core/hash/hexadecimal.ts';
import { appendBody } from '../core/upload/requestBody.ts';
import type { UploadDevice } from '../core/upload/uploadDevice.ts';

/**
 * Tells whether a device is still the one that was sent: the first 32 bits of SHA-256 of all that is sent of it.
 *
 * So few bits, because a record must not give away a product key: thousands of keys have the same ones.
 */
export function devicePrint(device: UploadDevice, sha256: Sha256): string {
  return hexadecimal(sha256(appendBody([device])).subarray(0, 4));
}
