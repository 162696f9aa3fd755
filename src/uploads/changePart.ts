import type { Part, PartState, UploadRecord } from './uploadRecord.ts';

/** The record with part `index` in the state that `change` gives; unchanged where that is `undefined`. */
export function changePart(
  record: UploadRecord,
  index: number,
  change: (part: Part) => PartState | undefined,
): UploadRecord {
  const part = record.parts[index];
  const state = part && change(part);
  if (part === undefined || state === undefined) {
    return record;
  }
  const { first, count } = part;
  return { ...record, parts: record.parts.with(index, { first, count, ...state }) };
}

/** The same for every part; the record itself comes back if none changes. */
export function changeParts(record: UploadRecord, change: (part: Part) => PartState | undefined): UploadRecord {
  return record.parts.reduce((changed, _, index) => changePart(changed, index, change), record);
}
