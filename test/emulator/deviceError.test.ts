import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { hardwareHash } from '../support/hashBuilder.ts';
import { contoso, Emulated, fabrikam, type WireAnswer } from './emulated.ts';

const tuple = { serialNumber: 'S1', oemManufacturerName: 'Contoso', modelName: 'Book' };

/** Asserts the error code of each device of one upload; `undefined` for a registered one. */
async function assertCodes(devices: readonly object[], ...codes: (string | undefined)[]): Promise<void> {
  await using emulated = await Emulated.start();
  assert.deepEqual(errorCodes(await emulated.finished('A', devices)), codes);
}

function errorCodes({ devicesStatus }: WireAnswer): (string | undefined)[] {
  return devicesStatus.map(({ errorCode }) => errorCode);
}

suite('device errors', () => {
  test('registers every accepted identity', () =>
    assertCodes([{ hardwareHash: hardwareHash() }, { productKey: 'K1' }, tuple], undefined, undefined, undefined));

  test('802 for a hash that was cut or changed, not for a documentation dummy', () =>
    assertCodes(
      [
        { hardwareHash: hardwareHash().slice(0, 200) },
        { hardwareHash: `${hardwareHash().slice(0, 200)}x${hardwareHash().slice(201)}` },
        { hardwareHash: 'DummyHash123' },
      ],
      '802',
      '802',
      undefined,
    ));

  test('803 without an identity', () =>
    assertCodes([{ serialNumber: 'S1' }, { ...tuple, modelName: '' }], '803', '803'));

  test('the code that the serial number or the only product key ends in', () =>
    assertCodes(
      [{ ...tuple, serialNumber: 'LAB-812' }, { productKey: '123-808' }, { productKey: '123-808', serialNumber: 'S1' }],
      '812',
      '808',
      undefined,
    ));

  test('no code that does not exist', () => assertCodes([{ productKey: '123-999' }], undefined));

  test('806 for a device of the same customer, also within one upload', async () => {
    await using emulated = await Emulated.start();
    await emulated.finished('A', [tuple]);

    assert.deepEqual(errorCodes(await emulated.finished('B', [tuple, { productKey: 'K1' }, { productKey: 'K1' }])), [
      '806',
      undefined,
      '806',
    ]);
  });

  test('808 for a device of another customer', async () => {
    await using emulated = await Emulated.start();
    await emulated.finished('A', [tuple], contoso);

    const again = await emulated.finished('A', [tuple], fabrikam);

    assert.deepEqual(again.devicesStatus[0]?.errorDescription, 'ZtdDeviceAssignedToOtherTenant');
    assert.deepEqual(
      emulated.emulator.registry.devices().map(({ customerId }) => customerId),
      [contoso],
    );
  });
});
