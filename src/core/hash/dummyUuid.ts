/** What firmware reports where no UUID was ever set, as the bytes of a record; the last is in the SMBIOS template of a firmware vendor. */
const dummyUuids: readonly (readonly number[])[] = [
  Array.from({ length: 16 }, () => 0x00),
  Array.from({ length: 16 }, () => 0xff),
  [0x00, 0x02, 0x00, 0x03, 0x00, 0x04, 0x00, 0x05, 0x00, 0x06, 0x00, 0x07, 0x00, 0x08, 0x00, 0x09],
];

/** Whether an SMBIOS UUID stands in many machines and so tells none apart. */
export function isDummyUuid(uuid: Uint8Array): boolean {
  return dummyUuids.some(dummy => dummy.every((byte, index) => byte === uuid[index]));
}
