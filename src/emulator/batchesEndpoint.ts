import { type Answer, json } from './answer.ts';
import type { Registry } from './registry.ts';
import { wireDate } from './wireDate.ts';

/**
 * Lists a customer's batches, unpaged; the link to a batch's devices is not percent-encoded.
 *
 * Source: Partner Center developer documentation, "Get a list of device batches for the specified customer".
 */
export function listBatches(registry: Registry, customerId: string): Answer {
  const devices = registry.devices();
  const items = registry.batches(customerId).map(({ id, createdAt }) => ({
    id,
    status: 'finished',
    creationDate: wireDate.zoneless(createdAt),
    devicesCount: devices.filter(device => device.customerId === customerId && device.batchId === id).length,
    devicesLink: { uri: `/customers/${customerId}/deviceBatches/${id}/devices`, method: 'GET', headers: [] },
    attributes: { objectType: 'DeviceBatch' },
  }));
  return json(200, { totalCount: items.length, items, attributes: { objectType: 'Collection' } });
}
