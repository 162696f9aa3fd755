import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { explanationsOf } from '../../../src/features/agentTools/explanationsOf.ts';

const readPage = async (rule: string): Promise<string> => `the page of ${rule}`;

async function assertExplained(code: string, ...expected: readonly string[]): Promise<void> {
  const { explanations } = await explanationsOf(code, readPage);
  assert.deepEqual(
    explanations.map(({ metAs, status, meaning }) => [metAs, status, meaning].filter(Boolean).join(': ')),
    expected,
  );
}

suite('the explanation of a code', () => {
  test('of a problem is the page of its rule', () =>
    assertExplained('hash-damaged', 'problem of a manifest: the page of hash-damaged'));

  const otherTenant = 'error of a device: The device is registered to another organization.';
  test('of a device', () => assertExplained('808', otherTenant));
  test('by its name', () => assertExplained('ZtdDeviceAssignedToOtherTenant', otherTenant));

  test('of Partner Center', () =>
    assertExplained('900421', 'answer to a request: 401: Partner Center requires multifactor authentication.'));

  test('of Microsoft Entra', () =>
    assertExplained(
      'AADSTS65001',
      'refused sign-in: The app registration may not use Partner Center in your name yet. (AADSTS65001)',
    ));

  test('says what to do, and who knows it', async () => {
    const { explanations } = await explanationsOf('802', readPage);
    assert.deepEqual(
      explanations.map(({ nextStep, knownFrom }) => [nextStep, knownFrom]),
      [['Collect the hardware hash on the device once more.', "Microsoft's documentation of related services"]],
    );
  });

  for (const code of ['', '1', 'constructor', 'AADSTS1', 'hash damaged']) {
    test(`"${code}" has none`, async () => {
      await assert.rejects(explanationsOf(code, readPage), /^Error: Nothing is known about this code\.$/);
    });
  }
});
