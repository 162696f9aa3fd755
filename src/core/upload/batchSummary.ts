/** A batch that the service holds for a customer. Everything but its name is optional in the service's answers. */
export interface BatchSummary {
  /** The batch's name in the service's spelling. */
  readonly id: string;
  readonly devicesCount?: number | undefined;
  readonly status?: string | undefined;
  /** Milliseconds since 1970. */
  readonly createdAt?: number | undefined;
  /** The name of the tenant that created it. */
  readonly createdBy?: string | undefined;
}

/**
 * The batch of that name: the one spelled the same, else the first whose name differs by case alone, because the
 * service's own clients compare names without case (Partner Center PowerShell, New-PartnerCustomerDeviceBatch).
 */
export function findBatch(batches: readonly BatchSummary[], batchId: string): BatchSummary | undefined {
  const wanted = batchId.toLowerCase();
  return batches.find(({ id }) => id === batchId) ?? batches.find(({ id }) => id.toLowerCase() === wanted);
}
