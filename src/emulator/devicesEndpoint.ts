import { type Answer, fault, json } from './answer.ts';
import { continuationOf, continuationToken } from './continuation.ts';
import type { RegisteredDevice, Registry } from './registry.ts';
import { wireDate } from './wireDate.ts';

/** Source: Partner Center developer documentation, "Get a list of devices for the specified batch and customer". */
const pageSize = 100;

/**
 * Lists the devices that a batch registered, page by page. A device shows what was typed in for it, never its hash, so
 * one that was sent as a hash alone has nothing but an id.
 */
export function listDevices(
  registry: Registry,
  batch: { readonly customerId: string; readonly batchId: string },
  continuation: string | undefined,
): Answer {
  const offset = continuation === undefined ? 0 : continuationOf(continuation)?.offset;
  if (offset === undefined) {
    return fault(400, '800002', 'Invalid request input: the continuation token is not valid.');
  }
  const devices = registry
    .devices()
    .filter(({ customerId, batchId }) => customerId === batch.customerId && batchId === batch.batchId);
  const items = devices.slice(offset, offset + pageSize).map(deviceResource);
  const next = offset + pageSize;
  return json(200, {
    totalCount: items.length,
    items,
    ...(next < devices.length && {
      continuationToken: continuationToken({ offset: next, size: pageSize, filter: '' }),
    }),
    attributes: { objectType: 'Collection' },
  });
}

function deviceResource({ id, sent, registeredAt }: RegisteredDevice, index: number): unknown {
  const { serialNumber, productKey, modelName, oemManufacturerName, policies } = sent;
  return {
    id,
    serialNumber,
    productKey,
    modelName,
    oemManufacturerName,
    policies: policies ?? [{ key: 'o_o_b_e', value: null }],
    uploadedDate: wireDate.withOffset(registeredAt),
    // The documentation's example spells the name with a leading blank in the first item of its page.
    [index === 0 ? ' attributes' : 'attributes']: { objectType: 'Device' },
  };
}
