/**
 * What firmware reports for a serial number, manufacturer or model that its maker never filled in, in small letters.
 *
 * The union of what public inventory tools reject (fleetdm/fleet, among others) and of the names of the SMBIOS fields themselves;
 * `SMBIOS_STRING_INDEX_0` is what a hardware hash holds where the firmware has no string.
 */
const placeholders: ReadonlySet<string> = new Set([
  '.',
  '123456789',
  '0123456789',
  '1234567890',
  'chassis serial number',
  'default string',
  'invalid',
  'n/a',
  'na',
  'none',
  'not applicable',
  'not available',
  'not specified',
  'null',
  'oem',
  'serial number',
  'smbios_string_index_0',
  'system manufacturer',
  'system product name',
  'system serial number',
  'to be filled by o.e.m.',
  'unknown',
]);

const zerosOrCrosses = /^(?:0+|x+)$/i;

/** Whether a serial number, manufacturer or model (without blanks around it) only stands where the real one is missing. */
export function isPlaceholder(value: string): boolean {
  return zerosOrCrosses.test(value) || placeholders.has(value.toLowerCase());
}
