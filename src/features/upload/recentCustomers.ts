import type { FrozenAccount, RecordedCustomer, UploadRecord } from '../../uploads/uploadRecord.ts';
import type { Uploads } from '../../uploads/uploads.ts';

/** What another Partner Center was sent, an emulator above all, says nothing about this one. */
export function recordsOf(uploads: Uploads, { base }: FrozenAccount): readonly UploadRecord[] {
  return uploads
    .all()
    .map(({ record }) => record)
    .filter(({ account }) => account.base === base);
}

/** How many customers are offered before anything is typed. */
const mostRecent = 10;

/** The customers of the latest uploads, each once, the latest first. */
export function recentCustomers(records: readonly UploadRecord[]): readonly RecordedCustomer[] {
  const latest = new Map<string, RecordedCustomer>();
  for (const { customer } of records) {
    if (!latest.has(customer.id)) {
      latest.set(customer.id, customer);
    }
  }
  return [...latest.values()].slice(0, mostRecent);
}
