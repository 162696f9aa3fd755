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
const zeroOrCross = /[0x]/i;

/** Of each placeholder its length and how it begins: most values need not be looked up, and rules ask for thousands. */
const shapes: ReadonlySet<number> = new Set([...placeholders].map(shapeOf));

/** Whether a serial number, manufacturer or model (without blanks around it) only stands where the real one is missing. */
export function isPlaceholder(value: string): boolean {
  const isNamed = shapes.has(shapeOf(value)) && placeholders.has(value.toLowerCase());
  return isNamed || (zeroOrCross.test(value.charAt(0)) && zerosOrCrosses.test(value));
}

/** The same for small and capital letters, but only for those of ASCII. */
function shapeOf(value: string): number {
  return value.length * 0x1_00_00 + (value.charCodeAt(0) | 0x20);
}
