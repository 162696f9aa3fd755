import { ApiError, type ServiceAnswer } from '../../api/apiError.ts';
import type { PartnerCenterClient } from '../../api/partnerCenterClient.ts';
import { serviceErrorOf } from '../../core/deviceErrors.ts';
import type { RecordedCustomer } from '../../uploads/uploadRecord.ts';

/** Whose devices they will be, as far as the service told. */
export interface ResolvedCustomer extends RecordedCustomer {
  /** Whether the service confirmed the customer, or would not tell this account about customers. */
  readonly lookup: 'confirmed' | 'refused';
}

/**
 * Has the service confirm a customer.
 *
 * @throws {ApiError} if the service knows no such customer, or cannot be asked.
 * @throws the signal's reason when it is aborted.
 */
export async function resolveCustomer(
  client: Pick<PartnerCenterClient, 'customer'>,
  id: string,
  signal: AbortSignal,
): Promise<ResolvedCustomer> {
  try {
    const { companyName, domain } = await client.customer(id, signal);
    return { id, companyName, domain, lookup: 'confirmed' };
  } catch (error) {
    if (ApiError.is(error, 'forbidden') && lacksRole(error.failure.answer)) {
      return { id, lookup: 'refused' };
    }
    throw error;
  }
}

/** Reading customers takes other roles than registering devices; any other refusal would meet the upload too. */
export function lacksRole(answer: ServiceAnswer): boolean {
  const known = serviceErrorOf(answer);
  return known === undefined || known.nextStep === 'ask-for-role';
}
