import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { decodeHardwareHash } from '../../../src/core/hash/decode.ts';
import { type DeviceIdentity, identityOf, type ShownIdentity } from '../../../src/core/upload/deviceIdentity.ts';
import { matchDevices } from '../../../src/core/upload/matchDevices.ts';
import { hardwareHash } from '../../support/hashBuilder.ts';
import { sha256 } from '../../support/sha256.ts';

type Expected = string | undefined;

/** Asserts for each device which answer is about it and how that was found: `'1 by serial-number'`. */
function assertMatches(devices: readonly DeviceIdentity[], answers: readonly ShownIdentity[], ...expected: Expected[]) {
  assertMatchesOf(true, devices, answers, ...expected);
}

function assertMatchesOf(
  ended: boolean,
  devices: readonly DeviceIdentity[],
  answers: readonly ShownIdentity[],
  ...expected: Expected[]
) {
  assert.deepEqual(
    matchDevices(devices, answers, ended).map(match => match && `${match.answer} by ${match.matchedBy}`),
    expected,
  );
}

const s = (serialNumber: string) => ({ serialNumber });
const k = (productKey: string) => ({ productKey });
const sk = (serialNumber: string, productKey: string) => ({ serialNumber, productKey });

suite('matchDevices: by ids', () => {
  test('device id', () =>
    assertMatches([{ deviceId: 'D1' }, s('x')], [{ deviceId: 'd1' }], '0 by device-id', undefined));
  test('serial number, in any order', () =>
    assertMatches([s('A'), s('B'), s('C')], [s('C'), s('A')], '1 by serial-number', undefined, '0 by serial-number'));
  test('product key', () => assertMatches([k('K1'), k('K2')], [k('K2')], undefined, '0 by product-key'));
  test('serial number inside the hash', () =>
    assertMatches([{ hashSerialNumber: 'A' }, s('B')], [s('A')], '0 by hash', undefined));
  test('product key id inside the hash', () =>
    assertMatches([{ hashProductKeyId: '3290000000001' }, s('B')], [k('3290000000001')], '0 by hash', undefined));
  test('the serial number typed and the one inside the hash are both its own', () =>
    assertMatches(
      [{ serialNumber: 'typed', hashSerialNumber: 'inside' }, s('B')],
      [s('inside')],
      '0 by hash',
      undefined,
    ));
  test('without case and blanks', () => assertMatches([s(' abc')], [s('ABC ')], '0 by serial-number'));
  test('both ids together where each occurs twice', () =>
    assertMatches(
      [sk('A', 'K1'), sk('A', 'K2'), sk('B', 'K1')],
      [sk('B', 'K1'), sk('A', 'K1'), sk('A', 'K2')],
      '1 by serial-and-key',
      '2 by product-key',
      '0 by serial-number',
    ));
});

suite('matchDevices: what is not certain', () => {
  test('a serial number of two devices', () =>
    assertMatches([s('A'), s('A'), s('B')], [s('A')], undefined, undefined, undefined));
  test('a serial number of two answers', () => assertMatches([s('A')], [s('A'), s('A')], undefined));
  test('a serial number typed here and inside the hash there', () =>
    assertMatches(
      [s('A'), { serialNumber: 'B', hashSerialNumber: 'A' }, s('C')],
      [s('A')],
      undefined,
      undefined,
      undefined,
    ));
  test('the same serial number with another product key', () =>
    assertMatches([sk('A', 'K1')], [sk('A', 'K2')], undefined));
  test('the same product key with another serial number', () =>
    assertMatches([sk('A', 'K1'), s('B')], [sk('B', 'K1')], undefined, undefined));
  test('the same device id with another serial number', () =>
    assertMatches([{ deviceId: 'D', ...s('A') }], [{ deviceId: 'D', ...s('B') }], undefined));
  test('no ids at all', () => assertMatches([s('A'), s('B')], [{}], undefined, undefined));
  test('blank ids', () => assertMatches([s(' '), s('B')], [s(' ')], undefined, undefined));
});

suite('matchDevices: answers that are about two devices', () => {
  test('one answer with the ids of two', () =>
    assertMatches([sk('A', 'K1'), k('K2')], [sk('A', 'K2')], undefined, undefined));
  test('two answers with the ids of one', () =>
    assertMatches([sk('A', 'K1'), s('B')], [s('A'), k('K1')], undefined, undefined));
});

suite('matchDevices: by position', () => {
  const anonymous = [{}, {}] as const;

  test('anonymous answers of an ended job', () =>
    assertMatches([s('A'), {}], anonymous, '0 by position', '1 by position'));
  test('not while the job runs', () => assertMatchesOf(false, [s('A'), {}], anonymous, undefined, undefined));
  test('not with fewer answers', () => assertMatches([{}, {}, {}], anonymous, undefined, undefined, undefined));
  test('not with more answers', () => assertMatches([{}], anonymous, undefined));
  test('beside ids that agree', () =>
    assertMatches(
      [s('A'), {}, s('C')],
      [s('A'), {}, s('C')],
      '0 by serial-number',
      '1 by position',
      '2 by serial-number',
    ));
  test('not where an id shows another order', () =>
    assertMatches([s('A'), {}, s('C')], [s('C'), {}, {}], undefined, undefined, '0 by serial-number'));
  test('not where an answer shows another id', () => assertMatches([s('A'), {}], [s('X'), {}], undefined, undefined));
  test('resolves devices that share an id, and says how', () =>
    assertMatches([s('A'), s('A')], [s('A'), s('A')], '0 by position', '1 by position'));
  test('nothing of nothing', () => assertMatches([], []));
});

/** Asserts what a device with this hash is known by, besides what was typed. */
function assertInside(hash: string, hashSerialNumber?: string, hashProductKeyId?: string) {
  const device = { serialNumber: 'typed', productKey: 'K', hardwareHash: hash };
  assert.deepEqual(identityOf(device, decodeHardwareHash(hash, sha256)), {
    serialNumber: 'typed',
    productKey: 'K',
    hashSerialNumber,
    hashProductKeyId,
  });
}

suite('identityOf', () => {
  const hash = hardwareHash({ serialNumber: 'inside', productKeyId: '3290123456789' });

  test('takes what an intact hash holds', () => assertInside(hash, 'inside', '3290123456789'));
  test('takes nothing from a cut hash', () => assertInside(hash.slice(0, 255)));
  test('takes nothing from other text', () => assertInside('DummyHash123'));
  test('takes no placeholder for an id', () =>
    assertInside(hardwareHash({ serialNumber: 'SMBIOS_STRING_INDEX_0', productKeyId: undefined })));
});
