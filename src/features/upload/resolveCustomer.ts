import type * as vscode from 'vscode';

import { ApiError } from '../../api/apiError.ts';
import type { PartnerCenterClient } from '../../api/partnerCenterClient.ts';
import { readGuid } from '../../core/guid.ts';
import type { DeviceBatch } from '../../core/upload/batchOf.ts';
import { readCustomerId } from '../../platform/settings.ts';
import type { RecordedCustomer } from '../../uploads/uploadRecord.ts';
import { pickCustomer } from './pickCustomer.ts';

/** Whose devices they will be, as far as the service told. */
export interface ResolvedCustomer extends RecordedCustomer {
  /** Whether the service confirmed the customer, or would not tell this account about customers. */
  readonly lookup: 'confirmed' | 'refused';
}

export interface ResolveCustomerDeps {
  readonly client: PartnerCenterClient;
  /** Customers that were uploaded for before, latest first. */
  readonly recent: readonly RecordedCustomer[];
}

/**
 * The customer that the manifest pins, else the one of the setting, else the user's pick; confirmed by the service.
 *
 * @throws {ApiError} if the service knows no such customer, or cannot be asked.
 * @throws {vscode.CancellationError} when nothing is picked.
 */
export async function resolveCustomer(
  { customerId }: DeviceBatch,
  document: vscode.Uri,
  { client, recent }: ResolveCustomerDeps,
  signal: AbortSignal,
): Promise<ResolvedCustomer> {
  const given = customerId ?? readGuid(readCustomerId(document) ?? '');
  const id = given ?? (await pickCustomer(client, recent, signal)).id;
  try {
    return { ...(await client.customer(id, signal)), lookup: 'confirmed' };
  } catch (error) {
    // Reading customers takes other roles than registering devices.
    if (ApiError.is(error, 'forbidden')) {
      return { id, lookup: 'refused' };
    }
    throw error;
  }
}
