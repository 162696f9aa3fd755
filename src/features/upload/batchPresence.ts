import { ApiError } from '../../api/apiError.ts';
import type { PartnerCenterClient } from '../../api/partnerCenterClient.ts';
import type { DeviceIdentity } from '../../core/upload/deviceIdentity.ts';
import type { ListedDevice } from '../../core/upload/listedDevice.ts';
import { presenceOf } from '../../core/upload/presence.ts';
import { lacksRole } from './resolveCustomer.ts';

/** How many of the devices are in the batch already. */
export type BatchPresence =
  | { readonly is: 'new-batch' }
  /** `untold` devices were not found, and could not be. */
  | { readonly is: 'counted'; readonly already: number; readonly untold: number }
  /** This account may not read what is in the batch. */
  | { readonly is: 'refused' };

/**
 * Counts which of the devices an existing batch lists.
 *
 * @throws {ApiError} if the service cannot be asked.
 * @throws the signal's reason when it is aborted.
 */
export async function batchPresence(
  devices: readonly DeviceIdentity[],
  batch: { readonly customerId: string; readonly batchId: string },
  client: Pick<PartnerCenterClient, 'batchDevices'>,
  signal: AbortSignal,
): Promise<BatchPresence> {
  const listed = await listedDevices(batch, client, signal);
  if (listed === 'refused') {
    return { is: 'refused' };
  }
  const presences = presenceOf(devices, listed);
  return {
    is: 'counted',
    already: presences.filter(presence => presence === 'listed').length,
    untold: presences.filter(presence => presence === 'untold').length,
  };
}

async function listedDevices(
  { customerId, batchId }: { readonly customerId: string; readonly batchId: string },
  client: Pick<PartnerCenterClient, 'batchDevices'>,
  signal: AbortSignal,
): Promise<readonly ListedDevice[] | 'refused'> {
  try {
    return await client.batchDevices(customerId, batchId, signal);
  } catch (error) {
    if (ApiError.is(error, 'forbidden') && lacksRole(error.failure.answer)) {
      return 'refused';
    }
    // A batch that is listed but has no list of devices yet has none.
    if (ApiError.is(error, 'not-found')) {
      return [];
    }
    throw error;
  }
}
