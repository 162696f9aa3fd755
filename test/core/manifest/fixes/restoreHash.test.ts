import { suite, test } from 'node:test';

import { hardwareHash } from '../../../support/hashBuilder.ts';
import { assertFix } from '../../../support/assertFix.ts';

const hash = hardwareHash();

const manifestWith = (written: string): string =>
  `{ "batchId": "B", "devices": [{ "hardwareHash": ${written} /* its hash */ }] }`;

function assertRestored(written: string): void {
  assertFix('restore-hash', manifestWith(written), manifestWith(JSON.stringify(hash)));
}

function assertNotRestored(written: string): void {
  assertFix('restore-hash', manifestWith(written));
}

suite('the fix of a hash', () => {
  test('removes quotation marks around it', () => assertRestored(String.raw`"\"${hash}\""`));
  test('removes quotation marks inside it', () => assertRestored(`"${hash.slice(0, 76)}'${hash.slice(76)}"`));
  test('turns base64url into base64', () => assertRestored(`"${hash.replaceAll('+', '-').replaceAll('/', '_')}"`));
  test('restores zeros at its end', () => assertRestored(`"${hash.slice(0, 2048)}"`));
  test('restores zeros in place of padding', () => assertRestored(`"${hash.slice(0, 3998)}=="`));
  test('removes padding behind it', () => assertRestored(`"${hash}="`));

  test('is not offered where something is lost', () => assertNotRestored(`"${hash.slice(0, 255)}"`));
  test('is not offered where something was changed', () =>
    assertNotRestored(`"${hash.slice(0, 60)}${hash.charAt(60) === 'A' ? 'B' : 'A'}${hash.slice(61)}"`));
  test('is not offered for dummies', () => assertNotRestored('"DummyHash123"'));
  test('is not offered where nothing is wrong', () => assertNotRestored(`"${hash}"`));
});
