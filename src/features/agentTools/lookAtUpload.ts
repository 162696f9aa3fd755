import type { PartnerCenterClient } from '../../api/partnerCenterClient.ts';
import { partIdentities } from '../../uploads/recordedDevices.ts';
import { after } from '../../uploads/uploadMachine.ts';
import type { UploadRecord } from '../../uploads/uploadRecord.ts';

/** More requests than a look is worth; what is beyond stays as it was recorded. */
const mostRequests = 20;

export interface LookPorts {
  readonly client: Pick<PartnerCenterClient, 'jobStatus'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * What an upload is by the service's present answers. It reads and keeps nothing: the upload's own run does.
 *
 * @throws what the client throws.
 */
export async function lookAtUpload(
  record: UploadRecord,
  { client, now }: LookPorts,
  signal: AbortSignal,
): Promise<UploadRecord> {
  const open = record.parts.flatMap((part, index) =>
    part.is === 'accepted' && (part.job.is === 'watched' || part.job.is === 'unwatched')
      ? [{ part, index, trackingId: part.job.trackingId }]
      : [],
  );
  let looked = record;
  for (const { part, index, trackingId } of open.slice(0, mostRequests)) {
    const { report } = await client.jobStatus({ customerId: record.customer.id, trackingId }, signal);
    const devices = partIdentities(record, part, undefined);
    looked = after(looked, { is: 'reported', at: now(), part: index, report, devices });
  }
  return looked;
}
