/**
 * What a text given as a product key is.
 *
 * - `pkid`: a product key id, the 13 digits that the service calls a Windows Product ID: four digits of group, nine of serial.
 * - `generic-pkid`: one whose serial is 9 or less, which stands for a generic or volume key and is the same on thousands of machines.
 * - `five-by-five`: the key that activates Windows, 25 characters. It is a secret and no identity.
 * - `settings-id`: the "Product ID" that Windows shows in Settings (and, a digit short, in the service's examples).
 */
export type ProductKeyKind = 'pkid' | 'generic-pkid' | 'five-by-five' | 'settings-id' | 'other';

const pkid = /^\d{13}$/;
const groupDigits = 4;
const greatestGenericSerial = 9;

/** The letters and digits that product keys are made of, with or without the dashes. */
const fiveByFive = /^(?:[BCDFGHJKMNPQRTVWXY2346789]{5}-?){4}[BCDFGHJKMNPQRTVWXY2346789]{5}$/i;

/** `00330-80000-00000-AAOEM`; the service's examples have four digits in the third group and up to six characters in the last. */
const settingsId = /^\d{5}-\d{5}-\d{4,5}-[A-Z\d]{5,6}$/i;

/** Tells what `text`, given without blanks around it, is. */
export function productKeyKind(text: string): ProductKeyKind {
  if (pkid.test(text)) return Number(text.slice(groupDigits)) > greatestGenericSerial ? 'pkid' : 'generic-pkid';
  if (fiveByFive.test(text)) return 'five-by-five';
  if (settingsId.test(text)) return 'settings-id';
  return 'other';
}
