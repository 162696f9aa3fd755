import { type DeviceAnswer, deviceAnswersOf } from '../../uploads/deviceAnswers.ts';
import type { DeviceFailure } from '../../uploads/deviceResults.ts';
import type { FrozenAccount, RecordedCustomer } from '../../uploads/uploadRecord.ts';
import type { UploadView } from '../../uploads/uploads.ts';

/** A line of the uploads view. Those that belong to an upload name it for the commands of their menus. */
export type UploadNode = CustomerNode | UploadLine | PartNode | DeviceNode | MoreNode;

export interface CustomerNode {
  readonly is: 'customer';
  readonly customer: RecordedCustomer;
  readonly account: FrozenAccount;
  /** Latest first. */
  readonly uploads: readonly UploadView[];
}

export interface UploadLine {
  readonly is: 'upload';
  readonly uploadId: string;
  readonly view: UploadView;
}

/** One request of several; `part` is its position. */
export interface PartNode {
  readonly is: 'part';
  readonly uploadId: string;
  readonly view: UploadView;
  readonly part: number;
}

/** A device that failed. */
export interface DeviceNode {
  readonly is: 'device';
  readonly uploadId: string;
  readonly failure: DeviceFailure;
}

/** So many devices of a part failed beside those that are shown. */
export interface MoreNode {
  readonly is: 'more';
  readonly uploadId: string;
  readonly part: number;
  readonly devices: number;
}

/** More devices than these are better looked at in a table. */
const mostDevices = 100;

/** The customers that were uploaded for, the one of the latest upload first. `views` are the latest first. */
export function customerNodes(views: readonly UploadView[]): readonly CustomerNode[] {
  const groups = Map.groupBy(views, ({ record }) => customerKey(record));
  return [...groups.values()].flatMap(uploads => {
    const latest = uploads[0]?.record;
    return latest === undefined
      ? []
      : [{ is: 'customer', customer: latest.customer, account: latest.account, uploads }];
  });
}

/** The same customer in another Partner Center is another one; all emulators are one. */
export function customerKey({ customer, account }: Pick<CustomerNode, 'customer' | 'account'>): string {
  return `${account.cloud === 'emulator' ? account.cloud : account.base} ${customer.id}`;
}

export function childrenOf(node: UploadNode): readonly UploadNode[] {
  switch (node.is) {
    case 'customer':
      return node.uploads.map(view => ({ is: 'upload', uploadId: view.record.id, view }));
    case 'upload':
      return node.view.record.parts.length === 1 ? deviceNodes(node.view, 0) : partNodes(node);
    case 'part':
      return deviceNodes(node.view, node.part);
    case 'device':
    case 'more':
      return [];
  }
}

function partNodes({ view, uploadId }: UploadLine): readonly PartNode[] {
  return [...view.record.parts.keys()].map(part => ({ is: 'part', uploadId, view, part }));
}

function deviceNodes({ record }: UploadView, part: number): readonly UploadNode[] {
  const { first = 0, count = 0 } = record.parts[part] ?? {};
  const failures = [...deviceAnswersOf(record)].flatMap(answer =>
    answer.place >= first && answer.place < first + count ? failureOf(answer) : [],
  );
  const uploadId = record.id;
  const shown = failures.slice(0, mostDevices).map((failure): DeviceNode => ({ is: 'device', uploadId, failure }));
  const devices = failures.length - shown.length;
  return devices === 0 ? shown : [...shown, { is: 'more', uploadId, part, devices }];
}

function failureOf({ verdict, ...answer }: DeviceAnswer): readonly DeviceFailure[] {
  return verdict.is === 'failed' ? [{ ...answer, verdict }] : [];
}
