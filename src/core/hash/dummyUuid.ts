/** What firmware reports where no UUID was ever set; the last is in the SMBIOS template of a firmware vendor. */
const dummyUuids: ReadonlySet<string> = new Set([
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '03000200-0400-0500-0006-000700080009',
]);

/** Whether an SMBIOS UUID (lower case) stands in many machines and so tells none apart. */
export function isDummyUuid(uuid: string): boolean {
  return dummyUuids.has(uuid);
}
