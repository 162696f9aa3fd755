import type { Cloud } from '../../../api/clouds.ts';
import { requestHeaders } from '../../../api/requestHeaders.ts';
import { type UploadPart, uploadAddress } from '../../../api/uploadRequest.ts';
import type { PlannedPart, UploadPlan } from '../../../core/upload/plan.ts';
import type { AskedUpload } from '../askPartnerCenter.ts';
import type { CustomerChoice } from '../chooseCustomer.ts';
import type { PassedManifest } from '../passGate.ts';

/** An upload that nobody has started. */
export interface PreviewedUpload {
  readonly manifest: PassedManifest;
  readonly choice: CustomerChoice;
  readonly cloud: Cloud;
  /** What Partner Center said about it; `undefined` as long as it was not asked. */
  readonly asked: AskedUpload | undefined;
  /** As Partner Center makes it, else as if there were no such batch yet. */
  readonly plan: UploadPlan;
}

/** One request of an upload as it would go out, but for its token. */
export interface PreviewedRequest {
  readonly part: PlannedPart;
  /** What is sent to whom; the customer is `{customer-id}` as long as it is not known. */
  readonly sent: UploadPart;
  readonly url: string;
  /** Without `Authorization`, and without those that HTTP needs. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What stands for a customer that is not known yet: the form that Partner Center's documentation uses. */
export const customerPlaceholder = '{customer-id}';

/** The ids that a request would have; every attempt has new ones. */
export interface PreviewIds {
  readonly requestId: string;
  readonly correlationId: string;
}

/** The customer that the upload would be for; `undefined` as long as the user has not picked one. */
export function customerIdOf({ asked, choice }: PreviewedUpload): string | undefined {
  return asked?.customer.id ?? (choice.is === 'named' ? choice.id : undefined);
}

/** The request of part `index`; `undefined` if there is no such part. @throws {ApiError} `unaddressable` */
export function previewedRequest(
  upload: PreviewedUpload,
  index: number,
  ids: PreviewIds,
): PreviewedRequest | undefined {
  const { manifest, cloud, plan } = upload;
  const part = plan.parts[index];
  if (part === undefined) {
    return undefined;
  }
  const { batch } = plan;
  const sent: UploadPart = {
    customerId: customerIdOf(upload) ?? customerPlaceholder,
    kind: batch.is === 'create' && index === 0 ? 'create' : 'append',
    batchId: batch.is === 'create' ? batch.batchId : batch.existing.id,
    devices: manifest.batch.devices.slice(part.first, part.first + part.count),
  };
  const url = uploadAddress(cloud.base, sent).href.replace(
    encodeURIComponent(customerPlaceholder),
    customerPlaceholder,
  );
  return { part, sent, url, headers: requestHeaders({ ...ids, hasBody: true }) };
}
